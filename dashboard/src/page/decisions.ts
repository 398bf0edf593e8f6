import { type AllocationDecision, type DecisionRecord, readRecord, type SignalVerdict } from '../data/record';
import { mapped } from '../data/source';
import { sentencesOf } from '../data/why';
import { VERDICTS } from '../data/summary';
import { alertList } from '../view/alerts';
import { h } from '../view/element';
import { word } from '../view/format';
import { empty } from '../view/parts';
import { allocations, chainLinks, recordHead, recordTable, systemicEvents, verdicts } from '../view/record';
import type { Context } from './context';
import { said } from './dialog';
import { endless, listing } from './listing';
import { pageOf, type Page } from './page';
import { panel } from './panel';

const NO_CYCLE = () => empty('No cycle has run yet.', 'The first one comes with the next slot, within five minutes, if the tenant is active.');

/** The decision log, or one record of it. */
export function decisionsPage(context: Context, id: string): Page {
  return id ? decisionPage(context, id) : decisionList(context);
}

function decisionList(context: Context): Page {
  const list = context.lists.cycles(20);
  return pageOf('Decisions', 'Every cycle leaves one record, and none is ever changed.', [
    endless<DecisionRecord>(context, {
      title: 'Newest first',
      list,
      live: context.newest(list),
      read: readRecord,
      view: (records) => recordTable(records, context.now),
      empty: NO_CYCLE,
      choice: {
        label: 'Show those',
        options: [
          ['APPROVED', 'that approved something'],
          ['DENIED', 'that denied something'],
          ['SYSTEMIC', 'with systemic risk'],
        ],
        keeps: (record, kind) =>
          kind === 'SYSTEMIC' ? record.systemic === true : record.signals.some((signal) => signal.verdict === kind),
      },
    }),
  ]);
}

function decisionPage(context: Context, id: string): Page {
  const gone = () => empty('No decision has this id.', 'The address may be wrong, or it belongs to another tenant.');
  const record = context.document(`systemStatus/orchestration_logs/logs/${id}`, (raw) => raw && readRecord({ id, fields: raw }));
  const of = (view: (record: DecisionRecord) => HTMLElement) => (known: DecisionRecord | undefined) => (known ? view(known) : gone());
  return pageOf('Decision', '', [
    panel('In short', record, of((known) => recordHead(known, context.now))),
    listing<SignalVerdict>({
      title: 'Verdicts',
      source: mapped(record, (known) => known?.signals ?? []),
      view: (signals) => verdicts(signals, (signal) => lifted(context, id, signal)),
      empty: () => verdicts([]),
      text: (signal) => `${signal.strategy} ${signal.symbol ?? ''} ${signal.verdictText ?? ''} ${signal.reasons.join(' ')}`,
      choice: {
        label: 'Verdict',
        options: VERDICTS.map((verdict) => [verdict, word(verdict)] as const),
        keeps: (signal, verdict) => signal.verdict === verdict,
      },
    }),
    listing<AllocationDecision>({
      title: 'Throttle',
      source: mapped(record, (known) => known?.allocations ?? []),
      view: allocations,
      empty: () => empty('No strategy was judged.', 'Register one, and the next cycle says its mode.'),
      text: (row) => `${row.strategy} ${row.reasoning ?? ''}`,
    }),
    panel('In the chain', record, of(chainLinks)),
  ]);
}

/** Asks, for what was denied or cut, which one change would have lifted it. */
function lifted(context: Context, id: string, signal: SignalVerdict): HTMLElement | null {
  if (signal.reasons.length === 0 && signal.cuts.length === 0) {
    return null;
  }
  const answer = h('div', { class: 'answer-quiet', attrs: { 'aria-live': 'polite', 'data-kept': true } });
  const asked = { action: signal.originalAction ?? signal.action, symbol: signal.symbol };
  const show = (): void => {
    answer.replaceChildren(h('p', { class: 'muted' }, 'Asking'));
    context.api.get(`/api/maestro/decisions/${encodeURIComponent(id)}/why/${encodeURIComponent(signal.strategy)}`).then(
      (found) => answer.replaceChildren(...told(sentencesOf(found, asked))),
      (error: unknown) => answer.replaceChildren(...said(error)),
    );
  };
  return h('div', {}, h('button', { class: 'plain small', attrs: { type: 'button' }, onclick: show }, 'What would have lifted it?'), answer);
}

function told(sentences: readonly string[]): HTMLElement[] {
  const shown = sentences.length > 0 ? sentences : ['The API knows no change that would have lifted it.'];
  return shown.map((sentence) => h('p', { attrs: { dir: 'auto' } }, sentence));
}

/** What moved the whole system, and what a person should look at. */
export function eventsPage(context: Context): Page {
  const list = context.lists.systemic(20);
  return pageOf('Events', 'Systemic risk: too many strategies wanted out at once. Alerts: what needs a person.', [
    endless<DecisionRecord>(context, {
      title: 'Systemic risk',
      list,
      live: context.newest(list),
      read: readRecord,
      view: (records) => systemicEvents(records, context.now),
      empty: () => empty('There was no systemic risk.', 'Once as many strategies want out as the threshold says, buys are overridden and it stands here.'),
    }),
    panel('Alerts', context.newest(context.lists.alerts(50)), (found) => alertList(found, context.now)),
  ]);
}
