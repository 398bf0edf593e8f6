import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fields, flag, number, rows, text, texts, time, whole } from '../../src/data/read';

const NONSENSE = [undefined, null, '', '  ', 'abc', '0x10', 'NaN', 'Infinity', NaN, Infinity, [], {}, true, '1e999'];

test('what is no number is unknown, blank text too', () => {
  for (const value of NONSENSE) {
    assert.equal(number(value), undefined, String(value));
    assert.equal(whole(value), undefined, String(value));
  }
});

test('decimals are numbers or decimal text', () => {
  assert.equal(number('0.2453051636'), 0.2453051636);
  assert.equal(number('-1.5e3'), -1500);
  assert.equal(number(0), 0);
  assert.equal(whole(3), 3);
  assert.equal(whole(-1), undefined);
  assert.equal(whole(1.5), undefined);
});

test('times are timestamps, dates, or text with an offset', () => {
  const at = new Date('2026-12-01T11:10:07Z');
  for (const value of [at, { toDate: () => at }, '2026-12-01T11:10:07Z', '2026-12-01T12:10:07+01:00']) {
    assert.equal(time(value)?.getTime(), at.getTime());
  }
  for (const value of ['2026-12-01', '2026-12-01T11:10:07', 'yesterday', 5, new Date(NaN), null]) {
    assert.equal(time(value), undefined, String(value));
  }
});

test('lists keep what can be used', () => {
  assert.deepEqual(texts(['a', 1, '', null, 'b']), ['a', 'b']);
  assert.deepEqual(rows([{ a: 1 }, 'x', null, [1]]), [{ a: 1 }]);
  assert.deepEqual(rows('no list'), []);
  assert.equal(fields([]), undefined);
  assert.equal(flag('true'), undefined);
  assert.equal(text('  '), undefined);
});
