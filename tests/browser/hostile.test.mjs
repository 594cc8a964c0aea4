// What somebody wrote is shown as those letters, whatever it looks like, and runs nowhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseExact } from "./exact_json.mjs";
import { stage } from "./stage.mjs";

const SCRIPT = "<script>window.hacked = true; alert(1)</script>";
const TITLE = `${SCRIPT} "x" & 'y' </title><!-- <b>`;
const LABEL = `</script><img src=x onerror="window.hacked = true"> &amp; <!--<script>`;
const NOTE = `'"><svg onload="window.hacked = true">]]> \u2028 \\u003c {{7*7}}`;
const SOURCE = `javascript:window.hacked=true//"'<i>`;
const TURNED = "abc\u202Edef";
const ID = `"<img src=x onerror='window.hacked = true'>&amp;`;

const quoted = (text) => JSON.stringify(text);  // of TOML too
const CASE = `schema = "billijk/case/1"
title = ${quoted(TITLE)}
extends = "velsen.toml"
[contract]
municipality = ${quoted(SCRIPT)}
provider = ${quoted(LABEL)}
product = ${quoted(TURNED)}
[hours]
sickness = { value = 7.5, low = 6, high = 9, source = ${quoted(SOURCE)}, note = ${quoted(NOTE)} }
meetings = { value = 10, low = 6, high = 20, note = ${quoted(TURNED)} }
[[line]]
key = "gloves"
label = ${quoted(LABEL)}
element = "f"
amount = { value = 0.05, low = 0.01, high = 0.10, note = ${quoted(SCRIPT)} }
per = "billable_hour"
`;
const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const ROWS = `id,region,contract.tariff\n${cell(ID)},${cell(SCRIPT)},41\n${cell(TURNED)},${cell(LABEL)},39\n`;

const set = stage();
const { place } = set;
place.write("hostile <b>&.toml", CASE);
place.write("hostile.csv", ROWS);

const FILE = "hostile <b>&.toml";
const PAGES = {
  calc: { command: ["calc", FILE], shows: [TITLE, LABEL] },
  check: { command: ["check", FILE], shows: [TITLE, LABEL] },
  "check-explained": { command: ["check", FILE, "--explain"], shows: [LABEL, NOTE, SOURCE] },
  "check-brief": { command: ["check", FILE, "--brief"], shows: [TITLE] },
  compare: { command: ["compare", FILE, "velsen.toml"], shows: [TITLE, LABEL] },
  "compare-brief": { command: ["compare", FILE, "velsen.toml", "--brief"], shows: [] },
  sensitivity: { command: ["sensitivity", FILE], shows: [LABEL] },
  simulate: { command: ["simulate", FILE, "--draws", "2000"], shows: [LABEL] },
  solve: { command: ["solve", FILE], shows: [] },
  forecast: { command: ["forecast", FILE, "--tariff", "42.50"], shows: [] },
  validate: { command: ["validate", FILE, "--as-of", "2026-11-22"], shows: [FILE] },
  audit: { command: ["audit", FILE, "--as-of", "2026-11-22", "--details"], shows: [SCRIPT] },
  "audit-rows": { command: ["audit", FILE, "--rows", "hostile.csv", "--as-of", "2026-11-22"], shows: [ID, SCRIPT, LABEL] },
};
const LIVE = ["calc", "check"];

/** In the page: all it says, and what should not be in it. */
function look() {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const named = [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes])
    .filter(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value)).map(({ name }) => name);
  return {
    title: document.title,
    text: document.body.textContent,
    named,
    scripts: document.scripts.length,
    images: document.images.length,
    hacked: window.hacked === true,
  };
}

const plain = (text) => text.replace(/\s+/g, " ").trim();

async function harmlessScripts(command) {
  const harmless = command.map((word) => (word === FILE ? "velsen.toml" : word === "hostile.csv" ? "contracts.csv" : word));
  await set.browser.open(await place.page("harmless.html", ...harmless, "--lang", "en"));
  return (await set.browser.run(look)).scripts;
}

for (const [name, { command, shows }] of Object.entries(PAGES)) {
  test(`${name} shows what was written`, async () => {
    const scripts = await harmlessScripts(command);
    const path = await place.page(`${name}.html`, ...command, "--lang", "en");
    await set.browser.open(path);  // a dialog would end the next command with an error
    const seen = await set.browser.run(look);
    assert.deepEqual(shows.filter((text) => !plain(seen.text).includes(plain(text))), []);
    assert.deepEqual([seen.hacked, seen.scripts, seen.images, seen.named], [false, scripts, 0, []]);
    assert.deepEqual(await set.browser.console(), []);
    assert.ok(!readFileSync(path, "utf8").includes("\u202E"), "what turns the letters around is in the page as it is");
  });
}

test("letters that turn others around are shown as in the text", async () => {
  const said = await place.answer("audit", FILE, "--rows", "hostile.csv", "--as-of", "2026-11-22", "--lang", "en",
    "--format", "markdown");
  const shown = said.match(/abc.{0,8}def/u)[0];
  await set.browser.open(await place.page("turned.html", ...PAGES["audit-rows"].command, "--lang", "en"));
  assert.ok((await set.browser.run(look)).text.includes(shown), shown);
});

for (const name of LIVE) {
  test(`${name} is alive with it`, async () => {
    const { command } = PAGES[name];
    await set.browser.open(await place.page(`${name}.html`, ...command, "--lang", "en"));
    const { lines } = await set.browser.run(() => {
      window.billijk.set("hours.sickness", "6.5");
      return window.billijk.result();
    });
    const said = await place.answer("check", FILE, "--set", "hours.sickness=6.5", "--lang", "en", "--format", "json");
    assert.deepEqual(lines.map(({ label, value }) => [label, value]),
      parseExact(said).lines.map(({ label, value }) => [label, value]));
    assert.equal((await set.browser.run(look)).hacked, false);
  });
}
