"use strict";

/* What a page says about a result, in the reader's language. */

class Words {
  constructor(texts) {
    this.texts = texts;
  }

  say(name, figures = {}) {
    return this.texts[name].replace(/\{(\w+)\}/g, (whole, key) => (key in figures ? figures[key] : whole));
  }

  localized(plain) {
    const [whole, decimals] = plain.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, this.texts.thousands);
    return decimals === undefined ? grouped : grouped + this.texts.decimal + decimals;
  }
  number(value, decimals) {
    return this.localized(fixed(value, decimals));
  }
  shortest(value) {
    return this.localized(shortest(value));
  }
  money(value, decimals = 2) {
    return value.sign < 0 ? "-\u2060" + this.money(value.abs(), decimals) : "€\u00a0" + this.number(value, decimals);
  }
  /** An amount of which something shows, however small. */
  shown(value) {
    return this.money(value, visibleDecimals(value, 2));
  }
  signed(value, decimals) {
    return (value.sign > 0 ? "+" : "") + this.number(value, visibleDecimals(value, decimals));
  }

  listed(names) {
    if (names.length < 2) return names.join("");
    return this.say("list_and", { rest: names.slice(0, -1).join(", "), last: names[names.length - 1] });
  }

  /** As a box holds it: without signs between thousands, which could be read in two ways. */
  typable(plain) {
    return plain.replace(".", this.texts.decimal);
  }
  /** A figure as people type it: 6,5 or € 41,- or 1.234,50. Null where it is none; undefined for 1.234, which may be either. */
  typed(text) {
    const bare = text.trim().replace(/\s/g, "").replace(/^(€|EUR)|(€|euro?|%)$/gi, "").replace(/\u2212/g, "-")
      .replace(/,-$/, "").replace(/^\+/, "").replace(/^(-?)([.,]\d)/, "$10$2").replace(/[.,]$/, "");
    const { decimal, thousands } = this.texts;
    if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return undefined;
    if (/^-?\d+([.,]\d+)?$/.test(bare)) return bare.replace(",", ".");
    const parts = bare.split(decimal);
    const whole = parts[0].split(thousands);
    const isGrouped = parts.length <= 2 && /^-?\d{1,3}$/.test(whole[0]) && whole.slice(1).every((group) => /^\d{3}$/.test(group));
    if (!isGrouped || (parts.length === 2 && !/^\d+$/.test(parts[1]))) return null;
    return whole.join("") + (parts.length === 2 ? "." + parts[1] : "");
  }
}

/** The sentences on one case. */
class Sentences {
  constructor(live, words) {
    this.live = live;
    this.words = words;
    this.decimals = decimalsOf(live.data.rounding.step);
  }

  names(keys) {
    const readable = 11;
    const names = keys.slice(0, readable).map((key) => this.live.input(key).name);
    if (keys.length <= readable) return this.words.listed(names);
    return names.join(", ") + this.words.say("and_more", { count: keys.length - readable });
  }
  money(value) {
    return this.words.money(value, this.decimals);
  }
  at(found, total, end) {
    return this.money(rounded(found[end][total], this.live.rounding));
  }

  tariff(found) {
    const { words } = this;
    const hourly = words.money(found.hourly, tariffDecimals(found.hourly)) + " " + words.say("unit_hour");
    const { unit, label } = this.live.data.tariff;
    if (unit === "hour") return hourly;
    const stated = Fraction.of(this.live.input("contract.tariff").value);
    return `${words.money(stated, Math.max(2, tariffDecimals(stated)))} ${label} (${hourly})`;
  }

  measured(zone) {
    return zone === "below_wage_floor" ? "wage_floor" : zone === "above_ceiling" ? "ceiling" : "cost_price";
  }

  /** "With these figures too low: …". */
  fact(found) {
    const { words } = this;
    const fact = words.say(found.zone === "fair" ? "fact_fair" : "zone_" + found.zone);
    if (found.low === null) return fact.charAt(0).toUpperCase() + fact.slice(1);
    const { cost_price: cost, wage_floor: floor } = found.sides;
    const surelyBelow = cost.certain && cost.side === "below";
    if (found.zone === "below_wage_floor" && floor && !floor.certain && surelyBelow) return words.say("fact_certain_low");
    const isLow = found.zone === "below_wage_floor" || found.zone === "below_cost_price";
    const certain = isLow ? surelyBelow : found.certain;
    return words.say(certain ? "fact_certain" : "fact_open", { fact });
  }

  headline(found) {
    const { words } = this;
    const total = this.measured(found.zone);
    return words.say("headline_" + found.zone, {
      tariff: this.tariff(found),
      distance: words.shown(found.distance[total].per_hour.abs()),
      boundary: this.money(found.rounded[total]),
      ceiling: this.money(found.rounded.ceiling),
    });
  }
  calcHeadline(found) {
    const { fair_tariff: fair, cost_price: cost } = found.rounded;
    return this.words.say("headline_calc", {
      fair_tariff: this.money(fair), cost_price: this.money(cost), margin: this.money(fair.minus(cost)),
    });
  }
  year(found) {
    const distance = found.distance[this.measured(found.zone)];
    if (found.zone === "fair" || distance.per_year === null) return "";
    return this.words.say("a_year_of_it", {
      year: this.words.money(distance.per_year.abs(), 0), volume: this.words.shortest(found.volume),
    });
  }
  subcontractor(found) {
    const reaches = found.subcontractor;
    if (reaches === null) return "";
    const total = this.measured(reaches.zone);
    const kind = reaches.zone === "fair" ? "fair" : reaches.zone === "above_ceiling" ? "high" : "low";
    return this.words.say("subcontractor_" + kind, {
      fee: this.words.shortest(Fraction.of(this.live.input("contract.subcontracting_fee").value)),
      amount: this.words.money(reaches.hourly),
      distance: this.words.shown(reaches.distance[total].per_hour.abs()),
      boundary: this.words.say("the_" + total),
    });
  }

  certainSide(found) {
    const { words } = this;
    if (found.certain && found.zone === "above_ceiling")
      return words.say("certainly_high", { boundary: this.at(found, "ceiling", "high") });
    const { cost_price: cost, wage_floor: floor } = found.sides;
    if (!cost.certain || cost.side !== "below") return "";
    const text = words.say("certainly_low", { boundary: this.at(found, "cost_price", "low") });
    if (!floor || floor.certain) return text;
    return text + " " + words.say(floor.could_cross.length === 0 ? "floor_together" : "floor_alone", {
      low: this.at(found, "wage_floor", "low"), high: this.at(found, "wage_floor", "high"), keys: this.names(floor.could_cross),
    });
  }
  certaintyOfRanges(found) {
    const { words } = this;
    const some = (name, keys) => words.say(keys.length === 1 ? name + "_one" : name, { keys: this.names(keys) });
    if (found.low === null) return words.say("certain_no_ranges");
    const sure = this.certainSide(found);
    if (sure !== "") return sure;
    if (found.certain) return words.say("certain");
    if (found.could_change.length === 0) return words.say("uncertain_together");
    if (found.could_change.length === found.could_be_fair.length)
      return words.say("uncertain_prefix") + " " + some("uncertain_fair", found.could_be_fair);
    const alone = some("uncertain_alone", found.could_change);
    return found.could_be_fair.length === 0 ? alone : alone + " " + some("uncertain_fair", found.could_be_fair);
  }
  certainty(found) {
    const { words } = this;
    const changed = new Set(this.live.changes().map((input) => input.key));
    const open = this.live.data.provisional.filter(({ key }) => !changed.has(key));
    const text = this.certaintyOfRanges(found);
    if (open.length === 0) return text;
    const all = [text, words.say("provisional", { count: open.length })];
    const changing = open.map(({ key }) => key).filter((key) => found.could_change.includes(key));
    if (changing.length > 0 && changing.join() !== found.could_change.join()) all.push(words.say("provisional_change", { keys: this.names(changing) }));
    const unknown = [...new Set(open.filter(({ ranged }) => !ranged).map(({ name }) => name))];
    if (unknown.length > 0) all.push(words.say("provisional_unknown", { keys: words.listed(unknown) }));
    return all.join(" ");
  }
}

/** Decimals that show every digit of a multiple of the step, two at least. */
function decimalsOf(step) {
  return Math.max(2, (step.split(".")[1] || "").length);
}
