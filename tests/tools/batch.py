"""`billijk batch` on files too large or too broken for a golden folder.

Any number of threads gives the same bytes; parallel pieces are the single run; a file cut anywhere
is read or refused, never a crash; a run that is stopped leaves nothing under the final name.
"""

import argparse
import csv
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from sandbox import Result, Sandbox

TOOLS = Path(__file__).parent
ROWS = TOOLS.parent / "bench" / "make_rows.py"
CASE = TOOLS.parent / "bench" / "plain.toml"
MODES = ("half_up", "half_even", "up", "down")


def rows(count: int, *flags: str) -> bytes:
    return subprocess.run([sys.executable, str(ROWS), "--count", str(count), *flags],
                          check=True, capture_output=True).stdout


class Checks:
    def __init__(self, program: Path):
        self.program = program
        self.failures: list[str] = []

    def expect(self, holds: bool, what: str) -> None:
        if not holds:
            self.failures.append(what)

    def batch(self, text: bytes, *flags: str, **options) -> Result:
        with Sandbox(self.program) as sandbox:
            shutil.copy(CASE, sandbox.folder)
            return sandbox.billijk("batch", "plain.toml", "-", *flags, stdin=text, **options)

    def threads(self) -> None:
        """More than three pieces of 256 KiB for each of seven threads."""
        text = rows(100_000)
        one = self.batch(text, "--threads", "1", "--summary", "json", "--group-by", "region")
        self.expect(one.exit == 1, f"threads: exit {one.exit}")
        for count in ("2", "7"):
            other = self.batch(text, "--threads", count, "--summary", "json", "--group-by", "region")
            self.expect(one == other, f"threads: {count} threads give other bytes than one")

    def same_as_exact(self) -> None:
        """Columns of lines make every row exact: all other cells are the same."""
        columns = "tariff,wage_floor,cost_price,fair_tariff,ceiling,zone,distance,distance_percent,distance_year,message"
        # Nothing divides by the hours left, and charges have few digits.
        ends = [part for setting in ("obligations.hours=0", "training.expenses=0", "supplements.year_end_bonus=8",
                                     "employer_charges.percent=25") for part in ("--set", setting)]
        for name, text, settings in (("plain", rows(10_000), []), ("ties", rows(10_000, "--ties"), ends)):
            for mode in MODES:
                flags = (*settings, "--set", f"rounding.mode={mode}")
                fast = self.batch(text, "--columns", columns, "--summary", "json", *flags)
                exact = self.batch(text, "--columns", columns + ",wage", *flags).stdout
                exact = b"".join(line.rsplit(b",", 1)[0] + b"\n" for line in exact.splitlines())
                self.expect(fast.stdout == exact, f"exact: {mode} {name} differs")
                exact_rows = json.loads(fast.stderr[fast.stderr.index(b"{"):])["exact_rows"]
                self.expect((exact_rows > 100) == (name == "ties"), f"exact: {mode} {name}: {exact_rows} rows in exact numbers")

    def same_as_check(self) -> None:
        """Rows against `billijk check` with the same settings, without ranges and with them."""
        self.compare_with_check([])
        ends = ("training.expenses.low=100", "training.expenses.high=400", "supplements.year_end_bonus.low=5",
                "employer_charges.percent.low=20", "employer_charges.percent.high=29")
        self.compare_with_check([part for end in ends for part in ("--set", end)])

    def compare_with_check(self, flags: list[str]) -> None:
        table = list(csv.DictReader(io.StringIO(rows(40).decode())))
        found = list(csv.DictReader(io.StringIO(self.batch(rows(40), *flags).stdout.decode())))
        certain = {cells["certain"] for cells in found}
        self.expect(certain == ({"true", "false"} if flags else {"true"}), f"check: rows are certain: {certain}")
        with Sandbox(self.program) as sandbox:
            shutil.copy(CASE, sandbox.folder)
            for row, cells in zip(table, found, strict=True):
                settings = [part for key, value in row.items() if "." in key for part in ("--set", f"{key}={value}")]
                text = sandbox.billijk("check", "plain.toml", *flags, *settings, "--format", "csv").stdout.decode()
                wanted = {(line["section"], line["key"]): line for line in csv.DictReader(io.StringIO(text))}
                self.expect(wanted["verdict", "zone"]["value"] == cells["zone"], f"check: zone of row {row['id']}")
                for key in ("certain", "provisional"):
                    self.expect(wanted["verdict", key]["value"] == cells[key], f"check: {key} of row {row['id']}")
                document = json.loads(sandbox.billijk("check", "plain.toml", *flags, *settings, "--format", "json").stdout)
                self.expect(len(document["warnings"]) == int(cells["warnings"]), f"check: warnings of row {row['id']}")
                for key in ("wage_floor", "cost_price", "fair_tariff", "ceiling"):
                    self.expect(float(wanted["total", key]["rounded"]) == float(cells[key]), f"check: {key} of row {row['id']}")
                for key, cell in (("per_hour", "distance"), ("percent", "distance_percent"), ("per_year", "distance_year")):
                    value = wanted["distance", "cost_price." + key]["value"]
                    self.expect(float(value) == float(cells[cell]), f"check: {cell} of row {row['id']}")

    def parallel(self) -> None:
        if shutil.which("parallel") is None:
            print("parallel is not there: skipped")
            return
        with Sandbox(self.program) as sandbox:
            shutil.copy(CASE, sandbox.folder)
            (sandbox.folder / "rows.csv").write_bytes(rows(20_000))
            single = sandbox.billijk("batch", "plain.toml", "rows.csv", "--fail-on", "never").stdout
            pieces = sandbox.shell("parallel --will-cite -k --pipepart -a rows.csv --header : --block 200k 'billijk batch plain.toml -"
                                   " --no-header --delimiter , --decimal . --fail-on never'")
            header = single.split(b"\n", 1)[0] + b"\n"
            self.expect(header + pieces.stdout == single, f"parallel: other bytes than a single run {pieces.stderr[:200]!r}")

    def cuts(self) -> None:
        """Every cut of the first kilobyte: whole cells are read, all else is an error."""
        lines = rows(15).split(b"\n")
        for i, line in enumerate(lines[1:-1], 1):
            number, region, rest = line.split(b",", 2)
            lines[i] = number + b',"' + region + b', ""west""",' + rest
        text = b"\n".join(lines)
        header_end = text.index(b"\n")
        for cut in range(0, 1025):
            piece = text[:cut]
            result = self.batch(piece)
            self.expect(result.exit in (0, 1, 2), f"cut at {cut}: exit {result.exit}")
            told = b"W020" in result.stderr
            if cut <= header_end:
                continue
            complete = piece.endswith(b"\n")
            last = piece[piece.rfind(b"\n") + 1:]
            cells = [] if last.count(b'"') % 2 else next(csv.reader([last.decode()]), [])
            # A figure that ends in its decimal sign is none.
            whole = complete or (len(cells) == len(lines[0].split(b",")) and not last.endswith(b"."))
            self.expect((result.exit == 2) != whole, f"cut at {cut}: exit {result.exit} for {last!r}")
            if whole:
                self.expect(told != complete, f"cut at {cut}: the missing line end is not said rightly")

    def leftovers(self, folder: Path) -> list[str]:
        return sorted(path.name for path in folder.iterdir() if path.name not in ("plain.toml", "rows.csv"))

    def stopped(self) -> None:
        with Sandbox(self.program) as sandbox:
            shutil.copy(CASE, sandbox.folder)
            (sandbox.folder / "rows.csv").write_bytes(rows(1000))

            def small_files() -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

            full = sandbox.billijk("batch", "plain.toml", "rows.csv", "-o", "out.csv", preexec_fn=small_files)
            self.expect(full.exit == 2 and b"E056" in full.stderr, f"full disk: exit {full.exit} {full.stderr!r}")
            self.expect(self.leftovers(sandbox.folder) == [], f"full disk: left {self.leftovers(sandbox.folder)}")
            gone = sandbox.billijk("batch", "plain.toml", "rows.csv", "-o", "no/such/out.csv")
            self.expect(gone.exit == 2 and b"E056" in gone.stderr, f"no folder: exit {gone.exit}")
            for number, wanted, threads in ((signal.SIGINT, 130, "1"), *[(signal.SIGINT, 130, "3")] * 6, (signal.SIGTERM, 143, "2"),
                                            (signal.SIGHUP, 129, "2"), (signal.SIGKILL, -9, "2")):
                # The input stays open: the program waits for more rows when the signal comes.
                with subprocess.Popen(["billijk", "batch", "plain.toml", "-", "-o", "out.csv", "--threads", threads], cwd=sandbox.folder,
                                      env=sandbox.environment, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
                    assert process.stdin is not None
                    process.stdin.write(rows(20_000))
                    process.stdin.flush()
                    time.sleep(0.5)
                    process.send_signal(number)
                    try:
                        code = process.wait(5)
                    except subprocess.TimeoutExpired:
                        code = None
                        process.kill()
                    try:
                        process.stdin.close()
                    except BrokenPipeError:
                        pass
                self.expect(code == wanted, f"{number.name}: exit {code}")
                left = [name for name in self.leftovers(sandbox.folder) if not name.startswith(".out.csv.")]
                self.expect(left == [], f"{number.name}: left {left}")
                if number != signal.SIGKILL:
                    self.expect(self.leftovers(sandbox.folder) == [], f"{number.name}: left a temporary file")

    def long_rows(self) -> None:
        """A row that is too long ends the run, and what follows it is no row; a long header is read whole."""
        with Sandbox(self.program) as sandbox:
            shutil.copy(CASE, sandbox.folder)
            for threads in ("1", "3"):
                text = b"id,contract.tariff\nA,41\n" + b"a" * 5_000_000 + b",41\nB,41\n"
                result = sandbox.billijk("batch", "plain.toml", "-", "--threads", threads, stdin=text)
                self.expect(result.exit == 2 and b"E091" in result.stderr, f"long row: exit {result.exit}")
                self.expect(b"\naaa" not in result.stdout and b"\nB" not in result.stdout, "long row: its end is a row")
            text = b"id," + b"n" * 300_000 + b",contract.tariff\nA,,41\n"
            result = sandbox.billijk("batch", "plain.toml", "-", "--columns", "tariff", "--no-header", stdin=text)
            self.expect(result.stdout == b"A,,41.00\n", f"long header: {result.stdout[:80]!r} {result.stderr[:80]!r}")
            result = sandbox.billijk("batch", "plain.toml", "-", stdin=b"n" * 5_000_000)
            self.expect(result.exit == 2 and b"E091" in result.stderr, f"endless header: exit {result.exit}")

    def memory(self) -> None:
        """The same at ten times the rows."""
        peaks = []
        for count in (20_000, 200_000):
            with Sandbox(self.program) as sandbox:
                shutil.copy(CASE, sandbox.folder)
                (sandbox.folder / "rows.csv").write_bytes(rows(count))
                with subprocess.Popen(["billijk", "batch", "plain.toml", "rows.csv", "-o", "out.csv", "--threads", "2"],
                                      cwd=sandbox.folder, env=sandbox.environment, stderr=subprocess.DEVNULL) as process:
                    _, _, usage = os.wait4(process.pid, 0)
                    process.returncode = 0
                peaks.append(usage.ru_maxrss)
        self.expect(peaks[1] < peaks[0] + 4096, f"memory: {peaks} KiB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    options = parser.parse_args()
    checks = Checks(options.program)
    sanitized = "asan" in str(options.program)
    for check in (checks.threads, checks.same_as_exact, checks.same_as_check, checks.parallel, checks.cuts, checks.stopped, checks.long_rows):
        check()
    if not sanitized:
        checks.memory()
    print("\n".join(checks.failures) or "batch: nothing found")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
