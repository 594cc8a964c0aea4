// After any change the page says what the program says, and so does what it hands out.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { join } from "node:path";
import { Changes, isShare, play } from "./changes.mjs";
import { differences, parseExact } from "./exact_json.mjs";
import { TESTS, together } from "./program.mjs";
import { stage } from "./stage.mjs";

const SEED = 18;
const TRIALS = 300;
const MADE = 10;
const MOST_SHOWN = 8;
const MEMBERS = ["lines", "totals", "tariff", "zone", "certain", "boundaries", "could_change", "distance"];
const SHARED = [
  ["certain-too-low.toml"], ["forecast-hourly-lag.toml"], ["forecast-lump-sum.toml"], ["forecast-ten-years.toml"],
  ["market-61.toml"], ["mid-year.toml"], ["plain.toml"], ["provisional-2027.toml"], ["round-each-line.toml"],
  ["share-of-tariff.toml"], ["velsen.toml", "--set", "hours.sickness=6", "--set", "contract.subcontracting_fee=5"],
  ["preset:cases/hbh-2026", "--tariff", "38.50"], ["preset:cases/schoonmaak-2026", "--tariff", "36"],
];

const set = stage();
const { place } = set;
const cases = [...SHARED];

before(async () => {
  const tool = join(TESTS, "tools", "random_cases.py");
  const { exit, stderr } = await place.run("python3", tool, "--seed", `${SEED}`, "--count", `${MADE}`, "--out", ".");
  assert.equal(exit, 0, stderr);
  for (let number = 1; number <= MADE; number += 1) cases.push([`case-${`${number}`.padStart(4, "0")}.toml`]);
});

/** The words of a check after changes, which stand in place of what was set before; a mix is set as a whole. */
function checked({ words: [file, ...options], mix }, changes) {
  const all = new Map(changes.some(([key]) => isShare(key)) ? [...mix, ...changes] : changes);
  const isKept = (at) => !all.has(options[at] === "--tariff" ? "contract.tariff" : options[at + 1].split("=")[0]);
  const kept = options.filter((_, at) => isKept(at - (at % 2)));
  return ["check", file, ...kept, ...[...all].flatMap(([key, value]) => ["--set", `${key}=${value}`])];
}

const AS_JSON = ["--format", "json", "--lang", "en"];

/** The figures of a finished program, null where it refused. */
function figures({ exit, stdout, stderr }) {
  if (exit === 2) return null;
  assert.ok(exit === 0 || exit === 1, stderr);
  const document = parseExact(stdout);
  return Object.fromEntries(MEMBERS.map((name) => [name, document[name]]));
}

/** What is wrong after one list of changes, a line each. */
async function faults(subject, { refused, taken, result, toml, command }, name) {
  const found = [];
  for (const change of refused) {
    const others = taken.filter(([key]) => key !== change[0]);
    const { exit } = await place.billijk(...checked(subject, [...others, change]), ...AS_JSON);
    if (exit !== 2) found.push(`refused ${change.join("=")}, which the program takes`);
  }
  const wanted = figures(await place.billijk(...checked(subject, taken), ...AS_JSON));
  found.push(...differences(result, wanted));
  if (wanted !== null) {
    place.write(name, toml);
    const ofFile = figures(await place.billijk("check", name, ...AS_JSON));
    const ofCommand = figures(await place.shell(`${command} ${AS_JSON.join(" ")}`));
    found.push(...differences(ofFile, wanted, "the case file"), ...differences(ofCommand, wanted, "the command"));
  }
  const changes = taken.map((change) => change.join("=")).join(" ");
  return found.map((fault) => `${changes || "unchanged"}: ${fault}`);
}

test("what the page says after random changes is what the program says", async (t) => {
  const changes = new Changes(SEED);
  const computed = { there: 0, none: 0 };
  for (const [number, words] of cases.entries()) {
    await t.test(words.join(" "), async () => {
      await set.browser.open(await place.page("live.html", "check", ...words, "--lang", "en"));
      const keys = await set.browser.run(() => window.billijk.keys());
      const { inputs } = parseExact(await place.answer("check", ...words, ...AS_JSON));
      const byKey = new Map(inputs.map((input) => [input.key, input]));
      const subject = { words, mix: inputs.filter(({ key }) => key.startsWith("wage.mix.")).map(({ key, value }) => [key, value]) };
      const count = Math.floor((TRIALS * (number + 1)) / cases.length) - Math.floor((TRIALS * number) / cases.length);
      const trials = [[], ...Array.from({ length: count }, () => changes.some(keys, byKey))];
      const played = await set.browser.run(play, trials);
      for (const { result } of played) computed[result ? "there" : "none"] += 1;
      const found = await together(2, played, (trial, at) => faults(subject, trial, `changed-${at}.toml`));
      assert.ok(found.flat().length === 0, found.flat().slice(0, MOST_SHOWN).join("\n"));
    });
  }
  t.diagnostic(`${computed.there} with an answer, ${computed.none} without (seed ${SEED})`);
  assert.ok(computed.there >= TRIALS / 2, "most changes should have an answer");
});

test("every number that --set takes can be changed", async () => {
  await set.browser.open(await place.page("keys.html", "check", "share-of-tariff.toml", "--lang", "en"));
  const keys = await set.browser.run(() => window.billijk.keys());
  const { inputs } = parseExact(await place.answer("check", "share-of-tariff.toml", ...AS_JSON));
  const taken = await together(2, inputs.filter(({ unit }) => unit !== null), async ({ key, value }) => {
    const { exit } = await place.billijk("check", "share-of-tariff.toml", "--set", `${key}=${value}`);
    return exit === 2 ? [] : [key];
  });
  assert.ok(taken.flat().length > 20);
  assert.deepEqual(taken.flat().filter((key) => !keys.includes(key)), []);
  const boxes = await set.browser.run(() =>
    [...document.querySelectorAll("input[data-key]")].map((input) => input.dataset.key));
  assert.deepEqual(keys.filter((key) => !boxes.includes(key)), []);
});

test("a key that is none is refused, and a reset brings the case back", async () => {
  await set.browser.open(await place.page("reset.html", "check", "plain.toml", "--lang", "en"));
  const [first, changed, last, fault] = await set.browser.run(() => {
    const { billijk } = window;
    const results = [billijk.result()];
    billijk.set("hours.sickness", "9.9");
    results.push(billijk.result());
    billijk.reset();
    results.push(billijk.result());
    try {
      billijk.set("hours.nothing", "1");
      results.push("taken");
    } catch (error) {
      results.push(error.constructor.name);
    }
    return results;
  });
  assert.notDeepEqual(first, changed);
  assert.deepEqual(first, last);
  assert.equal(fault, "RangeError");
});
