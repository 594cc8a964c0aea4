"""Rows of simulated contracts for `billijk batch`: 13 columns, the same for the same count and seed."""

import argparse
import random
import sys

HEADER = ("id,region,wage.hourly,hours.leave,hours.sickness,hours.training,hours.meetings,"
          "travel.minutes,travel.kilometres,overhead.percent,margin.percent,obligations.amount,"
          "contract.tariff")


def row(number: int, draw: random.Random, ties: bool) -> str:
    """One contract. With `ties`, paid hours per billable hour end in a few decimals, and so do
    boundaries: many lie on half a cent, or on a whole one."""
    if ties:
        figures = (f"{draw.randrange(1400, 2000, 5) / 100:.2f}", "0", draw.choice(("0", "20", "36")),
                   "0", "0", draw.choice(("0", "6", "15", "30")),
                   f"{draw.randrange(0, 5) * 5}", draw.choice(("0", "5", "10", "12.5", "25")),
                   draw.choice(("0", "5", "10")), f"{draw.randrange(0, 8) * 5 / 1000:.3f}",
                   f"{draw.randrange(2000, 4500, 50) / 100:.2f}")
    else:
        figures = (f"{draw.randrange(1490, 1990) / 100:.2f}", f"{draw.randrange(2000, 2700) / 10:.1f}",
                   f"{draw.randrange(300, 1100) / 100:.2f}", str(draw.randrange(0, 25)),
                   str(draw.randrange(0, 31)), f"{draw.randrange(0, 100) / 10:.1f}",
                   f"{draw.randrange(0, 60) / 10:.1f}", f"{draw.randrange(800, 2200) / 100:.2f}",
                   f"{draw.randrange(0, 70) / 10:.1f}", f"{draw.randrange(0, 80) / 100:.2f}",
                   f"{draw.randrange(3000, 4600) / 100:.2f}")
    return f"{number},regio-{draw.randrange(1, 41)}," + ",".join(figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ties", action="store_true")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    print(HEADER)
    for first in range(1, options.count + 1, 10_000):
        last = min(first + 10_000, options.count + 1)
        sys.stdout.write("".join(row(n, draw, options.ties) + "\n" for n in range(first, last)))


if __name__ == "__main__":
    main()
