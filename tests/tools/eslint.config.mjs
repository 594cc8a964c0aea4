// ESLint's recommended rules for the script of the pages and for what tests it.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { required } from "../browser/packages.mjs";

const js = required("@eslint/js");
const globals = required("globals");

const FOLDER = "src/report/page/";
const PAGE = fileURLToPath(new URL(`../../${FOLDER}`, import.meta.url));
const TOP_LEVEL_NAME = /^(?:const|let|class|(?:async )?function\*?) (\w+)/gm;

const files = readdirSync(PAGE).filter((name) => name.endsWith(".js")).map((name) => {
  const text = readFileSync(PAGE + name, "utf8");
  return { name, text, declares: [...text.matchAll(TOP_LEVEL_NAME)].map((match) => match[1]) };
});

/** The files become one script: each sees the top-level names of the others, and may declare what only they use. */
function partOfThePage(file) {
  const others = files.filter((other) => other !== file);
  const known = others.flatMap(({ declares }) => declares).map((name) => [name, "readonly"]);
  const used = file.declares.filter((name) => others.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)));
  return {
    files: [FOLDER + file.name],
    languageOptions: {
      ecmaVersion: 2020,
      sourceType: "script",
      globals: { ...globals.browser, ...Object.fromEntries(known) },
    },
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: `^(?:${used.join("|")})$` }] },
  };
}

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...files.map(partOfThePage),
  {
    files: ["tests/**/*.mjs"],
    languageOptions: {
      ecmaVersion: 2022,
      sourceType: "module",
      globals: { ...globals.node, ...globals.browser },
    },
  },
];
