// axe-core finds nothing at WCAG 2.1 AA on the page of any command, light or dark, unfolded too.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { required } from "./packages.mjs";
import { LANGUAGES, writePages } from "./pages.mjs";
import { stage } from "./stage.mjs";

const axe = required("axe-core");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const set = stage();
const pages = {};

before(async () => {
  for (const language of LANGUAGES) pages[language] = await writePages(set.place, language);
});

/** In the page: what axe finds, a line each. */
async function findings(tags) {
  const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id} (${help}): ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
}

function unfold() {
  for (const part of document.querySelectorAll("details")) part.open = true;
}

async function examine(path) {
  await set.browser.open(path);
  await set.browser.run(axe.source);
  await set.browser.run(unfold);
  return set.browser.run(findings, TAGS);
}

for (const [scheme, language] of [["light", "nl"], ["dark", "nl"], ["light", "en"]]) {
  test(`nothing is found, ${scheme}, ${language}`, async (t) => {
    await set.browser.scheme(scheme);
    for (const { name, path } of pages[language]) {
      await t.test(name, async () => assert.deepEqual(await examine(path), []));
    }
  });
}

test("nothing is found where a figure was changed and the screen is small", async () => {
  await set.browser.telephone(360);
  const { path } = pages.nl.find(({ name }) => name === "check");
  await set.browser.open(path);
  await set.browser.run(axe.source);
  await set.browser.run(unfold);
  await set.browser.run(() => window.billijk.set("hours.sickness", "6.5"));
  assert.deepEqual(await set.browser.run(findings, TAGS), []);
});
