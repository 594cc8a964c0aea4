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

class CasePage {
  constructor(data) {
    this.words = new Words(data.words);
    this.live = new LiveCase(data.cases[0]);
    this.sentences = new Sentences(this.live, this.words);
    this.header = document.querySelector('[data-role="verdict"]');
    this.part = (role) => document.querySelector(`[data-role="${role}"]`);
    this.judges = this.part("boundaries") !== null;
    this.build();
  }

  build() {
    const { words } = this;
    const changed = () => this.refresh();
    this.panel = new Panel(this.live, words, "figure", changed);
    this.changes = new Changes(this.live, words, changed);
    this.count = made("p", { "data-role": "changed", class: "changed-count" });
    this.handout = new Handout(words);
    const actions = made("div", { class: "actions" },
      button(words.say("live_reset"), () => this.reset()),
      button(words.say("live_toml"), () => this.handOut(true)),
      button(words.say("live_command"), () => this.handOut(false)),
      button(words.say("live_print"), () => window.print()));
    const section = made("section", { class: "live", "data-part": "live" },
      made("h2", {}, words.say("live_heading")),
      made("p", {}, words.say("live_says")),
      this.count, this.changes.element, actions, this.handout.element, this.panel.element,
      made("p", { class: "note" }, words.say("live_fixed")));
    const figures = document.querySelectorAll('figure[data-chart="ruler"], figure[data-chart="waterfall"]');
    figures[figures.length - 1].after(section);
    this.takeParts();
    const shown = this.views.map(({ element }) => element);
    this.stale = new Stale(section, shown, words.say("live_stale"));
    this.refresh();
  }

  takeParts() {
    const figure = (name) => document.querySelector(`figure[data-chart="${name}"]`);
    const views = [];
    const view = (element, make) => {
      if (element !== null) views.push({ element, show: make(element) });
    };
    if (this.judges) {
      view(figure("ruler"), (element) => (found) => new RulerView(element, this.sentences).show(found));
      view(this.part("boundaries"), (element) => (found) => new TableView(element, this.sentences).showBoundaries(found));
      view(this.part("certainty"), (element) => (found) => { element.textContent = this.sentences.certainty(found); });
    }
    view(figure("waterfall"), (element) => (found) => new WaterfallView(element, this.sentences).show(found));
    view(this.part("sheet"), (element) => (found) => new TableView(element, this.sentences).showSheet(found));
    view(this.header, () => (found) => this.showVerdict(found));
    this.views = views;
    this.below = [this.part("year"), this.part("subcontractor")].filter((element) => element !== null);
    this.kept = new Kept(views.map(({ element }) => element));
  }

  showVerdict(found) {
    const { sentences } = this;
    const told = this.judges ? found.zone !== undefined : true;
    if (!told) return;
    if (!this.judges) {
      this.header.replaceChildren(made("h1", {}, sentences.calcHeadline(found)));
      return;
    }
    const fair = found.zone === "fair" && (found.subcontractor === null || found.subcontractor.zone === "fair");
    const tone = fair || found.zone !== "fair" ? toneOf[found.zone] : "low";
    this.tell(tone, sentences.fact(found),
      [sentences.headline(found), sentences.year(found), sentences.subcontractor(found)].filter((text) => text !== "").join(" "));
  }
  tell(tone, first, rest) {
    tellVerdict(this.header, tone, first, rest);
  }

  refresh() {
    const { words, live } = this;
    const count = live.changes().length;
    const found = live.result();
    this.kept.restore();
    if (count > 0 && found !== null) {
      for (const { show } of this.views) show(found);
    } else if (found === null) {
      this.tell("bad", troubleOf(live, words), "");
    }
    for (const element of this.below) element.hidden = count > 0;
    this.count.textContent = count > 0 ? words.say("live_changed", { count }) : words.say("live_none");
    this.changes.refresh(found);
    this.panel.refresh();
    this.stale.show(count > 0);
    this.handout.element.hidden = true;
    document.body.classList.toggle("is-changed", count > 0);
    document.body.classList.toggle("is-lost", found === null);
  }
  reset() {
    this.live.reset();
    this.refresh();
  }
  handOut(asFile) {
    const { words, live } = this;
    if (asFile) showFile(this.handout, live, words);
    else this.handout.show(words.say("live_command"), words.say("live_command_note"), commandLine(live));
  }

  /** What scripts rely on. */
  contract() {
    const { live } = this;
    return {
      keys: () => live.keys(),
      set: (key, text) => {
        live.set(key, text);
        this.refresh();
      },
      reset: () => this.reset(),
      result: () => asTold(live),
      toml: () => tomlFile(live),
      command: () => commandLine(live),
    };
  }
}

function start() {
  const data = JSON.parse(document.getElementById("live-data").textContent);
  const page = data.kind === "compare" ? new ComparePage(data) : new CasePage(data);
  window.billijk = page.contract();
}
if (typeof document !== "undefined") start();
