import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, fixed, fraction, money, percent, plural, short, signedMoney, span, utc, word } from '../../src/view/format';

test('what nobody knows is a word and never a number', () => {
  for (const shown of [count(undefined), fixed(undefined, 2), fraction(undefined), money(undefined), percent(undefined), short(undefined)]) {
    assert.equal(shown, 'unknown');
  }
});

test('numbers carry their unit and a real minus', () => {
  assert.equal(fraction(0.2453051636), '24.53\u202f%');
  assert.equal(percent(-2.5, 1), '\u22122.5\u202f%');
  assert.equal(money(1234567.891), '1,234,567.89');
  assert.equal(signedMoney(12), '+12.00');
  assert.equal(signedMoney(-12), '\u221212.00');
  assert.equal(plural(1, 'order'), '1 order');
  assert.equal(plural(2, 'order'), '2 orders');
});

test('what rounds to zero has no sign', () => {
  assert.equal(money(-0.001), '0.00');
  assert.equal(short(-0.00001), '0');
});

test('a span of time has its two largest units', () => {
  assert.deepEqual(
    [0, 40_000, 200_000, 3_000_000, 7_500_000, 90_000_000, 400_000_000].map(span),
    ['0 s', '40 s', '3 min 20 s', '50 min', '2 h 5 min', '25 h', '4 days'],
  );
  assert.equal(span(-5_000), '0 s');
});

test('a time says its zone', () => {
  assert.equal(utc(new Date('2026-12-01T11:10:07.109Z')), '2026-12-01 11:10:07 UTC');
});

test('a code is read as words', () => {
  assert.equal(word('SHADOW_MODE'), 'Shadow mode');
});
