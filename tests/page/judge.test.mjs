// A case of four figures that computes: ranges, sides, and what alone or together changes a verdict.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "./script.mjs";

const { LiveCase, asTold } = parts("LiveCase", "asTold");

/** Cost price a x b; fair tariff cost + margin; ceiling twice the cost price; a tariff per hour. */
function data({ a = {}, b = {}, rounding = {}, tariff = "20" } = {}) {
  const input = (key, value, more = {}) => ({ key, value, stated: true, settable: true, lowest: "0", highest: "1000", ...more });
  return {
    file: "made.toml",
    rounding: { step: "0.01", mode: "half_up", at: "end", ...rounding },
    inputs: [
      input("a", "4", { order: 0, ...a }), input("b", "5", { order: 1, ...b }), input("margin", "1", { order: 2 }),
      input("contract.tariff", tariff, { order: 3 }), { key: "contract.volume", value: "100", settable: true, lowest: "0", highest: "1000" },
    ],
    lines: [{ key: "cost", element: "a", node: 5 }, { key: "margin", element: null, node: 2 }],
    groups: [{ total: "cost_price", less: null, lines: [0] }, { total: "fair_tariff", less: "cost_price", lines: [1] }],
    totals: { cost_price: 5, fair_tariff: 6, ceiling: 8 },
    tariff: { node: 3, unit: "hour" },
    formula: {
      nodes: "i0 i1 i2 i3 i4 p0,1 s5,2 c0 p5,7",
      constants: ["2"], roundings: [], positive: [5], targets: [5, 6, 8, 3],
    },
  };
}
const told = (options, ...sets) => {
  const live = new LiveCase(data(options));
  for (const [key, value] of sets) live.set(key, value);
  return asTold(live);
};
// What the script makes comes from another place, where an object has another prototype.
const plain = (value) => JSON.parse(JSON.stringify(value));

test("without ranges there is no low and no high, and the verdict is certain", () => {
  const { totals, zone, certain } = told();
  assert.deepEqual(plain(totals.cost_price), { value: "20", rounded: "20", low: null, high: null });
  assert.deepEqual([zone, certain, totals.wage_floor], ["fair", true, null]);
});

test("each boundary has its own lowest and highest, at the ends that move it furthest", () => {
  const { totals } = told({ a: { low: "3", high: "6" }, b: { low: "2", high: "5" } });
  assert.deepEqual(plain(totals.cost_price), { value: "20", rounded: "20", low: "6", high: "30" });
  assert.deepEqual(plain(totals.ceiling), { value: "40", rounded: "40", low: "12", high: "60" });
});

test("one end of a range is enough, and may lie on the other side", () => {
  assert.equal(told({ a: { high: "6" } }).totals.cost_price.low, "20");
  assert.equal(told({ a: { high: "3" } }).totals.cost_price.low, "15");
});

test("a figure that is set has no range any more; back again it has", () => {
  const live = new LiveCase(data({ a: { low: "3", high: "6" } }));
  live.set("a", "4");
  assert.equal(asTold(live).totals.cost_price.high, null);
  live.reset("a");
  assert.equal(asTold(live).totals.cost_price.high, "30");
});

test("a figure that alone takes the tariff across is named; where only all together do, none is", () => {
  const alone = told({ a: { high: "4.5" } });
  assert.deepEqual(plain([alone.certain, alone.could_change]), [false, ["a"]]);
  assert.deepEqual(plain(alone.boundaries.cost_price), { side: "above", certain: false, could_cross: ["a"] });
  const together = told({ a: { high: "4.4" }, b: { high: "5.5" }, tariff: "22" });
  assert.deepEqual(plain([together.certain, together.could_change, together.boundaries.cost_price.certain]), [false, [], false]);
});

test("a tariff that equals a boundary is on its fair side", () => {
  assert.equal(told({ tariff: "20" }).zone, "fair");
  assert.equal(told({ tariff: "19.99" }).zone, "below_cost_price");
  assert.equal(told({ tariff: "40" }).zone, "fair");
  assert.equal(told({ tariff: "40.01" }).zone, "above_ceiling");
});

test("boundaries are rounded as the case says before a tariff is held against them", () => {
  const at = (mode) => told({ a: { value: "4.001" }, rounding: { mode, step: "0.01" } }).totals.cost_price.rounded;
  assert.deepEqual(["half_up", "half_even", "up", "down"].map(at), ["20.01", "20", "20.01", "20"]);
});

test("lines are shown in steps that add up", () => {
  const { lines, totals } = told({ a: { value: "4.001" } }, ["margin", "0.004"]);
  assert.deepEqual(plain(lines.map(({ rounded }) => rounded)), ["20.01", "0"]);
  assert.equal(totals.fair_tariff.rounded, "20.01");
});

test("distances are of what is rounded, in percent and a year too where there is a volume", () => {
  assert.deepEqual(plain(told({ tariff: "19" }).distance.cost_price), { per_hour: "-1", percent: "-5", per_year: "-100" });
  assert.equal(told({ tariff: "19" }, ["contract.volume", "0"]).distance.cost_price.per_year, null);
});

test("where nothing is left there is no result, also at the end of a range alone", () => {
  assert.equal(told({}, ["a", "0"]), null);
  assert.equal(told({ a: { low: "0" } }), null);
});

test("a value out of its limits is refused, and changes nothing", () => {
  const live = new LiveCase(data());
  for (const [key, value] of [["a", "-1"], ["a", "1001"], ["a", "4,5"], ["a", ""], ["none", "1"], ["a", "1.0000000000001"]])
    assert.throws(() => live.set(key, value), { name: "RangeError" }, `${key} = ${value}`);
  assert.equal(live.changes().length, 0);
});
