import type { Weights } from '../data/weights';
import { h, name } from './element';
import { fraction } from './format';

/** Weights as bars that move: each agent keeps its bar, which changes its length. */
export function weightBars(weights: Weights, most = 12): HTMLElement {
  const shown = weights.agents.slice(0, most);
  const longest = Math.max(...shown.map((agent) => agent.weight ?? 0), weights.cash ?? 0, 0.0001);
  const rest = weights.agents.length - shown.length;
  return h(
    'div',
    {},
    h(
      'ul',
      { class: 'weights' },
      shown.map((agent) =>
        bar(agent.agent, name(agent.agent), agent.weight, longest, agent.standing === 'LOSING' ? 'losing' : ''),
      ),
      weights.cash !== undefined && weights.cash > 0
        ? bar('\u0000cash', h('span', { class: 'muted' }, 'Cash'), weights.cash, longest, 'cash')
        : null,
    ),
    rest > 0 ? h('p', { class: 'muted' }, `and ${rest} more`) : null,
  );
}

function bar(key: string, label: HTMLElement, weight: number | undefined, longest: number, kind: string): HTMLElement {
  return h(
    'li',
    { class: kind, attrs: { 'data-key': key } },
    h('span', { class: 'weight-name', attrs: { title: label.textContent ?? '' } }, label),
    h('span', { class: 'weight-bar' }, h('span', { class: 'fill', style: { width: `${((weight ?? 0) / longest) * 100}%` } })),
    h('span', { class: 'weight-value' }, fraction(weight)),
  );
}
