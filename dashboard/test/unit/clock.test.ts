import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerClock } from '../../src/data/clock';

const HOUR = 3_600_000;

test('a viewer whose clock is an hour wrong sees the time of the server', () => {
  let local = 10 * HOUR;
  const clock = new ServerClock(() => local);
  clock.took(local - 100, local + 100, 9 * HOUR);
  local += 60_000;
  assert.equal(clock.now(), 9 * HOUR + 60_000);
  assert.equal(clock.viewerAhead, undefined);
  clock.took(local - 100, local + 100, 9 * HOUR + 60_000);
  assert.equal(clock.viewerAhead, HOUR);
});

test('without a look at the server the clock says that it is unchecked', () => {
  const clock = new ServerClock(() => 5);
  assert.equal(clock.isChecked, false);
  assert.equal(clock.viewerAhead, undefined);
  assert.equal(clock.now(), 5);
});

test('it is never earlier than what the system has written', () => {
  const clock = new ServerClock(() => 1_000);
  clock.saw(new Date(2_000));
  assert.equal(clock.now(), 2_000);
});

test('a system whose clock runs faster is followed after two looks', () => {
  let local = 0;
  const clock = new ServerClock(() => local);
  clock.took(0, 0, 0);
  local = 10_000;
  clock.took(local, local, 300_000);
  local = 11_000;
  assert.equal(clock.now(), 330_000);
});

test('a slow answer does not make the clock run faster', () => {
  let local = 0;
  const clock = new ServerClock(() => local);
  clock.took(0, 0, 0);
  local = 10_000;
  clock.took(8_000, local, 9_500);
  local = 11_000;
  assert.equal(clock.now(), 9_500 + 2_000);
});
