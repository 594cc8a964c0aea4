"""Seeded faults: does any test notice? Run by hand, it takes a quarter of a minute a fault and more.

    python3 tests/tools/mutate.py --work /var/tmp/mutate --count 200 --seed 1

Draws faults over the .cpp files of src/core and src/analysis (a comparison moved, a sign turned, a
condition made true or false, a statement dropped, ...), seeds them one by one in a copy of the
project below --work, builds, and runs the suites until one fails. The project itself is only read,
the copy is kept: a second run builds what changed. The same seed draws the same faults while src is
the same; `--only 3,17` runs those of the draw alone. A fault listed in mutate_equal.txt changes no
result: it is drawn and not counted. Exit 1 when a fault survives.
"""

import argparse
import contextlib
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from lint import NOT_CODE, project_files

ROOT = Path(__file__).parents[2]
EQUAL = Path(__file__).with_name("mutate_equal.txt")
MOST_BYTES = 4 << 30  # a fault may ask for memory without end
BUILD_SECONDS = 1800
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "COLUMNS": "80",
               "CCACHE_SLOPPINESS": "pch_defines,time_macros", "PYTHONDONTWRITEBYTECODE": "1"}
# An index out of bounds ends the program instead of finding something.
FLAGS = "-O0 -D_GLIBCXX_ASSERTIONS"

SWAPS = {"<": "<=", ">": ">=", "==": "!=", "&&": "||", "+": "-", "*": "/", "+=": "-=", "++": "--",
         "true": "false", "min": "max", "any_of": "all_of", "lower_bound": "upper_bound",
         "End::low": "End::high", "front()": "back()"}
SWAPS |= {after: before for before, after in SWAPS.items()} | {"!": ""}
# An operator stands between spaces, as clang-format sets it; brackets of templates do not.
SWAPPED = re.compile(
    r"(?<= )(?:[<>=!]=|[-+]=|&&|\|\||[<>+*/-])(?=\s)|(?:\+\+|--)(?=\w)|!(?=[\w(*])|\b(?:true|false"
    r"|(?:min|max)(?=\()|(?:any|all)_of|(?:lower|upper)_bound|End::(?:low|high)|(?:front|back)\(\))(?!\w)")
NUMBER = re.compile(r"(?<![\w.'<])(?<!case )\d+(?![\w.'>])")
CONDITION = re.compile(r"\b(if|while) \(")
STATEMENT = re.compile(r"^ +(?!return|break|continue|using|throw)(\w[\w.:\[\]*>-]+(?:\(.*\))?(?: [-+*/|]?= .*)?);$",
                       re.MULTILINE)
PROCEDURE = re.compile(r"\bvoid [\w:]+\([^{};]*\)(?: const)? \{(?!\})")
SET_ASIDE = re.compile(r"^ *#.*$|\b(?:static_)?assert\(", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    path: str
    begin: int
    end: int
    put: str
    line: int
    before: str  # the lines it touches, without the spaces around them
    after: str


def closing(code: str, opening: int) -> int:
    """Where the bracket opened there is closed."""
    depth = 0
    for place in range(opening, len(code)):
        depth += (code[place] == "(") - (code[place] == ")")
        if depth == 0:
            return place
    return len(code)


def bare_code(text: str) -> str:
    """As long as the text, with spaces for comments, strings, directives and assertions."""
    def spaces(piece: str) -> str:
        return re.sub(r"[^\n]", " ", piece)
    code = NOT_CODE.sub(lambda match: spaces(match[0]), text)
    while match := SET_ASIDE.search(code):
        end = closing(code, match.end() - 1) + 1 if match[0].endswith("(") else match.end()
        code = code[:match.start()] + spaces(code[match.start():end]) + code[end:]
    return code


def changes(text: str, code: str) -> Iterator[tuple[int, int, str]]:
    """From where to where, and what is put there instead."""
    for match in SWAPPED.finditer(code):
        line = text[text.rfind("\n", 0, match.start()) + 1:text.find("\n", match.end())]
        if match[0] not in ("+", "+=") or '"' not in line:  # texts have no minus
            yield *match.span(), SWAPS[match[0]]
    for match in NUMBER.finditer(code):
        yield *match.span(), str(int(match[0]) + 1)
        if int(match[0]) > 0:
            yield *match.span(), str(int(match[0]) - 1)
    for match in CONDITION.finditer(code):
        end = closing(code, match.end() - 1)
        begin = max(match.end(), code.rfind("; ", match.end(), end) + 2)
        if not re.search(r"[^=!<>]=[^=]", code[begin:end]):  # what it declares is needed
            for put in ("true", "false") if match[1] == "if" else ("false",):
                yield begin, end, put
    for match in STATEMENT.finditer(code):
        if code[:match.start()].rstrip().endswith((";", "{", "}", ")", "else", ":")):
            yield *match.span(1), ""
    for match in PROCEDURE.finditer(code):
        yield match.end(), match.end(), " return;"


def faults_of(file: Path) -> Iterator[Fault]:
    path, text = file.relative_to(ROOT).as_posix(), file.read_text("utf-8")
    for begin, end, put in changes(text, bare_code(text)):
        first = text.rfind("\n", 0, begin) + 1
        last = text.find("\n", end)
        before = " ".join(text[first:last].split())
        after = " ".join((text[first:begin] + put + text[end:last]).split())
        yield Fault(path, begin, end, put, text.count("\n", 0, begin) + 1, before, after)


def equal_faults() -> set[tuple[str, str, str]]:
    """Path, line and changed line of the faults that change no result: blocks of four lines."""
    if not EQUAL.exists():
        return set()
    blocks = [block.split("\n") for block in EQUAL.read_text("utf-8").strip().split("\n\n")]
    return {(path, before.removeprefix("- "), after.removeprefix("+ "))
            for path, before, after, _ in (block[:4] for block in blocks)}


def ended(command: list[str], seconds: float, folder: Path | None = None) -> str:
    """How a command ended: "well", "badly" or "too slow"; nothing it started is left."""
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, start_new_session=True,
                          preexec_fn=limited) as process:
        try:
            return "badly" if process.wait(seconds) else "well"
        except subprocess.TimeoutExpired:
            return "too slow"
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


class Workshop:
    """The copy of the project in which faults are seeded, and its build."""

    def __init__(self, work: Path, jobs: int):
        self.source = work / "source"
        self.build = work / "build"
        self.jobs = jobs
        tests, properties = (str(self.build / "tests" / name) for name in ("billijk_tests", "billijk_properties"))
        golden = ["--program", str(self.build / "billijk"), "--folder", "tests/golden"]
        self.suites = {
            "unit": ("billijk_tests", [tests, "--abort"]),
            "golden": ("billijk", [sys.executable, "tests/tools/golden.py", *golden]),
            "property": ("billijk_properties", [properties, "--abort"])}
        self.seconds = {suite: float(BUILD_SECONDS) for suite in self.suites}

    def prepare(self) -> None:
        """Copies what differs, builds it, and takes the time of each suite."""
        paths = project_files(ROOT)
        for old in [path for path in self.source.rglob("*") if path.is_file()]:
            if old.relative_to(self.source) not in paths:
                old.unlink()
        for path in paths:
            copy = self.source / path
            if not copy.exists() or copy.read_bytes() != (ROOT / path).read_bytes():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / path, copy)
        faster = {"ccache": "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache",
                  "ld.lld": "-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=lld"}
        configure = ["cmake", "-S", str(self.source), "-B", str(self.build), "-G", "Ninja",
                     "-DCMAKE_BUILD_TYPE=Debug", f"-DCMAKE_CXX_FLAGS_DEBUG={FLAGS}",
                     *(option for tool, option in faster.items() if shutil.which(tool))]
        if ended(configure, BUILD_SECONDS) != "well":
            sys.exit("the project cannot be configured")
        for suite in self.suites:
            begin = time.monotonic()
            if (how := self.passes(suite)) != "well":
                sys.exit(f"without a fault: {suite} {how}")
            self.seconds[suite] = 30 + 6 * (time.monotonic() - begin)

    def passes(self, suite: str) -> str:
        target, command = self.suites[suite]
        ninja = ["ninja", f"-j{self.jobs}", "-C", str(self.build), target]
        if (how := ended(ninja, BUILD_SECONDS)) != "well":
            return "is not built" if how == "badly" else how
        return ended(command, self.seconds[suite], self.source)

    def fate(self, fault: Fault) -> str:
        place = self.source / fault.path
        text = place.read_text("utf-8")
        place.write_text(text[:fault.begin] + fault.put + text[fault.end:], "utf-8")
        try:
            for suite in self.suites:
                how = self.passes(suite)
                if how == "is not built":
                    return "does not compile"
                if how != "well":
                    return f"killed by {suite}" + (", too slow" if how == "too slow" else "")
            return "SURVIVED"
        finally:
            place.write_text(text, "utf-8")


def drawn(count: int, seed: int) -> list[Fault]:
    """Sorted by place: the next fault of a file is one compilation, that of another is two."""
    files = [path for room in ("core", "analysis") for path in sorted((ROOT / "src" / room).rglob("*.cpp"))]
    every = [fault for path in files for fault in faults_of(path)]
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    return sorted(chosen, key=lambda fault: (fault.path, fault.begin, fault.put))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="folder for the copy and its build")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="numbers of the draw, as 3,17")
    parser.add_argument("--list", action="store_true", help="show the draw, build nothing")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()

    faults = dict(enumerate(drawn(options.count, options.seed), 1))
    if options.only:
        faults = {int(number): faults[int(number)] for number in options.only.split(",")}
    equal = equal_faults()
    workshop = Workshop(options.work.resolve(), options.jobs)
    if not options.list:
        workshop.prepare()
    fates: Counter[str] = Counter()
    for number, fault in faults.items():
        is_equal = (fault.path, fault.before, fault.after) in equal
        fate = "equal" if is_equal else "drawn" if options.list else workshop.fate(fault)
        fates[fate] += 1
        print(f"{number}: {fault.path}:{fault.line}: {fate}\n    - {fault.before}\n    + {fault.after}",
              flush=True)
    killed = sum(number for fate, number in fates.items() if fate.startswith("killed"))
    print(", ".join(f"{number} {fate}" for fate, number in sorted(fates.items())))
    if counted := killed + fates["SURVIVED"]:
        print(f"{killed} of {counted} that can change a result killed: {100 * killed / counted:.1f} %")
    return 1 if fates["SURVIVED"] else 0


if __name__ == "__main__":
    sys.exit(main())
