import type { Row } from '../data/firebase';
import { both } from '../data/source';
import type { Summary } from '../data/summary';
import { alertList } from '../view/alerts';
import { cycleList } from '../view/cycles';
import { capital, modes, orders, policySentence, tradingState } from '../view/first';
import { gauges } from '../view/gauges';
import { empty } from '../view/parts';
import { weightBars } from '../view/weights';
import type { Context } from './context';
import { controls } from './controls';
import { pageOf, type Page } from './page';
import { panel } from './panel';

const NO_CYCLE = 'No cycle has run yet.';
const FIRST_CYCLE = 'The first one comes with the next slot, within five minutes, if the tenant is active.';

/** The first screen: one document for most of it, and listeners for the panels in view. */
export function firstPage(context: Context): Page {
  const of = (view: (summary: Summary) => HTMLElement) => (summary: Summary | undefined) =>
    summary ? view(summary) : empty(NO_CYCLE, FIRST_CYCLE);
  const page = pageOf('Overview', '', [
    panel(
      'Trading',
      both(context.switches, context.summary),
      ([[tenant, everybody], summary]) => tradingState(tenant, everybody, summary, context.now),
      'third',
    ),
    panel('Policy', context.summary, of((s) => policySentence(s.policy, s.riskMode, s.riskReasons)), 'two-thirds'),
    panel(
      'Limits',
      context.summary,
      of((s) => (s.limits.length > 0 ? gauges(s.limits) : empty('Limits are unknown.', 'The next cycle writes them.'))),
      'third',
    ),
    panel(
      'Weights',
      context.ownersWeights(),
      (weights) =>
        weights
          ? weightBars(weights)
          : empty('There are no weights yet.', 'They come with the first closed trade, or with the configuration of the tenant.'),
      'third',
    ),
    panel('Strategies', context.summary, of(modes), 'third'),
    panel('Capital', context.summary, of((s) => capital(s.capital, s.equity, s.accountAsOf, context.now)), 'third'),
    panel(
      'Open orders',
      context.summary,
      of((s) => orders(s.orders, s.capital?.openIntents, s.capital?.oldestIntentAt, context.now)),
      'third',
    ),
    panel('Alerts', context.alerts(5), (rows: readonly Row[]) => alertList(rows, context.now), 'third'),
    panel('Last cycles', context.cycles(5), (rows: readonly Row[]) => cycleList(rows, context.now), 'full'),
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
