import { Local } from '../data/local';
import type { Row } from '../data/firebase';
import type { Ordered } from '../data/lists';
import { both, type Watched } from '../data/source';
import { h, type Child } from '../view/element';
import { count } from '../view/format';
import { announce } from './announce';
import type { Context } from './context';
import { type Panel, panel } from './panel';

/** A choice above a list. */
export interface Choice<T> {
  readonly label: string;
  readonly options: readonly (readonly [value: string, shown: string])[];
  readonly keeps: (item: T, value: string) => boolean;
}

/** A list that is on the page as a whole, shown in pages of 50. */
export interface ListingOf<T> {
  readonly title: string;
  readonly source: Watched<readonly T[]>;
  readonly view: (items: readonly T[]) => Child;
  readonly empty: () => HTMLElement;
  /** What the search field looks at. */
  readonly text?: (item: T) => string;
  readonly choice?: Choice<T>;
  /** Shown above it. */
  readonly lead?: (items: readonly T[]) => Child;
}

interface Looking {
  readonly page: number;
  readonly query: string;
  readonly chosen: string;
}

const PAGE = 50;
/** A list that is seen at one glance needs no filter. */
const FEW = 5;

export function listing<T>(of: ListingOf<T>): Panel {
  const local = new Local<Looking>({ page: 0, query: '', chosen: '' });
  return panel(of.title, both(of.source, local), ([items, looking]) => {
    if (items.length === 0) {
      return of.empty();
    }
    const kept = items.filter((item) => isKept(of, item, looking));
    const pages = Math.max(1, Math.ceil(kept.length / PAGE));
    const page = Math.min(looking.page, pages - 1);
    return [
      of.lead?.(items),
      items.length > FEW || looking.query !== '' || looking.chosen !== '' ? filters(of, local, looking) : null,
      kept.length > 0
        ? of.view(kept.slice(page * PAGE, (page + 1) * PAGE))
        : h('p', { class: 'muted' }, 'Nothing here is like that; take the filter away to see all.'),
      pager(kept.length, page, pages, (next) => local.set({ page: next })),
    ];
  });
}

function isKept<T>(of: ListingOf<T>, item: T, looking: Looking): boolean {
  const query = looking.query.trim().toLowerCase();
  const isFound = query === '' || (of.text?.(item).toLowerCase().includes(query) ?? true);
  return isFound && (looking.chosen === '' || (of.choice?.keeps(item, looking.chosen) ?? true));
}

function filters<T>(of: ListingOf<T>, local: Local<Looking>, looking: Looking): HTMLElement | null {
  if (!of.text && !of.choice) {
    return null;
  }
  const id = of.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const search = of.text
    ? h('input', {
        attrs: { id: `${id}-search`, type: 'search', autocomplete: 'off' },
        oninput: (event) => local.set({ query: (event.target as HTMLInputElement).value, page: 0 }),
      })
    : null;
  const select = of.choice ? selection(of.choice, id, looking, local) : null;
  return h(
    'div',
    { class: 'filters' },
    search ? h('div', {}, h('label', { attrs: { for: `${id}-search` } }, 'Search'), search) : null,
    select && of.choice ? h('div', {}, h('label', { attrs: { for: `${id}-choice` } }, of.choice.label), select) : null,
  );
}

function selection<T>(choice: Choice<T>, id: string, looking: Looking, local: Local<Looking>): HTMLElement {
  return h(
    'select',
    {
      attrs: { id: `${id}-choice` },
      onchange: (event) => local.set({ chosen: (event.target as HTMLSelectElement).value, page: 0 }),
    },
    h('option', { attrs: { value: '' } }, 'All'),
    choice.options.map(([value, shown]) => h('option', { attrs: { value, selected: value === looking.chosen } }, shown)),
  );
}

function pager(total: number, page: number, pages: number, go: (page: number) => void): HTMLElement | null {
  if (pages < 2) {
    return null;
  }
  const to = (label: string, target: number): HTMLElement =>
    h('button', { class: 'plain', attrs: { type: 'button', disabled: target < 0 || target >= pages }, onclick: () => go(target) }, label);
  return h(
    'div',
    { class: 'pager' },
    h('p', { class: 'muted' }, `${count(page * PAGE + 1)} to ${count(Math.min(total, (page + 1) * PAGE))} of ${count(total)}`),
    h('div', {}, to('Previous', page - 1), to('Next', page + 1)),
  );
}

/** A list that is longer than what is on the page: its newest rows are live, older ones come when asked for. */
export interface EndlessOf<T> {
  readonly title: string;
  readonly list: Ordered;
  readonly live: Watched<readonly Row[]>;
  readonly read: (row: Row) => T;
  readonly view: (items: readonly T[]) => Child;
  readonly empty: () => HTMLElement;
  readonly choice?: Choice<T>;
}

interface Older {
  readonly rows: readonly Row[];
  readonly isEnd: boolean;
  readonly chosen: string;
}

export function endless<T>(context: Context, of: EndlessOf<T>): Panel {
  const local = new Local<Older>({ rows: [], isEnd: false, chosen: '' });
  const id = of.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return panel(of.title, both(of.live, local), ([newest, older]) => {
    if (newest.length === 0) {
      return of.empty();
    }
    const all = distinct([...newest, ...older.rows]);
    const items = all.map(of.read).filter((item) => older.chosen === '' || (of.choice?.keeps(item, older.chosen) ?? true));
    const last = all[all.length - 1];
    const hasMore = !older.isEnd && newest.length >= of.list.most && last !== undefined;
    return [
      of.choice ? chooser(of.choice, id, older, local) : null,
      items.length > 0 ? of.view(items) : h('p', { class: 'muted' }, 'None of those shown is like that; ask for older ones, or take the filter away.'),
      hasMore
        ? h(
            'div',
            { class: 'pager' },
            h('button', { class: 'plain', attrs: { type: 'button' }, onclick: () => void more(context, of, local, last) }, 'Show older'),
          )
        : null,
    ];
  });
}

async function more<T>(context: Context, of: EndlessOf<T>, local: Local<Older>, last: Row): Promise<void> {
  try {
    const found = await context.after(of.list, last);
    local.set({ rows: [...local.current.rows, ...found], isEnd: found.length < of.list.most });
  } catch (error) {
    announce(`Older ones cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function distinct(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function chooser<T>(choice: Choice<T>, id: string, older: Older, local: Local<Older>): HTMLElement {
  return h(
    'div',
    { class: 'filters' },
    h(
      'div',
      {},
      h('label', { attrs: { for: `${id}-choice` } }, choice.label),
      h(
        'select',
        { attrs: { id: `${id}-choice` }, onchange: (event) => local.set({ chosen: (event.target as HTMLSelectElement).value }) },
        h('option', { attrs: { value: '' } }, 'All'),
        choice.options.map(([value, shown]) => h('option', { attrs: { value, selected: value === older.chosen } }, shown)),
      ),
    ),
  );
}
