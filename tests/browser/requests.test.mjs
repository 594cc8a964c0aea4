// No request leaves a page, and its own policy allows none.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { writePages } from "./pages.mjs";
import { stage } from "./stage.mjs";

const set = stage();
let pages, server, address;
let asked = 0;

before(async () => {
  pages = await writePages(set.place, "nl");
  server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  address = `http://127.0.0.1:${server.address().port}/`;
});

after(() => server?.close());

/** In the page: tries every way out, and tells which of those awaited the policy did not stop. */
async function tryEveryWay(url, awaited) {
  const stopped = new Set();
  document.addEventListener("securitypolicyviolation", (event) => stopped.add(event.effectiveDirective));
  const insert = (name, settings) => document.body.append(Object.assign(document.createElement(name), settings));
  await fetch(url).catch(() => {});
  insert("img", { src: url });
  insert("script", { src: url });
  insert("script", { textContent: "window.injected = true" });
  insert("link", { rel: "stylesheet", href: url });
  insert("iframe", { src: url });
  insert("object", { data: url });
  insert("video", { src: url });
  insert("style", { textContent: `@font-face { font-family: far; src: url(${url}) } body { font-family: far }` });
  const form = Object.assign(document.createElement("form"), { action: url, method: "post" });
  document.body.append(form);
  form.submit();
  const open = () => awaited.filter((way) => !stopped.has(way));
  for (let wait = 0; open().length > 0 && wait < 50; wait += 1) await new Promise((done) => setTimeout(done, 100));
  return { open: open(), injected: window.injected === true };
}

test("a page asks for itself alone", async (t) => {
  await set.browser.requests();
  for (const { name, path } of pages) {
    await t.test(name, async () => {
      await set.browser.open(path);
      assert.deepEqual(await set.browser.requests(), [pathToFileURL(path).href]);
      assert.deepEqual(await set.browser.console(), []);
    });
  }
});

test("the policy of a page stops every way out", async (t) => {
  const ways = ["connect-src", "form-action", "frame-src", "img-src", "media-src", "object-src", "script-src-elem",
    "style-src-elem"];
  for (const { name, path } of pages) {
    await t.test(name, async () => {
      asked = 0;
      await set.browser.open(path);
      const { open, injected } = await set.browser.run(tryEveryWay, address, ways);
      assert.deepEqual(open, []);
      assert.equal(injected, false);
      assert.equal(asked, 0);
    });
  }
});
