// The table of an audit sorts and filters by the keyboard alone, and says so to who cannot see it.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Key } from "./browser.mjs";
import { LANGUAGES } from "./pages.mjs";
import { stage } from "./stage.mjs";

const set = stage();
const pages = {};
// The last has no norm hours, so that there is no tariff per hour.
const ROWS = `id,contract.municipality,contract.provider,contract.tariff,contract.unit
a,Velsen,Zorg & Zo,38.50,hour
b,Élst,<b>Zorg</b>,41.50,hour
c,Zeist,Zorg & Zo,51.25,hour
d,Elst,Zorg,1000,hour
e,Ede,Zorg,200,month
`;

before(async () => {
  set.place.write("league.csv", ROWS);
  for (const language of LANGUAGES) {
    pages[language] = await set.place.page(`league-${language}.html`, "audit", "velsen.toml", "--rows", "league.csv",
      "--as-of", "2026-11-22", "--lang", language);
  }
});

/** In the page: the texts of a column as they are seen, "" where there is none, and how it is sorted. */
function column(number) {
  const table = document.querySelector("table[data-choice]");
  const rows = [...table.tBodies[0].rows].filter((row) => row.checkVisibility());
  return {
    texts: rows.map((row) => row.cells[number].textContent),
    sorted: [...table.tHead.rows[0].cells].map((header) => header.getAttribute("aria-sort")),
  };
}
const focusOn = (selector, number) => document.querySelectorAll(selector)[number].focus();
const told = () => document.querySelector(".finder [role=status]").textContent;
const names = (found) => found.texts.map((text) => text.split(",")[0]);

async function sortBy(number) {
  await set.browser.run(focusOn, "table[data-choice] thead button", number);
  await set.browser.type(Key.ENTER);
}

for (const language of LANGUAGES) {
  test(`a header sorts by figures, what has none last, ${language}`, async () => {
    await set.browser.open(pages[language]);
    await sortBy(3);
    const up = await set.browser.run(column, 3);
    assert.deepEqual(up.texts, language === "nl" ? ["38,50", "41,50", "51,25", "1.000,00", ""]
      : ["38.50", "41.50", "51.25", "1,000.00", ""]);
    assert.deepEqual(up.sorted, [null, null, null, "ascending", null, null, null, null]);
    await sortBy(3);
    const down = await set.browser.run(column, 3);
    assert.deepEqual(down.texts, [...up.texts.slice(0, 4).reverse(), ""]);
    assert.equal(down.sorted[3], "descending");
  });

  test(`names sort as people do, ${language}`, async () => {
    await set.browser.open(pages[language]);
    await sortBy(0);
    assert.deepEqual(names(await set.browser.run(column, 0)), ["Ede", "Élst", "Elst", "Velsen", "Zeist"]);
  });

  test(`what is sought is shown and counted, ${language}`, async () => {
    await set.browser.open(pages[language]);
    const [shown, all] = language === "nl" ? ["1 van 5 getoond", "5 van 5 getoond"] : ["1 of 5 shown", "5 of 5 shown"];
    assert.equal(await set.browser.run(told), all);
    await set.browser.run(focusOn, ".finder input", 0);
    await set.browser.type("ZEIST");
    assert.deepEqual(names(await set.browser.run(column, 0)), ["Zeist"]);
    assert.equal(await set.browser.run(told), shown);
    await set.browser.selectAll();
    await set.browser.type("<b>", Key.TAB);
    assert.deepEqual(names(await set.browser.run(column, 0)), ["Élst"]);
    await set.browser.run(focusOn, ".finder input", 0);
    await set.browser.selectAll();
    await set.browser.type(Key.BACK_SPACE, Key.TAB, Key.ARROW_DOWN);
    const classes = await set.browser.run(column, 1);
    assert.equal(new Set(classes.texts).size, 1);
    assert.equal(classes.texts[0], await set.browser.run(() => document.querySelector(".finder select").value));
  });
}

test("a link of the table unfolds the rules it leads to", async () => {
  await set.browser.open(pages.nl);
  await set.browser.run(focusOn, "table[data-choice] tbody a", 0);
  await set.browser.type(Key.ENTER);
  const open = await set.browser.run(() => new Promise((resolve) => {
    setTimeout(() => resolve([...document.querySelectorAll("details[open]")].map(({ id }) => id)), 100);
  }));
  assert.deepEqual(open, ["c1"]);
});

test("on a telephone the columns are still there to sort by", async () => {
  await set.browser.telephone(360);
  await set.browser.open(pages.nl);
  await sortBy(3);
  assert.equal((await set.browser.run(column, 3)).texts[0], "38,50");
  assert.ok(await set.browser.run(() => [...document.querySelectorAll("thead button")].every((button) => button.checkVisibility())));
});
