"""Speed of `billijk audit`: 100,000 rows without a dossier, and the made set of 342 with one.

The rows state what differs between contracts (parties, tariff, unit, days, volume) and, in the second
file, figures of the cost price too, so that every row is computed anew.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
AS_OF = ["--as-of", "2026-11-22"]


def rows(path: Path, count: int, own_figures: bool) -> None:
    with path.open("w") as out:
        out.write("id,region,contract.municipality,contract.provider,contract.tariff,contract.volume,contract.start,contract.end"
                  + (",hours.sickness,overhead.percent,travel.minutes" if own_figures else "") + "\n")
        for i in range(count):
            out.write(f"c{i},r{i % 12},gemeente {i % 342},aanbieder {i % 61},{36 + i * 7 % 1000 / 100:.2f},{1000 + i % 9000},"
                      f"2025-{1 + i % 6:02}-01,{2026 + i % 4}-12-31"
                      + (f",{4 + i % 50 / 10},{12 + i % 9},{i % 7}" if own_figures else "") + "\n")


def seconds(command: list[str], folder: Path) -> float:
    begin = time.perf_counter()
    result = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(result.stderr.decode())
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=HERE.parents[1] / "build/release/billijk")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    program = str(options.program.resolve())
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        text = (HERE.parent / "audit/base.toml").read_text("utf-8")
        (folder / "base.toml").write_text(text.replace("start      = 2025-01-01", 'indexation = { series = "nl/vng-90-10" }'
                                                       "\nstart      = 2025-01-01"), "utf-8")
        rows(folder / "parties.csv", options.count, False)
        rows(folder / "figures.csv", options.count, True)
        subprocess.run([sys.executable, HERE.parent / "tools/audit.py", "--program", program, "--keep", folder / "set"],
                       check=True, stdout=subprocess.DEVNULL)
        runs = {f"{options.count:,} rows, parties, text": ["base.toml", "--rows", "parties.csv"],
                f"{options.count:,} rows, figures, text": ["base.toml", "--rows", "figures.csv"],
                f"{options.count:,} rows, figures, CSV": ["base.toml", "--rows", "figures.csv", "--format", "csv"],
                f"{options.count:,} rows, figures, JSON": ["base.toml", "--rows", "figures.csv", "--format", "json"],
                "342 case files, text": ["set/files"],
                "342 case files, a page": ["set/files", "--format", "html"],
                "342 case files with dossier": ["set/files", "--dossier", "evidence"]}
        for name, words in runs.items():
            best = min(seconds([program, "audit", *words, *AS_OF], folder) for _ in range(options.rounds))
            print(f"{name}: {best:.2f} s")
        shutil.rmtree(folder / "evidence")


if __name__ == "__main__":
    main()
