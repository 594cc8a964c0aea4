"use strict";

/* The table of figures somebody can change, and what leaves the page: a case file, a command. */

function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

function button(text, act, attributes = {}) {
  const one = made("button", { type: "button", ...attributes }, text);
  one.addEventListener("click", act);
  return one;
}

/** One figure: its name and unit, a box to type in, a slider where it has a range, and what it rests on. */
class FigureBox {
  constructor(live, input, words, id, changed) {
    this.live = live;
    this.key = input.key;
    this.words = words;
    this.changed = changed;
    this.base = live.base[live.placeOf(input.key)];
    this.box = made("input", { id, "data-key": input.key, inputmode: "decimal", autocomplete: "off", spellcheck: "false", "aria-describedby": id + "-says" });
    this.says = made("p", { class: "says", id: id + "-says" }, this.grounds());
    this.wrong = made("p", { class: "wrong", role: "alert" });
    const unit = made("span", { class: "unit" }, input.unit);
    this.element = made("div", { class: "input" }, made("label", { for: id }, input.label, " ", unit), this.box);
    this.element.append(...this.slider(id));
    this.element.append(this.wrong, this.says);
    this.box.addEventListener("change", () => {
      if (this.box.value.trim() === "") this.takeBack();
      else this.take(this.words.typed(this.box.value), this.box.value);
    });
    this.refresh();
  }

  slider(id) {
    const { base, words } = this;
    const low = Fraction.of(base.low ?? base.value);
    const high = Fraction.of(base.high ?? base.value);
    if (high.compare(low) <= 0) return [];
    const decimals = Math.max(...[base.low, base.value, base.high].map((text) => ((text ?? "").split(".")[1] || "").length));
    let step = new Fraction(1n, 10n ** BigInt(decimals));
    // Some fifty places between the ends.
    let places = decimals;
    while (high.minus(low).over(step).compare(new Fraction(50n)) < 0) {
      step = step.over(new Fraction(10n));
      places += 1;
    }
    this.range = made("input", {
      type: "range", id: id + "-slider", min: shortest(low), max: shortest(high), step: fixed(step, places),
      "aria-label": words.say("live_slider", { label: base.label }),
    });
    this.range.addEventListener("input", () => this.take(shortest(Fraction.of(Number(this.range.value).toFixed(places)))));
    const ends = made("div", { class: "ends", "aria-hidden": "true" }, made("span", {}, words.shortest(low)), made("span", {}, words.shortest(high)));
    return [this.range, ends];
  }

  grounds() {
    const { base, words } = this;
    if (base.grade_label === undefined) return base.note ?? "";
    return base.grade_label + (base.source ? "; " + base.source : "; " + words.say("live_no_source")) + (base.note ? "; " + base.note : "");
  }

  take(value, typed = value) {
    const why = value === null ? "number" : value === undefined ? "ambiguous" : this.live.refusal(this.key, value);
    this.complain(why, typed);
    if (why !== undefined) return;
    const isBase = this.base.stated && Fraction.of(value).compare(Fraction.of(this.base.value)) === 0;
    if (isBase) this.live.reset(this.key);
    else this.live.set(this.key, value);
    this.changed();
  }
  /** An empty box is the figure of the case. */
  takeBack() {
    this.complain(undefined);
    this.live.reset(this.key);
    this.changed();
  }
  complain(why, found) {
    const { words, base } = this;
    this.shown = undefined;
    this.box.setAttribute("aria-invalid", why !== undefined);
    const names = { number: "live_not_number", limits: "live_out_of_limits", digits: "live_too_many_digits", ambiguous: "live_ambiguous" };
    this.wrong.textContent = why === undefined ? "" : words.say(names[why], {
      found, example: words.localized("7.5"), allowed: base.allowed, whole: String(found).replace(/[.,]/, ""), fraction: found + "0",
    });
  }

  refresh() {
    const input = this.live.input(this.key);
    if (input === this.shown) return;
    this.shown = input;
    // What was refused stays until it is mended.
    if (this.box.getAttribute("aria-invalid") !== "true") this.box.value = input.stated ? this.words.typable(input.value) : "";
    if (this.range) {
      this.range.value = input.value;
      this.range.setAttribute("aria-valuetext", this.words.localized(input.value));
    }
    this.element.classList.toggle("changed", Boolean(input.changed));
  }
}

/** What was changed in a case, each with what it is worth, and how to have it outside of the page. */
class Changes {
  constructor(live, words, undone) {
    this.live = live;
    this.words = words;
    this.undone = undone;
    this.element = made("ul", { "data-role": "changes" });
  }

  refresh(found) {
    this.element.replaceChildren(...this.live.changes().map((input) => this.item(input, found)));
  }
  item(input, found) {
    const { words, live } = this;
    const base = live.base[live.placeOf(input.key)];
    const isMoney = input.unit.startsWith("€ ");
    const figure = (text) => (isMoney ? words.money(Fraction.of(text), Math.max(2, tariffDecimals(Fraction.of(text)))) : words.localized(text));
    const text = words.say("live_change", {
      label: input.label, from: base.stated ? figure(base.value) : words.say("live_unstated"), to: figure(input.value) + " " + input.unit.replace("€ ", ""),
    });
    const worth = found === null ? "" : this.worth(input, base, found);
    const back = button(words.say("live_reset_one", { name: input.name }), () => {
      live.reset(input.key);
      this.undone(input.key);
    }, { class: "small" });
    return made("li", {}, text, worth === "" ? " " : ` (${worth}) `, back);
  }
  /** What the figure does to the cost price, all others as they are now; a tariff to itself. */
  worth(input, base, found) {
    const { words, live } = this;
    if (input.key === "contract.volume" || (input.key === "contract.tariff" && !base.stated)) return "";
    const before = live.without(input.key);
    if (before === null) return "";
    const isTariff = input.key === "contract.tariff" && found.hourly !== undefined;
    const total = input.key.startsWith("margin.") ? "fair_tariff" : input.key === "band.ceiling" ? "ceiling" : "cost_price";
    const apart = isTariff ? found.hourly.minus(before.hourly) : found.exact[total].minus(before[total]);
    const cents = words.signed(apart.times(hundred), 1);
    const what = words.say(isTariff ? "tariff" : "live_" + total);
    const volume = live.inputs.find(({ key }) => key === "contract.volume");
    if (!volume || volume.number.sign === 0) return words.say("live_worth", { what, cents });
    const year = apart.times(volume.number);
    return words.say("live_worth_year", { what, cents, year: (year.sign > 0 ? "+" : "") + words.money(year, 0) });
  }
}

/** A case file that builds on the one there was and holds just what is different; null where there is none to build on. */
function tomlFile(live) {
  const { data } = live;
  if (data.file === "-") return null;
  const quoted = (text) => JSON.stringify(text);
  const name = data.file.startsWith("preset:") ? data.file : data.file.split(/[\\/]/).pop();
  const changed = new Map(live.changes().map((input) => [input.key, input.value]));
  const set = new Set(data.settings.map(({ key }) => key));
  const isTouched = (key) => changed.has(key) || set.has(key);
  const figure = ({ key, figure: whole }) => (changed.has(key) ? `{ value = ${changed.get(key)} }` : whole);
  const inTables = new Set([...data.mix.flatMap(({ key, wage }) => (wage ? [key, wage.key] : [key])), ...data.own_lines.map(({ key }) => key)]);
  const lines = ['schema = "billijk/case/1"', "extends = " + quoted(name)];
  for (const setting of data.settings) {
    const isWhole = setting.key === "wage.mix" || setting.key === "line";
    if (!isWhole && !inTables.has(setting.key) && !changed.has(setting.key)) lines.push(setting.line);
  }
  for (const [key, value] of changed) {
    if (!inTables.has(key)) lines.push(`${key} = ${value}`);
  }
  if (set.has("wage.mix") || data.mix.some(({ key, wage }) => isTouched(key) || (wage && isTouched(wage.key)))) {
    for (const share of data.mix) {
      const wage = share.wage ? `, wage = ${figure(share.wage)} }` : " }";
      lines.push(`${share.path} = ${figure(share).replace(/ \}$/, "")}${wage}`);
    }
  }
  if (set.has("line") || data.own_lines.some(({ key }) => isTouched(key))) {
    for (const line of data.own_lines) lines.push("", `${line.toml}${line.member} = ${figure(line)}`);
  }
  return lines.join("\n") + "\n";
}

/** The command that gives the same. */
function commandLine(live) {
  const { data } = live;
  const quoted = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`);
  const changed = new Map(live.changes().map((input) => [input.key, input.value]));
  const mix = data.mix.some(({ key }) => changed.has(key));
  const settings = data.settings.filter(({ key, path }) => !changed.has(key) && !changed.has(path) && !(mix && key.startsWith("wage.mix.")))
    .map(({ path, value }) => `${path}=${value}`);
  for (const [key, value] of changed) {
    if (!(mix && key.startsWith("wage.mix."))) settings.push(`${key}=${value}`);
  }
  // A mix is set as a whole.
  if (mix) {
    for (const { key, figure, wage } of data.mix) {
      const share = changed.get(key) ?? /value = ([\d.]+)/.exec(figure)[1];
      const own = wage ? changed.get(wage.key) ?? /value = ([\d.]+)/.exec(wage.figure)[1] : null;
      settings.push(own === null ? `${key}=${share}` : `${key}={ value = ${share}, wage = ${own} }`);
    }
  }
  return ["billijk", data.command, data.file, ...data.arguments, ...settings.flatMap((setting) => ["--set", setting])].map(quoted).join(" ");
}

/** What leaves the page: a text to copy, or to save as a file. */
class Handout {
  constructor(words) {
    this.words = words;
    this.note = made("p");
    this.text = made("textarea", { readonly: true, rows: "8", spellcheck: "false" });
    this.told = made("span", { role: "status" });
    this.save = button(words.say("live_save"), () => this.download());
    this.copier = button(words.say("live_copy"), () => this.copy());
    this.element = made("div", { class: "handout", hidden: true }, this.note, this.text, made("p", {}, this.save, " ", this.copier, " ", this.told));
  }
  show(label, note, text, file) {
    this.note.textContent = note;
    this.text.value = text ?? "";
    this.text.setAttribute("aria-label", label);
    this.text.hidden = text === null;
    this.copier.hidden = text === null;
    this.save.hidden = file === undefined || text === null;
    this.file = file;
    this.told.textContent = "";
    this.element.hidden = false;
    this.text.focus();
    this.text.select();
  }
  copy() {
    this.text.select();
    if (document.execCommand("copy")) this.told.textContent = this.words.say("live_copied");
  }
  download() {
    const address = URL.createObjectURL(new Blob([this.text.value], { type: "application/toml" }));
    const link = made("a", { href: address, download: this.file });
    link.click();
    URL.revokeObjectURL(address);
  }
}

/** All figures of one case: first what matters most, then the others, last what the case does not state. */
class Panel {
  constructor(live, words, prefix, changed) {
    const all = live.settable();
    this.boxes = [];
    const grid = (inputs) => made("div", { class: "inputs" }, ...inputs.map((input) => {
      const box = new FigureBox(live, input, words, `${prefix}-${this.boxes.length}`, changed);
      this.boxes.push(box);
      return box.element;
    }));
    const isFirst = (input) => input.weight !== undefined || input.key === "contract.tariff" || input.key === "contract.volume";
    const rank = (input) => (input.key === "contract.tariff" ? -2 : input.key === "contract.volume" ? -1 : input.weight);
    const first = all.filter(isFirst).sort((a, b) => rank(a) - rank(b));
    const others = all.filter((input) => input.stated && !isFirst(input));
    const rest = all.filter((input) => !input.stated && !isFirst(input));
    const folded = (name, inputs) => (inputs.length === 0 ? [] :
      [made("details", {}, made("summary", {}, words.say(name, { count: inputs.length })), grid(inputs))]);
    this.element = made("div", {}, grid(first), ...folded("live_others", others), ...folded("live_not_stated", rest));
  }
  focus(key) {
    const found = this.boxes.find((box) => box.key === key);
    found.complain(undefined);
    found.refresh();
    found.box.focus();
  }
  /** Forgets what was refused. */
  clear() {
    for (const box of this.boxes) box.complain(undefined);
  }
  refresh() {
    for (const box of this.boxes) box.refresh();
  }
}
