import type { Ranked } from '../data/ranking';
import type { AllocationDecision } from '../data/record';
import { type Child, h, name } from './element';
import { count, fixed, percent, signedMoney, UNKNOWN, word } from './format';
import { badge, figure, figures, table } from './parts';

/** A strategy with what the newest cycle and the ranking say of it. */
export interface StrategyRow {
  readonly id: string;
  readonly decision: AllocationDecision | undefined;
  readonly ranked: Ranked | undefined;
}

/** Joins both, best rank first; what only one of them knows stands there too. */
export function joined(decisions: readonly AllocationDecision[], ranking: readonly Ranked[]): readonly StrategyRow[] {
  const ranked = new Map(ranking.map((row) => [row.strategy, row]));
  const decided = new Map(decisions.map((row) => [row.strategy, row]));
  const ids = new Set([...ranked.keys(), ...[...decided.keys()].sort()]);
  return [...ids].map((id) => ({ id, decision: decided.get(id), ranked: ranked.get(id) }));
}

export function strategyTable(rows: readonly StrategyRow[]): HTMLElement {
  return table(
    'Strategies by rank, with their mode and score',
    [
      { head: 'Strategy', cell: (row) => link(row.id) },
      { head: 'Rank', cell: (row) => count(row.ranked?.rank), isNumber: true },
      { head: 'Mode', cell: (row) => badge(row.decision?.mode) },
      { head: 'May it trade', cell: (row) => (row.decision?.admission ? word(row.decision.admission) : UNKNOWN) },
      { head: 'Score', cell: (row) => fixed(row.ranked?.score, 3), isNumber: true },
      { head: 'Sharpe ratio a year', cell: (row) => sharpe(row.decision), isNumber: true },
      { head: 'Trades, 30 days', cell: (row) => count(row.ranked?.trades), isNumber: true },
      { head: 'Profit, 30 days', cell: (row) => signedMoney(row.ranked?.totalPnl), isNumber: true },
      { head: 'Why', cell: (row) => h('span', { class: 'why', attrs: { dir: 'auto' } }, row.decision?.reasoning ?? UNKNOWN) },
    ],
    rows,
    (row) => row.id,
    'blocks',
  );
}

export function link(strategy: string): HTMLElement {
  return h('a', { attrs: { href: '#/strategies/' + encodeURIComponent(strategy) } }, name(strategy));
}

function sharpe(decision: AllocationDecision | undefined): Child {
  return decision?.sharpe === undefined ? UNKNOWN : `${fixed(decision.sharpe, 2)} ± ${fixed(decision.standardError, 2)}`;
}

const PARTS: Readonly<Record<string, string>> = {
  winrate: 'Win rate',
  profit_factor: 'Profit factor',
  drawdown: 'Drawdown',
  trades: 'Trades',
  regime: 'Fits the regime',
};

/** The score and its parts as bars of one scale. */
export function scoreParts(ranked: Ranked | undefined, total: number): HTMLElement {
  if (!ranked) {
    return h('p', { class: 'muted' }, 'Only LIVE strategies are ranked; this one is not among them.');
  }
  const longest = Math.max(0.4, ...ranked.parts.map(([, value]) => value ?? 0));
  return h(
    'div',
    {},
    figures(
      figure('Rank', `${count(ranked.rank)} of ${count(total)}`),
      figure('Score', fixed(ranked.score, 3)),
      figure('Trades, 30 days', count(ranked.trades), ranked.onPaper ? `${count(ranked.onPaper)} of them on paper` : null),
      figure('Win rate', percent(ranked.winratePct, 1)),
      figure('Profit factor', fixed(ranked.profitFactor, 2)),
      figure('Profit', signedMoney(ranked.totalPnl)),
    ),
    h(
      'ul',
      { class: 'weights parts' },
      ranked.parts.map(([part, value]) =>
        h(
          'li',
          { attrs: { 'data-key': part } },
          h('span', { class: 'weight-name' }, PARTS[part] ?? word(part)),
          h('span', { class: 'weight-bar' }, h('span', { class: 'fill', style: { width: `${(Math.max(0, value ?? 0) / longest) * 100}%` } })),
          h('span', { class: 'weight-value' }, fixed(value, 3)),
        ),
      ),
    ),
  );
}
