// The packages of tests/tools/package.json, from the folder where `npm ci` has put them.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const besideTheList = fileURLToPath(new URL("../tools", import.meta.url));

export const required = createRequire(resolve(process.env.BILLIJK_PACKAGES ?? besideTheList, "package.json"));
