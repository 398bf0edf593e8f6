import { readAlert } from '../data/alerts';
import type { Row } from '../data/firebase';
import { h } from './element';
import { plural, UNKNOWN, word } from './format';
import { empty, type Now, when } from './parts';

/** Alerts, those first that were raised last. */
export function alertList(rows: readonly Row[], now: Now): HTMLElement {
  if (rows.length === 0) {
    return empty('No alerts.', 'What needs a person appears here, once a day for each cause.');
  }
  return h(
    'ul',
    { class: 'rows' },
    rows.map(readAlert).map((alert) =>
      h(
        'li',
        { attrs: { 'data-key': alert.id } },
        h(
          'div',
          { class: 'row-head' },
          h('strong', {}, '▲ ', alert.code ? word(alert.code) : 'Unknown alert'),
          h('span', { class: 'muted' }, when(alert.lastAt, now)),
        ),
        h('p', { attrs: { dir: 'auto' } }, alert.message ?? UNKNOWN),
        h('p', { class: 'muted' }, `From ${alert.source ?? UNKNOWN}, ${times(alert.count)} since `, when(alert.at, now)),
      ),
    ),
  );
}

function times(many: number | undefined): string {
  return many === undefined ? 'how often is unknown,' : many === 1 ? 'once' : plural(many, 'time');
}
