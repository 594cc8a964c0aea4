"use strict";

/* What the program has drawn and written, moved to where it belongs after a change. */

const svgNames = "http://www.w3.org/2000/svg";

function svgElement(name, attributes, text) {
  const made = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Amounts on the width of a drawing, as shares of it. */
class Scale {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  share(amount) {
    const place = amount.minus(this.from).over(this.to.minus(this.from));
    return place.sign < 0 ? zero : place.compare(one) > 0 ? one : place;
  }
  place(amount) {
    return percentOf(this.share(amount));
  }
  ticks() {
    const steps = [2n, 5n, 10n].map((factor) => new Fraction(factor));
    let power = Fraction.of("0.01");
    let step = power;
    for (let next = 0; this.to.minus(this.from).over(step).compare(new Fraction(8n)) > 0; next = (next + 1) % 3) {
      step = power.times(steps[next]);
      if (next === 2) power = step;
    }
    const found = [];
    for (let at = new Fraction(floorOf(this.from.over(step))).times(step); at.compare(this.to) <= 0; at = at.plus(step)) {
      if (at.compare(this.from) >= 0) found.push(at);
    }
    return found;
  }
}

function percentOf(share) {
  return shortest(share.times(hundred), 2) + "%";
}
function anchorOf(share) {
  if (share.compare(Fraction.of("0.15")) < 0) return "start";
  return share.compare(Fraction.of("0.85")) > 0 ? "end" : "middle";
}

/** The ruler of a case: zones, boundaries with their ranges, and the tariff. */
class RulerView {
  constructor(figure, sentences) {
    this.svg = figure.querySelector("svg");
    this.caption = figure.querySelector("figcaption");
    this.sentences = sentences;
    const names = this.svg.querySelectorAll("[data-text-of]");
    this.names = new Map([...names].map((text) => [text.dataset.textOf, text.dataset.name]));
  }
  all(selector) {
    return this.svg.querySelectorAll(selector);
  }

  scaleOf(found) {
    const boundaries = ["wage_floor", "cost_price", "ceiling"].filter((key) => key in found.rounded);
    let first = found.rounded[boundaries[0]];
    let last = found.rounded.ceiling;
    const span = last.minus(first).compare(centRounding.step) < 0 ? centRounding.step : last.minus(first);
    const around = span.times(Fraction.of("0.35"));
    first = first.minus(around);
    last = last.plus(around);
    if (found.low !== null) {
      for (const key of boundaries) {
        const [low, high] = this.range(found, key);
        if (low.compare(first) < 0) first = low;
        if (high.compare(last) > 0) last = high;
      }
    }
    return new Scale(first, last);
  }
  range(found, key) {
    if (found.low === null) return [found.rounded[key], found.rounded[key]];
    return [found.low, found.high].map((end) => rounded(end[key], this.sentences.live.rounding));
  }

  show(found) {
    this.scale = this.scaleOf(found);
    this.showZones(found);
    this.showAxis();
    for (const key of Object.keys(found.rounded)) this.showBoundary(found, key);
    this.showTariff(found.hourly);
    const { words, live } = this.sentences;
    const place = zones.indexOf(found.zone);
    const zone = ["zone_short_floor", "zone_short_cost", "zone_short_fair", "zone_short_high"][place];
    this.caption.textContent = words.say("chart_ruler_says", { tariff: words.shown(found.hourly), zone: words.say(zone) }) +
      (live.ranged().length > 0 ? " " + words.say("chart_ruler_ranges") : "");
  }
  placeOf(found, key) {
    if (key === "begin") return zero;
    return key === "end" ? one : this.scale.share(found.rounded[key]);
  }
  showZones(found) {
    for (const part of this.all("[data-from-of]")) {
      const from = this.placeOf(found, part.dataset.fromOf);
      const width = this.placeOf(found, part.dataset.toOf).minus(from);
      if (part.tagName === "rect") {
        part.setAttribute("x", percentOf(from));
        part.setAttribute("width", percentOf(width.sign < 0 ? zero : width));
      } else {
        part.setAttribute("x", percentOf(from.plus(width.over(new Fraction(2n)))));
        const roomy = new Fraction(BigInt(part.textContent.length + 2)).compare(width.times(new Fraction(110n))) <= 0;
        part.setAttribute("visibility", roomy ? "visible" : "hidden");
      }
    }
  }
  showAxis() {
    const part = this.svg.querySelector('[data-part="axis"]');
    const top = Number(part.querySelector("line").getAttribute("y1"));
    part.replaceChildren(...this.scale.ticks().flatMap((tick) => {
      const x = this.scale.place(tick);
      return [
        svgElement("line", { x1: x, x2: x, y1: top, y2: top + 5, class: "tick" }),
        svgElement("text", { x, y: top + 17, class: "axis", "text-anchor": anchorOf(this.scale.share(tick)) },
          this.sentences.words.shortest(tick)),
      ];
    }));
  }
  showBoundary(found, key) {
    const [low, high] = this.range(found, key);
    const { words, decimals } = this.sentences;
    for (const line of this.all(`[data-range-of="${key}"]`)) {
      line.setAttribute("x1", this.scale.place(low));
      line.setAttribute("x2", this.scale.place(high));
    }
    for (const dot of this.all(`[data-dot-of="${key}"]`)) dot.setAttribute("cx", this.scale.place(found.rounded[key]));
    for (const text of this.all(`[data-text-of="${key}"]`)) {
      const range = found.low === null ? "" : ` (${words.number(low, decimals)} – ${words.number(high, decimals)})`;
      text.textContent = `${this.names.get(key)} ${words.money(found.rounded[key], decimals)}${range}`;
    }
  }
  showTariff(hourly) {
    const share = this.scale.share(hourly);
    for (const part of this.all('[data-dot-of="tariff"]')) part.setAttribute("x", percentOf(share));
    for (const line of this.all('[data-range-of="tariff"]')) {
      line.setAttribute("x1", percentOf(share));
      line.setAttribute("x2", percentOf(share));
    }
    for (const text of this.all('[data-text-of="tariff"]')) {
      text.setAttribute("text-anchor", anchorOf(share));
      text.textContent = `${this.names.get("tariff")} ${this.sentences.words.shown(hourly)}`;
    }
  }
}

/** The cost price by element of the law. */
class WaterfallView {
  constructor(figure, sentences) {
    this.svg = figure.querySelector("svg");
    this.sentences = sentences;
    this.steps = [...new Set([...this.svg.querySelectorAll("[data-step]")].map((part) => part.dataset.step))];
  }

  amounts(found) {
    const elements = new Map();
    for (const line of found.lines) {
      const key = "element." + line.element;
      elements.set(key, (elements.get(key) || zero).plus(line.rounded));
    }
    const { cost_price: cost, fair_tariff: fair } = found.rounded;
    return (step) => {
      if (step === "cost_price") return cost;
      if (step === "fair_tariff") return fair;
      if (step === "margin") return fair.minus(cost);
      return step === "paid" ? found.hourly : elements.get(step) || zero;
    };
  }

  show(found) {
    const amountOf = this.amounts(found);
    const isTotal = (step) => step === "cost_price" || step === "fair_tariff" || step === "paid";
    let sum = zero;
    let least = zero;
    let most = zero;
    const bars = this.steps.map((step) => {
      const from = isTotal(step) ? zero : sum;
      sum = from.plus(amountOf(step));
      if (sum.compare(least) < 0) least = sum;
      if (sum.compare(most) > 0) most = sum;
      return { step, from, to: sum };
    });
    const scale = new Scale(least, most.compare(least) > 0 ? most : least.plus(one));
    for (const bar of bars) this.showBar(bar, scale, amountOf(bar.step), found);
  }
  showBar({ step, from, to }, scale, amount, found) {
    const { words, decimals } = this.sentences;
    const [begin, end] = [scale.share(from), scale.share(to)];
    const first = begin.compare(end) < 0 ? begin : end;
    for (const part of this.svg.querySelectorAll(`[data-step="${step}"]`)) {
      if (part.tagName === "rect") {
        part.setAttribute("x", percentOf(first));
        part.setAttribute("width", percentOf(begin.minus(end).abs()));
      } else if (step === "paid") {
        part.textContent = part.getAttribute("text-anchor") === "end" ? this.difference(found)
          : `${words.say("chart_paid")} ${words.shown(amount)}`;
      } else if (part.getAttribute("text-anchor") === "end") {
        part.textContent = words.money(amount, decimals);
      }
    }
  }
  difference(found) {
    const apart = found.distance.cost_price.per_hour;
    const name = apart.sign < 0 ? "chart_paid_short" : apart.sign > 0 ? "chart_paid_over" : "chart_paid_even";
    return this.sentences.words.say(name, { amount: this.sentences.words.shown(apart.abs()) });
  }
}

/** The tables of boundaries and of the cost sheet. */
class TableView {
  constructor(table, sentences) {
    this.rows = new Map([...table.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, [...row.children].slice(1)]));
    this.sentences = sentences;
  }
  fill(key, texts) {
    const cells = this.rows.get(key);
    if (cells === undefined) return;
    texts.forEach((text, i) => {
      if (text === null || cells[i] === undefined) return;
      cells[i].textContent = text;
      cells[i].classList.toggle("neg", /^-/.test(text));
    });
  }

  showBoundaries(found) {
    const { words, decimals, live } = this.sentences;
    const end = (of, key) => (of === null ? "" : words.number(rounded(of[key], live.rounding), decimals));
    const hasRange = live.base.some((input) => input.low !== null || input.high !== null);
    for (const key of Object.keys(found.rounded)) {
      const { per_hour: hour, percent, per_year: year } = found.distance[key];
      const texts = [words.money(found.rounded[key], decimals)];
      if (hasRange) texts.push(end(found.low, key), end(found.high, key));
      texts.push(words.number(hour, visibleDecimals(hour, 2)));
      const share = percent === null ? null : hour.over(found.rounded[key]).times(hundred);
      texts.push(share === null ? "" : words.number(share, visibleDecimals(share, 2)) + "\u00a0%");
      texts.push(year === null ? "" : words.number(year, 2));
      this.fill(key, texts);
    }
  }

  showSheet(found) {
    const { words, decimals } = this.sentences;
    const fair = found.exact.fair_tariff;
    const share = (value) => (fair.sign === 0 ? "" : words.number(value.over(fair).times(hundred), 1) + "\u00a0%");
    const elements = new Map();
    for (const line of found.lines) {
      this.fill(line.key, [words.number(line.rounded, decimals), null, null]);
      const { sum = zero, exact = zero } = elements.get(line.element) || {};
      elements.set(line.element, { sum: sum.plus(line.rounded), exact: exact.plus(line.value) });
    }
    for (const [element, { sum, exact }] of elements)
      this.fill("element." + (element ?? "none"), [null, words.number(sum, decimals), share(exact)]);
    for (const key of Object.keys(found.rounded))
      this.fill("total." + key, [null, words.number(found.rounded[key], decimals), share(found.exact[key])]);
  }
}
