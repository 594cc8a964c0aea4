"""Speed of `billijk batch`: rows per second, peak memory, exact fallbacks, ratio to others.

Makes its own rows (13 columns) on plain.toml. Against mawk with the same model in doubles and,
where BILLIJK_BENCH_DUCKDB names a folder with npm's @duckdb/node-api, DuckDB with it in SQL.
Runs are paired: each round runs everyone once, and the medians are compared.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent


def timed(command: list[str], folder: Path, **options) -> tuple[float, int]:
    """Wall seconds and peak KiB of a command: by GNU time, for a child of this process inherits its peak."""
    peak = folder / "peak"
    begin = time.perf_counter()
    code = subprocess.run(["/usr/bin/time", "--quiet", "-f", "%M", "-o", peak, *command], cwd=folder, stderr=subprocess.DEVNULL,
                          check=False, **options).returncode
    seconds = time.perf_counter() - begin
    if code not in (0, 1):
        raise SystemExit(f"{command[0]} failed: exit {code}")
    return seconds, int(peak.read_text("utf-8"))


def batch(program: Path, threads: int, *flags: str) -> list[str]:
    return [str(program), "batch", "plain.toml", "rows.csv", "-o", "out.csv", "--fail-on", "never",
            "--threads", str(threads), *flags]


def with_files(folder: Path, count: int) -> None:
    """40 case files with other periods and scales, and the same rows spread over them."""
    text = (folder / "plain.toml").read_text()
    scale = text.replace('hourly = 16.40\nminimum_wage = "none"', 'scale = "nl/cao-vvt-hbh"\nmix = { "0" = 20, "5" = 80 }')
    for i in range(40):
        case = (scale if i % 2 else text).replace("2026-01-01", f"2026-{1 + i % 12:02}-01")
        (folder / f"case{i}.toml").write_text(case)
    with open(folder / "rows.csv") as rows, open(folder / "rows40.csv", "w") as out:
        names = next(rows).rstrip("\n").split(",")
        hourly = names.index("wage.hourly")
        out.write("case," + ",".join(names) + "\n")
        for number, line in enumerate(rows):
            cells = line.rstrip("\n").split(",")
            if number % 40 % 2:
                cells[hourly] = ""
            out.write(f"case{number % 40}.toml," + ",".join(cells) + "\n")


RANGED = ("holiday_allowance", "year_end_bonus", "leave", "sickness", "training", "meetings", "minutes",
          "kilometres", "rate", "expenses", "amount")


def with_ranges(folder: Path) -> None:
    """Rows of a wage and a tariff, and the case for them with a range on 11 of its numbers and with none."""
    lines = (folder / "plain.toml").read_text().splitlines()
    for i, line in enumerate(lines):
        key, _, value = line.partition(" = ")
        if key in RANGED:
            lines[i] = f"{key} = {{ value = {value}, low = {float(value) * 0.9:.4f}, high = {float(value) * 1.2:.4f} }}"
    (folder / "ranged.toml").write_text("\n".join(lines) + "\n")
    with open(folder / "rows.csv") as rows, open(folder / "narrow.csv", "w") as out:
        names = next(rows).rstrip("\n").split(",")
        places = [names.index(name) for name in ("id", "wage.hourly", "contract.tariff")]
        out.write("id,wage.hourly,contract.tariff\n")
        for line in rows:
            cells = line.rstrip("\n").split(",")
            out.write(",".join(cells[place] for place in places) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, default=HERE.parents[1] / "build/release/billijk")
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    program = options.program.resolve(strict=True)
    with tempfile.TemporaryDirectory(prefix="billijk-bench-") as name:
        folder = Path(name)
        shutil.copy(HERE / "plain.toml", folder)
        with open(folder / "rows.csv", "wb") as out:
            subprocess.run([sys.executable, HERE / "make_rows.py", "--count", str(options.count)], check=True, stdout=out)
        with_files(folder, options.count)
        with_ranges(folder)
        runs = {"billijk, 1 thread": batch(program, 1), "billijk, 2 threads": batch(program, 2),
                "billijk, 40 cases, 2 threads": [str(program), "batch", "rows40.csv", "-o", "out.csv", "--fail-on", "never", "--threads", "2"]}
        for label, case in (("no ranges", "plain.toml"), ("11 ranges", "ranged.toml")):
            runs[f"billijk, 3 columns, {label}"] = [str(program), "batch", case, "narrow.csv", "-o", "out.csv",
                                                    "--fail-on", "never", "--threads", "2"]
        if shutil.which("mawk"):
            runs["mawk"] = ["sh", "-c", f"mawk -f '{HERE / 'model.awk'}' rows.csv > awk.csv"]
        duckdb = os.environ.get("BILLIJK_BENCH_DUCKDB")
        if duckdb:
            runs["DuckDB, 2 threads"] = ["node", str(HERE / "duckdb.cjs"), duckdb, "rows.csv", "duckdb.csv"]
        times: dict[str, list[float]] = {run: [] for run in runs}
        peaks: dict[str, int] = {}
        for _ in range(options.rounds):
            for run, command in runs.items():
                seconds, peak = timed(command, folder)
                times[run].append(seconds)
                peaks[run] = max(peaks.get(run, 0), peak)
        medians = {run: statistics.median(found) for run, found in times.items()}
        for run, seconds in medians.items():
            ratio = seconds / medians["billijk, 2 threads"]
            print(f"{run:30} {seconds:7.3f} s  {options.count / seconds:12,.0f} rows/s  {peaks[run] / 1024:7.1f} MiB  x {ratio:5.2f}")
        subprocess.run(batch(program, 2, "--summary", "json", "--summary-file", "summary.json"), cwd=folder, stderr=subprocess.DEVNULL)
        exact = [line for line in (folder / "summary.json").read_text().splitlines() if '"exact_rows"' in line][0]
        share = int(exact.split(":")[1].rstrip(",")) / options.count
        print(f"exact fallbacks: {share:.6%} of the rows")


if __name__ == "__main__":
    main()
