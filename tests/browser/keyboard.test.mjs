// With the keyboard alone a figure is changed and the verdict is heard.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "./browser.mjs";
import { LANGUAGES, writePage } from "./pages.mjs";
import { stage } from "./stage.mjs";

const MOST_STOPS = 400;
const set = stage();

/** In the page: where the keyboard is, and whether one sees that. */
function place() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !/,\s*0\)$/.test(outlineColor);
  return {
    onPage: element !== document.body && element !== null,
    key: element.dataset.key ?? null,
    type: element.type ?? element.localName,
    words: element.outerHTML.slice(0, 120),
    seen: drawn && width > 0 && height > 0,
  };
}

const verdict = () => document.querySelector('[data-role="verdict"]').textContent.replace(/\s+/g, " ").trim();

/** In the page: from now on every change of the live region is written down. */
function listen() {
  const region = document.querySelector('[data-role="verdict"]');
  const heard = [];
  new MutationObserver(() => heard.push(region.textContent)).observe(region,
    { childList: true, characterData: true, subtree: true });
  window.heard = heard;
  const spoken = region.closest('[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]');
  return spoken !== null;
}

/** Goes on with Tab until the wanted place; the places passed. */
async function tabTo(wanted) {
  const passed = [];
  while (passed.length < MOST_STOPS) {
    await set.browser.type(Key.TAB);
    passed.push(await set.browser.run(place));
    if (wanted(passed.at(-1))) return passed;
  }
  throw new Error(`${MOST_STOPS} times Tab and never there`);
}

for (const language of LANGUAGES) {
  test(`a figure is typed, ${language}`, async () => {
    await set.browser.open(await writePage(set.place, "check", language));
    assert.ok(await set.browser.run(listen), "the verdict is in no live region");
    const before = await set.browser.run(verdict);
    const passed = await tabTo(({ key, type }) => key === "contract.tariff" && type !== "range");
    assert.deepEqual(passed.filter(({ seen }) => !seen).map(({ words }) => words), []);
    await set.browser.selectAll();
    await set.browser.type(language === "nl" ? "47,50" : "47.50", Key.TAB);
    assert.equal((await set.browser.run(() => window.billijk.result())).zone, "above_ceiling");
    assert.notEqual(await set.browser.run(verdict), before);
    assert.ok((await set.browser.run(() => window.heard)).length > 0);
  });
}

test("a slider moves with the arrows", async () => {
  await set.browser.open(await writePage(set.place, "check", "nl"));
  await set.browser.run(listen);
  const before = await set.browser.run(() => window.billijk.result());
  const passed = await tabTo(({ type }) => type === "range");
  assert.ok(passed.at(-1).seen);
  for (let step = 0; step < 5; step += 1) await set.browser.type(Key.ARROW_RIGHT);
  const after = await set.browser.run(() => window.billijk.result());
  assert.notDeepEqual(after.totals, before.totals);
});

test("every place of the keyboard is seen, and none holds it", async () => {
  await set.browser.open(await writePage(set.place, "check", "nl"));
  const passed = await tabTo(({ onPage }) => !onPage);
  assert.ok(passed.length > 10);
  assert.deepEqual(passed.slice(0, -1).filter(({ seen }) => !seen).map(({ words }) => words), []);
});
