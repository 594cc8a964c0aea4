"""What looking ahead costs: `forecast` beside `check`, `batch --forecast-until` beside `batch`.

The case is that of the worked forecast of ten years; four clauses are laid beside its own. Runs are
paired: each round runs everyone once, and the medians of their processor time are compared.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
CASE = "forecast-ten-years.toml"
CLAUSES = ("none", "3.5", "nl/vng-90-10", "nl/vng-90-10:cap=3:lag=1")


def processor_seconds(command: list[str], folder: Path) -> float:
    before = os.times()
    code = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    after = os.times()
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed: exit {code}")
    return after.children_user - before.children_user + after.children_system - before.children_system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=HERE.parents[1] / "build/release/billijk")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    program = str(options.program.resolve(strict=True))
    with tempfile.TemporaryDirectory(prefix="billijk-bench-") as name:
        folder = Path(name)
        shutil.copy(HERE.parent / "worked/cases" / CASE, folder)
        draw = random.Random(1)
        rows = [f"{draw.randint(3800, 4600) / 100},{draw.randint(1000, 90_000)},{draw.randint(50, 90) / 10}\n"
                for _ in range(options.count)]
        (folder / "rows.csv").write_text("contract.tariff,contract.volume,hours.sickness\n" + "".join(rows))
        batch = [program, "batch", CASE, "rows.csv", "-o", "out.csv", "--force", "--threads", "2"]
        # Ten of each, for a run takes little more than the clock shows.
        runs = {"check": ([program, "check", CASE], 10),
                "forecast, 10 years, 3 paths, 4 clauses": ([program, "forecast", CASE, *(word for clause in CLAUSES for word in ("--clause", clause))], 10),
                f"batch, {options.count:,} rows": (batch, 1),
                f"batch, {options.count:,} rows, 10 years": ([*batch, "--forecast-until", "2035"], 1)}
        times: dict[str, list[float]] = {run: [] for run in runs}
        for _ in range(options.rounds):
            for run, (command, repeats) in runs.items():
                times[run].append(sum(processor_seconds(command, folder) for _ in range(repeats)) / repeats)
        medians = {run: statistics.median(found) for run, found in times.items()}
        plain = None
        for run, seconds in medians.items():
            plain = seconds if plain is None or run.endswith(" rows") else plain
            print(f"{run:42} {seconds * 1000:8.1f} ms of processor  x {seconds / plain:5.2f}")


if __name__ == "__main__":
    main()
