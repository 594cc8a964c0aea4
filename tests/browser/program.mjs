// The program under test in a folder of its own, where nothing of the user's environment shows.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const TESTS = fileURLToPath(new URL("..", import.meta.url));
const MOST_BYTES = 64 * 1024 * 1024;

/** What a finished process left. */
function finished(file, words, options) {
  return new Promise((done) => {
    execFile(file, words, { maxBuffer: MOST_BYTES, ...options }, (error, stdout, stderr) => {
      done({ exit: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

/** Does work for every item, as many at a time as said; the results in the order of the items. */
export async function together(width, items, work) {
  const results = [];
  const waiting = items.entries();
  await Promise.all(Array.from({ length: width }, async () => {
    for (const [place, item] of waiting) results[place] = await work(item, place);
  }));
  return results;
}

export class Workplace {
  constructor() {
    if (!process.env.BILLIJK) throw new Error("BILLIJK must name the program");
    this.base = mkdtempSync(join(tmpdir(), "billijk-"));
    this.folder = join(this.base, "here");
    const programs = join(this.base, "bin");
    mkdirSync(this.folder);
    mkdirSync(programs);
    symlinkSync(resolve(process.env.BILLIJK), join(programs, "billijk"));
    this.environment = {
      HOME: this.base, LC_ALL: "C.UTF-8", TZ: "UTC", NO_COLOR: "1", COLUMNS: "80", PYTHONDONTWRITEBYTECODE: "1",
      PATH: programs + delimiter + process.env.PATH,
    };
  }

  remove() {
    rmSync(this.base, { recursive: true });
  }

  path(name) {
    return join(this.folder, name);
  }

  write(name, text) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  /** A copy of a file or folder of the tests. */
  copy(path, name) {
    cpSync(join(TESTS, path), this.path(name), { recursive: true });
    return this.path(name);
  }

  run(file, ...words) {
    return finished(file, words, { cwd: this.folder, env: this.environment });
  }

  billijk(...words) {
    return this.run("billijk", ...words);
  }

  shell(line) {
    return this.run("sh", "-c", line);
  }

  /** What a command prints that has to succeed, with a finding or without. */
  async answer(...words) {
    const { exit, stdout, stderr } = await this.billijk(...words);
    if (exit !== 0 && exit !== 1) throw new Error(`billijk ${words.join(" ")}: exit ${exit}\n${stderr}`);
    return stdout;
  }

  /** The path of a file that a command writes, whatever it found. */
  async written(name, ...words) {
    const { exit, stderr } = await this.billijk(...words, "--force");
    if (!existsSync(this.path(name))) throw new Error(`billijk ${words.join(" ")}: exit ${exit}\n${stderr}`);
    return this.path(name);
  }

  page(name, ...words) {
    return this.written(name, ...words, "-o", name);
  }
}
