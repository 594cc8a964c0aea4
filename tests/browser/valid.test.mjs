// Every page is valid HTML, and what html-validate recommends.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { required } from "./packages.mjs";
import { LANGUAGES, writePages } from "./pages.mjs";
import { workplace } from "./stage.mjs";

const { HtmlValidate, StaticConfigLoader } = required("html-validate");

const place = workplace();
const pages = {};
const judge = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"] }));

before(async () => {
  for (const language of LANGUAGES) pages[language] = await writePages(place, language);
});

async function findings(path) {
  const { results } = await judge.validateFile(path);
  return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message, selector }) =>
    `${line}:${column} ${ruleId}: ${message} (${selector})`));
}

for (const language of LANGUAGES) {
  test(`nothing is found, ${language}`, async (t) => {
    for (const { name, path } of pages[language]) {
      await t.test(name, async () => assert.deepEqual(await findings(path), []));
    }
  });
}
