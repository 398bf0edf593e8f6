import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGlobalSwitch, readSwitch, tighter } from '../../src/data/control';
import { Malformed } from '../../src/data/failure';
import { readSummary } from '../../src/data/summary';
import { sentence, shareUsed, toneOf } from '../../src/view/gauges';

const AT = new Date('2026-12-01T11:10:07Z');

test('no summary is no cycle yet', () => {
  assert.equal(readSummary(undefined), undefined);
});

test('a summary of a later format, or without its time, is refused with a mend', () => {
  for (const raw of [{ format: 2, decided_at: AT }, { format: 'x', decided_at: AT }, {}, { decided_at: 'yesterday' }]) {
    assert.throws(() => readSummary(raw), (error) => error instanceof Malformed && error.mend.length > 10);
  }
});

test('what a summary lacks is unknown, whatever else stands in it', () => {
  const summary = readSummary({
    decided_at: AT,
    control_state: 'MAYBE',
    modes: { ACTIVE: 4, REDUCED: 'x' },
    policy: 'none',
    capital: { reserved: '', held: 'abc', available: null },
    limits: [{ limit: 'EXPOSURE', unit: 'percent', used: null, allowed: 10 }, 'x', { unit: 'percent' }],
    throttle: [{ mode: 'ACTIVE' }, { strategy: 'a', mode: 'LOUD' }],
    orders: [{ strategy: 'a' }],
  });
  assert.equal(summary?.controlState, undefined);
  assert.equal(summary?.policy, undefined);
  assert.deepEqual([...(summary?.modes ?? [])], [['ACTIVE', 4]]);
  assert.equal(summary?.capital?.reserved, undefined);
  assert.equal(summary?.capital?.available, undefined);
  assert.deepEqual(summary?.limits, [{ name: 'EXPOSURE', unit: 'percent', used: undefined, allowed: 10 }]);
  assert.deepEqual(summary?.throttled, [{ strategy: 'a', mode: undefined, admission: undefined, reasoning: undefined }]);
  assert.deepEqual(summary?.orders, []);
  assert.equal(summary?.equity, undefined);
});

test('a twin whose figures are not known says so, and never 0', () => {
  const twin = readSummary({
    decided_at: AT,
    twin: { since: AT, effect: '', parts: [{ part: 'THROTTLE', money: '-3.10', days: 4, low: null, high: 'x', sentence: 's' }, { part: 'LUCK' }] },
  })?.twin;
  assert.equal(twin?.effect, undefined);
  assert.deepEqual(twin?.parts, [{ part: 'THROTTLE', money: -3.1, perMonth: undefined, days: 4, low: undefined, high: undefined, sentence: 's' }]);
  assert.equal(readSummary({ decided_at: AT, twin: 'much' })?.twin, undefined);
});

test('a gauge says what is left, what is over, and what is not known', () => {
  const limit = (used: number | undefined, allowed: number | undefined) => ({ name: 'DAILY_LOSS', unit: 'percent' as const, used, allowed });
  assert.equal(sentence(limit(2.1, 2.5)), '0.4\u202f% left of 2.5\u202f%');
  assert.equal(sentence(limit(2.5, 2.5)), 'nothing left of 2.5\u202f%');
  assert.equal(sentence(limit(3, 2.5)), '0.5\u202f% over 2.5\u202f%');
  assert.equal(sentence(limit(undefined, 2.5)), 'unknown of 2.5\u202f%');
  assert.equal(sentence(limit(undefined, undefined)), 'unknown');
  assert.equal(shareUsed(limit(undefined, 2.5)), undefined);
  assert.equal(shareUsed(limit(0, 0)), 1);
  assert.equal(sentence({ name: 'POSITIONS', unit: 'count', used: 2, allowed: 10 }), '8 left of 10');
  assert.deepEqual([0, 0.79, 0.8, 1, 2].map(toneOf), ['good', 'good', 'caution', 'bad', 'bad']);
});

test('a kill switch that is missing or cannot be read is REDUCING, as for the functions', () => {
  assert.equal(readSwitch(undefined).state, 'REDUCING');
  assert.equal(readSwitch({ state: ' active ' }).state, 'REDUCING');
  assert.equal(readSwitch({ state: 'ACTIVE', fence: 'x' }).state, 'REDUCING');
  assert.equal(readSwitch({ state: 'ACTIVE' }).state, 'ACTIVE');
  assert.equal(readSwitch({ state: 'HALTED', flatten: true }).flatten, false);
  assert.equal(readGlobalSwitch(undefined).state, 'ACTIVE');
  assert.equal(readGlobalSwitch({ state: 7 }).state, 'REDUCING');
});

test('of two switches the tighter holds', () => {
  const active = readSwitch({ state: 'ACTIVE' });
  const halted = readSwitch({ state: 'HALTED' });
  assert.equal(tighter(active, halted), halted);
  assert.equal(tighter(halted, active), halted);
});
