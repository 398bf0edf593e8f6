import type { Intent } from '../data/intents';
import { h, name } from './element';
import { money, short, UNKNOWN, word } from './format';
import { age, badge, type Now, when } from './parts';
import { link } from './strategies';

/** Orders through their life, newest first. */
export function intentList(intents: readonly Intent[], now: Now): HTMLElement {
  return h('ul', { class: 'rows' }, intents.map((intent) => one(intent, now)));
}

function one(intent: Intent, now: Now): HTMLElement {
  return h(
    'li',
    { attrs: { 'data-key': intent.nonce } },
    h(
      'div',
      { class: 'row-head' },
      h(
        'span',
        {},
        h('strong', {}, intent.side ? word(intent.side) : UNKNOWN),
        ' ',
        name(intent.symbol ?? UNKNOWN),
        intent.kind ? ` (${word(intent.kind).toLowerCase()})` : '',
        ' of ',
        intent.strategy ? link(intent.strategy) : UNKNOWN,
      ),
      badge(intent.state, intent.state === 'UNKNOWN' ? 'bad' : undefined),
    ),
    h('p', { class: 'muted' }, amounts(intent), '; reserved ', when(intent.reservedAt, now), ', ', age(intent.reservedAt, now), ' ago'),
    h(
      'details',
      {},
      h('summary', {}, 'Its life'),
      h(
        'ol',
        { class: 'life' },
        intent.history.map((step) =>
          h(
            'li',
            {},
            badge(step.state),
            ' ',
            when(step.at, now),
            step.by ? [' by ', name(step.by)] : null,
            step.why ? h('span', { class: 'muted', attrs: { dir: 'auto' } }, ' ', step.why) : null,
          ),
        ),
      ),
      intent.history.length === 0 ? h('p', { class: 'muted' }, 'Nothing is recorded of it yet.') : null,
      h('p', { class: 'hash' }, intent.nonce),
    ),
  );
}

function amounts(intent: Intent): string {
  const wanted =
    intent.quantity !== undefined && intent.quantity > 0
      ? `${short(intent.quantity, 8)} wanted`
      : intent.notional !== undefined
        ? `worth ${money(intent.notional)}`
        : 'amount unknown';
  const filled =
    intent.filledQuantity !== undefined && intent.filledQuantity > 0
      ? `, ${short(intent.filledQuantity, 8)} filled for ${money(intent.filledNotional)}, fees ${money(intent.fees)}`
      : ', nothing filled';
  return wanted + filled;
}
