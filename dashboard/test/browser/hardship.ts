import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertFits, settled, show, signIn, Window } from './browser';
import { Clone } from './clone';
import type { Document } from './firestore';
import { stage } from './stage';

const MINUTE = 60_000;

function open(clone: Clone, width = 1440): Promise<Window> {
  return Window.open(stage.browser, { width, scheme: 'light' }, clone.settings);
}

/** What is unknown is never shown as a number, nor as a word of the program. */
async function assertHonest(page: Page): Promise<void> {
  assert.doesNotMatch(await page.locator('body').innerText(), /\bNaN\b|undefined|\[object|\bnull\b|Invalid Date|Infinity/);
}

test('who loses membership while looking is told, and sees nothing more', async () => {
  const clone = await Clone.of(stage.system, 'left');
  const window = await open(clone);
  await signIn(window.page, stage.system.page, 'viewer');
  await window.page.getByText('Orders are released').waitFor();
  await clone.remove('users/viewer');
  await window.page.getByText('You are no member of left').waitFor();
  assert.equal(await window.page.locator('main').isVisible(), false);
  await clone.restore();
  await window.close();
});

const SUMMARIES: readonly { name: string; fields: Document; says: RegExp }[] = [
  { name: 'old', fields: { decided_at: new Date(Date.now() - 61 * MINUTE), cycle_slot: new Date(Date.now() - 61 * MINUTE) }, says: /newest cycle is older than 10 minutes/ },
  { name: 'of a later format', fields: { format: 99 }, says: /format/i },
  { name: 'whose figures are words', fields: { equity: 'much', strategies: 'many', modes: { ACTIVE: 'some' }, seq: 'x', capital: { held: {}, reserved: [], available: 'NaN' } }, says: /unknown/i },
  { name: 'whose parts have other types', fields: { policy: 'SAFE', modes: [], verdicts: 7, capital: 'none', health: false, limits: {}, control_state: 5 }, says: /unknown|treat it as stopped/i },
];

for (const { name, fields, says } of SUMMARIES) {
  test(`a summary ${name} is told as it is`, async () => {
    const clone = await Clone.of(stage.system, 'odd');
    await clone.change('dashboard/summary', fields);
    const window = await open(clone);
    await signIn(window.page, stage.system.page, 'viewer');
    await window.page.getByText(says).first().waitFor();
    await settled(window.page);
    await assertHonest(window.page);
    assert.deepEqual(window.complaints, []);
    await window.close();
  });
}

test('a missing summary is an empty state that says what comes next', async () => {
  const clone = await Clone.of(stage.system, 'odd');
  await clone.remove('dashboard/summary');
  const window = await open(clone);
  await signIn(window.page, stage.system.page, 'viewer');
  await window.page.getByText('No cycle has run yet.').first().waitFor();
  await assertHonest(window.page);
  await clone.restore();
  await window.page.getByText('Orders are released').waitFor();
  await window.close();
});

const NAMES = {
  long: 'W'.repeat(64),
  rightToLeft: 'استراتيجية-الزخم-'.repeat(3),
  markup: '<b onclick=alert(1)>bold & "quoted"</b>',
} as const;

test('five thousand strategies, and names of every kind, are a list that can be used', async (context) => {
  const clone = await Clone.of(stage.system, 'many');
  const strategies = Array.from({ length: 5_000 }, (_, at) => ({
    path: `tenants/many/strategies/s-${String(at).padStart(4, '0')}`,
    fields: { name: Object.values(NAMES)[at] ?? `Strategy ${at}`, status: 'LIVE', uid: 'many-owner', agent_id: `s-${at}`, regime_tags: [] },
  }));
  await clone.write(strategies);
  const window = await open(clone, 390);
  await signIn(window.page, stage.system.page, 'viewer');
  const begun = Date.now();
  await show(window.page, '#/strategies');
  await window.page.locator('main').getByText('s-0001').first().waitFor();
  const elements = await window.page.locator('main *').count();
  context.diagnostic(`${elements} elements after ${Date.now() - begun} ms`);
  assert.ok(elements < 5_000, `${elements} elements: the list is not cut into parts`);
  await assertFits(window.page, 'names of 64 letters');
  assert.equal(await window.page.locator('main b[onclick]').count(), 0);
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test('a clock that is an hour wrong is told, and nothing is called stale for it', async () => {
  const clone = await Clone.of(stage.system, 'late');
  await clone.change('dashboard/summary', { decided_at: new Date() });
  for (const [shift, word] of [[60 * MINUTE, 'ahead'], [-60 * MINUTE, 'behind']] as const) {
    const window = await open(clone);
    await window.context.addInitScript((by) => {
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given: [] | [number]) {
          super(...((given.length === 0 ? [Real.now() + by] : given) as [number]));
        }
        static override now(): number {
          return Real.now() + by;
        }
      } as DateConstructor;
    }, shift);
    await signIn(window.page, stage.system.page, 'viewer');
    await window.page.getByText(new RegExp(`clock of this device is .* ${word}`)).waitFor();
    assert.doesNotMatch(await window.page.locator('.banners').innerText(), /newest cycle/);
    await window.close();
  }
});

test('while Firestore is gone the page says so, and goes on by itself when it is back', async () => {
  const clone = await Clone.of(stage.system, 'gone');
  const window = await open(clone);
  await signIn(window.page, stage.system.page, 'viewer');
  await window.page.getByText('Orders are released').waitFor();
  await window.context.setOffline(true);
  await window.page.getByText('Offline: what is shown').waitFor();
  assert.equal(await window.page.getByText('Orders are released').count(), 1, 'what was known stays');
  await clone.change('control/state', { state: 'REDUCING', reason: 'while nobody could see' });
  await clone.change('dashboard/summary', { control_state: 'REDUCING', control_reason: 'while nobody could see' });
  await window.context.setOffline(false);
  await window.page.getByText('while nobody could see').first().waitFor();
  await window.page.getByText('Offline: what is shown').waitFor({ state: 'detached' });
  await window.close();
});

test('a second tab of the same person lives by itself', async () => {
  const clone = await Clone.of(stage.system, 'twice');
  const window = await open(clone);
  await signIn(window.page, stage.system.page, 'viewer');
  const other = await window.tab();
  await signIn(other, stage.system.page, 'operator');
  await clone.change('dashboard/summary', { control_reason: 'seen in both' });
  await clone.change('control/state', { reason: 'seen in both' });
  for (const page of [window.page, other]) {
    await page.getByText('seen in both').first().waitFor();
  }
  await other.close();
  assert.deepEqual(window.complaints, []);
  await window.close();
});
