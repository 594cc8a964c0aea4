"""Random valid cases with [market] and [result], the same for the same seed.

    python3 tests/tools/random_markets.py --presets DIR --seed N --count K --out DIR

writes case-0001.toml and so on (some over a base-0001.toml), case-0001.args with what belongs on
the command line of `market` beside it (an argument a line), case-0001.unit with a unit to ask of
`calc`, and presets/own with drawn presets: norm hours in modules for every [result], and others
that a few of the cases rest on. The prices are those of random_cases.py. A tariff is drawn near the
cost price of a provider somewhere between one hour and the whole market, so that providers divide.
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from random_cases import Draw, Number, Table, exact, full_case, given_case, some, to_toml
from random_forecasts import gathered, own_presets
from random_presets import FIRST, SETS, preset_text, write_presets
from reference_market import MOST_PROVIDERS, Market
from reference_result import PARTS, ProfiledCase, hours_of

UNITS = {"hour": "0.01", "minute": "0.001", "week": "0.01", "4weeks": "0.01", "month": "0.01",
         "year": "0.1", "lump_sum": "1"}
FINE = ("0.0000001", "0.000000000001")
MODULES = ("full_takeover", "limitations", "many_limitations", "laundry", "children", "own_help")
TAKES_OFF = "own_help"


def modules(draw: Draw, keys: list[str]) -> Table:
    """Hours per client per year of modules: a whole, what comes on top of it, what goes off."""
    ends = {MODULES[0]: ("80.00", "140.00"), TAKES_OFF: ("-40.0", "-4.0")}
    return {key: round(draw.decimal(*ends.get(key, ("0.000", "60.000"))), draw.one_of(0, 1, 2, 3))
            for key in keys}


def frame(draw: Draw) -> list[Table]:
    """The rows of a preset of norm hours: on any day other hours, now and then other modules."""
    rows, day = list[Table](), FIRST
    keys = [MODULES[0], *draw.rng.sample(MODULES[1:], k=draw.rng.randint(1, len(MODULES) - 1))]
    while day.year <= 2026:
        here = keys[:-1] if draw.chance(0.03) else keys
        row: Table = {"from": day, "modules": modules(draw, here),
                      "labels": {key: f"Module {key}" for key in here}}
        rows.append(row | some(draw, 0.3, {"hours": draw.decimal("90.0", "120.0")}))
        day += timedelta(draw.rng.randint(60, 500))
    return rows


def write_frames(draw: Draw, folder: Path) -> dict[str, list[str]]:
    """Presets of norm hours, own/frame-a and so on, and the modules that each has to the end."""
    known = {}
    for letter in SETS:
        rows = frame(draw)
        text = preset_text("norm_hours", {}, rows)
        (folder / f"frame-{letter}.toml").write_text(text, encoding="utf-8")
        known[f"own/frame-{letter}"] = list(rows[-1]["modules"])
    return known


def parts_of_hundred(draw: Draw, count: int) -> list[Decimal]:
    """So many percentages above zero that add up to 100."""
    places = draw.one_of(0, 1, 2)
    whole = 100 * 10**places
    cuts = sorted(draw.rng.sample(range(1, whole), k=count - 1))
    return [Decimal(high - low).scaleb(-places)
            for low, high in zip([0, *cuts], [*cuts, whole], strict=True)]


def result(draw: Draw, frames: dict[str, list[str]]) -> Table:
    """[result] over one of the frames; rarely with a module that it does not know."""
    preset = draw.one_of(*frames)
    profiles = []
    for n, share in enumerate(parts_of_hundred(draw, draw.one_of(1, 2, 2, 3, 5))):
        more = [key for key in frames[preset][1:] if draw.chance(0.5)]
        counts = {MODULES[0]: draw.one_of(1, 1, Decimal("0.5"), draw.decimal("0.300", "2.000")),
                  **{key: draw.one_of(0, 1, 2, draw.decimal("0.00", "1.50")) for key in more}}
        if draw.chance(0.02):
            counts[draw.one_of("windows", *MODULES)] = 1
        profiles.append({"label": f"profile {n + 1}",
                         "share": draw.graded(share) if draw.chance(0.1) else share,
                         "modules": counts})
    return {"preset": preset, "profiles": profiles}


def numbers(draw: Draw) -> list[int]:
    """Numbers of providers in any order, one of them now and then very large."""
    found = draw.rng.sample(range(1, 80), k=draw.rng.randint(1, 6))
    if draw.chance(0.1):
        found[-1] = draw.one_of(999, MOST_PROVIDERS - 1, MOST_PROVIDERS)
    return sorted(found) if draw.chance(0.6) else found


def money(draw: Draw, most: str) -> Decimal:
    """An amount a year: nothing, whole euros or cents."""
    zero = Decimal(0)
    return zero if draw.chance(0.3) else draw.decimal(draw.one_of("0", "0.00"), most)


def market(draw: Draw) -> Table:
    """[market], each of its keys there or not."""
    shares = parts_of_hundred(draw, draw.rng.randint(1, 9))
    lead = {"fee": draw.one_of(0, draw.decimal("0.0", "1.0"), draw.decimal("1.0", "20.0"),
                               draw.decimal("1.0", "20.0")),
            "contract": money(draw, "25000")}
    return {
        **some(draw, 0.6, {
            "providers": numbers(draw),
            "provider_contract": money(draw, "60000"),
            "municipality_contract": money(draw, "15000"),
            "municipality_fixed": money(draw, "90000"),
            "travel": draw.one_of("none", "square_root", "square_root"),
            "reference_providers": draw.one_of(1, 2, 5, draw.rng.randint(1, 300)),
            "shares": [draw.graded(share) if draw.chance(0.05) else share for share in shares]}),
        **some(draw, 0.45, {"lead": lead}),
    }


def volumes(draw: Draw, made: Table, of_market: Table) -> None:
    """The volume of the market and of the contract: both, the same, or one of the two."""
    whole = draw.one_of(draw.decimal("3000", "900000"), draw.decimal("3000.0", "90000.0"))
    kind = draw.rng.random()
    if kind < 0.3:
        made["volume"] = whole if draw.chance(0.5) else Number(value=whole, low=whole / 2)
    else:
        of_market["volume"] = draw.graded(whole) if draw.chance(0.1) else whole
        if kind < 0.6:
            made.pop("volume", None)
    if made["unit"] == "lump_sum" and not isinstance(made.get("volume"), Decimal | int):
        made["volume"] = draw.decimal("2000", "90000")


def set_tariff(draw: Draw, table: Table, presets: Path) -> None:
    """A tariff around a boundary of a provider of some size, or exactly on it.

    A lead provider beside a line that lets the cost rise with the volume is mostly taken out: then
    every number of providers has to be tried.
    """
    unit = table["contract"]["unit"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.toml"
        path.write_text(to_toml(table, "cost"), encoding="utf-8")
        try:
            case = ProfiledCase(path, presets)
            whole = Market(case)
            hours = max(Fraction(1), whole.volume * draw.one_of(1, 2, 7, 50, 500) / 500)
            boundary = draw.one_of(*list(whole.rounded(hours).values())[1:])
            times = hours_of(case.inputs, unit, None)
        except ValueError:  # both programs are to refuse it
            table["contract"]["tariff"] = Decimal(35)
            return
    if whole.lead and whole.may_rise() and draw.chance(0.95):
        del table["market"]["lead"]
    aside = Decimal(1) if draw.chance(0.2) else draw.decimal("0.900", "1.150")
    tariff = exact(max(boundary, Fraction(1)) * times) * aside
    table["contract"]["tariff"] = tariff.quantize(Decimal(UNITS[unit])) or Decimal(1)


def arguments_of(draw: Draw, table: Table) -> list[str]:
    """Options of `market`, more often none."""
    made = []
    if draw.chance(0.2):
        made.append(f"--providers={','.join(map(str, numbers(draw)))}")
    if "tariff" in table["contract"] and draw.chance(0.2):
        tariff = table["contract"]["tariff"] * draw.decimal("0.90", "1.10")
        made.append(f"--tariff={tariff:.4f}")  # three decimals may be thousands
    if "tariff" in table["contract"] and draw.chance(0.08):
        made.append(f"--unit={draw.one_of(*UNITS)}")
    return made


def case(draw: Draw, presets: Path, frames: dict[str, list[str]]) -> Table:
    """A case with a market; about a third with [result]."""
    if draw.chance(0.01):
        return given_case(draw) | {"market": market(draw)}
    table = full_case(draw)
    if draw.chance(0.15):
        own_presets(draw, table)
    if draw.chance(0.15):  # so that a root or a mean of norm hours shows to its last decimal
        table["rounding"] = {**table.get("rounding", {}), "step": Decimal(draw.one_of(*FINE))}
    made, of_market = table["contract"], market(draw)
    made.pop("tariff", None)
    volumes(draw, made, of_market)
    if draw.chance(0.35):
        table["result"] = result(draw, frames)
        made["unit"] = draw.one_of(*PARTS, *PARTS, made["unit"])
        if draw.chance(0.7):
            made.pop("norm_hours", None)
    if of_market:
        table["market"] = of_market
    if draw.chance(0.85):
        set_tariff(draw, table, presets)
    return table


def split(draw: Draw, table: Table, base: str) -> tuple[Table, Table]:
    """The same case in two files: under it other figures, of which all goes."""
    upper = {name: table[name] for name in ("market", "result") if name in table}
    other = market(draw)
    under = {key: value for key, value in other.items() if key in upper.get("market", {})}
    return {**table, "market": under} if under else table, {"extends": base, **upper}


def write_cases(seed: int, count: int, presets: Path, out: Path) -> None:
    """The cases, their command lines and presets in a folder."""
    draw = Draw(seed)
    write_presets(draw, out / "presets" / "own")
    frames = write_frames(draw, out / "presets" / "own")
    with tempfile.TemporaryDirectory() as folder:
        everything = gathered(presets, out / "presets", Path(folder))
        for number in range(1, count + 1):
            table = case(draw, everything, frames)
            arguments, unit = arguments_of(draw, table), draw.one_of(*UNITS)
            path = out / f"case-{number:04d}.toml"
            if draw.chance(0.15) and "given" not in table:
                base = path.name.replace("case", "base")
                under, table = split(draw, table, base)
                (out / base).write_text(to_toml(under, "base"), encoding="utf-8")
            path.write_text(to_toml(table, f"seed {seed}, case {number}"), encoding="utf-8")
            path.with_suffix(".args").write_text("".join(f"{a}\n" for a in arguments), "utf-8")
            path.with_suffix(".unit").write_text(f"{unit}\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--presets", type=Path, required=True, help="folder with nl/ and cases/")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write_cases(options.seed, options.count, options.presets, options.out)
    print(f"seed {options.seed}: {options.count} markets in {options.out}")


if __name__ == "__main__":
    main()
