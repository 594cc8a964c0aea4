// Exact fractions: what is read, computed, rounded and written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "./script.mjs";

const { Fraction, apportioned, fixed, floorOf, rounded, roundedToWhole, shortest, visibleDecimals } = parts("Fraction",
  "apportioned", "fixed", "floorOf", "rounded", "roundedToWhole", "shortest", "visibleDecimals");

const of = (text) => Fraction.of(text);
const MODES = ["half_up", "half_even", "up", "down"];

test("decimals and fractions are read as written, anything else is none", () => {
  const { numerator, denominator } = of("-8.33");
  assert.deepEqual([numerator, denominator], [-833n, 100n]);
  assert.equal(of("1/3").times(of("3")).compare(of("1")), 0);
  for (const text of ["", "abc", "1e3", "6,5", ".5", "5.", "--1", " 1", "1.2.3"]) assert.equal(of(text), null, text);
});

test("nothing is lost, however small or large", () => {
  assert.equal(of("0.1").plus(of("0.2")).compare(of("0.3")), 0);
  const third = of("1").over(of("3"));
  assert.equal(third.plus(third).plus(third).compare(of("1")), 0);
  let product = of("1");
  for (let turn = 0; turn < 200; turn += 1) product = product.times(of("1.07"));
  for (let turn = 0; turn < 200; turn += 1) product = product.over(of("1.07"));
  assert.equal(product.compare(of("1")), 0);
});

test("signs stay in front, and nothing is divided by zero", () => {
  assert.equal(of("1").over(of("-4")).compare(of("-0.25")), 0);
  assert.ok(of("1").over(of("-4")).denominator > 0n);
  assert.deepEqual(["-2", "0", "0.01"].map((text) => of(text).sign), [-1, 0, 1]);
  assert.equal(of("-3").abs().compare(of("3")), 0);
  assert.throws(() => of("1").over(of("0.00")), { name: "RangeError" });
});

test("ties and what lies beside them, in each mode", () => {
  const table = {
    //         half_up half_even up  down
    "2.5":    [3n, 2n, 3n, 2n],
    "3.5":    [4n, 4n, 4n, 3n],
    "-2.5":   [-3n, -2n, -3n, -2n],
    "-3.5":   [-4n, -4n, -4n, -3n],
    "2.4999": [2n, 2n, 3n, 2n],
    "2.5001": [3n, 3n, 3n, 2n],
    "-2.0":   [-2n, -2n, -2n, -2n],
    "0.0001": [0n, 0n, 1n, 0n],
    "0":      [0n, 0n, 0n, 0n],
  };
  for (const [text, wanted] of Object.entries(table)) {
    assert.deepEqual(MODES.map((mode) => roundedToWhole(of(text), mode)), wanted, text);
  }
});

test("a step need not be a cent", () => {
  assert.equal(shortest(rounded(of("41.175"), { step: of("0.05"), mode: "half_up" })), "41.2");
  assert.equal(shortest(rounded(of("41.175"), { step: of("0.05"), mode: "half_even" })), "41.2");
  assert.equal(shortest(rounded(of("41.225"), { step: of("0.05"), mode: "half_even" })), "41.2");
  assert.equal(shortest(rounded(of("41.99"), { step: of("1"), mode: "down" })), "41");
});

test("figures are written as the program writes them", () => {
  assert.deepEqual(["25/3", "-0.50", "3.000", "-1/3000"].map((text) => shortest(of(text))),
    ["8.333333333333", "-0.5", "3", "-0.000333333333"]);
  assert.deepEqual([fixed(of("2.345"), 2), fixed(of("-2.345"), 2), fixed(of("-0.001"), 2), fixed(of("7"), 0)],
    ["2.35", "-2.35", "0.00", "7"]);
  assert.deepEqual([visibleDecimals(of("0.5"), 2), visibleDecimals(of("0.00125"), 2), visibleDecimals(of("1/3000"), 2)], [2, 5, 5]);
});

test("parts add up to their sum by largest remainder", () => {
  assert.deepEqual([floorOf(of("-2.5")), floorOf(of("2.5")), floorOf(of("-2"))], [-3n, 2n, -2n]);
  assert.deepEqual(apportioned(["1/3", "1/3", "1/3"].map(of), 1n), [1n, 0n, 0n]);
  assert.deepEqual(apportioned(["10.6", "20.7", "-1.3"].map(of), 30n), [10n, 21n, -1n]);
});
