"use strict";

/* A tariff over the years of a contract, computed again from the figures of its first year. */

/** One year along one path: what the tariff rises with, and the formula of that year. */
class YearPath {
  constructor(data) {
    this.index = Fraction.of(data.index);
    this.volume = Fraction.of(data.volume);
    if (data.formula === undefined) return;
    this.formula = new Formula(data.formula);
    this.totals = data.totals;
    this.inputs = data.inputs.map(({ key, value, share }) => {
      const number = Fraction.of(value);
      return { key, number: share ? number.over(hundred) : number };
    });
  }
  /** The boundaries, rounded; of the first year those of the case itself. */
  boundaries(live, found, numbers) {
    if (this.formula === undefined) return found.rounded;
    const values = this.formula.playAll(this.inputs.map(({ key, number }) => numbers.get(key) ?? number), false);
    return Object.fromEntries(totalKeys.map((key) => [key, rounded(values[this.totals[key]], live.rounding)]));
  }
}

class LiveYears {
  constructor(data, live) {
    this.live = live;
    this.step = { step: Fraction.of(data.tariff_step.step), mode: data.tariff_step.mode };
    this.years = data.years.map(({ year, part, paths }) => ({ year, part: Fraction.of(part), paths: paths.map((path) => new YearPath(path)) }));
  }

  /** What there is to say of each year, or null where nothing can be computed. */
  result() {
    const found = this.live.result();
    if (found === null || found.zone === undefined) return null;
    const numbers = new Map(this.live.inputs.filter((input) => input.settable || input.stated).map((input) => [input.key, input.number]));
    try {
      const paths = [0, 1, 2].map((path) => this.along(path, found, numbers));
      return this.years.map(({ year }, i) => {
        const [value, low, high] = paths.map((path) => path[i]);
        const certain = i === 0 ? found.certain : [low, high].every(({ zone }) => zone === value.zone);
        return { year, certain, ...value, low: low.apart, high: high.apart };
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return null;
    }
  }

  along(path, found, numbers) {
    const volume = this.live.input("contract.volume").number;
    let tariff = this.live.input("contract.tariff").number;
    let sum = zero;
    return this.years.map(({ part, paths }, i) => {
      const year = paths[path];
      if (i > 0 && year.index.sign !== 0) tariff = rounded(tariff.times(one.plus(year.index)), this.step);
      const boundaries = year.boundaries(this.live, found, numbers);
      const hours = volume.times(year.volume);
      const hourly = this.perHour(tariff, hours);
      const apart = hourly.minus(boundaries.cost_price);
      const gain = apart.times(hours).times(part);
      sum = sum.plus(gain);
      const cents = (amount) => (volume.sign === 0 ? null : rounded(amount, centRounding));
      return { tariff, hourly, boundaries, apart, zone: zoneOf(hourly, boundaries), per_year: cents(gain), running_total: cents(sum) };
    });
  }
  perHour(tariff, hours) {
    const factors = { minute: 60n, week: 52n, "4weeks": 13n, month: 12n };
    const { unit } = this.live.data.tariff;
    const units = tariff.times(new Fraction(factors[unit] ?? 1n));
    if (unit === "hour" || unit === "minute") return units;
    return units.over(unit === "lump_sum" ? hours : this.live.input("contract.norm_hours").number);
  }
}

/** The lines over the years. */
class CourseView {
  constructor(figure) {
    this.plot = figure.querySelector("svg svg");
    this.svg = figure.querySelector("svg");
  }
  show(years, words) {
    const amounts = years.flatMap(({ boundaries, hourly }) => [boundaries.wage_floor, boundaries.ceiling, hourly, boundaries.cost_price]);
    const sorted = amounts.sort((a, b) => a.compare(b));
    const span = sorted[sorted.length - 1].minus(sorted[0]);
    const around = span.times(Fraction.of("0.05")).plus(Fraction.of("0.01"));
    const scale = new Scale(sorted[0].minus(around), sorted[sorted.length - 1].plus(around));
    const left = (i) => shortest(new Fraction(BigInt(200 * i + 100), BigInt(2 * years.length)), 2);
    const top = (amount) => shortest(one.minus(scale.share(amount)).times(hundred), 2);
    const line = (of) => years.map((year, i) => `${left(i)},${top(of(year))}`).join(" ");
    const set = (kind, of) => this.plot.querySelector(`.course.${kind}`).setAttribute("points", line(of));
    set("floor", ({ boundaries }) => boundaries.wage_floor);
    set("cost", ({ boundaries }) => boundaries.cost_price);
    set("ceiling", ({ boundaries }) => boundaries.ceiling);
    set("tariff", ({ hourly }) => hourly);
    const edge = (of) => years.map((year, i) => `${left(i)},${top(year.boundaries.cost_price.plus(of(year)))}`);
    const most = edge((year) => this.furthest(year, 1));
    const least = edge((year) => this.furthest(year, -1)).reverse();
    this.plot.querySelector(".band").setAttribute("points", [...most, ...least].join(" "));
    this.showDots(years, scale);
    this.showLevels(scale, words);
  }
  furthest({ apart, low, high }, direction) {
    return [low, high].reduce((best, one) => (one.compare(best) * direction > 0 ? one : best), apart);
  }
  height() {
    return new Fraction(BigInt(this.plot.getAttribute("height")));
  }
  showDots(years, scale) {
    [...this.svg.querySelectorAll("circle")].forEach((dot, i) => {
      dot.setAttribute("cy", shortest(one.minus(scale.share(years[i].hourly)).times(this.height()), 1));
    });
  }
  showLevels(scale, words) {
    for (const old of this.svg.querySelectorAll(":scope > .guide, :scope > .level")) old.remove();
    for (const tick of scale.ticks()) {
      const y = Number(fixed(one.minus(scale.share(tick)).times(this.height()), 0));
      this.plot.before(
        svgElement("line", { x1: "0", x2: "100%", y1: y, y2: y, class: "guide" }),
        svgElement("text", { x: "0", y: y - 3, class: "axis level" }, words.shortest(tick)));
    }
  }
}

class ForecastPage {
  constructor(data) {
    this.words = new Words(data.words);
    this.live = new LiveCase(data.cases[0]);
    this.live.data.arguments.push(...data.asked);
    this.sentences = new Sentences(this.live, this.words);
    this.years = new LiveYears(data, this.live);
    this.header = document.querySelector('[data-role="verdict"]');
    this.figure = document.querySelector('figure[data-chart="course"]');
    this.tables = ["years", "year-boundaries"].map((role) => document.querySelector(`[data-role="${role}"]`));
    this.table = new LiveTable(this.live, this.words, () => this.refresh());
    this.figure.after(this.table.element);
    this.table.element.append(made("p", { class: "note" }, this.words.say("live_fixed_years")));
    const shown = [this.header, this.figure, ...this.tables];
    this.kept = new Kept(shown);
    this.stale = new Stale(this.table.element, shown, this.words.say("live_stale"));
    this.refresh();
  }

  refresh() {
    const { live, words } = this;
    const count = live.changes().length;
    const years = this.years.result();
    if (count === 0 || years === null) this.kept.restore();
    if (years === null) tellVerdict(this.header, "bad", troubleOf(live, words), "");
    else if (count > 0) this.show(years);
    document.body.classList.toggle("is-lost", years === null);
    this.table.refresh(live.result());
    this.stale.show(count > 0);
  }

  show(years) {
    const { words } = this;
    const fair = years.every(({ zone }) => zone === "fair");
    const [first, ...rest] = this.headline(years).split(/(?<=\.) /);
    tellVerdict(this.header, fair ? "good" : "bad", first, rest.join(" "));
    new CourseView(this.figure).show(years, words);
    const [table, bounds] = this.tables.map((one) => new TableView(one, this.sentences));
    for (const year of years) {
      const shown = (amount) => words.number(amount, visibleDecimals(amount, 2));
      const money = year.per_year === null ? ["", ""] : [words.number(year.per_year, 0), words.number(year.running_total, 0)];
      this.tables[0].querySelector(`[data-row="${year.year}"]`).classList.toggle("strong", year.zone !== "fair");
      table.fill(year.year, [null, words.number(year.hourly, tariffDecimals(year.hourly)),
        words.number(year.boundaries.cost_price, this.sentences.decimals), shown(year.apart), shown(year.low), shown(year.high), ...money]);
      bounds.fill(year.year, [...totalKeys.map((key) => words.number(year.boundaries[key], this.sentences.decimals)),
        words.say("summary_zone_" + year.zone) + (year.certain ? "" : words.say("forecast_uncertain"))]);
    }
  }

  /** By how much the years of some zones miss the boundary they are measured against. */
  missed(years, isIt) {
    const found = years.filter(({ zone }) => isIt(zone));
    const by = found.map(({ boundaries: { cost_price: cost, wage_floor: floor, ceiling }, hourly, zone }) => {
      const least = cost.compare(floor) < 0 ? floor : cost;
      return hourly.minus(zone === "above_ceiling" ? ceiling : least).abs();
    }).sort((a, b) => a.compare(b));
    const { words } = this;
    const span = by.length === 0 ? "" : by[0].compare(by[by.length - 1]) === 0 ? words.shown(by[0])
      : words.say("forecast_from_to", { low: words.shown(by[0]), high: words.shown(by[by.length - 1]) });
    return { years: found.map(({ year }) => Number(year)), span };
  }
  spans(years) {
    const spans = [];
    for (const year of years) {
      const last = spans[spans.length - 1];
      if (last && year === last[1] + 1) last[1] = year;
      else spans.push([year, year]);
    }
    return this.words.listed(spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)));
  }
  headline(years) {
    const { words } = this;
    const [first, last] = [Number(years[0].year), Number(years[years.length - 1].year)];
    const below = this.missed(years, (zone) => zone === "below_wage_floor" || zone === "below_cost_price");
    const from = below.years[0];
    const toTheEnd = below.years[below.years.length - 1] === last && last - from + 1 === below.years.length;
    const name = below.years.length === 0 ? "forecast_holds" : !toTheEnd ? "forecast_breaks" : from > first ? "forecast_sinks" : "forecast_never";
    const tariff = Fraction.of(this.live.input("contract.tariff").value);
    const { label } = this.live.data.tariff;
    let text = words.say(name, {
      tariff: `${words.money(tariff, Math.max(2, tariffDecimals(tariff)))} ${label}`, last, until: from - 1, from, years: this.spans(below.years), loss: below.span,
    });
    const total = years[years.length - 1].running_total;
    if (total !== null) {
      const over = words.say(years.length === 1 ? "forecast_one_year" : "forecast_so_many_years", { count: years.length, year: first });
      text += words.say(total.sign < 0 ? "forecast_lost" : "forecast_left", { years: over, total: words.money(total.abs(), 0) });
    }
    text += ".";
    const above = this.missed(years, (zone) => zone === "above_ceiling");
    return above.years.length === 0 ? text : text + " " + words.say("forecast_above", { years: this.spans(above.years), excess: above.span });
  }

  /** What scripts rely on. */
  contract() {
    const text = (value) => (value === null ? null : shortest(value));
    return {
      ...this.table.contract(),
      result: () => {
        const years = this.years.result();
        if (years === null) return null;
        return {
          years: years.map(({ year, certain, zone, tariff, hourly, boundaries, apart, per_year: perYear, running_total: total }) => ({
            year, certain, zone, tariff: text(tariff), per_hour: text(hourly),
            totals: Object.fromEntries(totalKeys.map((key) => [key, { rounded: text(boundaries[key]) }])),
            distance: { per_hour: text(apart), per_year: text(perYear) }, running_total: text(total),
          })),
        };
      },
    };
  }
}
