"use strict";

/* Exact numbers: a whole number over another. Nothing here ever passes through a double. */

const reduceFrom = 1n << 160n;

function greatestCommonDivisor(a, b) {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

class Fraction {
  /** The denominator is above zero; long ones are reduced. */
  constructor(numerator, denominator = 1n) {
    if (denominator >= reduceFrom) {
      const common = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
      numerator /= common;
      denominator /= common;
    }
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** Of "6.5", "-12" or "1/3"; null where the text is none of these. */
  static of(text) {
    const parts = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
    if (parts === null) return null;
    const [, sign, whole, decimals = "", over] = parts;
    const size = BigInt(whole + decimals);
    return new Fraction(sign === "-" ? -size : size, over ? BigInt(over) : 10n ** BigInt(decimals.length));
  }

  get sign() {
    return this.numerator === 0n ? 0 : this.numerator < 0n ? -1 : 1;
  }
  plus(other) {
    if (this.denominator === other.denominator)
      return new Fraction(this.numerator + other.numerator, this.denominator);
    return new Fraction(this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator);
  }
  minus(other) {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }
  times(other) {
    return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator);
  }
  /** Throws a RangeError where the other is zero. */
  over(other) {
    if (other.numerator === 0n) throw new RangeError("division by zero");
    const turned = other.numerator < 0n ? -1n : 1n;
    return new Fraction(turned * this.numerator * other.denominator, turned * this.denominator * other.numerator);
  }
  /** Below zero, zero or above it, as a sort wants it. */
  compare(other) {
    return this.minus(other).sign;
  }
  abs() {
    return this.sign < 0 ? new Fraction(-this.numerator, this.denominator) : this;
  }
}

const zero = new Fraction(0n);
const one = new Fraction(1n);
const hundred = new Fraction(100n);

/** The whole number a fraction rounds to: half_up (ties away from zero), half_even, up and down. */
function roundedToWhole(value, mode) {
  const { denominator } = value;
  const size = value.numerator < 0n ? -value.numerator : value.numerator;
  const whole = size / denominator;
  const rest = size % denominator;
  const twice = 2n * rest;
  const up =
    mode === "up" ? rest > 0n :
    mode === "down" ? false :
    twice !== denominator ? twice > denominator :
    mode === "half_up" || whole % 2n === 1n;
  const result = up ? whole + 1n : whole;
  return value.numerator < 0n ? -result : result;
}

/** A multiple of the step. */
function rounded(value, { step, mode }) {
  return new Fraction(roundedToWhole(value.over(step), mode)).times(step);
}

/** The largest whole number not above the value. */
function floorOf(value) {
  const whole = value.numerator / value.denominator;
  return value.numerator < 0n && whole * value.denominator !== value.numerator ? whole - 1n : whole;
}

/** With exactly so many decimals, half_up at the last: "0.33". */
function fixed(value, decimals) {
  const scaled = roundedToWhole(value.times(new Fraction(10n ** BigInt(decimals))), "half_up");
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return (scaled < 0n ? "-" : "") + whole + (decimals > 0 ? "." + digits.slice(-decimals) : "");
}

/** As many decimals as there are, at most twelve: "8.333333333333". */
function shortest(value, decimals = 12) {
  const text = fixed(value, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Whether so many decimals write it exactly. */
function isWrittenBy(value, decimals) {
  return (value.numerator * 10n ** BigInt(decimals)) % value.denominator === 0n;
}

/** The decimals asked for; where those show as nothing what is not, all of a short figure or its first two digits. */
function visibleDecimals(value, decimals) {
  const isNothing = (shown) => /^-?0(\.0*)?$/.test(fixed(value, shown));
  if (value.sign === 0 || !isNothing(decimals)) return decimals;
  let shown = decimals;
  while (isNothing(shown)) shown += 1;
  for (let all = shown; all <= shown + 2; all += 1) {
    if (isWrittenBy(value, all)) return all;
  }
  return shown + 1;
}

/** The decimals a tariff is written with; two where it does not end within twelve. */
function tariffDecimals(value) {
  for (let decimals = 2; decimals <= 12; decimals += 1) {
    if (isWrittenBy(value, decimals)) return decimals;
  }
  return 2;
}

/** Whole numbers near the parts that add up to a target, by largest remainder. */
function apportioned(parts, target) {
  const whole = parts.map(floorOf);
  let missing = target - whole.reduce((sum, part) => sum + part, 0n);
  const rest = parts.map((part, i) => part.minus(new Fraction(whole[i])));
  const order = parts.map((_, i) => i).sort((a, b) => rest[b].compare(rest[a]) || a - b);
  if (missing < 0n) order.reverse();
  const step = missing < 0n ? -1n : 1n;
  for (let next = 0; missing !== 0n; next = (next + 1) % order.length) {
    whole[order[next]] += step;
    missing -= step;
  }
  return whole;
}
