import type { Limit } from '../data/summary';
import { h } from './element';
import { percent, short, UNKNOWN, word } from './format';
import type { Tone } from './parts';

const NAMES: Readonly<Record<string, string>> = {
  DAILY_LOSS: 'Loss of the day',
  EXPOSURE: 'Exposure',
  POSITIONS: 'Positions',
  DAILY_TRADES: 'Entries of the day',
  LOSING_STREAK: 'Losing streak',
};

/** How much of each limit is left. */
export function gauges(limits: readonly Limit[]): HTMLElement {
  return h('ul', { class: 'gauges' }, limits.map(gauge));
}

function gauge(limit: Limit): HTMLElement {
  const share = shareUsed(limit);
  const title = NAMES[limit.name] ?? word(limit.name);
  const said = sentence(limit);
  return h(
    'li',
    { attrs: { 'data-key': limit.name } },
    h('div', { class: 'gauge-words' }, h('span', {}, title), h('span', { class: 'gauge-left' }, said)),
    h(
      'div',
      {
        class: `bar ${share === undefined ? 'none' : toneOf(share)}`,
        attrs:
          share === undefined
            ? { role: 'img', 'aria-label': `${title}: ${said}` }
            : {
                role: 'meter',
                'aria-label': title,
                'aria-valuemin': 0,
                'aria-valuemax': 100,
                'aria-valuenow': Math.round(Math.min(1, share) * 100),
                'aria-valuetext': said,
              },
      },
      h('span', { class: 'fill', style: { width: `${Math.min(1, Math.max(0, share ?? 0)) * 100}%` } }),
    ),
  );
}

/** `0.4 % left of 2.5 %`; over the limit it says by how much. */
export function sentence(limit: Limit): string {
  if (limit.allowed === undefined) {
    return limit.used === undefined ? UNKNOWN : `${shown(limit, limit.used)} used, limit unknown`;
  }
  if (limit.used === undefined) {
    return `${UNKNOWN} of ${shown(limit, limit.allowed)}`;
  }
  const left = limit.allowed - limit.used;
  if (left < 0) {
    return `${shown(limit, -left)} over ${shown(limit, limit.allowed)}`;
  }
  return left === 0 ? `nothing left of ${shown(limit, limit.allowed)}` : `${shown(limit, left)} left of ${shown(limit, limit.allowed)}`;
}

/** 0 is untouched, 1 is reached; a limit of nothing is reached at once. */
export function shareUsed(limit: Limit): number | undefined {
  if (limit.used === undefined || limit.allowed === undefined) {
    return undefined;
  }
  return limit.allowed <= 0 ? 1 : Math.max(0, limit.used / limit.allowed);
}

export function toneOf(share: number): Tone {
  return share >= 1 ? 'bad' : share >= 0.8 ? 'caution' : 'good';
}

function shown(limit: Limit, value: number): string {
  return limit.unit === 'percent' ? percent(value, 2).replace(/\.?0+(?=\u202f)/, '') : short(value, 0);
}
