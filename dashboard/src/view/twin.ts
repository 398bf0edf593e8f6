import type { PartValue, Twin } from '../data/twin';
import { h } from './element';
import { count, plural, signedMoney, word } from './format';
import { empty, figure, figures, type Now, table, when } from './parts';

/** What each part of Maestro was worth, and a sentence that says whether anything is shown. */
export function twinValue(twin: Twin | undefined, now: Now): HTMLElement {
  if (!twin) {
    return empty('What it was worth is not known.', 'The next cycle begins to count.');
  }
  return h(
    'div',
    {},
    figures(figure('All parts', signedMoney(twin.effect)), figure('A month', signedMoney(twin.perMonth))),
    table(
      'What each part was worth, on paper',
      [
        { head: 'Part', cell: (part: PartValue) => word(part.part) },
        { head: 'Money', cell: (part: PartValue) => signedMoney(part.money), isNumber: true },
        { head: 'A month', cell: (part: PartValue) => signedMoney(part.perMonth), isNumber: true },
        { head: 'Days', cell: (part: PartValue) => count(part.days), isNumber: true },
      ],
      twin.parts,
      (part) => part.part,
    ),
    h(
      'ul',
      { class: 'reasons' },
      twin.parts.map((part) => h('li', { attrs: { 'data-key': part.part } }, `${word(part.part)}: ${part.sentence ?? 'unknown'}`)),
    ),
    h('p', { class: 'muted' }, 'On paper since ', when(twin.since, now), ', marked ', when(twin.asOf, now), '.', gaps(twin)),
  );
}

function gaps(twin: Twin): string {
  const unmarked = twin.unmarkedDays ?? 0;
  const left = twin.leftOut ?? 0;
  return (
    (unmarked > 0 ? ` ${plural(unmarked, 'day')} cannot be marked yet.` : '') +
    (left > 0 ? ` ${plural(left, 'entry', 'entries')} did not fit and count in none of the books.` : '')
  );
}
