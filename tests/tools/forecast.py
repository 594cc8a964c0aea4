"""`billijk forecast` against worked cases and, on random ones, against reference_forecast.py.

    python3 tests/tools/forecast.py --program P [--count 300] [--seed 1] [--jobs 2] [--cases DIR]
    python3 tests/tools/forecast.py --self-check

Every figure must be the same decimal. The first year must besides be what `check` says of the case,
and of every tenth case the tariffs and the percentage that the program says are needed are given
back to it, and a step less. `--self-check` holds the reference against the worked cases instead.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from random_forecasts import gathered, write_cases
from reference import BOUNDARIES, Case, plain, to_grid
from reference_forecast import PATHS, Forecast, cents
from sandbox import Sandbox

ROOT = Path(__file__).parents[2]
MOST_SHOWN = 5
PLAYED_BACK = 10
TWELFTH = Fraction(1, 10**12)
ANSWERS = ("sinks_in", "below_wage_floor_from", "above_ceiling_from")

Figures = Iterator[tuple[str, Any]]


def found_at(document: Any, path: str) -> Any:
    """What stands at a path of keys and numbers; what is absent is null.

    The one place that knows how a figure may be clad: bare, or as an object with `value` or
    `rounded`.
    """
    for step in path.split("."):
        if isinstance(document, list):
            document = document[int(step)] if int(step) < len(document) else None
        elif isinstance(document, dict):
            document = document.get(step)
        elif step != "rounded":
            return None
    if isinstance(document, dict):
        return document.get("value", document.get("rounded"))
    return document


def same(wanted: Any, found: Any) -> bool:
    """Numbers as decimals, half up at the twelfth; all else as it is."""
    if isinstance(wanted, bool) or isinstance(found, bool):
        return wanted is found
    if isinstance(wanted, int | Fraction):
        return isinstance(found, int | Fraction) and twelve(wanted) == found
    return bool(wanted == found)


def twelve(value: int | Fraction) -> Fraction:
    """A figure as the program writes it."""
    return to_grid(Fraction(value), TWELFTH, "half_up")


def figures(node: Any, path: str = "") -> Figures:
    """Every figure of a document of the reference by its path."""
    if isinstance(node, dict | list):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from figures(inner, f"{path}.{key}".lstrip("."))
    else:
        yield path, node


def worked_row(row: dict[str, Any], path: str, total: Fraction) -> Figures:
    """What a worked case says of one year on one path; the total is of the years up to it."""
    for key in ("index_percent", "tariff", "per_hour", "volume", "hours"):
        yield f"{path}.{key}", Fraction(row[key])
    yield f"{path}.zone", row["zone"]
    yield f"{path}.distance.per_hour", Fraction(row["distance"])
    yield f"{path}.distance.per_year", cents(Fraction(row["result"]))
    yield f"{path}.running_total", cents(total)
    for boundary in BOUNDARIES:
        yield f"{path}.totals.{boundary}.rounded", Fraction(row[boundary])


def worked_figures(worked: dict[str, Any]) -> Figures:
    """Paths into the program's document and what a worked case says must stand there."""
    for way in PATHS:
        total = Fraction(0)
        for n, row in enumerate(worked["years"][way]):
            total += Fraction(row["result"])
            path = f"years.{n}" if way == "value" else f"years.{n}.{way}"
            yield from worked_row(row, path, total)
            if way == "value":
                yield f"years.{n}.year", row["year"]
                yield f"years.{n}.certain", row["certain"]
    for key in ANSWERS:
        yield key, worked[key]
    for group in ("needed", "growth"):
        for key, value in worked[group].items():
            yield f"{group}.{key}", None if value is None else Fraction(value)


def unequal(wanted: Figures, document: Any, whom: str) -> list[str]:
    """The figures that a document has otherwise."""
    return [f"{path} is {shown(found)}, {whom} has {shown(value)}" for path, value in wanted
            if not same(value, found := found_at(document, path))]


def shown(value: Any) -> str:
    """A figure as it is written, without the zeros that do not count."""
    return plain(value).rstrip("0").rstrip(".") if isinstance(value, Fraction) else str(value)


def answer(sandbox: Sandbox, command: str, *arguments: str) -> dict[str, Any] | str:
    """The JSON of a command, or why there is none."""
    result = sandbox.billijk(command, *arguments, "--format", "json")
    if result.exit not in (0, 1):
        return f"{command}: exit {result.exit}\n{result.stderr.decode('utf-8', 'replace')}"
    try:
        found: dict[str, Any] = json.loads(result.stdout, parse_float=Fraction, parse_int=Fraction)
    except ValueError as error:
        return f"{command}: no JSON: {error}\n{result.stderr.decode('utf-8', 'replace')}"
    return found


def options_of(arguments: list[str]) -> tuple[list[str], dict[str, Any]]:
    """The arguments without a tariff, and what they say to the reference."""
    given = [argument.removeprefix("--").split("=", 1) for argument in arguments]
    said = {key: value for key, value in given}
    return ([argument for argument in arguments if not argument.startswith("--tariff=")],
            {"until": int(said["until"]) if "until" in said else None,
             "tariff": Fraction(said["tariff"]) if "tariff" in said else None,
             "clauses": [value for key, value in given if key == "clause"]})


def first_year(document: dict[str, Any], check: dict[str, Any]) -> list[str]:
    """Where the first year is not what `check` says of the case."""
    pairs = [("tariff.per_hour", "per_hour"), ("zone", "zone"), ("certain", "certain"),
             ("subcontractor.per_hour", "subcontractor.per_hour"),
             ("subcontractor.zone", "subcontractor.zone"),
             ("distance.cost_price.per_hour", "distance.per_hour"),
             ("distance.cost_price.percent", "distance.percent"),
             *((f"totals.{total}.rounded",) * 2 for total in BOUNDARIES)]
    first, last = (found_at(document, f"years.0.period.{end}") for end in ("from", "to"))
    if str(first)[5:] == "01-01" and str(last) == f"{str(first)[:4]}-12-31":
        pairs.append(("distance.cost_price.per_year", "distance.per_year"))
    return unequal(((f"years.0.{path}", found_at(check, of)) for of, path in pairs), document,
                   "check")


def play_back(run: partial[dict[str, Any] | str], document: dict[str, Any], step: Fraction,
              arguments: list[str]) -> list[str]:
    """What is said to be needed and does not hold, or holds a step lower too."""
    bare, said = options_of(arguments)
    kept = [argument for argument in arguments if argument.startswith("--tariff=")]
    last = len(document["years"]) - 1
    report = []

    def expect(what: str, key: str, holds: Any, *words: str) -> None:
        found = run(*words)
        value = found if isinstance(found, str) else found_at(found, key)
        if isinstance(found, str) or not holds(value):
            report.append(f"{what}: with {' '.join(words)} {key} is {shown(value)}")

    name = "start_tariff_every_year"
    if tariff := found_at(document, f"needed.{name}"):
        expect(name, "sinks_in", lambda year: year is None, *bare, f"--tariff={plain(tariff)}")
        expect(name, "sinks_in", lambda year: year is not None, *bare,
               f"--tariff={plain(tariff - step)}")
    name, total = "start_tariff_over_contract", f"years.{last}.running_total"
    if tariff := found_at(document, f"needed.{name}"):
        expect(name, total, lambda euros: euros >= 0, *bare, f"--tariff={plain(tariff)}")
        # Not below zero: less than half a cent short of it is shown as zero.
        expect(name, total, lambda euros: euros <= 0, *bare, f"--tariff={plain(tariff - step)}")
    most_of_a_clause = 50  # by the limits of contract.indexation.percent
    name, sunk = "clause_percent", f"clauses.{len(said['clauses'])}.sinks_in"
    percent = found_at(document, f"needed.{name}")
    if percent is not None and percent <= most_of_a_clause:
        expect(name, sunk, lambda year: year is None, *bare, *kept, f"--clause={shown(percent)}")
    if percent != 0:
        less = Fraction(most_of_a_clause)
        if percent is not None and percent <= most_of_a_clause:
            less = percent - Fraction(1, 100)
        expect(name, sunk, lambda year: year is not None, *bare, *kept, f"--clause={shown(less)}")
    return report


def differences(path: Path, program: Path, own: Path, presets: Path, back: bool) -> list[str]:
    """What the program says otherwise than the reference about one random case."""
    arguments = path.with_suffix(".args").read_text("utf-8").splitlines()
    bare, said = options_of(arguments)
    with Sandbox(program) as sandbox:
        run = partial(answer, sandbox, "forecast", str(path), "--presets", str(own))
        document = run(*arguments)
        try:
            forecast = Forecast(Case(path, presets), presets, said["until"], said["tariff"])
            wanted = forecast.document(said["clauses"])
        except ValueError as error:
            refused = isinstance(document, str) and document.startswith("forecast: exit 2")
            return [] if refused else [f"not refused as by the reference: {error}"]
        if isinstance(document, str):
            return [document]
        report = unequal(figures(wanted), document, "the reference")
        if len(document.get("years", [])) != len(wanted["years"]):
            report.append("another number of years")
        tariff = [argument for argument in arguments if argument not in bare]
        check = answer(sandbox, "check", str(path), "--presets", str(own), *tariff)
        report += [check] if isinstance(check, str) else first_year(document, check)
        if back and not report:
            report += play_back(run, document, forecast.step, arguments)
    return report


def in_twelve(node: Any) -> Any:
    """A document of the reference with its figures as the program writes them."""
    if isinstance(node, dict):
        return {key: in_twelve(inner) for key, inner in node.items()}
    if isinstance(node, list):
        return [in_twelve(inner) for inner in node]
    return twelve(node) if isinstance(node, Fraction) else node


def worked(path: Path, program: Path | None, presets: Path) -> list[str]:
    """What the program, or without one the reference, says otherwise than a worked case."""
    figures_there = json.loads(path.with_suffix(".json").read_text("utf-8"))
    if program:
        with Sandbox(program) as sandbox:
            document = answer(sandbox, "forecast", str(path.resolve()))
        return [document] if isinstance(document, str) else unequal(
            worked_figures(figures_there), document, "the worked case")
    forecast = Forecast(Case(path, presets), presets)
    report = unequal(worked_figures(figures_there), in_twelve(forecast.document([])),
                     "the worked case")
    for way in PATHS:
        tariffs = forecast.tariffs(forecast.start, forecast.indices(forecast.clause, way))
        results = forecast.results(forecast.distances(tariffs, way), way) or []
        rows = figures_there["years"][way]
        report += [f"the result of {row['year']} ({way}) is {shown(result)}, not {row['result']}"
                   for row, result in zip(rows, results, strict=True)
                   if twelve(result) != Fraction(row["result"])]
    return report


def keep(path: Path, folder: Path) -> Path:
    """A case that differs, with what it needs, in a folder that stays."""
    kept = Path(mkdtemp(prefix="billijk-forecast-"))
    base = path.with_name(path.name.replace("case", "base"))
    for part in (path, base, path.with_suffix(".args")):
        if part.exists():
            shutil.copy(part, kept)
    shutil.copytree(folder / "presets", kept / "presets")
    return kept


def told(reports: list[tuple[Path, list[str]]], folder: Path | None) -> int:
    """Prints what differs; how many do."""
    failures = [(path, report) for path, report in reports if report]
    for path, report in failures[:MOST_SHOWN]:
        print(f"failed: {path.name}", *report[:20], sep="\n  ")
        if folder:
            arguments = path.with_suffix(".args").read_text("utf-8").split()
            print(f"  kept in {keep(path, folder)}: {' '.join(arguments)}\n")
    return len(failures)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path)
    parser.add_argument("--presets", type=Path, default=ROOT / "presets")
    parser.add_argument("--cases", type=Path, default=ROOT / "tests/worked/cases")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--self-check", action="store_true",
                        help="the reference against the worked cases")
    options = parser.parse_args()
    if options.self_check == bool(options.program):
        parser.error("either --program or --self-check")
    paths = sorted(options.cases.glob("forecast-*.toml"))
    failed = told([(path, worked(path, options.program, options.presets)) for path in paths], None)
    equal = len(paths) - failed
    if options.program:
        with TemporaryDirectory(prefix="billijk-") as name, ProcessPoolExecutor(
                options.jobs) as pool:
            folder = Path(name)
            write_cases(options.seed, options.count, options.presets, folder)
            own, presets = folder / "presets", gathered(options.presets, folder / "presets",
                                                        folder / "all")
            cases = sorted(folder.glob("case-*.toml"))
            running = [pool.submit(differences, path, options.program, own, presets,
                                   n % PLAYED_BACK == 0) for n, path in enumerate(cases)]
            reports = [(path, job.result()) for path, job in zip(cases, running, strict=True)]
            differing = told(reports, folder)
            failed, equal = failed + differing, equal + len(cases) - differing
    print(f"{equal} forecasts equal" + (f", {failed} differ" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
