// A check printed on A4: at most three pages, and what was asked is answered on the first.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES, writePage } from "./pages.mjs";
import { stage } from "./stage.mjs";

const MOST_PAGES = 3;
const set = stage();

/** In the page: the texts that belong on the first sheet, by what they are part of. */
function texts() {
  const shown = (element) => [...element.querySelectorAll("td, th, text")].map((part) => part.textContent)
    .concat(element.matches("[data-role]") ? [element.textContent] : []);
  const totals = ["wage_floor", "cost_price", "fair_tariff", "ceiling"];
  const figures = totals.map((total) => Number(window.billijk.result().totals[total].rounded).toFixed(2));
  const written = figures.map((figure) => (document.documentElement.lang === "nl" ? figure.replace(".", ",") : figure));
  const boundaries = [...document.querySelectorAll("table")]
    .find((table) => written.every((figure) => table.textContent.includes(figure)));
  const parts = {
    verdict: document.querySelector('[data-role="verdict"]'),
    ruler: document.querySelector('figure[data-chart="ruler"] svg'),
    boundaries,
    elements: document.querySelector('figure[data-chart="waterfall"] svg'),
  };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part ? shown(part) : []]));
}

const together = (text) => text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");

/** The sheets of a page as printed, each the text on it. */
async function sheets(name) {
  writeFileSync(set.place.path(name), await set.browser.print());
  const { stdout, stderr, exit } = await set.place.run("pdftotext", "-layout", name, "-");
  assert.equal(exit, 0, stderr);
  return stdout.split("\f").slice(0, -1);
}

for (const language of LANGUAGES) {
  test(`the first sheet answers, ${language}`, async (t) => {
    await set.browser.open(await writePage(set.place, "check", language));
    const wanted = await set.browser.run(texts);
    const printed = await sheets("check.pdf");
    await t.test(`${printed.length} sheets`, () => assert.ok(printed.length <= MOST_PAGES));
    const first = together(printed[0]);
    for (const [part, words] of Object.entries(wanted)) {
      await t.test(part, () => {
        assert.ok(words.length > 0, "the page does not have it");
        assert.deepEqual(words.filter((word) => !first.includes(together(word))), []);
      });
    }
    await t.test("sheets are numbered", () => {
      printed.forEach((text, place) => assert.match(text.trimEnd().split("\n").at(-1), new RegExp(`\\b${place + 1}\\b`)));
    });
  });

  test(`what was changed is printed, ${language}`, async () => {
    await set.browser.open(await writePage(set.place, "check", language));
    const before = await sheets("before.pdf");
    await set.browser.run(() => window.billijk.set("contract.tariff", "41.87"));
    const after = await sheets("after.pdf");
    const figure = language === "nl" ? "41,87" : "41.87";
    assert.ok(after[0].includes(figure) && !before[0].includes(figure));
    assert.match(after.join(""), language === "nl" ? /gewijzigd|veranderd/i : /changed/i);
  });
}
