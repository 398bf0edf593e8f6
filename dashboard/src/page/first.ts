import type { Row } from '../data/firebase';
import { both, tolerant } from '../data/source';
import { readOrder, type Summary } from '../data/summary';
import { alertList } from '../view/alerts';
import { cycleList } from '../view/cycles';
import { capital, modes, orders, policySentence, tradingState } from '../view/first';
import { gauges } from '../view/gauges';
import { empty } from '../view/parts';
import { twinValue } from '../view/twin';
import { weightBars } from '../view/weights';
import type { Context } from './context';
import { controls } from './controls';
import { columns, pageOf, type Page } from './page';
import { panel } from './panel';

/** Open orders that are watched; with more, their number is not known exactly. */
const MOST_ORDERS = 50;

const NO_CYCLE = 'No cycle has run yet.';
const NO_WEIGHTS = ['There are no weights yet.', 'They come with the first closed trade, or with the configuration of the tenant.'] as const;
const FIRST_CYCLE = 'The first one comes with the next slot, within five minutes, if the tenant is active.';

/** The first screen: one document for most of it, and listeners for the panels in view. */
export function firstPage(context: Context): Page {
  const of = (view: (summary: Summary) => HTMLElement) => (summary: Summary | undefined) =>
    summary ? view(summary) : empty(NO_CYCLE, FIRST_CYCLE);
  const page = pageOf('Overview', '', [
    panel(
      'Trading',
      both(context.switches, tolerant(context.summary)),
      ([[tenant, everybody], summary]) => tradingState(tenant, everybody, summary, context.now),
      'third',
    ),
    panel('Policy', context.summary, of((s) => policySentence(s.policy, s.riskMode, s.riskReasons)), 'two-thirds'),
    columns(
      [
        panel('Limits', context.summary, of(limits)),
        panel('Capital', context.summary, of((s) => capital(s.capital, s.equity, s.accountAsOf, context.now))),
      ],
      [
        panel('Weights', context.ownersWeights(), (weights) => (weights ? weightBars(weights) : empty(...NO_WEIGHTS))),
        panel('Open orders', both(tolerant(context.newest(context.lists.openOrders(MOST_ORDERS))), tolerant(context.summary)), ([live, summary]) => openOrders(live, summary, context.now)),
        panel('Alerts', context.newest(context.lists.alerts(5)), (rows: readonly Row[]) => alertList(rows, context.now)),
      ],
      [
        panel('Strategies', context.summary, of(modes)),
        panel('What it was worth', context.summary, of((s) => twinValue(s.twin, context.now))),
      ],
    ),
    panel('Last cycles', context.newest(context.lists.cycles(5)), (rows: readonly Row[]) => cycleList(rows, context.now)),
  ]);
  const buttons = controls(context);
  page.node.querySelector('.page-head')?.append(buttons.node);
  return {
    ...page,
    stop: () => {
      buttons.stop();
      page.stop();
    },
  };
}

/** As they are now; where nobody may list them, as the newest cycle left them. */
function openOrders(live: readonly Row[] | undefined, summary: Summary | undefined, now: Date): HTMLElement {
  if (live) {
    const oldestFirst = live.flatMap((row) => readOrder(row.fields) ?? []).reverse();
    return orders(oldestFirst, live.length, live.length >= MOST_ORDERS, oldestFirst[0]?.reservedAt, now);
  }
  return orders(summary?.orders ?? [], summary?.capital?.openIntents, false, summary?.capital?.oldestIntentAt, now);
}

function limits(summary: Summary): HTMLElement {
  return summary.limits.length > 0 ? gauges(summary.limits) : empty('Limits are unknown.', 'The next cycle writes them.');
}
