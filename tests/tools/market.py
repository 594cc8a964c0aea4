"""`billijk market` and prices per period against worked cases and, on random ones, a reference.

    python3 tests/tools/market.py --program P [--count 200] [--seed 1] [--jobs 2] [--cases DIR]
    python3 tests/tools/market.py --self-check

Every figure must be the same decimal as those of reference_market.py and reference_result.py. One
provider who spends nothing on the contract must besides be what `calc` says of the case, and of
every fourth case the smallest volume is given back to `calc`: it covers, an hour less does not.
`--self-check` holds the reference against the worked cases instead.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from forecast import answer, found_at, same, shown
from random_forecasts import gathered
from random_markets import write_cases
from reference import Table, plain, tariff_per_hour, zone
from reference_market import Market
from reference_result import ProfiledCase, in_unit, judged
from sandbox import Sandbox

ROOT = Path(__file__).parents[2]
MOST_SHOWN = 5
PLAYED_BACK = 4
FIGURE = re.compile(r"-?\d+\.\d{12}")

Run = Callable[..., dict[str, Any] | str]


def unequal(wanted: Any, found: Any, path: str = "") -> Iterator[str]:
    """Where a document is not what is wanted of it; what it says besides does not matter."""
    if isinstance(wanted, dict):
        inner = found if isinstance(found, dict) else {}
        for key, value in wanted.items():
            yield from unequal(value, inner.get(key), f"{path}.{key}".lstrip("."))
    elif isinstance(wanted, list):
        if not isinstance(found, list) or len(found) != len(wanted):
            count = len(found) if isinstance(found, list) else found
            yield f"{path} has another number of items: {count}, not {len(wanted)}"
            return
        for n, (value, item) in enumerate(zip(wanted, found, strict=True)):
            yield from unequal(value, item, f"{path}.{n}")
    else:
        if isinstance(found, dict) and wanted is not None:
            found = found.get("value", found.get("rounded"))
        if not same(wanted, found):
            yield f"{path} is {shown(found)}, not {shown(wanted)}"


def refusal(document: Any, error: ValueError) -> list[str]:
    """What is said of a case that the reference refuses: nothing when the program does too."""
    refused = isinstance(document, str) and ": exit 2" in document.splitlines()[0]
    return [] if refused else [f"not refused as by the reference: {error}"]


def compared(wanted: Callable[[], Table | None], document: Any, whom: str) -> list[str]:
    """Where a document differs from what the reference computes."""
    try:
        table = wanted()
    except ValueError as error:
        return [f"{whom}: {line}" for line in refusal(document, error)]
    if isinstance(document, str):
        return [document]
    return [f"{whom}: {line}" for line in unequal(table, document)]


def market_of(case: ProfiledCase, arguments: list[str]) -> Market:
    """The reference with what stands on the command line."""
    said = dict(argument.removeprefix("--").split("=", 1) for argument in arguments)
    providers = [int(part) for part in said.get("providers", "").split(",") if part]
    return Market(case, Fraction(said["tariff"]) if "tariff" in said else None, said.get("unit"),
                  providers)


def settings(moved: dict[str, Fraction]) -> list[str]:
    """Figures as they stand on a command line; three decimals may be thousands, twelve are not."""
    return [f"--set={key}={plain(value)}" for key, value in moved.items()]


def like_calc(run: Run, volume: Fraction) -> list[str]:
    """Where one provider who spends nothing on the contract is not what `calc` says."""
    words = [*settings({"market.volume": volume, "contract.volume": volume,
                        "market.provider_contract": Fraction(0)}), "--set=market.travel=none"]
    found, calc = run("market", *words, "--providers=1"), run("calc", *words)
    if isinstance(found, str) or isinstance(calc, str):
        return [str(part) for part in (found, calc) if isinstance(part, str)]
    boundaries = ("cost_price", "fair_tariff")
    wanted = {total: found_at(calc, f"totals.{total}.rounded") for total in boundaries}
    return [f"as calc: {line}" for line in unequal(wanted, found["rows"][0])]


def play_back(run: Run, market: Market, smallest: int | None) -> list[str]:
    """Where the smallest volume does not cover, or an hour less does."""
    report = []
    for hours, covers in ((smallest, True), (smallest and smallest - 1, False)):
        if not hours or market.tariff is None:
            continue
        words = settings(market.moved(Fraction(hours)))
        calc = run("calc", *words)
        cost = calc if isinstance(calc, str) else found_at(calc, "totals.cost_price.rounded")
        if isinstance(cost, str) or (cost <= market.tariff) != covers:
            report.append(f"{hours} hours: calc {' '.join(words)} says {shown(cost)}")
    return report


def units(run: Run, read: Callable[[], ProfiledCase], unit: str) -> list[str]:
    """Where `calc --unit` or `check` says otherwise than the reference of a price per period."""
    report = compared(lambda: {"in_unit": in_unit(read(), unit)}, run("calc", f"--unit={unit}"),
                      f"calc --unit={unit}")

    def verdict() -> Table:
        case = read()
        zone(tariff_per_hour(case.inputs), case.rounded({}))  # that it has one, also by the hour
        return {"in_unit": judged(case)}

    return report + compared(verdict, run("check"), "check")


def differences(path: Path, program: Path, own: Path, presets: Path, back: bool) -> list[str]:
    """What the program says otherwise than the reference about one random case."""
    arguments = path.with_suffix(".args").read_text("utf-8").splitlines()
    unit = path.with_suffix(".unit").read_text("utf-8").strip()

    def read() -> ProfiledCase:
        return ProfiledCase(path, presets)

    with Sandbox(program) as sandbox:
        def run(command: str, *words: str) -> dict[str, Any] | str:
            return answer(sandbox, command, str(path), "--presets", str(own), *words)

        document = run("market", *arguments)
        report = compared(lambda: market_of(read(), arguments).document(), document, "market")
        report += units(run, read, unit)
        if isinstance(document, dict) and not report:
            market = market_of(read(), arguments)
            report += like_calc(run, market.volume)
            if back and (smallest := document["smallest_volume"]) is not None:
                report += play_back(run, market, int(smallest))
    return report


def worked_figures(node: Any) -> Any:
    """A worked case with its figures as numbers."""
    if isinstance(node, dict):
        return {key: worked_figures(inner) for key, inner in node.items()}
    if isinstance(node, list):
        return [worked_figures(inner) for inner in node]
    return Fraction(node) if isinstance(node, str) and FIGURE.fullmatch(node) else node


def worked(path: Path, program: Path | None, presets: Path) -> list[str]:
    """What the program, or without one the reference, says otherwise than a worked case."""
    wanted = worked_figures(json.loads(path.with_suffix(".json").read_text("utf-8")))
    if not program:
        document = plain(Market(ProfiledCase(path, presets)).document())
        return list(unequal(wanted, worked_figures(document)))
    with Sandbox(program) as sandbox:
        found = answer(sandbox, "market", str(path.resolve()))
    return [found] if isinstance(found, str) else list(unequal(wanted, found))


def keep(path: Path, folder: Path) -> Path:
    """A case that differs, with what it needs, in a folder that stays."""
    kept = Path(mkdtemp(prefix="billijk-market-"))
    base = path.with_name(path.name.replace("case", "base"))
    for part in (path, base, path.with_suffix(".args"), path.with_suffix(".unit")):
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


def random_reports(options: argparse.Namespace, folder: Path) -> list[tuple[Path, list[str]]]:
    """Of every random case what differs."""
    write_cases(options.seed, options.count, options.presets, folder)
    own = folder / "presets"
    presets = gathered(options.presets, own, folder / "all")
    cases = sorted(folder.glob("case-*.toml"))
    with ProcessPoolExecutor(options.jobs) as pool:
        running = [pool.submit(differences, path, options.program, own, presets,
                               n % PLAYED_BACK == 0) for n, path in enumerate(cases)]
        return [(path, job.result()) for path, job in zip(cases, running, strict=True)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path)
    parser.add_argument("--presets", type=Path, default=ROOT / "presets")
    parser.add_argument("--cases", type=Path, default=ROOT / "tests/worked/cases")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--self-check", action="store_true",
                        help="the reference against the worked cases")
    options = parser.parse_args()
    if options.self_check == bool(options.program):
        parser.error("either --program or --self-check")
    paths = sorted(options.cases.glob("market-*.toml"))
    failed = told([(path, worked(path, options.program, options.presets)) for path in paths], None)
    equal = len(paths) - failed
    if options.program:
        with TemporaryDirectory(prefix="billijk-") as name:
            reports = random_reports(options, Path(name))
            differing = told(reports, Path(name))
            failed, equal = failed + differing, equal + len(reports) - differing
    print(f"{equal} markets equal" + (f", {failed} differ" if failed else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
