"use strict";

/* A page of one case that computes, or of two that talk. */

const toneOf = { below_wage_floor: "low", below_cost_price: "low", fair: "good", above_ceiling: "high" };
const signOf = { good: "✓", low: "▼", high: "▲", bad: "✕", neutral: "" };

/** Remembers what the program wrote, to put it back when nothing is changed any more. */
class Kept {
  constructor(elements) {
    this.all = elements.filter((element) => element !== null).map((element) => ({ element, copy: element.cloneNode(true) }));
  }
  restore() {
    for (const { element, copy } of this.all) {
      element.className = copy.getAttribute("class") ?? "";
      element.replaceChildren(...copy.cloneNode(true).childNodes);
    }
  }
}

/** The blocks that belong to the case as computed: under a fold, behind a word of warning, while something is changed. */
class Stale {
  constructor(section, shown, warning) {
    this.main = section.parentElement;
    this.order = [...this.main.children];
    const behind = this.order.slice(this.order.indexOf(section) + 1);
    this.blocks = behind.filter((block) => !shown.some((element) => block.contains(element)));
    this.fold = made("details", { class: "stale" }, made("summary", {}, warning));
  }
  show(isChanged) {
    for (const paragraph of document.querySelectorAll('[data-role="as-computed"]')) paragraph.hidden = isChanged;
    if (isChanged === this.fold.isConnected) return;
    if (isChanged) {
      this.fold.append(...this.blocks);
      this.main.append(this.fold);
    } else {
      this.fold.remove();
      this.main.append(...this.order);
    }
  }
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tellVerdict(header, tone, first, rest) {
  header.className = "verdict " + tone;
  const sign = made("span", { class: "sign", "aria-hidden": "true" }, signOf[tone]);
  header.replaceChildren(made("h1", {}, sign, " ", first), ...(rest === "" ? [] : [made("p", {}, rest)]));
}

/** Why nothing can be computed. */
function troubleOf(live, words) {
  const shares = live.inputs.filter((input) => input.part === "mix");
  const sum = shares.reduce((all, input) => all.plus(input.number), zero);
  if (shares.length > 0 && sum.compare(one) !== 0) return words.say("live_no_result_mix", { sum: words.shortest(sum.times(hundred)) });
  return words.say("live_no_result");
}

/** Shows the changes of a case as a case file. */
function showFile(handout, live, words) {
  const { file } = live.data;
  const name = file.split(/[\\/]/).pop();
  const builtIn = file.startsWith("preset:");
  const note = file === "-" ? words.say("live_no_file") : words.say(builtIn ? "live_toml_built_in" : "live_toml_note", { file: builtIn ? file : name });
  handout.show(words.say("live_toml"), note, tomlFile(live), name.split(":").pop().replace(/^.*\//, "").replace(/\.toml$/i, "") + "-2.toml");
}

/** The figures of one case, what was changed of them, and how to take that away. */
class LiveTable {
  constructor(live, words, changed) {
    this.live = live;
    this.words = words;
    this.changed = changed;
    this.panel = new Panel(live, words, "figure", changed);
    this.changes = new Changes(live, words, (key) => this.undo(key));
    this.count = made("p", { "data-role": "changed", class: "changed-count" });
    this.handout = new Handout(words);
    const actions = made("div", { class: "actions" },
      button(words.say("live_reset"), () => this.reset()),
      button(words.say("live_toml"), () => showFile(this.handout, live, words)),
      button(words.say("live_command"), () => this.handout.show(words.say("live_command"), words.say("live_command_note"), commandLine(live))),
      button(words.say("live_print"), () => window.print()));
    this.element = made("section", { class: "live", "data-part": "live" },
      made("h2", {}, words.say("live_heading")),
      made("p", {}, words.say("live_says")),
      this.count, this.changes.element, actions, this.handout.element, this.panel.element,
      made("p", { class: "note" }, words.say("live_fixed")));
  }

  refresh(found) {
    const count = this.live.changes().length;
    this.count.textContent = count > 0 ? this.words.say("live_changed", { count }) : this.words.say("live_none");
    this.changes.refresh(found);
    this.panel.refresh();
    this.handout.element.hidden = true;
    document.body.classList.toggle("is-changed", count > 0);
  }
  undo(key) {
    this.changed();
    this.panel.focus(key);
  }
  reset() {
    this.live.reset();
    this.panel.clear();
    this.changed();
  }

  /** What scripts rely on. */
  contract() {
    const { live } = this;
    return {
      keys: () => live.keys(),
      set: (key, text) => {
        live.set(key, text);
        this.changed();
      },
      reset: () => this.reset(),
      toml: () => tomlFile(live),
      command: () => commandLine(live),
    };
  }
}

class CasePage {
  constructor(data) {
    this.words = new Words(data.words);
    this.live = new LiveCase(data.cases[0]);
    this.sentences = new Sentences(this.live, this.words);
    this.part = (role) => document.querySelector(`[data-role="${role}"]`);
    this.header = this.part("verdict");
    this.judges = this.part("boundaries") !== null;
    this.table = new LiveTable(this.live, this.words, () => this.refresh());
    const figures = document.querySelectorAll('figure[data-chart="ruler"], figure[data-chart="waterfall"]');
    figures[figures.length - 1].after(this.table.element);
    this.takeParts();
    const shown = this.views.map(({ element }) => element);
    this.stale = new Stale(this.table.element, shown, this.words.say("live_stale"));
    this.refresh();
  }

  /** What can be shown anew, each with how. */
  takeParts() {
    const { sentences } = this;
    const figure = (name) => document.querySelector(`figure[data-chart="${name}"]`);
    this.views = [];
    const add = (element, show) => {
      if (element !== null) this.views.push({ element, show });
    };
    if (this.judges) {
      add(figure("ruler"), (found, element) => new RulerView(element, sentences).show(found));
      add(this.part("boundaries"), (found, element) => new TableView(element, sentences).showBoundaries(found));
      add(this.part("certainty"), (found, element) => { element.textContent = sentences.certainty(found); });
    }
    add(figure("waterfall"), (found, element) => new WaterfallView(element, sentences).show(found));
    add(this.part("sheet"), (found, element) => new TableView(element, sentences).showSheet(found));
    add(this.header, (found) => this.showVerdict(found));
    this.kept = new Kept(this.views.map(({ element }) => element));
  }

  refresh() {
    const { live, words } = this;
    const isChanged = live.changes().length > 0;
    const found = live.result();
    if (!isChanged || found === null) this.kept.restore();
    if (found === null) tellVerdict(this.header, "bad", troubleOf(live, words), "");
    else if (isChanged) for (const { element, show } of this.views) show(found, element);
    document.body.classList.toggle("is-lost", found === null);
    this.table.refresh(found);
    this.stale.show(isChanged);
  }

  showVerdict(found) {
    const { sentences } = this;
    if (!this.judges) {
      tellVerdict(this.header, "neutral", sentences.calcHeadline(found), "");
      return;
    }
    const isFair = found.subcontractor === null || found.subcontractor.zone === "fair";
    const tone = found.zone === "fair" && !isFair ? "low" : toneOf[found.zone];
    const rest = [sentences.headline(found), sentences.year(found), sentences.subcontractor(found)];
    tellVerdict(this.header, tone, sentences.fact(found), rest.filter((text) => text !== "").join(" "));
  }

  contract() {
    return { ...this.table.contract(), result: () => asTold(this.live) };
  }
}

function pageOf(data) {
  if (data.kind === "compare") return new ComparePage(data);
  return data.kind === "forecast" ? new ForecastPage(data) : new CasePage(data);
}

function start() {
  const data = JSON.parse(document.getElementById("live-data").textContent);
  window.billijk = pageOf(data).contract();
}
if (typeof document !== "undefined") start();
