import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRanking } from '../../src/data/ranking';
import { readRecord } from '../../src/data/record';
import { cumulated, readEvidence, readThrottle } from '../../src/data/throttle';
import { readRemembered } from '../../src/data/trades';
import { sentencesOf } from '../../src/data/why';
import { readRevision, readWeights } from '../../src/data/weights';
import { joined } from '../../src/view/strategies';

test('weights stand heaviest first, one that cannot be read last and unknown', () => {
  const weights = readWeights({ weights: { a: '0.2', b: '0.5', c: 'x', d: '' }, agents: [{ agent_id: 'b', sharpe: null, trades: 3 }] });
  assert.deepEqual(weights?.agents.map((agent) => [agent.agent, agent.weight]), [['b', 0.5], ['a', 0.2], ['c', undefined], ['d', undefined]]);
  assert.equal(weights?.agents[0]?.sharpe, undefined);
  assert.equal(weights?.cash, undefined);
  assert.equal(readWeights(undefined), undefined);
});

test('a revision without its time is none', () => {
  assert.equal(readRevision({ weights: { a: '1' } }), undefined);
  assert.deepEqual([...(readRevision({ timestamp: new Date(0), weights: { a: '1', b: null } })?.weights ?? [])], [['a', 1]]);
});

test('days of a strategy are lists of one length, and a blank is unknown', () => {
  const throttle = readThrottle({
    strategies: [
      { strategy: 'a', dates: ['2026-01-01', 7, '2026-01-03'], realized_pnl: ['5', '1', ''], unrealized_pnl: ['1', '0', '0'], modes: ['ACTIVE', null, 'LOUD'] },
      { strategy: 'b', unavailable: 'its journal cannot be read' },
      { dates: [] },
    ],
  });
  assert.deepEqual(throttle?.strategies.map((one) => one.strategy), ['a', 'b']);
  assert.deepEqual(throttle?.strategies[0]?.days.map((day) => [day.date, day.realized, day.mode]), [['2026-01-01', 5, 'ACTIVE'], ['2026-01-03', undefined, undefined]]);
  assert.equal(throttle?.strategies[1]?.unavailable, 'its journal cannot be read');
});

test('profit and loss add up with the change of what is open, and are unknown from an unknown day on', () => {
  const day = (realized: number | undefined, unrealized: number | undefined) => ({
    date: '2026-01-01',
    realized,
    unrealized,
    capitalBase: undefined,
    mode: undefined,
    shadowPnl: undefined,
  });
  assert.deepEqual(cumulated([day(10, 2), day(-4, 5), day(0, 0)]), [10, 9, 4]);
  assert.deepEqual(cumulated([day(10, 0), day(undefined, 0), day(5, 0)]), [10, null, null]);
  assert.deepEqual(cumulated([]), []);
});

test('evidence stands beside the days, with its strip of 41 heights or none', () => {
  const kept = (strip: unknown) =>
    readThrottle({ strategies: [{ strategy: 'a', dates: [] }], evidence: { a: { figures: { days: 47, word: 'UNDECIDED' }, strip, reasoning: 'why' } } })?.strategies[0]?.evidence;
  assert.deepEqual([kept('0'.repeat(40) + 'z')?.strip.at(-1), kept('0'.repeat(40) + 'z')?.days, kept('x')?.reasoning], [35, 47, 'why']);
  for (const bad of ['z', '0'.repeat(42), 'Z'.repeat(41), 7, null]) {
    assert.deepEqual(kept(bad)?.strip, []);
  }
  assert.equal(readThrottle({ strategies: [{ strategy: 'b', dates: [] }], evidence: { a: {} } })?.strategies[0]?.evidence, undefined);
});

test('what would have lifted a denial is told for the signal that was asked about', () => {
  const answer = { signals: [{ action: 'BUY', symbol: 'A', text: ['at 0.6 it is approved'] }, { action: 'SELL', symbol: null, text: ['nothing'] }, 7] };
  assert.deepEqual(sentencesOf(answer, { action: 'BUY', symbol: 'A' }), ['at 0.6 it is approved']);
  assert.deepEqual(sentencesOf(answer, { action: 'SELL', symbol: undefined }), ['nothing']);
  assert.deepEqual(sentencesOf(answer, { action: 'BUY', symbol: 'B' }), ['at 0.6 it is approved', 'nothing']);
  assert.deepEqual(sentencesOf('no answer', { action: 'BUY', symbol: 'A' }), []);
});

test('evidence of which nothing can be read is none', () => {
  assert.equal(readEvidence({}), undefined);
  assert.equal(readEvidence({ word: 7, days: 'x' }), undefined);
  assert.equal(readEvidence({ word: 'PROVEN' })?.word, 'PROVEN');
});

test('a record lacks nothing that it says and invents nothing that it does not', () => {
  const record = readRecord({
    id: 'x',
    fields: {
      cycle_slot: '2026-12-01T11:05:00.000Z',
      signals: [{ strategy: 'a', verdict: 'DENIED', reasons: ['X', 1], cuts: [{ code: 'VIX', from: '4', to: null }, {}], allocation: 'NaN' }, 'broken'],
      allocation_decisions: [{ strategy_name: 'a', sharpe_ratio: null }],
    },
  });
  assert.equal(record.slot?.toISOString(), '2026-12-01T11:05:00.000Z');
  assert.equal(record.signals.length, 1);
  assert.deepEqual(record.signals[0]?.reasons, ['X']);
  assert.deepEqual(record.signals[0]?.cuts, [{ code: 'VIX', from: 4, to: undefined }]);
  assert.equal(record.signals[0]?.allocation, undefined);
  assert.equal(record.allocations[0]?.sharpe, undefined);
  assert.equal(record.systemic, undefined);
});

test('remembered trades find their names by place, and -1 names nothing', () => {
  const trades = readRemembered({
    trades: { names: ['s', 'AAPL'], trade_ids: ['u/1', 'u/2'], strategies: [0, -1], symbols: [1, 9], closed_at: [new Date(0), ''], realized_pnl: ['5', ''], risk_amount: ['', '2'] },
  });
  assert.deepEqual(trades?.map((trade) => [trade.strategy, trade.symbol, trade.realized, trade.risk]), [['s', 'AAPL', 5, undefined], [undefined, undefined, undefined, 2]]);
  assert.equal(readRemembered(undefined), undefined);
});

test('strategies stand by rank, those that nobody ranks after them', () => {
  const ranking = readRanking({ rankings: [{ strategy_id: 'b', score: 0.9 }, { strategy_id: 'a', score: null }] });
  const decision = (strategy: string) => ({ ...readRecord({ id: '', fields: { allocation_decisions: [{ strategy_name: strategy }] } }).allocations[0]! });
  assert.deepEqual(joined([decision('z'), decision('a'), decision('c')], ranking).map((row) => [row.id, row.ranked?.rank]), [['b', 1], ['a', 2], ['c', undefined], ['z', undefined]]);
  assert.equal(readRanking(undefined).length, 0);
});
