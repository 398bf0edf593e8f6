import type { AllocationDecision, DecisionRecord, SignalVerdict } from '../data/record';
import { type Child, h, name } from './element';
import { count, fixed, fraction, money, short, UNKNOWN, word } from './format';
import { badge, empty, figure, figures, type Now, table, when } from './parts';
import { outcomes, withoutSession } from './cycles';
import { link } from './strategies';

/** A decision in its main figures. */
export function recordHead(record: DecisionRecord, now: Now): HTMLElement {
  return h(
    'div',
    { class: 'policy' },
    h('p', { class: 'lead', attrs: { dir: 'auto' } }, withoutSession(record.summary)),
    h('p', { class: 'badges' }, outcomes(record), record.systemic ? badge('SYSTEMIC_RISK', 'bad') : null),
    record.systemicDetails ? h('p', { class: 'notice', attrs: { dir: 'auto' } }, '▲ ', record.systemicDetails) : null,
    figures(
      figure('Decided', when(record.at, now)),
      figure('Slot', when(record.slot, now)),
      figure('Risk mode', badge(record.riskMode)),
      figure('Took', record.durationMs === undefined ? UNKNOWN : `${count(record.durationMs)} ms`),
      figure('Words', record.narrated ? 'of a model, checked' : 'of the engine'),
    ),
    record.riskReasons.length > 0
      ? h('details', {}, h('summary', {}, 'Why this risk mode'), h('ul', { class: 'reasons' }, record.riskReasons.map((reason) => h('li', { attrs: { dir: 'auto' } }, reason))))
      : null,
  );
}

/** Every signal with its verdict, reasons and cuts; `extra` adds what a page knows to do with it. */
export function verdicts(signals: readonly SignalVerdict[], extra: (signal: SignalVerdict) => Child = () => null): HTMLElement {
  return signals.length === 0
    ? empty('No signal came.', 'Strategies in process and agents outside send them; a cycle without any decides nothing.')
    : h('ul', { class: 'rows verdicts' }, signals.map((signal, at) => verdict(signal, at, extra)));
}

function verdict(signal: SignalVerdict, at: number, extra: (signal: SignalVerdict) => Child): HTMLElement {
  return h(
    'li',
    { attrs: { 'data-key': signal.nonce ?? `${signal.strategy}|${signal.symbol ?? ''}|${at}` } },
    h(
      'div',
      { class: 'row-head' },
      h('span', {}, link(signal.strategy), ' ', wanted(signal)),
      badge(signal.verdict),
    ),
    signal.verdictText ? h('p', { attrs: { dir: 'auto' } }, signal.verdictText) : null,
    signal.error ? h('p', { class: 'notice', attrs: { dir: 'auto' } }, '▲ ', signal.error) : null,
    signal.reasons.length > 0 ? h('p', { class: 'badges' }, signal.reasons.map((reason) => badge(reason, 'bad'))) : null,
    signal.cuts.length > 0
      ? h(
          'p',
          { class: 'badges' },
          signal.cuts.map((cut) => h('span', {}, badge(cut.code, 'caution'), ` from ${short(cut.from)} to ${short(cut.to)}`)),
        )
      : null,
    signal.reasoning ? h('p', { class: 'muted', attrs: { dir: 'auto' } }, 'It said: ', h('q', {}, signal.reasoning)) : null,
    signal.verdict === 'HOLD' ? null : h('p', { class: 'muted' }, terms(signal)),
    extra(signal),
  );
}

function wanted(signal: SignalVerdict): Child {
  const action = signal.originalAction ?? signal.action;
  return [
    action ? word(action) : UNKNOWN,
    signal.originalAction && signal.originalAction !== signal.action ? ` (made ${word(signal.action ?? UNKNOWN).toLowerCase()})` : '',
    signal.symbol ? [' ', name(signal.symbol)] : null,
  ];
}

/** An exit needs no confidence, and the record writes 0 where none was given: that is no figure to show. */
function terms(signal: SignalVerdict): string {
  const all = [
    signal.confidence ? `confidence ${fraction(signal.confidence, 0)}` : '',
    signal.originalAllocation === undefined ? '' : `asked for ${fraction(signal.originalAllocation, 1)} of its weight, given ${fraction(signal.allocation, 1)}`,
    signal.notional === undefined ? '' : `worth ${money(signal.notional)}`,
    signal.price === undefined ? '' : `price ${short(signal.price, 4)}`,
    signal.stopPrice === undefined ? '' : `stop ${short(signal.stopPrice, 4)}`,
  ];
  return all.filter((term) => term !== '').join(', ');
}

/** What the throttle gave each strategy. */
export function allocations(rows: readonly AllocationDecision[]): HTMLElement {
  return table(
    'What the throttle gave each strategy',
    [
      { head: 'Strategy', cell: (row) => link(row.strategy) },
      { head: 'Mode', cell: (row) => badge(row.mode) },
      { head: 'May it trade', cell: (row) => (row.admission ? word(row.admission) : UNKNOWN) },
      { head: 'Asked for', cell: (row) => (row.originalAllocation === undefined ? 'nothing' : fraction(row.originalAllocation, 1)), isNumber: true },
      { head: 'Given', cell: (row) => fraction(row.finalAllocation, 1), isNumber: true },
      { head: 'Sharpe ratio', cell: (row) => fixed(row.sharpe, 2), isNumber: true },
      { head: 'Why', cell: (row) => h('span', { class: 'why', attrs: { dir: 'auto' } }, row.reasoning ?? UNKNOWN) },
    ],
    rows,
    (row) => row.strategy,
    'blocks',
  );
}

/** What names this decision for ever. */
export function chainLinks(record: DecisionRecord): HTMLElement {
  const row = (label: string, value: string | undefined): HTMLElement =>
    h('div', {}, h('dt', { class: 'muted' }, label), h('dd', { class: 'hash' }, value ?? UNKNOWN));
  return h(
    'dl',
    { class: 'hashes' },
    row('Hash', record.hash),
    row('Hash before', record.previousHash),
    row('Input', record.inputHash),
    row('Configuration', record.configHash),
    row('Session', record.sessionId),
    row('Engine', record.engineVersion),
  );
}

/** A list of decisions: number, time, summary, outcomes. */
export function recordTable(records: readonly DecisionRecord[], now: Now): HTMLElement {
  return table(
    'Decisions, newest first',
    [
      { head: 'Cycle', cell: (record) => h('a', { attrs: { href: '#/decisions/' + encodeURIComponent(record.id) } }, count(record.seq)) },
      { head: 'Decided', cell: (record) => when(record.at, now) },
      { head: 'Risk mode', cell: (record) => badge(record.riskMode) },
      { head: 'Signals', cell: (record) => h('span', { class: 'badges' }, record.signals.length === 0 ? 'none' : outcomes(record)) },
      {
        head: 'Summary',
        cell: (record) =>
          h('span', { class: 'why', attrs: { dir: 'auto' } }, record.systemic ? badge('SYSTEMIC_RISK', 'bad') : null, ' ', withoutSession(record.summary)),
      },
    ],
    records,
    (record) => record.id,
    'blocks',
  );
}

/** When too many strategies wanted out at once, and what was overridden. */
export function systemicEvents(records: readonly DecisionRecord[], now: Now): HTMLElement {
  return h(
    'ul',
    { class: 'rows' },
    records.map((record) =>
      h(
        'li',
        { attrs: { 'data-key': record.id } },
        h(
          'div',
          { class: 'row-head' },
          h('a', { attrs: { href: '#/decisions/' + encodeURIComponent(record.id) } }, 'Cycle ', count(record.seq)),
          h('span', { class: 'muted' }, when(record.at, now)),
        ),
        h('p', { attrs: { dir: 'auto' } }, record.systemicDetails ?? UNKNOWN),
        h('p', { class: 'badges' }, badge(record.riskMode), outcomes(record)),
      ),
    ),
  );
}
