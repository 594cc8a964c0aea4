"""How much of each room of src the unit, worked and property tests run; too little fails.

`python3 tests/tools/coverage.py --build build/coverage` after those tests. gcovr counts.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {"core": 95, "analysis": 90, "io": 90, "report": 90}  # percent of lines


def files_of(build: Path) -> list[dict]:
    """gcovr's count of each source."""
    done = subprocess.run(["gcovr", "--root", str(ROOT), "--filter", "src/", "--exclude-throw-branches", "-j", "2",
                           "--json-summary", "-", str(build)],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)["files"]


def percent(files: list[dict]) -> float:
    total = sum(file["line_total"] for file in files)
    return 100 * sum(file["line_covered"] for file in files) / total if total else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=Path, required=True)
    files = files_of(parser.parse_args().build)
    failed = 0
    for room, floor in FLOORS.items():
        inside = [file for file in files if file["filename"].startswith(f"src/{room}/")]
        reached = percent(inside)
        failed += reached < floor
        print(f"{room}: {reached:.1f} % of lines, at least {floor}")
        for file in sorted(inside, key=lambda file: file["line_covered"] - file["line_total"])[:8]:
            missed = file["line_total"] - file["line_covered"]
            if reached < floor and missed:
                print(f"  {file['filename']}: {missed} of {file['line_total']} lines not run")
    print(f"{len(FLOORS) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
