"""The made set of 342 contracts: every rule violated alone, in pairs and not at all.

The answers each defect implies stand in tests/audit/defects.toml, written by hand, and so do the
headlines below. The real program must find exactly those: for rows over a case and for case files
with a dossier, in both schemes, on one thread and on several. Then the manifest: nothing changed
is nothing said, one changed byte is named.
"""

import argparse
import itertools
import json
import os
import re
import sys
import tempfile
import tomllib
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from pathlib import Path
from subprocess import run

HERE = Path(__file__).parent.parent / "audit"
AS_OF = ["--as-of", "2026-11-22"]
RED = {"wage-floor", "cost-price", "elements", "scale-step", "indexation", "subcontractor", "result-price",
       "delivery", "legal-minimum"}
INFORMATION = {"labour-share"}
EVIDENCE = {"sources", "freshness", "placeholders"}
COLUMNS = ["id", "case", "region", "contract.municipality", "contract.provider", "contract.tariff",
           "contract.unit", "contract.norm_hours", "contract.subcontracting_fee", "contract.indexation.series",
           "contract.indexation.none", "obligations.amount", "margin.percent"]
# Of 21 defects: each alone, 210 - 25 = 185 pairs, the 21 in turn to fill up (once all, and the first
# three: 24), and 112 contracts without any: 21 + 185 + 24 + 112.
CONTRACTS = 342
SOUND = 112
# Ten defects are red, five amber, three are of the evidence only, and three leave a red rule unknown.
# Not judged are those without a red one: 3 alone, 3 in turn, and of the pairs 3 of two of them, 15 - 4
# with an amber one and 9 with one of the evidence: 29. Amber: 5 alone, 6 in turn, 10 - 1 pairs, 15 with
# one of the evidence: 35. Green but for those without any: 3 alone, 3 in turn, 3 pairs of the evidence.
# Red: 10 alone, 12 in turn, 45 - 7 pairs, 50 - 7 with an amber one, 30 and 30 - 6 with the others: 157.
# For the trade, below-floor is a loss (1 + 2 + 15), below-cost and month-below-cost lie a cent below
# (1 + 2 + 15 and 1 + 1 + 15), as do 37 sound ones at the cost price; 28 have no tariff per hour.
HEADLINES = {"union": {"green": 121, "amber": 35, "red": 157},
             "trade": {"margin": 224, "break_even": 72, "loss": 18}}
# Weak: 3 alone, 3 in turn, 3 pairs among themselves and 3 x 18 with another.
WEAK = 63


def answers_of(defects: list[dict], together: list[dict]) -> dict[str, str]:
    """What the hand-written table says of these defects; rules not named pass or do not apply."""
    names = sorted(defect["name"] for defect in defects)
    for pair in together:
        if sorted(pair["names"]) == names:
            defects = [pair]
    answers = {rule: "unknown" for defect in defects for rule in defect.get("unknown", [])}
    answers |= {rule: "fail" for defect in defects for rule in defect.get("fail", [])}
    return answers


def class_of(answers: dict[str, str]) -> str:
    """The union's classes, from the answers that are not fine: evidence stands beside them."""
    counted = {rule: answer for rule, answer in answers.items() if rule not in INFORMATION | EVIDENCE}
    if any(answer == "fail" and rule in RED for rule, answer in counted.items()):
        return "red"
    if any(answer == "unknown" and rule in RED for rule, answer in counted.items()):
        return "not_judged"
    return "amber" if counted else "green"


class Contract:
    """One contract with its defects, its row, and what must be found."""

    def __init__(self, number: int, defects: list[dict], table: dict, level: str | None = None):
        self.identity = f"c{number:03}"
        self.names = [defect["name"] for defect in defects]
        self.answers = answers_of(defects, table.get("together", []))
        self.expected_class = class_of(self.answers)
        self.edits = [edit for defect in defects for edit in defect.get("file", [])]
        cells = {"contract.indexation.series": "nl/vng-90-10"}
        for defect in defects:
            cells |= defect.get("cells", {})
        if "few-norm-hours" in self.names:
            cells["contract.norm_hours"] = "100"
        changes = " ".join(sorted({defect["changes"] for defect in defects if "changes" in defect})) or "plain"
        floor, self.cost, ceiling = (Decimal(str(figure)) for figure in table["boundaries"][changes])
        level = level or next((defect["level"] for defect in defects if "level" in defect), "fair")
        cent = Decimal("0.01")
        hourly, rounding = {"below_floor": (floor - cent, ROUND_FLOOR), "below_cost": (self.cost - cent, ROUND_FLOOR),
                            "fair": (self.cost + Decimal("2.07"), ROUND_HALF_UP), "at_cost": (self.cost, ROUND_HALF_UP),
                            "at_ceiling": (ceiling, ROUND_HALF_UP), "above": (ceiling + cent, ROUND_CEILING)}[level]
        divisor = Decimal(cells.get("contract.norm_hours", "108")) / 12 if cells.get("contract.unit") else Decimal(1)
        tariff = (hourly * divisor).quantize(cent, rounding)
        self.hourly = None if "no-tariff" in self.names or "month-without-hours" in self.names else tariff / divisor
        self.cells = {"contract.tariff": str(tariff)} | cells
        self.region = f"region {number % 7}"
        self.cells |= {"id": self.identity, "region": self.region, "contract.municipality": f"gemeente {number % 40}",
                       "contract.provider": f"aanbieder {number % 11}"}

    @property
    def trade_class(self) -> str:
        if self.hourly is None:
            return "not_judged"
        distance = self.hourly - self.cost
        if abs(distance) * 100 <= self.cost:
            return "break_even"
        return "margin" if distance > 0 else "loss"

    def case_text(self, base: str) -> str:
        for before, after in self.edits:
            assert before in base, before
            base = base.replace(before, after)
        return base

    def own_file(self, base: str) -> str:
        """The whole contract as a case file: what the row says at the end of each table."""
        tables: dict[str, list[str]] = {}
        for key, value in self.cells.items():
            if "." not in key or value == "":
                continue
            table, name = key.split(".", 1)
            plain = name == "none" or key in ("contract.tariff", "contract.norm_hours", "contract.subcontracting_fee",
                                              "obligations.amount", "margin.percent")
            name = name if "." not in name else name.replace(".", ".")
            tables.setdefault(table, []).append(f"{name} = {value}" if plain or value == "true" else f'{name} = "{value}"')
        text = self.case_text(base)
        for table, lines in tables.items():
            names = {line.split(" =")[0] for line in lines}
            head, tail = text.split(f"[{table}]\n", 1)
            body, *rest = tail.split("\n\n", 1)
            kept = [line for line in body.splitlines() if line.split("=")[0].strip() not in names]
            text = f"{head}[{table}]\n" + "\n".join(kept + lines) + "\n\n" + "".join(rest)
        return text


def contracts() -> list[Contract]:
    table = tomllib.loads((HERE / "defects.toml").read_text("utf-8"))
    defects = table["defect"]
    exclude = table["exclude"]
    sets = [[defect] for defect in defects]
    sets += [[one, other] for one, other in itertools.combinations(defects, 2)
             if other["name"] not in exclude.get(one["name"], []) and one["name"] not in exclude.get(other["name"], [])]
    more = itertools.cycle(defects)
    while len(sets) < CONTRACTS - SOUND:
        sets.append([next(more)])
    made = [Contract(number, chosen, table) for number, chosen in enumerate(sets, 1)]
    levels = itertools.cycle(["fair", "at_cost", "at_ceiling"])
    made += [Contract(number, [], table, next(levels)) for number in range(len(sets) + 1, CONTRACTS + 1)]
    return made


class Check:
    """Runs the program in a folder of its own and collects what is not as it should be."""

    def __init__(self, program: Path, folder: Path):
        self.program, self.folder, self.problems = program, folder, []

    def billijk(self, *words: str, cwd: Path | None = None) -> tuple[int, str, str]:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        result = run([self.program, "audit", *words], cwd=cwd or self.folder, capture_output=True, env=environment, check=False)
        return result.returncode, result.stdout.decode("utf-8"), result.stderr.decode("utf-8")

    def equal(self, what: str, found, wanted) -> None:
        if found != wanted:
            self.problems.append(f"{what}: found {found!r}, expected {wanted!r}")

    def answers(self, how: str, made: list[Contract], report: dict, name) -> None:
        self.equal(f"{how}: contracts", len(report["contracts"]), len(made))
        for contract, found in zip(made, report["contracts"]):
            where = f"{how}: {contract.identity} {contract.names}"
            self.equal(where + " id", found["id"], name(contract))
            answers = {rule["rule"]: rule["answer"] for rule in found["rules"] if rule["answer"] in ("fail", "unknown")}
            # All end in the year after their case, and nobody states what wages will do.
            self.equal(where + " years", answers.pop("holds-to-the-end", None), "unknown")
            self.equal(where, answers, contract.answers)
            self.equal(where + " class", found["class"], contract.expected_class)
            weak = sorted(EVIDENCE & set(contract.answers))
            self.equal(where + " evidence", found["evidence"]["grade"], "weak" if weak else "strong")
            self.equal(where + " reasons", sorted(reason["rule"] for reason in found["evidence"]["reasons"]), weak)
            self.equal(where + " keys", all(reason["keys"] for reason in found["evidence"]["reasons"]), True)
            if contract.hourly is not None:
                self.equal(where + " cost price", Decimal(str(found["cost_price"])), contract.cost)

    def headline(self, how: str, report: dict, wanted: dict, not_judged: int) -> None:
        headline = report["headline"]
        self.equal(how + " classes", headline["classes"], wanted)
        self.equal(how + " not judged", headline["not_judged"], not_judged)
        self.equal(how + " contracts", headline["contracts"], CONTRACTS)
        self.equal(how + " evidence", headline["evidence"], {"strong": CONTRACTS - WEAK, "weak": WEAK})


def check_page(check: Check) -> None:
    """Every contract stands on the page and leads to its rules; the page stays one to mail."""
    code, page, err = check.billijk("files", *AS_OF, "--presets", "own", "--format", "html")
    check.equal(f"page: exit ({err})", code, 1)
    check.equal("page: links", sorted(re.findall(r'<a href="#(c\d+)"', page)),
                sorted(f"c{number}" for number in range(1, CONTRACTS + 1)))
    check.equal("page: unfolding", sorted(re.findall(r'<details class="fold" id="(c\d+)"', page)),
                sorted(f"c{number}" for number in range(1, CONTRACTS + 1)))
    check.equal("page: at most 2 MB", len(page.encode()) <= 2_000_000, True)
    single = check.billijk("files", *AS_OF, "--presets", "own", "--format", "html", "--threads", "1")[1]
    check.equal("page: one thread gives the same bytes", single == page, True)
    page = check.billijk("--rows", "rows.csv", *AS_OF, "--format", "html", "--league", "5")[1]
    check.equal("page: the first five", len(re.findall(r'<a href="#c\d+"', page)), 5)


def check_manifest(check: Check) -> None:
    """Nothing changed, nothing said; one byte of an input, a preset, the dossier or the version is named."""
    def verify(what: str, wanted_exit: int, *wanted: str) -> None:
        code, out, err = check.billijk("--verify", "evidence/manifest.json")
        check.equal(f"verify, {what}: exit", code, wanted_exit)
        found = sorted({line.split("[")[-1][:4] for line in out.splitlines() if "[W" in line})
        check.equal(f"verify, {what}: {out}{err}", found, sorted(wanted))

    def changed(path: str, what: str, *wanted: str, at: int = -2) -> None:
        file = check.folder / path
        before = file.read_bytes()
        index = at % len(before)
        file.write_bytes(before[:index] + bytes([before[index] ^ 1]) + before[index + 1:])
        verify(what, 1, *wanted)
        file.write_bytes(before)

    verify("unchanged", 0)
    check.equal("verify from elsewhere", check.billijk("--verify", str(check.folder / "evidence/manifest.json"), cwd=Path("/")),
                (0, "", ""))
    first = sorted((check.folder / "evidence").glob("0001*"))[0].name
    changed(f"evidence/{first}", "a dossier file", "W044")
    changed("evidence/index.md", "the index", "W044")
    changed("evidence/index.html", "the first page", "W044")
    comment = (check.folder / "files/c342.toml").read_text("utf-8").index("# A contract") + 3
    changed("files/c342.toml", "a comment of an input", "W041", at=comment)
    changed("own/nl/norm-hours-kpmg.toml", "a preset", "W042", at=(check.folder / "own/nl/norm-hours-kpmg.toml").read_text("utf-8").index("# hours is") + 3)
    manifest = check.folder / "evidence/manifest.json"
    text = manifest.read_text("utf-8")
    version = json.loads(text)["program"]["version"]
    manifest.write_text(text.replace(f'"version": "{version}"', '"version": "0.0.1"'), "utf-8")
    verify("another version", 1, "W040")
    manifest.write_text(text, "utf-8")
    verify("all put back", 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--keep", type=Path, help="make the set in this folder and leave it there")
    options = parser.parse_args()
    made = contracts()
    base = (HERE / "base.toml").read_text("utf-8")
    union = {name: sum(contract.expected_class == name for contract in made) for name in ("green", "amber", "red")}
    trade = {name: sum(contract.trade_class == name for contract in made) for name in ("margin", "break_even", "loss")}
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        check = Check(options.program.resolve(), folder)
        check.equal("contracts without a defect", sum(not contract.names for contract in made), SOUND)
        check.equal("headline of the union, by hand", union, HEADLINES["union"])
        check.equal("headline of the trade, by hand", trade, HEADLINES["trade"])
        files: dict[str, str] = {}
        rows = [",".join(COLUMNS)]
        (folder / "files").mkdir(exist_ok=True)
        for contract in made:
            text = contract.case_text(base)
            contract.cells["case"] = files.setdefault(text, f"case-{len(files):02}.toml")
            rows.append(",".join(contract.cells.get(column, "") for column in COLUMNS))
            (folder / "files" / f"{contract.identity}.toml").write_text(contract.own_file(base), "utf-8")
        for text, name in files.items():
            (folder / name).write_text(text, "utf-8")
        (folder / "rows.csv").write_text("\n".join(rows) + "\n", "utf-8")
        (folder / "own/nl").mkdir(parents=True, exist_ok=True)
        preset = HERE.parent.parent / "presets/nl/norm-hours-kpmg.toml"
        (folder / "own/nl/norm-hours-kpmg.toml").write_bytes(preset.read_bytes())

        unjudged = CONTRACTS - sum(union.values())
        code, out, err = check.billijk("--rows", "rows.csv", *AS_OF, "--format", "json")
        check.equal(f"rows: exit ({err})", code, 1)
        report = json.loads(out)
        check.answers("rows", made, report, lambda contract: contract.identity)
        check.headline("rows", report, union, unjudged)
        check.equal("rows: percent", report["headline"]["sound_percent"], 35.4)
        code, single, _ = check.billijk("--rows", "rows.csv", *AS_OF, "--format", "json", "--threads", "1")
        check.equal("rows: one thread gives the same bytes", single == out, True)
        code, text, _ = check.billijk("--rows", "rows.csv", *AS_OF)
        check.equal("rows: headline", text.splitlines()[0], "121 of 342 contracts (35.4 %) legally sound.")
        report = json.loads(check.billijk("--rows", "rows.csv", *AS_OF, "--format", "json", "--scheme", "trade")[1])
        check.headline("trade", report, trade, CONTRACTS - sum(trade.values()))
        code, out, err = check.billijk("files", *AS_OF, "--format", "json", "--dossier", "evidence", "--presets", "own")
        check.equal(f"files: exit ({err})", code, 1)
        report = json.loads(out)
        check.answers("files", made, report, lambda contract: f"files/{contract.identity}")
        check.headline("files", report, union, unjudged)
        check.equal("files: dossiers", len(list((folder / "evidence").glob("0*.md"))), CONTRACTS)
        index = (folder / "evidence/index.md").read_text("utf-8")
        check.equal("files: links of the index", sorted(re.findall(r"\]\((.*?)\)", index)),
                    sorted(file.name for file in (folder / "evidence").glob("0*.md")))
        pages = sorted(file.name for file in (folder / "evidence").glob("0*.html"))
        check.equal("files: pages", len(pages), CONTRACTS)
        index = (folder / "evidence/index.html").read_text("utf-8")
        check.equal("files: links of the first page", sorted(re.findall(r'<a href="(.*?)"', index)), pages)
        check_page(check)
        check_manifest(check)
    print("\n".join(check.problems[:40]) or f"audit: {CONTRACTS} contracts as expected")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main())
