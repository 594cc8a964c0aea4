// The script of the pages, put together as the build does, where there is no page.
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";

const root = new URL("../../", import.meta.url);
const [, names] = /set\(page_scripts ([^)]*)\)/.exec(readFileSync(new URL("CMakeLists.txt", root), "utf8"));
const files = names.trim().split(/\s+/).map((name) => new URL(`src/report/page/${name}`, root));
const place = createContext({});
new Script(files.map((file) => readFileSync(file, "utf8")).join("")).runInContext(place);

/** What the script has under these names at its top level. */
export function parts(...wanted) {
  return new Script(`({ ${wanted.join(", ")} })`).runInContext(place);
}
