// A beamer follows the hand: twenty changes a second on a case of 60 inputs, 15 of them with a range.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseExact } from "./exact_json.mjs";
import { stage } from "./stage.mjs";

const INPUTS = 60;
const RANGED = 15;
const CHANGES = 60;
const FEWEST_A_SECOND = 20;

const set = stage();
const { place } = set;

const line = (number) => `[[line]]
key = "own_${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}"
element = "${"abcdf"[number % 5]}"
amount = ${number < RANGED ? `{ value = 0.${20 + number}, low = 0.10, high = 0.50 }` : `0.0${number}`}
per = "${["billable_hour", "paid_hour"][number % 2]}"
`;

/** The plain case, with lines of its own until it has so many inputs. */
async function wideCase() {
  const plain = parseExact(await place.answer("check", "plain.toml", "--format", "json"));
  const missing = INPUTS - plain.inputs.filter(({ unit }) => unit !== null).length;
  const lines = Array.from({ length: missing }, (_, number) => line(number)).join("");
  place.write("wide.toml", `schema = "billijk/case/1"\ntitle = "Wide"\nextends = "plain.toml"\n${lines}`);
  return parseExact(await place.answer("check", "wide.toml", "--format", "json"));
}

/** In the page: changes a second, each computed, drawn and read. */
async function measure(count) {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const begin = performance.now();
  const zones = new Set();
  for (let step = 0; step < count; step += 1) {
    window.billijk.set("hours.sickness", (4 + step / 16).toFixed(4));
    zones.add(window.billijk.result().totals.cost_price.value);
    await drawn();
  }
  return { pace: (count * 1000) / (performance.now() - begin), results: zones.size };
}

test("twenty changes a second", async (t) => {
  const { inputs } = await wideCase();
  assert.equal(inputs.filter(({ unit }) => unit !== null).length, INPUTS);
  assert.equal(inputs.filter(({ low, high }) => low !== null || high !== null).length, RANGED);
  await set.browser.open(await place.page("wide.html", "check", "wide.toml", "--lang", "en"));
  const { pace, results } = await set.browser.run(measure, CHANGES);
  t.diagnostic(`${pace.toFixed(0)} changes a second`);
  assert.equal(results, CHANGES);
  assert.ok(pace >= FEWEST_A_SECOND, `${pace.toFixed(1)} changes a second`);
});
