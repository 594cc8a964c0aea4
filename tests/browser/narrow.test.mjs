// On a telephone nothing has to be moved sideways, and no letter stands where it cannot be seen.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { LANGUAGES, writePages } from "./pages.mjs";
import { stage } from "./stage.mjs";

const set = stage();
const pages = {};

before(async () => {
  for (const language of LANGUAGES) pages[language] = await writePages(set.place, language);
});

/** In the page: what is wider than the screen, and texts of which a part can never be seen. */
function cut(width) {
  for (const part of document.querySelectorAll("details")) part.open = true;
  const slack = 1;
  const found = [];
  const wide = Math.max(document.scrollingElement.scrollWidth, window.innerWidth);
  if (wide > width) found.push(`the page is ${wide} wide`);

  /** The part of the line on which something may stand, by what stands around it. */
  const seen = (element) => {
    for (let outer = element; outer && outer !== document.body; outer = outer.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(outer);
      const box = outer.getBoundingClientRect();
      if (box.width <= slack || clipPath !== "none") return { hidden: true };
      if (overflowX === "auto" || overflowX === "scroll") return { left: -Infinity, right: Infinity };
      if (overflowX !== "visible") return box;
    }
    return { left: 0, right: width };
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, hidden } = seen(text.parentElement);
    if (hidden || text.data.trim() === "") continue;
    for (const box of range.getClientRects()) {
      if (box.width > 0 && (box.left < left - slack || box.right > right + slack)) {
        found.push(`"${text.data.trim().slice(0, 60)}" from ${box.left} to ${box.right}, seen ${left} to ${right}`);
        break;
      }
    }
  }
  return found;
}

for (const width of [360, 320]) {
  for (const language of LANGUAGES) {
    test(`${width} px are enough, ${language}`, async (t) => {
      await set.browser.telephone(width);
      for (const { name, path } of pages[language]) {
        await t.test(name, async () => {
          await set.browser.open(path);
          assert.deepEqual(await set.browser.run(cut, width), []);
        });
      }
    });
  }
}
