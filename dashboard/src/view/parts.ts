import { type Child, h, unseen } from './element';
import { local, span, utc, word } from './format';

/** What time it is where the system runs; a view takes it as an argument and asks no clock. */
export type Now = Date;

/** A time in the viewer's zone, UTC on hover and for screen readers. */
export function when(at: Date | undefined, now: Now): HTMLElement {
  if (!at) {
    return h('span', { class: 'muted' }, 'unknown');
  }
  return h('time', { attrs: { datetime: at.toISOString(), title: utc(at) } }, local(at, now), unseen(` (${utc(at)})`));
}

/** How long ago; the page moves it on by itself. */
export function age(at: Date | undefined, now: Now): HTMLElement {
  if (!at) {
    return h('span', { class: 'muted' }, 'unknown');
  }
  return h(
    'time',
    { attrs: { datetime: at.toISOString(), title: utc(at), 'data-age': at.getTime() } },
    span(now.getTime() - at.getTime()),
  );
}

/** The tone of a word; a shape goes with every colour. */
export type Tone = 'good' | 'caution' | 'bad' | 'quiet';

const SHAPES: Readonly<Record<Tone, string>> = { good: '●', caution: '▲', bad: '■', quiet: '○' };

const TONES: Readonly<Record<string, Tone>> = {
  ACTIVE: 'good',
  REDUCING: 'caution',
  HALTED: 'bad',
  REDUCED: 'caution',
  SHADOW_MODE: 'quiet',
  NORMAL: 'good',
  AGGRESSIVE: 'good',
  DEFENSIVE: 'caution',
  NO_NEW_TRADES: 'bad',
  APPROVED: 'good',
  DENIED: 'bad',
  HOLD: 'quiet',
  LIVE: 'good',
  SHADOW: 'quiet',
  DISABLED: 'quiet',
  RESERVED: 'caution',
  CLAIMED: 'good',
  FILLED: 'good',
  UNKNOWN: 'bad',
  EXPIRED: 'quiet',
  CANCELLED: 'quiet',
  RANKED: 'good',
  UNPROVEN: 'quiet',
  LOSING: 'bad',
  PROVEN: 'good',
  UNDECIDED: 'quiet',
  DIED: 'bad',
  DISPROVED: 'bad',
  CRITICAL: 'bad',
  WARNING: 'caution',
  INFO: 'quiet',
};

/** A word of a closed set as a badge; one that nobody gave is `unknown`. */
export function badge(code: string | undefined, tone?: Tone): HTMLElement {
  const shown = tone ?? TONES[code ?? ''] ?? 'quiet';
  return h(
    'span',
    { class: `badge ${shown}` },
    h('span', { class: 'shape', attrs: { 'aria-hidden': 'true' } }, SHAPES[shown]),
    code ? word(code) : 'Unknown',
  );
}

/** A figure under its name. */
export function figure(label: string, value: Child, note?: Child): HTMLElement {
  return h('div', { class: 'figure' }, h('dt', {}, label), h('dd', {}, value, note ? h('small', {}, note) : null));
}

export function figures(...items: HTMLElement[]): HTMLElement {
  return h('dl', { class: 'figures' }, items);
}

/** Said where a list holds nothing, and what would fill it. */
export function empty(title: string, mend: Child): HTMLElement {
  return h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), h('p', {}, mend));
}

/** Why there is nothing to show, and what a person does about it. */
export function broken(failure: { title: string; mend: string }, again?: () => void): HTMLElement {
  return h(
    'div',
    { class: 'broken', attrs: { role: 'group' } },
    h('p', { class: 'broken-title' }, h('span', { attrs: { 'aria-hidden': 'true' } }, '▲ '), failure.title),
    h('p', {}, failure.mend),
    again ? h('button', { class: 'plain', onclick: again, attrs: { type: 'button' } }, 'Try again') : null,
  );
}

/** A column: what stands above it, what of a row stands in it, and whether it is a number. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => Child;
  readonly isNumber?: boolean;
}

/** What a narrow screen makes of a table: it scrolls by itself, or each row becomes a block of named lines. */
export type Narrow = 'scroll' | 'blocks';

/** A table. The first column names the row. */
export function table<T>(
  caption: string,
  columns: readonly Column<T>[],
  items: readonly T[],
  key: (row: T) => string,
  narrow: Narrow = 'scroll',
): HTMLElement {
  return h(
    'div',
    { class: `scroll ${narrow}`, attrs: { tabindex: 0, role: 'region', 'aria-label': caption } },
    h(
      'table',
      { attrs: { role: 'table' } },
      h('caption', { class: 'unseen' }, caption),
      h(
        'thead',
        { attrs: { role: 'rowgroup' } },
        h('tr', { attrs: { role: 'row' } }, columns.map((column) => h('th', { ...numeric(column), attrs: { scope: 'col', role: 'columnheader' } }, column.head))),
      ),
      h('tbody', { attrs: { role: 'rowgroup' } }, items.map((item) => h('tr', { attrs: { 'data-key': key(item), role: 'row' } }, columns.map((column, at) => cell(column, item, at === 0))))),
    ),
  );
}

function cell<T>(column: Column<T>, item: T, isFirst: boolean): HTMLElement {
  return isFirst
    ? h('th', { ...numeric(column), attrs: { scope: 'row', role: 'rowheader' } }, column.cell(item))
    : h('td', { ...numeric(column), attrs: { role: 'cell', 'data-head': column.head } }, column.cell(item));
}

function numeric<T>(column: Column<T>): { class?: string } {
  return column.isNumber ? { class: 'number' } : {};
}
