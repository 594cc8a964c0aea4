"""Rules of the house that a compiler does not check; each prints what breaks it, one a line."""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import lint_man
from lint_languages import languages

# What each sub-room may include besides itself; "core/*" stands for core and all its sub-rooms.
ROOMS = {
    "core/number": "",
    "core/case": "core/number",
    "core/formula": "core/number core/case",
    "core": "core/*",
    "analysis": "core/*",
    "analysis/lever": "core/*",
    "analysis/rows": "core/*",
    "analysis/audit": "core/* analysis/rows analysis/forecast",
    "analysis/compare": "core/* analysis",
    "analysis/forecast": "core/* analysis/rows",
    "analysis/market": "core/*",
    "analysis/simulate": "core/* analysis analysis/rows",
    "report/language": "",
    "report/format": "core/* analysis/rows report/language",
    "report/words": "core/* report/language report/format",
    "report/page": "core/* report/language report/format report/words",
    "report/live": "core/* analysis/forecast report/language report/format report/words",
    "report/form": "core/number report/format report/page",
    "report/calc": "core/* analysis/lever report/language report/format report/words",
    "report/lever": "core/* analysis/lever report/format report/words report/calc",
    "report/audit": "core/* analysis/audit report/format report/words report/calc",
    "report/forecast": "core/* analysis/forecast report/language report/calc report/format report/words",
    "report/market": "core/* analysis/market report/language report/calc report/format report/words",
    "report/compare": "core/* analysis/compare report/format report/words",
    "report/simulate": "core/* analysis/simulate report/format report/words",
    "report/rows": "core/* analysis/rows report/format report/words",
    "io/text": "core/*",
    "io/file": "core/*",
    "io/toml": "core/* io/text",
    "io/case": "core/* io/text io/file io/toml",
    "io/rows": "core/* io/text io/file io/case",
    "io/geo": "core/*",
    "cli/world": "core/* report/language report/format report/words io/file io/rows",
    "cli/options": "core/* analysis/lever analysis/forecast report/form report/live report/format report/words report/calc io/* cli/world",
    "cli/audit": "core/* analysis/* report/* io/* cli/world cli/options",
    "cli/batch": "core/* analysis/* report/* io/* cli/world cli/options",
    "cli": "core/* analysis/* report/* io/* cli/*",
    "main.cpp": "cli",
}
CONSOLE_AND_FILES = {"iostream", "fstream", "cstdio", "stdio.h", "filesystem"}
UNSEEN_HEADERS = {
    "core": CONSOLE_AND_FILES | {"random", "locale", "clocale", "ctime", "time.h"},
    "report": {"iostream", "fstream"},
}
UNSEEN_HEADERS["analysis"] = UNSEEN_HEADERS["core"]
PURE = ("core", "analysis")
UNSEEN_LIBRARIES = ("toml++/", "CLI/")
UNSEEN_CALLS = re.compile(r"\b(?:secure_)?getenv\b|\b\w+_clock\b|\bsetlocale\b")
MAIN = Path("main.cpp")
LONGEST_MAIN = 15
LONGEST_FILE = 350

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\s\\]{0,16})\(.*?\)\1"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
PRINTING = re.compile(
    r'\bstd::(?:cout|cerr|clog)\b|(?<![\w.>])v?f?printf\s*\(|\bf?put(?:s|c|char)\s*\('
    r'|\bfmt::print\s*\(\s*"|\b(?:stdout|stderr)\b')
# The library's functions: named by std::, or bare with one argument (our own take a mode as well).
ROUNDS = r"(?:l?l?round|l?l?rint|floor|ceil|trunc|nearbyint)[fl]?\s*\("
ROUNDING = re.compile(
    rf"\bstd::{ROUNDS}|(?<![\w.:>])(?:::)?{ROUNDS}[^,()]*(?:\([^()]*\)[^,()]*)*\)")
# Put together from parts so that this file does not hold what it looks for.
OTHER_PLACES = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/|\.\./" "shared")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")


def code_of(text: str) -> str:
    """C++ with comments, strings and characters emptied, line by line the same."""
    def emptied(match: re.Match) -> str:
        quotes = " " if match[0][0] == "/" else match[0][-1] * 2
        return quotes + "\n" * match[0].count("\n")
    return NOT_CODE.sub(emptied, text)


def sources(root: Path) -> Iterator[tuple[Path, str]]:
    """Every C++ file of src with its path below src and its text."""
    source = root / "src"
    for path in sorted(source.rglob("*.[ch]pp")):
        yield path.relative_to(source), path.read_text("utf-8")


def lines_with(pattern: re.Pattern, root: Path) -> Iterator[tuple[Path, int, str]]:
    """Every line of code in src in which the pattern occurs, with what was found."""
    for path, text in sources(root):
        for number, line in enumerate(code_of(text).splitlines(), 1):
            for match in pattern.finditer(line):
                yield path, number, match[0].strip()


def room_of(path: Path) -> str:
    """The sub-room a file below src stands in: core/number, core, main.cpp."""
    return path.parent.as_posix() if len(path.parts) > 1 else path.name


def house_of(room: str) -> str:
    return room.split("/")[0]


def is_seen(room: str, target: str) -> bool:
    """Whether a file of one sub-room may include one of another."""
    seen = ROOMS[room].split()
    return target in (room, *seen) or house_of(target) + "/*" in seen


def included_room(header: str, path: Path, root: Path) -> str | None:
    """The sub-room an included file lives in, None when it is not ours."""
    source = (root / "src").resolve()
    for place in (source / header, source / path.parent / header):
        file = place.resolve()
        if file.is_file() and source in file.parents:
            return room_of(file.relative_to(source))
    return None


def arrows(root: Path) -> Iterator[str]:
    """Who includes whom: the arrows of ROOMS; and who sees the world."""
    for path, text in sources(root):
        room = room_of(path)
        if room not in ROOMS:
            yield f"src/{path}: stands in no room"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if not (match := INCLUDE.match(line)):
                continue
            header = match[1]
            target = included_room(header, path, root)
            if target is not None and not is_seen(room, target):
                yield f"src/{path}:{number}: {room} may not include {target} ({header})"
            if header in UNSEEN_HEADERS.get(house_of(room), ()) or (
                    house_of(room) in PURE and header.startswith(UNSEEN_LIBRARIES)):
                yield f"src/{path}:{number}: {room} may not include {header}"
    for path, number, call in lines_with(UNSEEN_CALLS, root):
        if house_of(room_of(path)) in PURE:
            yield f"src/{path}:{number}: {room_of(path)} may not use {call}"


def sizes(root: Path) -> Iterator[str]:
    """No source file is longer than a reader's patience, and main.cpp reads at a glance."""
    for path, text in sources(root):
        length = len(text.splitlines())
        longest = LONGEST_MAIN if path == MAIN else LONGEST_FILE
        if length > longest:
            yield f"src/{path}: {length} lines, at most {longest}"


def printing(root: Path) -> Iterator[str]:
    """The standard streams are named in main.cpp only."""
    for path, number, call in lines_with(PRINTING, root):
        if path != MAIN:
            yield f"src/{path}:{number}: prints by itself ({call})"


def rounding(root: Path) -> Iterator[str]:
    """Rounding is done by one part, whose files say so in their name."""
    for path, number, call in lines_with(ROUNDING, root):
        if "rounding" not in path.name:
            yield f"src/{path}:{number}: rounds by itself ({call})"


def project_files(root: Path) -> list[Path]:
    """What is, or is about to be, under version control."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=root, check=True, capture_output=True).stdout
    paths = [Path(name) for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in sorted(set(paths)) if (root / path).is_file()]


def selfcontained(root: Path) -> Iterator[str]:
    """No path of one machine anywhere, nothing unfinished in src and tests."""
    for path in project_files(root):
        text = (root / path).read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if match := OTHER_PLACES.search(line):
                yield f"{path}:{number}: a path outside the project ({match[0]})"
            if path.parts[0] in ("src", "tests") and (match := UNFINISHED.search(line)):
                yield f"{path}:{number}: unfinished ({match[0]})"


def layout(root: Path) -> Iterator[str]:
    """What clang-format would write otherwise; .clang-format says how."""
    files = [str(path) for path in project_files(root)
             if path.suffix in (".hpp", ".cpp") and path.parts[0] in ("src", "tests")]
    run = subprocess.run(["clang-format-16", "--dry-run", *files], cwd=root, capture_output=True,
                         text=True, encoding="utf-8", check=False)
    yield from sorted({line.partition(": warning:")[0].rpartition(":")[0] + ": not as clang-format lays it out"
                       for line in run.stderr.splitlines() if ": warning:" in line})
    if run.returncode:
        yield run.stderr


def codes(root: Path) -> Iterator[str]:
    """Every error and warning code is shown by a golden test, or provoked where the world has to
    fail for it (failures.py), golden tests show no other, and the manual lists each."""
    catalogue = (root / "src" / "core" / "case" / "codes.def").read_text("utf-8")
    known = set(re.findall(r"^\s*\w+\(\s*([EW]\d{3})\b", catalogue, re.MULTILINE))
    golden = root / "tests" / "golden"
    shown = {code for name in ("stdout", "stderr") for path in golden.rglob(name)
             for code in re.findall(r"[\[,]([EW]\d{3})[\],]", path.read_text("utf-8", "replace"))}
    failures = (root / "tests" / "tools" / "failures.py").read_text("utf-8")
    shown |= set(re.findall(r"\[([EW]\d{3})\]", failures))
    if not known:
        yield "src/core/case/codes.def: no code found"
    for code in sorted(known - shown):
        yield f"{code}: no case in tests/golden shows it"
    for page in (root / "man" / "billijk.1", root / "man" / "nl" / "billijk.1"):
        listed = set(re.findall(r"^\.It ([EW]\d{3})$", page.read_text("utf-8"), re.MULTILINE))
        for code in sorted(known ^ listed):
            yield f"{page.relative_to(root)}: {code} is {'not listed' if code in known else 'no code'}"
    for code in sorted(shown - known):
        yield f"{code}: in tests/golden but not in src/core/case/codes.def"


def main() -> int:
    checks = {check.__name__: check for check in
              (arrows, sizes, printing, rounding, selfcontained, layout, codes, languages,
               lint_man.man)}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("check", choices=checks)
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    parser.add_argument("--program", type=Path, help="needed by man")
    options = parser.parse_args()
    check = checks[options.check]
    arguments = (options.root, options.program) if check is lint_man.man else (options.root,)
    findings = list(check(*arguments))
    print("\n".join(findings) or f"{options.check}: nothing found")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
