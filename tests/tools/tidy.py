"""clang-tidy over every source of src that a build folder's compile_commands.json names.

Also clang-include-cleaner, for the headers of the project that a source includes and does not use.
Of other headers it knows too little: it takes <algorithm> for unused beside std::ranges, and any
header that only includes others.

Read is what differs from the commit that .ci/tidied names, and what includes that, the texts of a
language aside, in which there is nothing to read; everything when .clang-tidy or CMakePresets.json
differs too, when that commit is not at hand, or with BILLIJK_CI=full. When all has been read,
nothing found and everything is committed, .ci/tidied moves to that commit.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

JOBS = 2
ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
TEXTS = "src/report/language/"
TIDIED = ROOT / ".ci" / "tidied"
INCLUDE = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
UNUSED_HEADER = re.compile(r'^- ("[^"]+\.hpp") @Line:(\d+)$', re.MULTILINE)
# The build may be g++'s: its flags are in the database, and clang does not know all of them.
FOREIGN_FLAGS = ("-Wno-unknown-warning-option", "-Wno-ignored-optimization-argument",
                 "-Wno-unused-command-line-argument")


def sources(build: Path) -> list[Path]:
    """The files of src the build compiles."""
    entries = json.loads((build / "compile_commands.json").read_text("utf-8"))
    files = {(Path(entry["directory"]) / entry["file"]).resolve() for entry in entries}
    return sorted(file for file in files if SOURCE in file.parents and file.suffix == ".cpp")


def git(*arguments: str) -> str | None:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def changed() -> set[Path] | None:
    """The files that differ from the commit read last; nothing when everything is to be read."""
    if os.environ.get("BILLIJK_CI") == "full" or not TIDIED.exists():
        return None
    differing = git("diff", "--name-only", TIDIED.read_text("utf-8").strip(), "--")
    untracked = git("ls-files", "--others", "--exclude-standard")
    if differing is None or untracked is None:
        return None
    names = differing.split() + untracked.split()
    if any(name in (".clang-tidy", "CMakePresets.json") for name in names):
        return None
    return {ROOT / name for name in names if not name.startswith(TEXTS)}


def with_includers(files: set[Path]) -> set[Path]:
    """These files and every file of src that includes one of them, directly or through others."""
    includes = {file: {SOURCE / name for name in INCLUDE.findall(file.read_text("utf-8"))}
                for file in SOURCE.rglob("*.[ch]pp")}
    found = set(files)
    while more := {file for file, names in includes.items() if names & found} - found:
        found |= more
    return found


def clang_tool(name: str, build: Path, file: Path, *flags: str) -> subprocess.CompletedProcess:
    extra = [f"--extra-arg={flag}" for flag in FOREIGN_FLAGS]
    return subprocess.run([name, "-p", str(build), *flags, *extra, str(file)],
                          capture_output=True, text=True, encoding="utf-8", check=False)


def findings(build: Path, file: Path) -> str:
    """What there is to say of a file, empty when all is well."""
    tidy = clang_tool("clang-tidy-16", build, file, "--quiet")
    # On stderr it counts the warnings it left out, which is of interest only when it failed.
    report = tidy.stdout + (tidy.stderr if tidy.returncode else "")
    cleaner = clang_tool("clang-include-cleaner-16", build, file, "--print=changes", "--insert=0")
    if cleaner.returncode:
        return report + cleaner.stderr
    return report + "".join(f"{file}:{line}: {header} is included and not used\n"
                            for header, line in UNUSED_HEADER.findall(cleaner.stdout))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("file", type=Path, nargs="*", help="only these")
    options = parser.parse_args()
    wanted = {file.resolve() for file in options.file} or changed()
    files = sources(options.build)
    if wanted is not None:
        among = wanted if options.file else with_includers(wanted)
        files = [file for file in files if file in among]
    with ThreadPoolExecutor(JOBS) as pool:
        reports = list(pool.map(lambda file: findings(options.build, file), files))
    print("".join(reports), end="")
    failed = sum(bool(report) for report in reports)
    print(f"{len(files) - failed} passed, {failed} failed, 0 skipped")
    if wanted is None and not failed and not git("status", "--porcelain"):
        TIDIED.write_text(git("rev-parse", "HEAD") or "", "utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
