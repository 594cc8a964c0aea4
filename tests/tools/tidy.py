"""clang-tidy over every source of src that a build folder's compile_commands.json names.

Also clang-include-cleaner, for the headers of the project that a source includes and does not use.
Of other headers it knows too little: it takes <algorithm> for unused beside std::ranges, and any
header that only includes others.
"""

import argparse
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

JOBS = 2
SOURCE = Path(__file__).resolve().parents[2] / "src"
UNUSED_HEADER = re.compile(r'^- ("[^"]+\.hpp") @Line:(\d+)$', re.MULTILINE)
# The build may be g++'s: its flags are in the database, and clang does not know all of them.
FOREIGN_FLAGS = ("-Wno-unknown-warning-option", "-Wno-ignored-optimization-argument",
                 "-Wno-unused-command-line-argument")


def sources(build: Path) -> list[Path]:
    """The files of src the build compiles."""
    entries = json.loads((build / "compile_commands.json").read_text("utf-8"))
    files = {(Path(entry["directory"]) / entry["file"]).resolve() for entry in entries}
    return sorted(file for file in files if SOURCE in file.parents and file.suffix == ".cpp")


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
    wanted = {file.resolve() for file in options.file}
    files = [file for file in sources(options.build) if not wanted or file in wanted]
    with ThreadPoolExecutor(JOBS) as pool:
        reports = list(pool.map(lambda file: findings(options.build, file), files))
    print("".join(reports), end="")
    failed = sum(bool(report) for report in reports)
    print(f"{len(files) - failed} passed, {failed} failed, 0 skipped")
    return 0 if files and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
