"""Runs the examples of the documents: what is shown after `$ billijk ...` is what the program does.

Examples stand in fenced blocks of Markdown and in literal displays of man pages. The commands of a
document run in order in one folder that starts empty; `$ cat > NAME <<'EOF'` makes a file. Output,
when shown, must equal stdout and stderr together; a line `...` stands for any lines. The exit code
must be 0 or 1, or what a comment at the end of the command says: `# exit 2`.
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from golden import text_diff
from rendered import ManPage
from sandbox import Sandbox

FENCED = re.compile(r"^ *(```+|~~~+)[^\n]*\n(.*?)^ *\1 *$", re.MULTILINE | re.DOTALL)
RUNS_BILLIJK = re.compile(r"(?:^|[|&;]\s*)(?:\w+=\S*\s+)*billijk(?:\s|$)", re.MULTILINE)
MAKES_FILE = re.compile(r"^cat > ")
HERE_DOCUMENT = re.compile(r"<<-?\s*(['\"]?)(\w+)\1\s*$")
WANTED_EXIT = re.compile(r"#\s*exit (\d+)\s*$")


@dataclass(frozen=True)
class Example:
    """A command as typed, and the lines shown after it."""

    command: str
    shown: list[str]


def blocks(document: Path) -> list[str]:
    """The literal blocks of a document, in order."""
    if document.suffix == ".md":
        return [match[2] for match in FENCED.finditer(document.read_text("utf-8"))]
    return ManPage(document).displays


def examples(block: str) -> list[Example]:
    """The commands of a block after `$ `, each with what is shown up to the next."""
    found, lines = [], block.splitlines()
    while lines:
        line = lines.pop(0)
        if not line.startswith("$ "):
            if found:
                found[-1].shown.append(line.rstrip())
            continue
        command = [line[2:]]
        while command[-1].endswith(("\\", "|")) and lines:
            command.append(lines.pop(0))
        if here_document := HERE_DOCUMENT.search(line):
            while lines and command[-1] != here_document[2]:
                command.append(lines.pop(0))
        found.append(Example("\n".join(command), []))
    return found


def is_run(command: str) -> bool:
    """Whether an example is ours to run: `git clone` and `apt-get` are not."""
    return any(pattern.search(command) for pattern in (RUNS_BILLIJK, MAKES_FILE))


def without_trailing_blanks(lines: list[str]) -> list[str]:
    return "\n".join(lines).rstrip("\n").split("\n")


def matches(shown: list[str], real: list[str]) -> bool:
    """Whether the lines are equal, `...` in the shown ones being any run of lines."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + "\n"
                      for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in real)) is not None


def problem(example: Example, sandbox: Sandbox) -> str:
    """Runs an example; what is wrong with it, or nothing."""
    result = sandbox.shell(f"exec 2>&1\n{example.command}")
    allowed = WANTED_EXIT.search(example.command)
    if result.exit not in ({int(allowed[1])} if allowed else {0, 1}):
        return f"exit {result.exit}\n{result.stdout.decode('utf-8', 'replace')}"
    shown = without_trailing_blanks(example.shown)
    real = [line.rstrip() for line in result.stdout.decode("utf-8", "replace").split("\n")]
    real = without_trailing_blanks(real)
    if shown == [""] or matches(shown, real):
        return ""
    return text_diff(*("".join(f"{line}\n" for line in lines).encode() for lines in (shown, real)),
                     "output")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--allow-none", action="append", default=[], metavar="NAME",
                        help="a document (file name) that needs no example")
    parser.add_argument("document", type=Path, nargs="+")
    options = parser.parse_args()

    passed = failed = 0
    for document in options.document:
        run_here = 0
        with Sandbox(options.program) as sandbox:
            for example in (one for block in blocks(document) for one in examples(block)):
                if not is_run(example.command):
                    continue
                run_here += 1
                report = problem(example, sandbox)
                if report:
                    failed += 1
                    print(f"failed: {document}: $ {example.command}\n{report}")
                else:
                    passed += 1
        if not run_here and document.name not in options.allow_none:
            failed += 1
            print(f"failed: {document}: no example\n")
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
