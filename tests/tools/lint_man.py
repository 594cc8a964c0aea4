"""The man pages against mandoc and against the program's own help."""

import re
import subprocess
from pathlib import Path
from typing import Iterator

from rendered import FLAG, ManPage
from sandbox import Sandbox

COMMAND_ROW = re.compile(r"^ {1,8}([a-z][a-z0-9-]*)(?:,\s*[a-z-]+)*(?:\s{2,}|$)")
OPTION_ROW = re.compile(r"^ {0,8}(-\S.*)$")


def help_of(program: Path, *command: str) -> str:
    with Sandbox(program) as sandbox:
        return sandbox.billijk(*command, "--help").stdout.decode("utf-8")


def commands_in(text: str) -> list[str]:
    """The names listed below a heading that speaks of commands."""
    names, listing = [], False
    for line in text.splitlines():
        if line[:1].strip():
            listing = "commands" in line.lower()
        elif listing and (row := COMMAND_ROW.match(line)):
            names.append(row[1])
    return names


def flags_in(text: str) -> set[str]:
    """The flags that head a row of a help text; those in descriptions do not count."""
    heads = (re.split(r"\s{2,}", row[1])[0]
             for line in text.splitlines() if (row := OPTION_ROW.match(line)))
    return {flag for head in heads for flag in FLAG.findall(head)}


def flag_differences(in_page: set[str], in_help: set[str]) -> Iterator[str]:
    for flag in sorted(in_help - in_page):
        yield f"{flag} is in --help only"
    for flag in sorted(in_page - in_help):
        yield f"{flag} is in the page only"


def man(root: Path, program: Path) -> Iterator[str]:
    """Clean for mandoc; a page for each command and a command for each page; flags as in --help."""
    pages = sorted((root / "man").rglob("*.[157]"))
    if not pages:
        yield "man: no page found"
    for page in pages:
        result = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(page)],
                                capture_output=True, text=True, encoding="utf-8", check=False)
        yield from (result.stdout + result.stderr).splitlines()  # they begin with the page

    main_help = help_of(program)
    commands = commands_in(main_help)
    if not commands:
        yield "billijk --help: no list of commands found"
    helps = {"billijk.1": main_help}
    for command in commands:
        helps[f"billijk-{command}.1"] = help_of(program, command)
    names = {page.name for page in pages}
    for name in sorted(helps.keys() - names):
        yield f"man/{name}: missing"
    for page in pages:
        name = page.relative_to(root)
        if page.name in helps:
            for difference in flag_differences(ManPage(page).flags, flags_in(helps[page.name])):
                yield f"{name}: {difference}"
        elif page.suffix == ".1":
            yield f"{name}: no such command in billijk --help"
