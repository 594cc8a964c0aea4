// Two parties move their figures on one page: each case, the distance and what both could sign are the program's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Changes } from "./changes.mjs";
import { differences, parseExact } from "./exact_json.mjs";
import { together } from "./program.mjs";
import { stage } from "./stage.mjs";

const SEED = 81;
const TRIALS = 30;
const MOST_SHOWN = 8;
const SIDES = [0, 1];
const CASE_MEMBERS = ["lines", "totals", "tariff", "zone", "certain", "boundaries", "could_change", "distance"];
const PAIRS = [["velsen.toml", "provider.toml"], ["plain.toml", "share-of-tariff.toml"]];
// Keys that stand in a case file by a table of their own, which live.test.mjs has in hand.
const NESTED = /^(?:line|derived|wage\.mix|indexation)\.|@/;
const AS_JSON = ["--format", "json", "--lang", "en"];

const set = stage();
const { place } = set;

/** In the page: what comes of each list of [side, key, value]. */
function play(trials) {
  const { billijk } = window;
  return trials.map((changes) => {
    billijk.reset();
    const taken = new Map();
    for (const [side, key, value] of changes) {
      try {
        billijk.set(side, key, value);
        taken.set(`${side} ${key}`, [side, key, value]);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return { taken: [...taken.values()], result: billijk.result(), files: [billijk.toml(0), billijk.toml(1)] };
  });
}

/** Two case files that say what was set on top of the two cases. */
function changedFiles(pair, taken, number) {
  return SIDES.map((side) => {
    const own = taken.filter(([of]) => of === side);
    const rows = own.map(([, key, value]) => `${key} = ${value}`).join("\n");
    const name = `side-${side}-${number}.toml`;
    place.write(name, `schema = "billijk/case/1"\nextends = "${pair[side]}"\n${rows}\n`);
    return name;
  });
}

async function answer(...words) {
  const { exit, stdout } = await place.billijk(...words, ...AS_JSON);
  return exit === 2 ? null : parseExact(stdout);
}

const only = (members, document) => Object.fromEntries(members.map((name) => [name, document[name]]));

async function faults(pair, { taken, result, files: handedOut }, number) {
  const files = changedFiles(pair, taken, number);
  const both = await answer("compare", ...files, "--brief");
  const cases = await Promise.all(files.map((file) => answer("check", file)));
  const wanted = both && {
    cases: cases.map((document) => only(CASE_MEMBERS, document)),
    zone_of_agreement: both.brief.zone_of_agreement,
    distance: both.difference.value,
  };
  const found = differences(result, wanted);
  if (wanted !== null) {
    for (const side of SIDES) {
      place.write(`handed-${side}-${number}.toml`, handedOut[side]);
      const document = await answer("check", `handed-${side}-${number}.toml`);
      found.push(...differences(document && only(CASE_MEMBERS, document), wanted.cases[side], `case file ${side}`));
    }
  }
  return found.map((fault) => `${taken.map(([side, ...change]) => `${side}:${change.join("=")}`).join(" ")}: ${fault}`);
}

for (const pair of PAIRS) {
  test(`${pair.join(" beside ")} says what the program says`, async () => {
    await set.browser.open(await place.page("compare.html", "compare", ...pair, "--lang", "en"));
    const changes = new Changes(SEED);
    const sides = await Promise.all(pair.map(async (file) => {
      const { inputs } = parseExact(await place.answer("check", file, ...AS_JSON));
      return new Map(inputs.filter(({ unit, key }) => unit !== null && !NESTED.test(key)).map((input) => [input.key, input]));
    }));
    const trials = [[], ...Array.from({ length: TRIALS }, () => SIDES.flatMap((side) =>
      changes.some([...sides[side].keys()], sides[side]).map((change) => [side, ...change])))];
    const played = await set.browser.run(play, trials);
    const found = await together(2, played, (trial, number) => faults(pair, trial, number));
    assert.ok(found.flat().length === 0, found.flat().slice(0, MOST_SHOWN).join("\n"));
  });
}
