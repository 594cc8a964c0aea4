// Random changes of the figures of a case, the same for the same seed.
const REFUSED = ["-1", "-0.5", "abc", "", "6.5.1", "99999999999999999999", "100.01"];

/** Numbers from 0 up to 1 (Mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Whether a key is the share of a step in the mix, all of which together are 100 %. */
export function isShare(key) {
  return key.startsWith("wage.mix.") && !key.endsWith(".wage");
}

export class Changes {
  constructor(seed) {
    this.chance = chance(seed);
  }

  below(end) {
    return Math.floor(this.chance() * end);
  }

  one(choices) {
    return choices[this.below(choices.length)];
  }

  /** A value for an input that stands at some value, within its range, near it or far off. */
  value({ value, low, high }) {
    const kind = this.chance();
    if (kind < 0.06) return this.one(REFUSED);
    if (kind < 0.16) return this.one(["0", "1", "100"]);
    if (kind < 0.3) return low ?? high ?? value ?? "0";
    const near = Number(value ?? 0) || this.one([0.25, 5, 40]);
    return (near * (0.6 + this.chance())).toFixed(this.below(5));
  }

  /** One to four changes, a list of key and value each; what a share of a mix loses another wins. */
  some(keys, inputs) {
    return Array.from({ length: 1 + this.below(4) }, () => {
      const key = this.one(keys);
      const change = [key, this.value(inputs.get(key) ?? {})];
      return isShare(key) ? [change, this.rest(change, keys.filter(isShare), inputs)] : [change];
    }).flat();
  }

  rest([key, value], shares, inputs) {
    const [other, ...others] = shares.filter((share) => share !== key);
    const left = [value, ...others.map((share) => inputs.get(share).value)].reduce((sum, share) => sum - Number(share), 100);
    return [other ?? key, Number.isNaN(left) ? "0" : left.toFixed(4)];
  }
}

/** In the page: for each list of changes what it refused, what came of the others and what it hands out. */
export function play(trials) {
  const { billijk } = window;
  return trials.map((changes) => {
    billijk.reset();
    const refused = [];
    const taken = new Map();
    for (const [key, value] of changes) {
      try {
        billijk.set(key, value);
        taken.set(key, value);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        refused.push([key, value]);
      }
    }
    return { refused, taken: [...taken], result: billijk.result(), toml: billijk.toml(), command: billijk.command() };
  });
}
