import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { settled, signIn, Window } from './browser';
import { stage } from './stage';

const AGENT = 'dip-buyer';

/** A closed trade as an executor journals it; what it won decides where the bar goes. */
async function closeTrade(id: string, won: number): Promise<void> {
  const now = new Date();
  await stage.system.emulator.put(`users/demo-user/tradeJournal/${id}`, {
    agent_id: AGENT,
    strategy_id: AGENT,
    tenant_id: 'demo',
    symbol: 'BTCUSDT',
    side: 'LONG',
    quantity: '10',
    entry_price: '100',
    exit_price: String(100 + won),
    realized_pnl: String(10 * won),
    risk_amount: '20',
    opened_at: new Date(now.getTime() - 60_000),
    closed_at: now,
  });
}

function bar(page: Page): Promise<string> {
  return page.locator(`.weights [data-key="${AGENT}"]`).innerText();
}

test('one click signs in; the first cycle appears without a reload, with a systemic event and an order', async () => {
  const { emulator, page: address } = stage.system;
  await emulator.put('tenants/demo/users/broker', { role: 'executor', accounts: ['main'] });
  const held = { symbol: 'BTCUSDT', quantity: '0.1', avg_price: '70000', multiplier: '1', strategy: AGENT };
  await emulator.merge('tenants/demo/accounts/main', { executor: 'broker', positions: [held] });
  for (const id of (await emulator.list('tenants/demo/strategies')).keys()) {
    await say(id, { action: 'SELL', symbol: 'BTCUSDT' });
  }
  const window = await Window.open(stage.browser);
  await signIn(window.page, address, 'viewer');
  await window.page.getByText('No cycle has run yet.').first().waitFor();
  await stage.system.cycle();
  await window.page.getByText('Systemic risk').first().waitFor();
  await window.page.getByText('1 order still live').waitFor();
  await window.page.getByText('Orders are released as the policy allows.').waitFor();
  await window.page.locator('.weights li').first().waitFor();
  for (const title of ['Trading', 'Policy', 'Limits', 'Weights', 'Strategies', 'Capital', 'Open orders', 'Alerts', 'What it was worth', 'Last cycles']) {
    assert.equal(await window.page.getByRole('heading', { name: title, exact: true }).count(), 1, title);
  }
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test('halt from the page stops a claim, and resume lets it through', async () => {
  const { system } = stage;
  const [nonce] = (await system.emulator.list('tenants/demo/intents')).keys();
  const claim = { nonce, token: randomBytes(16).toString('hex') };
  const window = await Window.open(stage.browser);
  await signIn(window.page, system.page, 'operator');
  await decide(window.page, 'Halt', 'a test of the switch');
  await window.page.getByText('a test of the switch').first().waitFor();
  const halted = await system.api('broker', 'POST', '/api/maestro/claims', claim);
  assert.deepEqual([halted.status, halted.body['code']], [409, 'HALTED'], JSON.stringify(halted.body));
  await decide(window.page, 'Resume', 'the test is over');
  await window.page.getByText('the test is over').first().waitFor();
  const granted = await system.api('broker', 'POST', '/api/maestro/claims', claim);
  assert.deepEqual([granted.status, granted.body['code']], [200, 'GRANTED'], JSON.stringify(granted.body));
  assert.deepEqual(window.complaints, []);
  await window.close();
});

async function say(strategy: string, signal: object): Promise<void> {
  const { status, body } = await stage.system.api('operator', 'PUT', `/api/maestro/signals/${strategy}`, signal);
  assert.equal(status, 200, JSON.stringify(body));
}

test('a viewer has no button of the switch, and is refused when asking by hand', async () => {
  const window = await Window.open(stage.browser);
  await signIn(window.page, stage.system.page, 'viewer');
  await settled(window.page);
  assert.equal(await window.page.getByRole('button', { name: /halt|reduce|flatten|resume|rearm/i }).count(), 0);
  const refused = await stage.system.api('viewer', 'POST', '/api/maestro/control', { state: 'HALTED', reason: 'by hand' });
  assert.equal(refused.status, 403);
  assert.equal((await stage.system.emulator.get('tenants/demo/control/state'))?.['state'], 'ACTIVE');
  await window.close();
});

test('a trade closes, and its bar moves within two seconds without a reload', async (context) => {
  const window = await Window.open(stage.browser);
  await signIn(window.page, stage.system.page, 'viewer');
  await window.page.locator(`.weights [data-key="${AGENT}"]`).waitFor();
  await window.page.evaluate(() => (document.body.dataset['loaded'] = 'once'));
  const taken: number[] = [];
  // The first one wakes the function; a machine that is busy with other things is given three more.
  for (let turn = 0; turn < 4 && !(taken.length > 1 && Number(taken.at(-1)) <= 2_000); turn += 1) {
    const before = await bar(window.page);
    const begun = Date.now();
    await closeTrade(`browser-${turn}`, turn % 2 === 0 ? -4 : 5);
    await window.page.waitForFunction(
      ([agent, text]) => (document.querySelector(`.weights [data-key="${agent}"]`) as HTMLElement | null)?.innerText !== text,
      [AGENT, before] as const,
    );
    taken.push(Date.now() - begun);
  }
  context.diagnostic(`from the trade to the bar: ${taken.join(', ')} ms`);
  assert.ok(Number(taken.at(-1)) <= 2_000, `${taken.join(', ')} ms`);
  assert.equal(await window.page.evaluate(() => document.body.dataset['loaded']), 'once');
  assert.deepEqual(window.complaints, []);
  await window.close();
});

/** Asks for something, gives the reason, and looks twice. */
async function decide(page: Page, action: string, reason: string): Promise<void> {
  await page.getByRole('group', { name: 'Kill switch' }).getByRole('button', { name: action }).click();
  await page.getByLabel('Reason').fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
