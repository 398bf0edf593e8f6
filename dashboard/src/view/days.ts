import { cumulated, type StrategyDays } from '../data/throttle';
import { chart } from './chart';
import { h } from './element';
import { money, signedMoney, UNKNOWN } from './format';
import { badge, broken, empty, table } from './parts';

/** What a strategy has earned, day by day. */
export function equityOfDays(strategy: StrategyDays): HTMLElement {
  if (strategy.unavailable) {
    return broken({ title: 'Its performance is not known.', mend: strategy.unavailable });
  }
  if (strategy.days.length < 2) {
    return empty('Too few days are closed for a line.', 'Each closed day adds a point, weekends too where the market has none.');
  }
  return chart({
    title: 'Profit and loss, added up',
    times: strategy.days.map((day) => new Date(day.date + 'T00:00:00Z')),
    lines: [{ label: 'Profit and loss', values: cumulated(strategy.days) }],
    shown: (value) => money(value),
    isDaily: true,
  });
}

/** The rows that the throttle goes by, newest first. */
export function dayTable(strategy: StrategyDays): HTMLElement {
  return h(
    'div',
    {},
    table(
      'Closed days, newest first',
      [
        { head: 'Day (UTC)', cell: (day) => day.date },
        { head: 'Realized', cell: (day) => signedMoney(day.realized), isNumber: true },
        { head: 'Open, at its end', cell: (day) => signedMoney(day.unrealized), isNumber: true },
        { head: 'On paper', cell: (day) => (day.shadowPnl === undefined ? '' : signedMoney(day.shadowPnl)), isNumber: true },
        { head: 'Mode', cell: (day) => (day.mode ? badge(day.mode) : UNKNOWN) },
      ],
      [...strategy.days].reverse().slice(0, 60),
      (day) => day.date,
    ),
    h('p', { class: 'muted' }, "Money in the account's currency."),
  );
}
