// Figures as people type them, and as a page writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "./script.mjs";

const { Fraction, Words } = parts("Fraction", "Words");
const dutch = new Words({ decimal: ",", thousands: "." });
const english = new Words({ decimal: ".", thousands: "," });

test("a figure is read with either decimal sign, and with what people put around it", () => {
  for (const words of [dutch, english]) {
    for (const text of ["6,5", "6.5", " 6,5 ", "€ 6,5", "EUR 6.5", "6,5 euro", "6,5%", "+6,5", "6,50"])
      assert.equal(Number(words.typed(text)), 6.5, text);
    assert.equal(words.typed("41,-"), "41");
    assert.equal(words.typed(",5"), "0.5");
    assert.equal(words.typed("5."), "5");
    assert.equal(words.typed("\u22121"), "-1");
  }
});

test("thousands apart are read where a decimal sign or another group says what they are", () => {
  assert.equal(dutch.typed("1.234,50"), "1234.50");
  assert.equal(dutch.typed("1.234.567"), "1234567");
  assert.equal(english.typed("1,234.50"), "1234.50");
  assert.equal(dutch.typed("0,125"), "0.125");
});

test("what could be read in two ways is neither, and what is no figure is none", () => {
  for (const text of ["1.234", "50,000", "-38.500"]) assert.equal(dutch.typed(text), undefined, text);
  for (const text of ["", "abc", "6,5,1", "1.23.4", "12.34,5.6", "1e3", "--1"]) assert.equal(dutch.typed(text), null, text);
});

test("a box holds what can be typed again", () => {
  for (const plain of ["48000", "1234.567", "0.5", "-12"]) {
    assert.equal(dutch.typed(dutch.typable(plain)), plain);
    assert.equal(english.typed(english.typable(plain)), plain);
  }
});

test("amounts are written in the reader's form, and never as nothing", () => {
  assert.equal(dutch.money(Fraction.of("1234.5")), "€\u00a01.234,50");
  assert.equal(english.money(Fraction.of("-2.655")), "-\u2060€\u00a02.66");
  assert.equal(dutch.shown(Fraction.of("0.0012")), "€\u00a00,0012");
  assert.equal(dutch.signed(Fraction.of("49.84"), 1), "+49,8");
});
