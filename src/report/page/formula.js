"use strict";

/* The formula as the program recorded it: a flat list of operations, each on nodes before it. */

const operations = {
  s: (a, b) => a.plus(b),
  d: (a, b) => a.minus(b),
  p: (a, b) => a.times(b),
  q: (a, b) => a.over(b),
  f: (a, b) => {
    if (a.sign === 0) return zero;
    if (b.sign <= 0) throw new RangeError("nothing to spread over");
    return a.over(b);
  },
  x: (a, b) => (a.compare(b) < 0 ? b : a),
  n: (a, b) => (b.compare(a) < 0 ? b : a),
  l: (a, b) => (a.compare(b) < 0 ? one : zero),
};

class Formula {
  /** `nodes` as "i0 c3 s0,1 o5,2 h7,3,4": an operation's letter and what it takes. */
  constructor({ nodes, constants, roundings, positive, targets }) {
    this.nodes = nodes.split(" ").map((text) => ({ op: text[0], takes: text.slice(1).split(",").map(Number) }));
    this.constants = constants.map((text) => Fraction.of(text));
    this.roundings = roundings.map(({ step, mode }) => ({ step: Fraction.of(step), mode }));
    this.positive = new Set(positive);
    this.needed = this.reachedFrom([...targets, ...positive]);
    this.cones = new Map();
  }

  /** What a node takes of other nodes. */
  before({ op, takes }) {
    if (op === "i" || op === "c") return [];
    return op === "o" ? takes.slice(0, 1) : takes;
  }

  /** The nodes some rest on, these included, in their order. */
  reachedFrom(places) {
    const reached = new Set(places);
    for (let place = this.nodes.length - 1; place >= 0; place -= 1) {
      if (reached.has(place)) this.before(this.nodes[place]).forEach((earlier) => reached.add(earlier));
    }
    return [...reached].sort((a, b) => a - b);
  }

  /** The nodes that change with an input, of those that are needed. */
  coneOf(input) {
    if (!this.cones.has(input)) {
      const moved = new Set();
      const cone = this.needed.filter((place) => {
        const node = this.nodes[place];
        const moves = node.op === "i" ? node.takes[0] === input : this.before(node).some((earlier) => moved.has(earlier));
        if (moves) moved.add(place);
        return moves;
      });
      this.cones.set(input, cone);
    }
    return this.cones.get(input);
  }

  uses(input) {
    return this.coneOf(input).length > 0;
  }

  /** Computes some nodes; `smooth`: nothing is rounded. Throws a RangeError where that cannot be. */
  play(values, places, inputs, smooth) {
    for (const place of places) {
      const value = this.valueOf(this.nodes[place], values, inputs, smooth);
      if (this.positive.has(place) && value.sign <= 0) throw new RangeError("nothing is left");
      values[place] = value;
    }
    return values;
  }

  valueOf({ op, takes }, values, inputs, smooth) {
    const [a, b, c] = takes;
    switch (op) {
      case "i": return inputs[a];
      case "c": return this.constants[a];
      case "r": return values[a];
      case "o": return smooth ? values[a] : rounded(values[a], this.roundings[b]);
      case "h": return values[a].sign !== 0 ? values[b] : values[c];
      default: return operations[op](values[a], values[b]);
    }
  }

  /** All that is needed. */
  playAll(inputs, smooth) {
    return this.play(new Array(this.nodes.length), this.needed, inputs, smooth);
  }
  /** The same with one input changed, from the values before. */
  playMoved(values, inputs, input, smooth) {
    return this.play(values.slice(), this.coneOf(input), inputs, smooth);
  }
}
