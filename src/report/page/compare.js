"use strict";

/* Two cases side by side, each of which moves its own figures. */

/** The ranges of both, from cost price to ceiling, and what they have in common. */
class SpansView {
  constructor(figure, words) {
    this.svg = figure.querySelector("svg");
    this.words = words;
  }
  show(cases, decimals) {
    const spans = cases.map((found) => [found.rounded.cost_price, found.rounded.ceiling]);
    const dots = cases.map((found) => found.hourly ?? null);
    const amounts = [...spans.flat(), ...dots.filter((hourly) => hourly !== null)].sort((a, b) => a.compare(b));
    const [least, most] = [amounts[0], amounts[amounts.length - 1]];
    const around = most.minus(least).times(Fraction.of("0.05"));
    const scale = new Scale(least.minus(around), most.plus(around.sign > 0 ? around : one));
    const tariff = (hourly) => (hourly === null ? "" : ` (${this.words.say("tariff")} ${this.words.shown(hourly)})`);
    spans.forEach((span, i) => this.showSpan(String(i), span, scale, decimals, tariff(dots[i])));
    const common = [spans[1][0], spans[0][1]];
    const exists = common[0].compare(common[1]) <= 0;
    for (const part of this.svg.querySelectorAll('[data-span="common"]')) part.setAttribute("visibility", exists ? "visible" : "hidden");
    if (exists) this.showSpan("common", common, scale, decimals);
    for (const dot of this.svg.querySelectorAll("circle[data-span-dot]")) {
      const hourly = dots[Number(dot.dataset.spanDot)] ?? null;
      dot.setAttribute("visibility", hourly === null ? "hidden" : "visible");
      if (hourly !== null) dot.setAttribute("cx", scale.place(hourly));
    }
  }
  showSpan(key, [from, to], scale, decimals, behind = "") {
    for (const part of this.svg.querySelectorAll(`[data-span="${key}"]`)) {
      if (part.tagName === "rect") {
        part.setAttribute("x", scale.place(from));
        part.setAttribute("width", percentOf(scale.share(to).minus(scale.share(from))));
      } else if (part.getAttribute("text-anchor") === "end") {
        part.textContent = `${this.words.money(from, decimals)} – ${this.words.money(to, decimals)}`;
      } else {
        part.textContent = part.dataset.name + behind;
      }
    }
  }
}

class ComparePage {
  constructor(data) {
    this.words = new Words(data.words);
    this.names = data.names;
    this.cases = data.cases.map((one) => new LiveCase(one));
    this.decimals = Math.max(...data.cases.map(({ rounding }) => decimalsOf(rounding.step)));
    this.header = document.querySelector('[data-role="verdict"]');
    this.figure = document.querySelector('figure[data-chart="spans"]');
    this.table = document.querySelector('[data-role="boundaries"]');
    this.build();
  }

  build() {
    const { words } = this;
    const changed = () => this.refresh();
    this.sides = this.cases.map((live, i) => ({
      panel: new Panel(live, words, `side-${i}`, changed),
      changes: new Changes(live, words, (key) => {
        changed();
        this.sides[i].panel.focus(key);
      }),
    }));
    this.count = made("p", { "data-role": "changed", class: "changed-count" });
    this.handout = new Handout(words);
    const columns = this.sides.map(({ panel, changes }, i) => made("section", { class: "side" },
      made("h3", {}, capital(this.names[i])), changes.element, panel.element));
    const actions = made("div", { class: "actions" }, button(words.say("live_reset"), () => this.reset()),
      ...this.cases.map((_, i) => button(`${words.say("live_toml")}: ${this.names[i]}`, () => this.handOut(i))),
      button(words.say("live_print"), () => window.print()));
    const section = made("section", { class: "live", "data-part": "live" },
      made("h2", {}, words.say("live_heading")), made("p", {}, words.say("live_says")),
      this.count, actions, this.handout.element, made("div", { class: "sides" }, ...columns),
      made("p", { class: "note" }, words.say("live_fixed")));
    this.figure.after(section);
    const shown = [this.header, this.figure, this.table].filter((element) => element !== null);
    this.kept = new Kept(shown);
    this.stale = new Stale(section, shown, words.say("live_stale"));
    this.refresh();
  }

  refresh() {
    const { words } = this;
    const moved = this.cases.map((live) => live.changes().length);
    const count = moved[0] + moved[1];
    const found = this.cases.map((live) => live.result());
    const lost = found.findIndex((one) => one === null);
    if (count === 0 || lost >= 0) this.kept.restore();
    if (lost >= 0) this.tell("bad", `${capital(this.names[lost])}: ${troubleOf(this.cases[lost], words)}`, "");
    else if (count > 0) this.show(found);
    const [first, second] = this.names;
    this.count.textContent = count === 0 ? words.say("live_none")
      : words.say("live_concessions", { a: first, b: second, first: moved[0], second: moved[1] });
    this.sides.forEach(({ panel, changes }, i) => {
      changes.refresh(found[i]);
      panel.refresh();
    });
    this.stale.show(count > 0);
    this.handout.element.hidden = true;
    document.body.classList.toggle("is-changed", count > 0);
    document.body.classList.toggle("is-lost", lost >= 0);
  }

  show(found) {
    const { words, decimals } = this;
    const [a, b] = found;
    const apart = a.rounded.cost_price.minus(b.rounded.cost_price).abs();
    const money = (value) => words.money(value, decimals);
    const { from, to, exists } = this.zone(found);
    const [first, second] = this.names;
    const zone = words.say(exists ? "live_zone" : "live_no_zone",
      { a: first, b: second, from: money(from), to: money(to), amount: money(to.minus(from).abs()) });
    this.tell(exists ? "good" : "low", words.say("live_apart",
      { amount: money(apart), a: first, b: second, first: money(a.rounded.cost_price), second: money(b.rounded.cost_price) }), zone);
    new SpansView(this.figure, words).show(found, decimals);
    this.figure.querySelector("figcaption").textContent = zone;
    if (this.table !== null) this.showTable(found);
  }
  showTable([a, b]) {
    const { words, decimals } = this;
    const view = new TableView(this.table, { words, decimals });
    for (const key of totalKeys) {
      const [mine, theirs] = [a.rounded[key], b.rounded[key]];
      const text = (value) => (value === undefined ? "" : words.number(value, decimals));
      view.fill(key, [text(mine), text(theirs), mine && theirs ? words.signed(theirs.minus(mine), decimals) : ""]);
    }
  }
  zone([a, b]) {
    const [from, to] = [b.rounded.cost_price, a.rounded.ceiling];
    return { from, to, exists: from.compare(to) <= 0 };
  }
  tell(tone, first, rest) {
    tellVerdict(this.header, tone, first, rest);
  }

  reset() {
    for (const live of this.cases) live.reset();
    for (const { panel } of this.sides) panel.clear();
    this.refresh();
  }
  handOut(side) {
    const { words } = this;
    showFile(this.handout, this.cases[side], words);
  }

  /** What scripts rely on. */
  contract() {
    const { cases } = this;
    return {
      keys: (side = 0) => cases[side].keys(),
      set: (side, key, text) => {
        cases[side].set(key, text);
        this.refresh();
      },
      reset: () => this.reset(),
      result: () => {
        const found = cases.map((live) => live.result());
        if (found.includes(null)) return null;
        const { from, to, exists } = this.zone(found);
        const [a, b] = found.map((one) => Fraction.of(shortest(one.exact.cost_price)));
        return {
          cases: cases.map(asTold),
          zone_of_agreement: { from: shortest(from), to: shortest(to), exists },
          distance: shortest(b.minus(a)),
        };
      },
      toml: (side) => tomlFile(cases[side]),
    };
  }
}
