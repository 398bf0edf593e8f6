import type { Row } from '../data/firebase';
import { type DecisionRecord, readRecord } from '../data/record';
import { h } from './element';
import { UNKNOWN } from './format';
import { badge, empty, type Now, when } from './parts';

/** The newest cycles, each with its summary and what became of its signals. */
export function cycleList(rows: readonly Row[], now: Now): HTMLElement {
  if (rows.length === 0) {
    return empty('No cycle has run yet.', 'The first one comes with the next slot, within five minutes, if the tenant is active.');
  }
  return h('ul', { class: 'rows' }, rows.map(readRecord).map((record) => cycle(record, now)));
}

function cycle(record: DecisionRecord, now: Now): HTMLElement {
  return h(
    'li',
    { attrs: { 'data-key': record.id } },
    h(
      'div',
      { class: 'row-head' },
      h('a', { attrs: { href: '#/decisions/' + encodeURIComponent(record.id) } }, 'Cycle ', String(record.seq ?? UNKNOWN)),
      h('span', { class: 'muted' }, when(record.at, now)),
    ),
    h('p', { attrs: { dir: 'auto' } }, withoutSession(record.summary)),
    h('p', { class: 'badges' }, outcomes(record), record.systemic ? badge('SYSTEMIC_RISK', 'bad') : null),
  );
}

/** The summary without the id that stands in every one of them. */
export function withoutSession(summary: string | undefined): string {
  return summary?.replace(/^Maestro orchestration summary for session \S+: /, '') ?? UNKNOWN;
}

/** `2 approved, 1 denied`, each as a badge. */
export function outcomes(record: DecisionRecord): HTMLElement[] {
  const counts = new Map<string, number>();
  for (const signal of record.signals) {
    const verdict = signal.verdict ?? 'UNKNOWN';
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return ['APPROVED', 'DENIED', 'HOLD', 'UNKNOWN'].flatMap((verdict) => {
    const many = counts.get(verdict);
    return many ? [h('span', {}, badge(verdict), ` ${many}`)] : [];
  });
}
