// A page of every command that makes one, in either language.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { together } from "./program.mjs";

export const LANGUAGES = ["nl", "en"];

const VELSEN = `schema = "billijk/case/1"
title = "Velsen 2026"
extends = "preset:cases/hbh-2026"
[contract]
municipality = "Velsen"
provider = "Zorg & Zo"
product = "HbH"
tariff = 40.50
volume = 52000
start = 2026-01-01
end = 2029-12-31
indexation = { percent = 2.5 }
[forecast]
wages = { value = 3.5, low = 2.5, high = 4.5 }
prices = { value = 2.4, low = 2.0, high = 3.0 }
[[line]]
key = "gloves"
label = "Handschoenen"
element = "f"
amount = { value = 0.05, low = 0.02, high = 0.10 }
per = "billable_hour"
`;
const PROVIDER = `schema = "billijk/case/1"
title = "Velsen 2026, the provider's figures"
extends = "velsen.toml"
[hours]
sickness = { value = 8.4, low = 7.5, high = 9.5, grade = "measured", source = "own books", note = "of the last year" }
[travel]
minutes = { value = 6.0, low = 5.0, high = 8.0 }
[overhead]
percent = 17.5
`;
const THIRD = `schema = "billijk/case/1"
title = "A third way"
extends = "velsen.toml"
[overhead]
percent = 13
`;
const FAULTY = `schema = "billijk/case/1"
title = "Faulty"
extends = "preset:cases/hbh-2026"
[hours]
sickness = 750
leaf = 3
`;
const ROWS = `id,region,hours.sickness,contract.tariff
a,north,6.5,38.50
b,north,7.81,41.50
c,south,8.5,44
`;
const REFUSED_ROW = "d,south,101,44\n";
const square = (name, west) => ({
  type: "Feature", properties: { statnaam: name },
  geometry: { type: "Polygon", coordinates: [[[west, 52.4], [west + 0.1, 52.4], [west + 0.1, 52.5], [west, 52.5], [west, 52.4]]] },
});
const MAP = JSON.stringify({ type: "FeatureCollection", features: [square("Velsen", 4.6), square("Beverwijk", 4.7)] });

const ONE_CASE = {
  calc: ["calc"],
  "calc-explained": ["calc", "--explain", "--rounding-ledger"],
  "calc-month": ["calc", "--unit", "month", "--set", "contract.norm_hours=130"],
  check: ["check"],
  "check-explained": ["check", "--explain", "--rounding-ledger"],
  "check-brief": ["check", "--brief"],
  "check-several": ["check", "--tariff", "38:44:2"],
  "check-subcontractor": ["check", "--set", "contract.subcontracting_fee=8"],
  solve: ["solve", "--tariff", "40.50", "--for", "hours.sickness"],
  "solve-all": ["solve"],
  sensitivity: ["sensitivity"],
  "sensitivity-sweep": ["sensitivity", "--sweep", "overhead.percent=10:20:2"],
  simulate: ["simulate", "--draws", "5000"],
  forecast: ["forecast", "--tariff", "42.50"],
  "forecast-clauses": ["forecast", "--tariff", "42.50", "--until", "2031", "--clause", "none", "--clause", "3.5"],
};
const COMMANDS = {
  ...Object.fromEntries(Object.entries(ONE_CASE).map(([name, [command, ...options]]) =>
    [name, [command, "velsen.toml", ...options]])),
  "check-provisional": ["check", "provisional-2027.toml"],
  "check-shares": ["check", "share-of-tariff.toml"],
  market: ["market", "market-61.toml"],
  compare: ["compare", "velsen.toml", "provider.toml"],
  "compare-brief": ["compare", "velsen.toml", "provider.toml", "--brief"],
  "compare-public": ["compare", "velsen.toml", "provider.toml", "--public"],
  "compare-three": ["compare", "velsen.toml", "provider.toml", "third.toml"],
  validate: ["validate", "velsen.toml", "--as-of", "2026-11-22"],
  "validate-faulty": ["validate", "faulty.toml"],
  audit: ["audit", "velsen.toml", "--rows", "contracts.csv", "--as-of", "2026-11-22"],
  "audit-map": ["audit", "velsen.toml", "provider.toml", "--as-of", "2026-11-22", "--map", "map.geojson"],
  "audit-details": ["audit", "velsen.toml", "provider.toml", "--as-of", "2026-11-22", "--details"],
};

export function writeCases(place) {
  place.copy("worked/cases", ".");
  place.write("velsen.toml", VELSEN);
  place.write("provider.toml", PROVIDER);
  place.write("third.toml", THIRD);
  place.write("faulty.toml", FAULTY);
  place.write("map.geojson", MAP);
  place.write("contracts.csv", ROWS);
  place.write("rows.csv", ROWS + REFUSED_ROW);
}

/** Writes the page of one command. */
export function writePage(place, name, language) {
  return place.page(`${name}-${language}.html`, ...COMMANDS[name], "--lang", language);
}

async function summary(place, language) {
  const name = `batch-${language}.html`;
  return place.written(name, "batch", "velsen.toml", "rows.csv", "--summary-file", name, "--lang", language);
}

async function dossier(place, language) {
  const folder = place.path(`dossier-${language}`);
  await place.answer("audit", "velsen.toml", "provider.toml", "--as-of", "2026-11-22", "--dossier", folder,
    "--lang", language);
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  if (pages.length < 3) throw new Error("a dossier of two contracts has three pages");
  return pages.map((page) => join(folder, page));
}

/** Writes the page of every command; an object of name and path each. */
export async function writePages(place, language) {
  const pages = await together(2, Object.keys(COMMANDS),
    async (name) => ({ name, path: await writePage(place, name, language) }));
  pages.push({ name: "batch", path: await summary(place, language) });
  (await dossier(place, language)).forEach((path, number) => pages.push({ name: `dossier-${number}`, path }));
  return pages;
}
