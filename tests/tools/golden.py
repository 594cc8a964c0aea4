"""Golden tests: the real program, one folder per case.

A case is a folder with a file `cmd`: a command line for bash, run in an empty folder that holds a
copy of the case's other files. Beside it stand the expectations, each optional: `stdout` and
`stderr` (absent: empty), `exit` (absent: 0) and `expected/`, the files the command makes or
changes. Any other file made, changed or removed is a failure. With BILLIJK_ACCEPT=1 the
expectations are rewritten instead, and every case counts as skipped, never as passed.
"""

import argparse
import difflib
import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sandbox import Result, Sandbox

SKIPPED = 77
EXPECTATIONS = {"cmd", "stdout", "stderr", "exit", "expected"}
KEBAB_CASE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def text_diff(wanted: bytes, found: bytes, name: str) -> str:
    """A unified diff of two byte strings, empty when they are equal."""
    if wanted == found:
        return ""

    def lines(data: bytes) -> list[str]:
        rows = data.decode("utf-8", "backslashreplace").splitlines(keepends=True)
        if rows and not rows[-1].endswith("\n"):
            rows[-1] += "\n\\ no newline at end of file\n"
        return rows

    return "".join(difflib.unified_diff(lines(wanted), lines(found),
                                        f"expected {name}", f"found {name}"))


def tree(folder: Path) -> dict[str, bytes]:
    """Every leaf below a folder with its content; what is no plain file stands as a description."""
    leaves = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            leaves[name] = f"symbolic link to {os.readlink(path)}\n".encode()
        elif path.is_file():
            leaves[name] = path.read_bytes()
        elif not path.is_dir():
            leaves[name] = b"special file\n"
        elif not any(path.iterdir()):
            leaves[name + "/"] = b"empty folder\n"
    return leaves


class Case:
    """One folder with a `cmd`."""

    def __init__(self, folder: Path, root: Path):
        self.folder = folder
        self.name = folder.relative_to(root).as_posix()

    def bytes_of(self, name: str, default: bytes) -> bytes:
        path = self.folder / name
        return path.read_bytes() if path.exists() else default

    def run(self, program: Path) -> tuple[Result, dict[str, bytes], dict[str, bytes]]:
        """The result, the files before and the files after."""
        with Sandbox(program) as sandbox:
            for path in self.folder.iterdir():
                if path.name in EXPECTATIONS:
                    continue
                if path.is_dir():
                    shutil.copytree(path, sandbox.folder / path.name, symlinks=True)
                else:
                    shutil.copy(path, sandbox.folder, follow_symlinks=False)
            before = tree(sandbox.folder)
            result = sandbox.shell((self.folder / "cmd").read_text("utf-8"))
            return result, before, tree(sandbox.folder)

    def differences(self, result: Result, before: dict, after: dict) -> str:
        """What is not as expected, empty when all is well."""
        wanted_exit = int(self.bytes_of("exit", b"0"))
        report = ""
        if result.exit != wanted_exit:
            found_exit = "out of time" if result.exit is None else f"exit {result.exit}"
            report += f"{found_exit}, expected exit {wanted_exit}\n"
        report += text_diff(self.bytes_of("stdout", b""), result.stdout, "stdout")
        report += text_diff(self.bytes_of("stderr", b""), result.stderr, "stderr")
        wanted = {**before, **tree(self.folder / "expected")}
        for name in sorted(wanted.keys() | after.keys()):
            if name not in after:
                report += f"not made, or removed: {name}\n"
            elif name not in wanted:
                report += f"left behind: {name}\n"
            else:
                report += text_diff(wanted[name], after[name], name)
        return report

    def accept(self, result: Result, before: dict, after: dict) -> None:
        """Makes what was found the expectation."""
        exit_text = b"" if result.exit == 0 else f"{result.exit}\n".encode()
        said = {"stdout": result.stdout, "stderr": result.stderr, "exit": exit_text}
        for name, content in said.items():
            if content:
                (self.folder / name).write_bytes(content)
            else:
                (self.folder / name).unlink(missing_ok=True)
        shutil.rmtree(self.folder / "expected", ignore_errors=True)
        for name, content in after.items():
            if before.get(name) != content:
                target = self.folder / "expected" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)


def judge(case: Case, program: Path, accept: bool) -> tuple[str, str]:
    """The status of a case (passed, failed, skipped) and what to say about it."""
    if not all(KEBAB_CASE.fullmatch(part) for part in case.name.split("/")):
        return "failed", "the folder's name is not kebab-case\n"
    result, before, after = case.run(program)
    report = case.differences(result, before, after)
    if not accept:
        return ("failed" if report else "passed"), report
    if result.exit not in range(128) or any(leaf.endswith("/") for leaf in after):
        return "failed", "cannot be accepted: no proper end, or an empty folder left behind\n"
    if report:
        case.accept(result, before, after)
    return "skipped", "expectation rewritten\n" if report else ""


def strays(root: Path, cases: list[Case]) -> list[str]:
    """Files below the root that belong to no case: a forgotten or misspelt `cmd`."""
    owners = {case.folder for case in cases}
    return [path.relative_to(root).as_posix() for path in sorted(root.rglob("*"))
            if path.is_file() and owners.isdisjoint(path.parents)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--filter", default="", help="only cases whose path contains this")
    options = parser.parse_args()

    accept = os.environ.get("BILLIJK_ACCEPT") == "1"
    every = [Case(path.parent, options.folder) for path in sorted(options.folder.rglob("cmd"))]
    cases = [case for case in every if options.filter in case.name]
    count = {"passed": 0, "failed": 0, "skipped": 0}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        verdicts = pool.map(lambda case: judge(case, options.program, accept), cases)
        for case, (status, report) in zip(cases, verdicts):
            count[status] += 1
            if report:
                print(f"{status}: {case.name}\n{report}")
    for stray in strays(options.folder, every):
        count["failed"] += 1
        print(f"failed: {stray} belongs to no case\n")
    if not cases:
        count["failed"] += 1
        print("failed: no case found\n")
    print(", ".join(f"{number} {status}" for status, number in count.items()))
    return 1 if count["failed"] else SKIPPED if count["skipped"] else 0


if __name__ == "__main__":
    sys.exit(main())
