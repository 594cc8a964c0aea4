"""Recomputes what `--explain` prints: each line's figures must give the result beside them.

Figures that do not end are printed to 12 decimals, so each may be off by half of the last; what that
can do to a result is bounded with intervals, and the printed result must lie within. Every line of the
cost sheet and every total must be among the lines explained, with the value the JSON gives.
"""

import argparse
import json
import re
import subprocess
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

HALF_LAST = Fraction(1, 2 * 10**12)
TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|round|max|min|[-+×/();%])")
TOTALS = ("wage_floor", "cost_price", "fair_tariff", "ceiling")


class Interval:
    """A number known to lie between two others."""

    def __init__(self, low: Fraction, high: Fraction):
        self.low, self.high = low, high

    def corners(self, other: "Interval", operation) -> "Interval":
        values = [operation(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(values), max(values))


def figure(text: str) -> Interval:
    """A printed figure: exact when it has fewer than 12 decimals."""
    value = Fraction(text)
    unsure = HALF_LAST if len(text.partition(".")[2]) == 12 else Fraction(0)
    return Interval(value - unsure, value + unsure)


class Reader:
    """Reads an expression: sums of products of figures, percentages, max, min and round."""

    def __init__(self, text: str, step: Fraction, mode: str):
        self.tokens = TOKEN.findall(text)
        if "".join(self.tokens) != text.replace(" ", ""):
            raise ValueError(f"cannot read {text!r}")
        self.step, self.mode = step, mode

    def take(self) -> str:
        return self.tokens.pop(0)

    def peek(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def sum(self) -> Interval:
        value = self.product()
        while self.peek() in ("+", "-"):
            sign = 1 if self.take() == "+" else -1
            value = value.corners(self.product(), lambda a, b, sign=sign: a + sign * b)
        return value

    def product(self) -> Interval:
        value = self.leaf()
        while self.peek() in ("×", "/"):
            divides = self.take() == "/"
            value = value.corners(self.leaf(), lambda a, b, divides=divides: a / b if divides else a * b)
        return value

    def leaf(self) -> Interval:
        token = self.take()
        if token == "-":
            value = self.leaf()
            return Interval(-value.high, -value.low)
        if token in ("max", "min", "round", "("):
            return self.call(token)
        value = figure(token)
        if self.peek() == "%":
            self.take()
            value = Interval(value.low / 100, value.high / 100)
        return value

    def call(self, name: str) -> Interval:
        if name != "(":
            self.take()
        value = self.sum()
        if name in ("max", "min"):
            self.take()
            value = value.corners(self.sum(), max if name == "max" else min)
        self.take()
        if name != "round":
            return value
        return Interval(self.rounded(value.low), self.rounded(value.high))

    def rounded(self, value: Fraction) -> Fraction:
        steps = abs(value) / self.step
        whole, rest = divmod(steps, 1)
        up = {"half_up": rest * 2 >= 1, "up": rest > 0, "down": False,
              "half_even": rest * 2 > 1 or (rest * 2 == 1 and whole % 2 == 1)}[self.mode]
        return (1 if value >= 0 else -1) * (whole + (1 if up else 0)) * self.step


def run(program: str, *arguments: str) -> str:
    return subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", check=True,
                          env={"LC_ALL": "C.UTF-8"}).stdout


def steps_of(report: str) -> dict[str, list[str]]:
    """The lines behind each name, broken lines joined."""
    begin = report.index("How each figure came about")
    body = report[begin:report.index("Inputs and their sources")].splitlines()
    steps: dict[str, list[str]] = {}
    name = ""
    for line in body[body.index("") + 1:]:
        if line.startswith("      "):
            steps[name][-1] += " " + line.strip()
        elif line.startswith("  = "):
            steps[name].append(line[4:])
        elif line and not line.startswith(" "):
            name = line
            steps[name] = []
    return steps


def check(program: str, case: str) -> list[str]:
    """What does not hold of one case."""
    data = json.loads(run(program, "calc", case, "--format", "json"), parse_float=Decimal)
    inputs = {entry["key"]: entry["value"] for entry in data["inputs"]}
    step, mode = Fraction(str(inputs.get("rounding.step", "0.01"))), str(inputs.get("rounding.mode", "half_up"))
    steps = steps_of(run(program, "calc", case, "--explain"))
    wrong = []
    for name, lines in steps.items():
        result = figure(lines[-1].split()[0])
        found = Reader(lines[-2], step, mode).sum() if len(lines) > 2 else result
        if found.high < result.low or found.low > result.high:
            wrong.append(f"{case}: {name}: {lines[-2]} is not {lines[-1]}")
    indexed = "indexed." if "indexed.cost_price" in steps else ""
    expected = {line["key"]: line["value"] for line in data["lines"] if line["key"] != "indexation" or indexed}
    expected |= {total: data["totals"][total]["value"] for total in TOTALS if data["totals"][total]}
    for key, value in expected.items():
        name = indexed + key if key in (*TOTALS, "margin") else key
        printed = steps[name][-1].split()[0] if name in steps else "nothing"
        if printed == "nothing" or Decimal(printed) != Decimal(value):
            wrong.append(f"{case}: {name} is explained as {printed}, computed as {value}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--cases", type=Path, required=True, help="a folder with case files")
    options = parser.parse_args()
    cases = [*map(str, sorted(options.cases.glob("*.toml"))), "preset:cases/hbh-2026", "preset:cases/schoonmaak-2026"]
    wrong = {case: check(options.program, case) for case in cases}
    for findings in wrong.values():
        print(*findings, sep="\n", end="\n" if findings else "")
    failed = sum(bool(findings) for findings in wrong.values())
    print(f"{len(cases) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
