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
    this.stale = made("p", { class: "stale", hidden: true }, words.say("live_stale"));
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
    figures[figures.length - 1].after(section, this.stale);
    this.takeParts();
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
    this.header.className = "verdict " + tone;
    const sign = made("span", { class: "sign", "aria-hidden": "true" }, signOf[tone]);
    this.header.replaceChildren(made("h1", {}, sign, " ", first), made("p", {}, rest));
  }

  refresh() {
    const { words, live } = this;
    const count = live.changes().length;
    const found = live.result();
    this.kept.restore();
    if (count > 0 && found !== null) {
      for (const { show } of this.views) show(found);
    } else if (found === null) {
      this.tell("bad", this.trouble(), "");
    }
    for (const element of this.below) element.hidden = count > 0;
    this.count.textContent = count > 0 ? words.say("live_changed", { count }) : words.say("live_none");
    this.changes.refresh(found);
    this.panel.refresh();
    this.stale.hidden = count === 0;
    this.handout.element.hidden = true;
    document.body.classList.toggle("is-changed", count > 0);
    document.body.classList.toggle("is-lost", found === null);
  }
  trouble() {
    const shares = this.live.inputs.filter((input) => input.part === "mix");
    const sum = shares.reduce((all, input) => all.plus(input.number), zero);
    if (shares.length > 0 && sum.compare(one) !== 0)
      return this.words.say("live_no_result_mix", { sum: this.words.shortest(sum.times(hundred)) });
    return this.words.say("live_no_result");
  }

  reset() {
    this.live.reset();
    this.refresh();
  }
  handOut(asFile) {
    const { words, live } = this;
    if (!asFile) return this.handout.show(words.say("live_command"), words.say("live_command_note"), commandLine(live));
    const file = live.data.file;
    const note = file === "-" ? words.say("live_no_file") : words.say("live_toml_note", { file: file.split(/[\\/]/).pop() });
    return this.handout.show(words.say("live_toml"), note, tomlFile(live), this.fileName());
  }
  fileName() {
    const stem = this.live.data.file.split(/[\\/:]/).pop().replace(/\.toml$/i, "");
    return `${stem}-2.toml`;
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
  const page = new CasePage(data);
  window.billijk = page.contract();
}
if (typeof document !== "undefined") start();
