// A forecast page says of every year what the program says after the same changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Changes, isShare, play } from "./changes.mjs";
import { differences, parseExact } from "./exact_json.mjs";
import { together } from "./program.mjs";
import { stage } from "./stage.mjs";

const SEED = 37;
const TRIALS = 20;
const MOST_SHOWN = 8;
const CASES = ["forecast-ten-years.toml", "forecast-hourly-lag.toml", "forecast-lump-sum.toml"];
const AS_JSON = ["--format", "json", "--lang", "en"];

const set = stage();
const { place } = set;

const YEAR = ["year", "certain", "zone", "tariff", "per_hour", "running_total"];
function told(year) {
  const rounded = Object.entries(year.totals).map(([key, total]) => [key, total.rounded]);
  return { ...Object.fromEntries(YEAR.map((name) => [name, String(year[name])])), ...Object.fromEntries(rounded),
    hour: year.distance.per_hour, gain: year.distance.per_year };
}

async function faults(file, { taken, result }) {
  const settings = taken.flatMap(([key, value]) => ["--set", `${key}=${value}`]);
  const { exit, stdout } = await place.billijk("forecast", file, ...settings, ...AS_JSON);
  const wanted = exit === 2 ? null : parseExact(stdout).years.map(told);
  const found = differences(result && result.years.map(told), wanted);
  return found.map((fault) => `${taken.map((change) => change.join("=")).join(" ")}: ${fault}`);
}

for (const file of CASES) {
  test(`${file} says what the program says`, async () => {
    await set.browser.open(await place.page("forecast.html", "forecast", file, "--lang", "en"));
    const keys = (await set.browser.run(() => window.billijk.keys())).filter((key) => !isShare(key));
    const { inputs } = parseExact(await place.answer("check", file, ...AS_JSON));
    const known = new Map(inputs.map((input) => [input.key, input]));
    const changes = new Changes(SEED);
    const played = await set.browser.run(play, [[], ...Array.from({ length: TRIALS }, () => changes.some(keys, known))]);
    const found = (await together(2, played, (trial) => faults(file, trial))).flat();
    assert.ok(found.length === 0, found.slice(0, MOST_SHOWN).join("\n"));
  });
}
