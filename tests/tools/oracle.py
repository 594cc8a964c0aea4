"""Random cases through the program and through reference.py: every figure the same decimal."""

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Iterator

from sandbox import Sandbox

TOOLS = Path(__file__).parent
MOST_SHOWN = 5


def python(tool: str, *arguments: str) -> str:
    """What a tool beside this one prints; with exit 1 it says that some cases have no answer."""
    result = subprocess.run([sys.executable, str(TOOLS / tool), *arguments],
                            stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if result.returncode not in (0, 1):
        sys.exit(f"{tool} failed with exit {result.returncode}")
    return result.stdout


def derived_figures(prices: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Paths into the derived prices of either document."""
    for place, price in enumerate(prices):
        for name in ("base", "value", "rounded"):
            yield f"derived.{place}.{name}", price[name]
        for name, value in price.get("at_least", {}).items():
            yield f"derived.{place}.at_least.{name}", value


def calc_figures(reference: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Paths into the program's `calc` document and what must stand there."""
    for name in ("gross", "labour", "index_factor"):
        if name in reference:
            yield name, reference[name]
    for name, value in (reference.get("hours") or {}).items():
        yield f"hours.{name}", value
    for number, line in enumerate(reference["lines"]):
        for name, value in line.items():
            yield f"lines.{number}.{name}", value
    for name, value in reference["totals"].items():
        yield f"totals.{name}.value", value
        yield f"totals.{name}.rounded", reference["rounded"][name]
    for name, (low, high) in reference.get("bounds", {}).items():
        yield f"totals.{name}.low", low
        yield f"totals.{name}.high", high
    yield from derived_figures(reference["derived"])


def check_figures(reference: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The same for the `check` document."""
    check = reference["check"]
    yield "tariff.per_hour", check["tariff_per_hour"]
    yield "zone", check["zone"]
    yield "certain", check["certain"]
    yield "could_change", check["could_change"]
    for total, of in check["boundaries"].items():
        for name, value in of.items():
            yield f"boundaries.{total}.{name}", value
    if "subcontractor_zone" in check:
        yield "subcontractor.per_hour", check["subcontractor_per_hour"]
        yield "subcontractor.zone", check["subcontractor_zone"]
    yield from derived_figures(check["derived"])


def found_at(document: Any, path: str) -> Any:
    """What stands at a path of keys and numbers, or a text that says it is absent."""
    for step in path.split("."):
        try:
            document = document[int(step) if isinstance(document, list) else step]
        except (KeyError, IndexError, TypeError, ValueError):
            return "(absent)"
    return document


def same(wanted: Any, found: Any) -> bool:
    """Figures as decimals, lists in any order, all else as it is."""
    if isinstance(found, Decimal):
        return isinstance(wanted, str) and Decimal(wanted) == found
    if isinstance(wanted, list):
        return isinstance(found, list) and sorted(wanted) == sorted(found)
    return wanted == found


def answer(sandbox: Sandbox, command: str, case: Path) -> dict[str, Any] | str:
    """The JSON of a command, or why there is none."""
    result = sandbox.billijk(command, str(case), "--format", "json")
    if result.exit not in (0, 1):
        return f"{command}: exit {result.exit}\n{result.stderr.decode('utf-8', 'replace')}"
    return json.loads(result.stdout, parse_float=Decimal, parse_int=Decimal)


def differences(program: Path, case: Path, reference: dict[str, Any]) -> list[str]:
    """What the program says otherwise than the reference, empty when they agree."""
    with Sandbox(program) as sandbox:
        calc = answer(sandbox, "calc", case)
        if "error" in reference:
            refused = isinstance(calc, str) and calc.startswith("calc: exit 2")
            return [] if refused else [f"calc: not refused as by reference: {reference['error']}"]
        documents = [("calc", calc, calc_figures(reference))]
        if "check" in reference:
            documents.append(("check", answer(sandbox, "check", case), check_figures(reference)))
    report = []
    for command, document, figures in documents:
        if isinstance(document, str):
            report.append(document)
            continue
        for path, wanted in figures:
            found = found_at(document, path)
            if not same(wanted, found):
                report.append(f"{command}: {path} is {found}, the reference has {wanted}")
        if command == "calc" and len(document.get("lines", [])) != len(reference["lines"]):
            report.append("calc: another number of lines")
    return report


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--presets", type=Path, default=TOOLS.parents[1] / "presets")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    with TemporaryDirectory(prefix="billijk-") as folder:
        python("random_cases.py", "--seed", str(options.seed), "--count", str(options.count),
               "--out", folder)
        cases = sorted(Path(folder).glob("*.toml"))
        if not cases:
            sys.exit("random_cases.py made no case")
        printed = python("reference.py", "--presets", str(options.presets), *map(str, cases))
        references = {Path(row["file"]): row for row in map(json.loads, printed.splitlines())}
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            reports = list(pool.map(
                lambda case: differences(options.program, case, references[case]), cases))
        failures = [(case, report) for case, report in zip(cases, reports) if report]
        for case, report in failures[:MOST_SHOWN]:
            print(f"failed: {case.name} (--seed {options.seed} --count {options.count})")
            print("\n".join(report), case.read_text("utf-8"), sep="\n\n", end="\n\n")
    refused = sum("error" in row for row in references.values())
    print(f"{len(cases) - len(failures)} passed, {len(failures)} failed, 0 skipped"
          f" ({refused} of them cases without an answer)")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
