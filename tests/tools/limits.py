"""A megabyte of anything is read or refused within a second of processor time and 100 MB of memory.

Each reader (case, preset, setting, rules, manifest, rows) gets texts that are one thing a hundred
thousand times over: keys nobody knows, numbers on one line, tables in tables, quotes left open.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

MEGABYTE = 1_000_000
MOST_SECONDS = 1.5  # a release, of which this is said, is faster than the build that is tested
MOST_BYTES = 100_000_000
CASE = 'schema = "billijk/case/1"\nextends = "preset:cases/hbh-2026"\n'


def filled(head: str, item, tail: str = "", joint: str = "") -> bytes:
    """Head, items by number until a megabyte is full, tail."""
    parts, size, number = [], len(head) + len(tail), 0
    while size < MEGABYTE:
        part = item(number) if callable(item) else item
        parts.append(part)
        size += len(part.encode()) + len(joint)
        number += 1
    return (head + joint.join(parts) + tail).encode()


def tomls(head: str) -> Iterator[tuple[str, bytes]]:
    """Texts of TOML, or nearly, behind a beginning that says what the file is."""
    yield "unknown keys", filled(head, lambda i: f"k{i} = {i}\n")
    yield "unknown tables", filled(head, lambda i: f"[t{i}]\na = 1\n")
    yield "numbers on one line", filled(head + "x = [", "1", "]\n", ",")
    yield "wide letters on one line", filled(head + "x = [", '"é", 1', "]\n", ",")
    yield "tables on one line", filled(head + "x = [", "{a=1}", "]\n", ",")
    yield "tables in tables", filled(head + "x = ", "{a=")
    yield "lists in lists", filled(head + "x = ", "[")
    yield "a key of many parts", filled(head, '"a".') + b"a = 1\n"
    yield "a header of many parts", filled(head + "[", '"a".', "a]\n")
    yield "tables of long keys in each other", filled(head + "x = ", "{" + "a." * 90 + "a = ")
    yield "lines that are nothing", filled(head, "these words mean nothing\n")
    yield "one long text", filled(head + 'title = "', "é", '"\n')
    yield "a text left open", filled(head + 'title = "', "é")
    yield "a long text left open", filled(head + 'title = """', "a\n")
    yield "a comment", filled(head + "# ", "é")
    yield "line ends", filled(head, "\r\n")
    yield "good lines before a hundred bad ones", filled(head, lambda i: f"k{i} = {i}\n") + b"= 1\n" * 100
    yield "the same key", filled(head, "a = 1\n")
    yield "zeros", head.encode() + bytes(MEGABYTE)
    yield "noise", random.Random(7).randbytes(MEGABYTE)


def cases() -> Iterator[tuple[str, bytes]]:
    yield from tomls(CASE)
    yield "steps of a mix", filled(CASE + "[wage.mix]\n", lambda i: f"{i} = 0\n")
    yield "steps on one line", filled(CASE + "[wage]\nmix = {", lambda i: f"{i} = 0", "}\n", ",")
    yield "sources", filled(CASE + "[hours]\nsickness = { value = 5, source = [", '"a"', "] }\n", ",")
    yield "index years", filled(CASE + "[indexation]\nprice_level = 2025\npercent = [", "1", "]\n", ",")
    yield "lines of one's own that are wrong", filled(CASE, '[[line]]\nkey = "x"\n')


def presets() -> Iterator[tuple[str, bytes]]:
    head = 'schema = "billijk/preset/1"\nkind = "wage_scale"\ntitle = "t"\n'
    yield from tomls(head)
    row = 'grade = "cao"\nsource = ["s"]\n'
    yield "steps of a row", filled(head + f"[[at]]\nfrom = 2026-01-01\n{row}[at.steps]\n", lambda i: f"{i} = 1\n")
    yield "rows", filled(head, f"[[at]]\nfrom = 2026-01-01\n{row}steps = {{ a = 1 }}\n")


def rules() -> Iterator[tuple[str, bytes]]:
    yield from tomls('schema = "billijk/audit-rules/1"\n')


def manifests() -> Iterator[tuple[str, bytes]]:
    yield "keys", filled("{", lambda i: f'"k{i}":{i}', "}", ",")
    yield "lists in lists", filled("", "[")
    yield "a list", filled('{"a":[', "1", "]}", ",")
    yield "a text", filled('{"a":"', "é", '"}')
    yield "noise", random.Random(7).randbytes(MEGABYTE)


def rows() -> Iterator[tuple[str, bytes]]:
    head = "id,contract.tariff\n"
    yield "one cell", filled(head + "a,", "é", "\n")
    yield "a quote left open", filled(head + 'a,"', "é\n")
    yield "columns", filled("", "c", "\n1\n", ",")
    yield "separators", filled(head, ",")
    yield "line ends", filled(head, "\n")
    yield "quotes", filled(head, '"')
    yield "rows that are wrong", filled(head, "a,b\n")
    yield "cells that are a table", filled('id,wage.mix\na,"{', lambda i: f"{i} = 0", '}"\n', "; ")
    yield "a deep cell", filled('id,wage.mix\na,"{', '""a"".', '"\n')
    yield "noise", head.encode() + random.Random(7).randbytes(MEGABYTE)


def settings() -> Iterator[tuple[str, bytes]]:
    """As long as an argument may be."""
    size = 100_000
    yield "digits", b"hours.sickness=" + b"1" * size
    yield "an unknown key", b"x" * size + b"=1"
    yield "a deep table", b"hours.sickness={" + b'"a".' * (size // 4) + b"a=1}"
    yield "a mix", b"wage.mix={" + b",".join(b"%d=0" % i for i in range(size // 8)) + b"}"
    yield "a list", b"indexation.percent=[" + b",".join([b"1"] * (size // 2)) + b"]"


def commands(program: str) -> Iterator[tuple[str, list[str | bytes], bytes | None]]:
    """What is read, the command line that reads it, and the file."""
    case = "preset:cases/hbh-2026"
    as_file = {
        "case": (cases, ["calc", "input"]),
        "case of an audit": (cases, ["audit", "input", "--as-of", "2026-11-22"]),
        "preset": (presets, ["validate", "input"]),
        "rules": (rules, ["audit", case, "--rules-file", "input", "--as-of", "2026-11-22"]),
        "manifest": (manifests, ["audit", "--verify", "input"]),
        "rows": (rows, ["batch", case, "input"]),
        "rows of an audit": (rows, ["audit", case, "--rows", "input", "--as-of", "2026-11-22"]),
    }
    for reader, (texts, arguments) in as_file.items():
        for name, text in texts():
            yield f"{reader}: {name}", [program, *arguments], text
    for name, setting in settings():
        yield f"setting: {name}", [program, "calc", case, "--set", setting], None


def measured(command: list[str | bytes], folder: Path) -> tuple[int, float, int]:
    """Exit code, processor seconds and peak bytes."""
    with open(folder / "out", "wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="print every figure")
    options = parser.parse_args()
    program = str(options.program.resolve(strict=True))
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="billijk-") as name:
        folder = Path(name)
        for what, command, text in commands(program):
            if text is not None:
                (folder / "input").write_bytes(text)
            code, seconds, peak = measured(command, folder)
            said = (folder / "out").stat().st_size
            bad = [reason for reason, is_so in (
                (f"exit {code}", code not in (0, 1, 2)),
                (f"{seconds:.2f} s", seconds > MOST_SECONDS),
                (f"{peak / 1e6:.0f} MB", peak > MOST_BYTES),
                (f"{said / 1e6:.1f} MB of output", said > 4 * MEGABYTE and "rows that" not in what)) if is_so]
            failed += bool(bad)
            passed += not bad
            if bad or options.all:
                print(f"{'failed' if bad else 'passed'}: {what}: {seconds:.2f} s, {peak / 1e6:.0f} MB, exit {code}, "
                      f"{said:,} bytes said")
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
