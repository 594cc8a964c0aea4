"use strict";

/* A case that computes: lines, totals, their ranges, and the verdict on a tariff, as the program finds them. */

const totalKeys = ["wage_floor", "cost_price", "fair_tariff", "ceiling"];
const zones = ["below_wage_floor", "below_cost_price", "fair", "above_ceiling"];
const centRounding = { step: Fraction.of("0.01"), mode: "half_up" };

function isBeyond(total, hourly, boundary) {
  return total === "ceiling" ? boundary.compare(hourly) < 0 : hourly.compare(boundary) < 0;
}

/** The zone of a tariff between rounded boundaries, of which the first may be missing. */
function zoneOf(hourly, boundaries) {
  if (boundaries.wage_floor && isBeyond("wage_floor", hourly, boundaries.wage_floor)) return zones[0];
  if (isBeyond("cost_price", hourly, boundaries.cost_price)) return zones[1];
  return isBeyond("ceiling", hourly, boundaries.ceiling) ? zones[3] : zones[2];
}

function sideOf(total, hourly, boundary) {
  return isBeyond(total, hourly, boundary) === (total === "ceiling") ? "above" : "below";
}

class LiveCase {
  constructor(data) {
    this.data = data;
    this.formula = new Formula(data.formula);
    this.rounding = { step: Fraction.of(data.rounding.step), mode: data.rounding.mode };
    this.base = data.inputs.map((input) => this.inputOf(input));
    this.totals = totalKeys.filter((key) => key in data.totals);
    this.reset();
  }

  inputOf(data) {
    return { ...data, low: data.low ?? null, high: data.high ?? null, number: this.numberOf(data, data.value) };
  }
  /** As the formula takes it: a percentage as the share it is. */
  numberOf({ share }, text) {
    const number = Fraction.of(text);
    return share ? number.over(hundred) : number;
  }

  reset(key) {
    if (key === undefined) this.inputs = this.base.slice();
    else this.inputs[this.placeOf(key)] = this.base[this.placeOf(key)];
    this.forget();
  }
  forget() {
    this.found = undefined;
  }

  placeOf(key) {
    const place = this.base.findIndex((input) => input.key === key);
    if (place < 0 || !this.base[place].settable) throw new RangeError(key);
    return place;
  }
  /** Those that may be set, as a case file has them; what it does not state comes last. */
  settable() {
    const last = this.base.length;
    return this.inputs.filter((input) => input.settable).sort((a, b) => (a.order ?? last) - (b.order ?? last));
  }
  keys() {
    return this.settable().map((input) => input.key);
  }
  input(key) {
    return this.inputs[this.placeOf(key)];
  }

  /** Why a value may not be set: "number", "digits", "limits"; nothing where it may. */
  refusal(key, text) {
    const { lowest, highest, above } = this.base[this.placeOf(key)];
    const parts = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
    if (parts === null) return "number";
    const [, whole, decimals = ""] = parts;
    if (whole.replace(/^0+(?=\d)/, "").length > 12 || decimals.replace(/0+$/, "").length > 12) return "digits";
    const value = Fraction.of(text);
    const tooLow = value.compare(Fraction.of(lowest));
    if (tooLow < 0 || (above && tooLow === 0) || value.compare(Fraction.of(highest)) > 0) return "limits";
    return undefined;
  }

  /** A figure that is set has no range any more, as with `--set`. */
  set(key, text) {
    const place = this.placeOf(key);
    const why = this.refusal(key, text);
    if (why !== undefined) throw new RangeError(`${key}: ${why}`);
    const value = shortest(Fraction.of(text));
    const base = this.base[place];
    this.inputs = this.inputs.slice();
    this.inputs[place] = { ...base, value, low: null, high: null, number: this.numberOf(base, value), stated: true, changed: true };
    this.forget();
  }

  changes() {
    return this.inputs.filter((input) => input.changed);
  }
  ranged() {
    return this.data.given ? [] : this.inputs.filter((input) => input.low !== null || input.high !== null);
  }

  /** What there is to say, or null where nothing can be computed. */
  result() {
    if (this.found === undefined) {
      try {
        this.found = new Judging(this).run();
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        this.found = null;
      }
    }
    return this.found;
  }

  /** The totals and the tariff per hour with one figure back where it was; null where there is none. */
  without(key) {
    const inputs = this.inputs.map((input) => (input.key === key ? this.base[this.placeOf(key)] : input));
    try {
      const values = this.formula.playAll(inputs.map((input) => input.number), false);
      const totals = Object.fromEntries(this.totals.map((total) => [total, values[this.data.totals[total]]]));
      return { ...totals, hourly: this.data.tariff ? values[this.data.tariff.node] : null };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return null;
    }
  }
}

/** One computation of a case at its present figures. */
class Judging {
  constructor(live) {
    this.live = live;
    this.data = live.data;
    this.formula = live.formula;
    this.totals = live.totals;
    this.numbers = live.inputs.map((input) => input.number);
    this.ranged = live.ranged().sort((a, b) => a.order - b.order);
    this.placeOf = new Map(live.inputs.map((input, place) => [input.key, place]));
  }

  run() {
    this.checkShares();
    this.values = this.formula.playAll(this.numbers, false);
    this.smooth = this.data.rounding.at === "line" ? this.formula.playAll(this.numbers, true) : this.values;
    this.exact = this.boundaries(this.values);
    this.round = this.roundedAll(this.exact);
    this.takeEnds();
    const found = { exact: this.exact, rounded: this.round, ...this.ranges(), lines: this.lines() };
    return this.data.tariff && this.input("contract.tariff").stated ? { ...found, ...this.verdict(found) } : found;
  }

  input(key) {
    return this.live.inputs[this.placeOf.get(key)];
  }
  /** The shares of a wage mix are all of it. */
  checkShares() {
    const shares = this.live.inputs.filter((input) => input.part === "mix");
    const sum = shares.reduce((all, input) => all.plus(input.number), zero);
    if (shares.length > 0 && sum.compare(one) !== 0) throw new RangeError("mix");
  }
  boundaries(values) {
    return Object.fromEntries(this.totals.map((key) => [key, values[this.data.totals[key]]]));
  }
  roundedAll(boundaries) {
    return Object.fromEntries(this.totals.map((key) => [key, rounded(boundaries[key], this.live.rounding)]));
  }

  lines() {
    const found = this.data.lines.map((line) => ({ key: line.key, element: line.element ?? null, label: line.label, value: this.values[line.node] }));
    const { step } = this.live.rounding;
    const steps = (key) => roundedToWhole(this.exact[key].over(step), this.live.rounding.mode);
    for (const group of this.data.groups) {
      const parts = group.lines.map((place) => found[place].value.over(step));
      const target = steps(group.total) - (group.less ? steps(group.less) : 0n);
      apportioned(parts, target).forEach((whole, i) => {
        found[group.lines[i]].rounded = new Fraction(whole).times(step);
      });
    }
    const fair = this.exact.fair_tariff;
    for (const line of found) line.share = fair.sign === 0 ? null : line.value.over(fair);
    return found;
  }

  /** Each range's ends: the numbers with only that figure moved, and what they give. */
  takeEnds() {
    this.ends = this.ranged.map((input) => {
      const place = this.placeOf.get(input.key);
      return ["low", "high"].filter((end) => input[end] !== null).map((end) => {
        const numbers = this.numbers.slice();
        numbers[place] = this.live.numberOf(input, input[end]);
        const values = this.formula.playMoved(this.values, numbers, place, false);
        const smooth = this.smooth === this.values ? values : this.formula.playMoved(this.smooth, numbers, place, true);
        return { end, place, number: numbers[place], values, smooth };
      });
    });
  }

  /** The boundary with every figure at the end that moves it furthest; of equal ends the low one. */
  furthest(key, direction, known) {
    const node = this.data.totals[key];
    const best = this.ends.map((ends) => {
      let furthest = { smooth: this.smooth };
      for (const end of ends) {
        if (end.smooth[node].compare(furthest.smooth[node]) * direction > 0) furthest = end;
      }
      return furthest;
    });
    const name = best.map(({ place, end }) => (place === undefined ? "" : end)).join();
    if (!known.has(name)) {
      const numbers = this.numbers.slice();
      best.filter(({ place }) => place !== undefined).forEach(({ place, number }) => { numbers[place] = number; });
      known.set(name, this.boundaries(this.formula.playAll(numbers, false)));
    }
    return known.get(name)[key];
  }

  ranges() {
    if (this.ranged.length === 0) return { low: null, high: null };
    const known = new Map();
    const all = (direction) => Object.fromEntries(this.totals.map((key) => [key, this.furthest(key, direction, known)]));
    return { low: all(-1), high: all(1) };
  }

  verdict({ low, high }) {
    const hourly = this.values[this.data.tariff.node];
    const zone = zoneOf(hourly, this.round);
    const sides = Object.fromEntries(this.totals.map((key) =>
      [key, { side: sideOf(key, hourly, this.round[key]), certain: true, could_cross: [] }]));
    const doubt = { certain: true, could_change: [], could_be_fair: [], sides };
    if (low !== null) this.weigh(hourly, zone, [low, high], doubt);
    const stated = this.input("contract.volume");
    const volume = stated.number.sign !== 0 ? stated.number : null;
    return { hourly, zone, volume, distance: this.distances(hourly, volume), ...doubt, subcontractor: this.subcontractor(hourly, volume) };
  }

  weigh(hourly, zone, ends, doubt) {
    const byVolume = this.data.tariff.unit === "lump_sum";
    for (const moved of ends.map((end) => this.roundedAll(end))) {
      for (const each of [hourly, ...(byVolume ? this.hourlyOfVolumes() : [])]) {
        if (zoneOf(each, moved) !== zone) doubt.certain = false;
        for (const key of this.totals) {
          if (sideOf(key, each, moved[key]) !== doubt.sides[key].side) doubt.sides[key].certain = false;
        }
      }
    }
    this.ranged.forEach((input, which) => this.tryAlone(input.key, this.ends[which], zone, doubt));
    if (byVolume && doubt.could_change.length > 0) doubt.certain = false;
    if (doubt.certain) doubt.could_change = doubt.could_be_fair = [];
    for (const side of Object.values(doubt.sides)) {
      if (byVolume && side.could_cross.length > 0) side.certain = false;
      if (side.certain) side.could_cross = [];
    }
  }

  /** Of a lump sum the tariff per hour at both ends of its volume. */
  hourlyOfVolumes() {
    const which = this.ranged.findIndex((input) => input.key === "contract.volume");
    return which < 0 ? [] : this.ends[which].map((end) => end.values[this.data.tariff.node]);
  }

  tryAlone(key, ends, zone, doubt) {
    const moved = ends.map((end) => {
      const hourly = end.values[this.data.tariff.node];
      const boundaries = this.roundedAll(this.boundaries(end.values));
      return { hourly, boundaries, zone: zoneOf(hourly, boundaries) };
    });
    for (const total of this.totals) {
      const side = doubt.sides[total];
      if (moved.some((end) => sideOf(total, end.hourly, end.boundaries[total]) !== side.side)) side.could_cross.push(key);
    }
    if (!moved.some((end) => end.zone !== zone)) return;
    doubt.could_change.push(key);
    if (zone !== "fair" && moved.some((end) => end.zone === "fair")) doubt.could_be_fair.push(key);
  }

  distances(hourly, volume) {
    return Object.fromEntries(this.totals.map((key) => {
      const boundary = this.round[key];
      const apart = hourly.minus(boundary);
      return [key, {
        per_hour: apart,
        percent: boundary.sign === 0 ? null : rounded(apart.over(boundary).times(hundred), centRounding),
        per_year: volume === null ? null : rounded(apart.times(volume), centRounding),
      }];
    }));
  }

  /** What reaches the one who delivers, where a lead provider keeps a part. */
  subcontractor(hourly, volume) {
    const fee = this.input("contract.subcontracting_fee");
    if (!fee || !fee.stated) return null;
    const reaches = hourly.times(one.minus(fee.number));
    return { hourly: reaches, zone: zoneOf(reaches, this.round), distance: this.distances(reaches, volume) };
  }
}

/** A result as `check --format json` has it, figures as the texts they are there. */
function asTold(live) {
  const found = live.result();
  if (found === null) return null;
  const text = (value) => (value === null ? null : shortest(value));
  const told = {
    lines: found.lines.map((line) => ({
      key: line.key, element: line.element, label: line.label, value: text(line.value), rounded: text(line.rounded),
      share_of_tariff: text(line.share),
    })),
    totals: Object.fromEntries(totalKeys.map((key) => [key, key in found.exact ? {
      value: text(found.exact[key]), rounded: text(found.rounded[key]),
      low: found.low && text(found.low[key]), high: found.high && text(found.high[key]),
    } : null])),
  };
  if (found.zone === undefined) return told;
  const { value } = live.input("contract.tariff");
  return {
    ...told,
    tariff: { value, unit: live.data.tariff.unit, per_hour: text(found.hourly) },
    zone: found.zone,
    certain: found.certain,
    could_change: found.could_change,
    boundaries: found.sides,
    distance: Object.fromEntries(totalKeys.map((key) => [key, key in found.distance ?
      Object.fromEntries(Object.entries(found.distance[key]).map(([part, figure]) => [part, text(figure)])) : null])),
  };
}
