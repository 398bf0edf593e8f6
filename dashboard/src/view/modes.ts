import type { StrategyDays, ThrottleDocument } from '../data/throttle';
import { h, name, unseen } from './element';
import { UNKNOWN, word } from './format';
import { empty } from './parts';

const LETTERS: Readonly<Record<string, string>> = { ACTIVE: 'A', REDUCED: 'R', SHADOW_MODE: 'S' };
const MOST = 40;
const DAYS = 30;

/** A square per closed day and strategy: A active, R reduced, S shadow mode, blank unknown. */
export function modesOverTime(throttle: ThrottleDocument): HTMLElement {
  const known = throttle.strategies.filter((strategy) => strategy.days.some((day) => day.mode));
  if (known.length === 0) {
    return empty('No mode is recorded yet.', 'Each day that the snapshot closes keeps the mode that its strategies had.');
  }
  const dates = [...new Set(known.flatMap((strategy) => strategy.days.map((day) => day.date)))].sort().slice(-DAYS);
  return h(
    'div',
    {},
    h('div', { class: 'scroll', attrs: { tabindex: 0, role: 'region', 'aria-label': 'Modes of each strategy, day by day' } }, h('ul', { class: 'mode-rows' }, known.slice(0, MOST).map((one) => row(one, dates)))),
    h('p', { class: 'muted' }, 'A active, R reduced, S shadow mode; blank: unknown. Oldest day first, the newest closed day last.'),
    known.length > MOST ? h('p', { class: 'muted' }, `and ${known.length - MOST} more strategies, each on its own screen`) : null,
  );
}

function row(strategy: StrategyDays, dates: readonly string[]): HTMLElement {
  return h(
    'li',
    { attrs: { 'data-key': strategy.strategy } },
    h('a', { attrs: { href: '#/strategies/' + encodeURIComponent(strategy.strategy) } }, name(strategy.strategy)),
    modeStrip(strategy, dates),
  );
}

/** The modes of one strategy, a square per day; a day that it did not have is unknown. */
export function modeStrip(strategy: StrategyDays, dates: readonly string[] = strategy.days.slice(-DAYS).map((day) => day.date)): HTMLElement {
  const modes = new Map(strategy.days.map((day) => [day.date, day.mode]));
  const said = (date: string): string => {
    const mode = modes.get(date);
    return `${date} ${mode ? word(mode) : UNKNOWN}`;
  };
  return h(
    'span',
    { class: 'strip' },
    unseen(dates.map(said).join(', ')),
    h(
      'span',
      { class: 'squares', attrs: { 'aria-hidden': 'true' } },
      dates.map((date) => {
        const mode = modes.get(date) ?? 'none';
        return h('span', { class: `square ${mode}`, attrs: { title: said(date) } }, LETTERS[mode] ?? '');
      }),
    ),
  );
}
