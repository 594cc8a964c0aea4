"""How long one case takes from cold start to answer, beside a Python that does nothing.

`python3 tests/bench/start.py --program build/release/billijk [--runs 200]`. The runs alternate, so that
both meet the same machine; medians and their ratio are printed.
"""

import argparse
import statistics
import subprocess
import sys
import time


def seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--runs", type=int, default=200)
    options = parser.parse_args()
    check = [options.program, "check", "preset:cases/hbh-2026", "--tariff", "38.50"]
    nothing = [sys.executable, "-I", "-c", "pass"]
    pairs = [(seconds(check), seconds(nothing)) for _ in range(options.runs)]
    ours, theirs = (statistics.median(side) * 1000 for side in zip(*pairs))
    print(f"one case {ours:.1f} ms, an empty Python {theirs:.1f} ms: {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main()
