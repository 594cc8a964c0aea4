// What a file of tests has around it: a workplace with the cases, and where it needs one a browser.
import { after, before } from "node:test";
import { Browser } from "./browser.mjs";
import { writeCases } from "./pages.mjs";
import { Workplace } from "./program.mjs";

export function workplace() {
  const place = new Workplace();
  writeCases(place);
  after(() => place.remove());
  return place;
}

/** A workplace, and the browser in `.browser` once the tests run. */
export function stage() {
  const set = { place: workplace(), browser: undefined };
  before(async () => {
    set.browser = await Browser.start();
  });
  after(() => set.browser?.stop());
  return set;
}
