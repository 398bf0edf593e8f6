import type { Weights, WeightsRevision } from '../data/weights';
import { chart } from './chart';
import { h, name } from './element';
import { count, fixed, fraction, plural } from './format';
import { badge, empty, type Now, table, when } from './parts';

/** Each agent's weight with what it was judged by. */
export function weightsTable(weights: Weights, now: Now): HTMLElement {
  return h(
    'div',
    {},
    table(
      'Weights of the agents, heaviest first',
      [
        { head: 'Agent', cell: (agent) => name(agent.agent) },
        { head: 'Weight', cell: (agent) => fraction(agent.weight), isNumber: true },
        { head: 'Standing', cell: (agent) => badge(agent.standing) },
        { head: 'Sharpe ratio a trade', cell: (agent) => fixed(agent.sharpe, 2), isNumber: true },
        { head: '± its error', cell: (agent) => fixed(agent.standardError, 2), isNumber: true },
        { head: 'Trades', cell: (agent) => count(agent.trades), isNumber: true },
        { head: 'Mean return', cell: (agent) => fraction(agent.meanReturn), isNumber: true },
        { head: 'Last close', cell: (agent) => when(agent.lastClosedAt, now) },
      ],
      weights.agents.slice(0, 200),
      (agent) => agent.agent,
      'blocks',
    ),
    weights.agents.length > 200 ? h('p', { class: 'muted' }, `and ${weights.agents.length - 200} more`) : null,
    h(
      'p',
      { class: 'muted' },
      `Revision ${count(weights.revision)}, computed `,
      when(weights.computedAt, now),
      weights.cash !== undefined && weights.cash > 0 ? `; cash ${fraction(weights.cash)}` : '',
      '.',
    ),
    weights.warnings.map((warning) => h('p', { class: 'notice', attrs: { dir: 'auto' } }, '▲ ', warning)),
    (weights.rejectedCount ?? 0) > 0
      ? h('p', { class: 'notice' }, `▲ ${plural(weights.rejectedCount ?? 0, 'row')} of the journal cannot be used: see Journal.`)
      : null,
  );
}

/** Weights over time, those of the heaviest six. */
export function weightsOverTime(revisions: readonly WeightsRevision[]): HTMLElement {
  const oldestFirst = [...revisions].sort((a, b) => a.at.getTime() - b.at.getTime());
  const newest = oldestFirst[oldestFirst.length - 1];
  if (!newest || oldestFirst.length < 2) {
    return empty('The weights have not moved yet.', 'Each closed trade is a revision, and from the second on there is a line.');
  }
  const agents = [...newest.weights.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([agent]) => agent);
  return chart({
    title: 'Weights over time',
    times: oldestFirst.map((revision) => revision.at),
    lines: agents.map((agent) => ({ label: agent, values: oldestFirst.map((revision) => revision.weights.get(agent) ?? null) })),
    shown: (value) => fraction(value, 1),
    isStepped: true,
  });
}
