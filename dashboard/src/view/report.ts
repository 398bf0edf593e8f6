import { type Fields, list, number, rows, text } from '../data/read';
import { chart } from './chart';
import { h, name } from './element';
import { fraction, word } from './format';
import { figure, figures, table, when } from './parts';

/** One part of a report under its heading. */
export interface Section {
  readonly kind: string;
  readonly heading: string;
  readonly text: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly series: readonly Series[];
}

/** One line of a chart: times in milliseconds, values as fractions. */
interface Series {
  readonly label: string;
  readonly points: ReadonlyMap<number, number>;
}

/** As many lines as differ in colour and dash. */
const MOST_LINES = 6;

export function readSections(written: readonly Fields[]): readonly Section[] {
  return written.map((section) => ({
    kind: text(section['kind']) ?? '',
    heading: text(section['heading']) ?? '',
    text: text(section['text']) ?? '',
    header: cells(section['header']),
    rows: list(section['rows']).map(cells),
    series: rows(section['series']).map((line) => ({
      label: text(line['label']) ?? '',
      points: new Map(
        list(line['points']).flatMap((point) => {
          const [at, value] = list(point).map(number);
          return at === undefined || value === undefined ? [] : [[at, value] as const];
        }),
      ),
    })),
  }));
}

function cells(value: unknown): readonly string[] {
  return list(value).map((cell) => text(cell) ?? '');
}

const VIEWS: Readonly<Record<string, (section: Section) => HTMLElement>> = {
  TEXT: (section) => h('p', { class: 'lead' }, section.text),
  FIGURES: (section) => figures(...section.rows.map(([label = '', value = '']) => figure(label, value))),
  CHART: chartOf,
  BARS: bars,
  TIMELINE: timeline,
  TABLE: plainTable,
};

export function sectionView(section: Section): HTMLElement {
  const view = (VIEWS[section.kind] ?? plainTable)(section);
  return h('section', { class: 'panel full' }, section.heading ? h('h2', {}, section.heading) : null, h('div', { class: 'panel-body' }, view));
}

/** The lines that end highest; the axis fits them. */
function chartOf(section: Section): HTMLElement {
  const last = (line: Series): number => [...line.points.values()].at(-1) ?? 0;
  const shown = [...section.series].sort((a, b) => last(b) - last(a)).slice(0, MOST_LINES);
  const times = [...new Set(shown.flatMap((line) => [...line.points.keys()]))].sort((a, b) => a - b);
  const rest = section.series.length - shown.length;
  if (times.length === 0) {
    return h('p', { class: 'muted' }, 'There is no point to draw: no trade was weighed.');
  }
  return h(
    'div',
    {},
    chart({
      title: section.heading,
      times: times.map((at) => new Date(at)),
      lines: shown.map((line) => ({ label: line.label, values: standing(line, times) })),
      shown: (value) => fraction(value, 1),
      isStepped: true,
    }),
    rest > 0 ? h('p', { class: 'muted' }, `The ${MOST_LINES} that end highest; ${rest} more are in the table.`) : null,
  );
}

/** A value stands until the next; before the first nothing is known. */
function standing(line: Series, times: readonly number[]): (number | null)[] {
  let value: number | null = null;
  return times.map((at) => (value = line.points.get(at) ?? value));
}

function bars(section: Section): HTMLElement {
  const values = section.rows.map((row) => Number(row[1]));
  const longest = Math.max(...values.filter(Number.isFinite), 0.0001);
  return h(
    'ul',
    { class: 'weights noted' },
    section.rows.map(([label = '', value = '', note = ''], at) =>
      h(
        'li',
        {},
        h('span', { class: 'weight-name' }, /^[A-Z_]+$/.test(label) ? word(label) : name(label)),
        h('span', { class: 'weight-bar' }, h('span', { class: 'fill', style: { width: `${(Math.max(0, values[at] ?? 0) / longest) * 100}%` } })),
        h('span', { class: 'weight-value' }, value),
        h('p', { class: 'muted note', attrs: { dir: 'auto' } }, note),
      ),
    ),
  );
}

/** The first word of a kind: `throttle` of `throttle of dip-buyer`. */
function family(kind: string): string {
  return kind.split(' ')[0] ?? kind;
}

/** What happened, with a switch for each kind of it and a place to type what to look for. */
function timeline(section: Section): HTMLElement {
  const kinds = [...new Set(section.rows.map(([, kind = '']) => family(kind)))];
  const left = new Set<string>();
  const wanted = h('input', { attrs: { type: 'search', id: 'wanted', autocomplete: 'off' }, oninput: () => show() });
  const said = h('p', { class: 'muted', attrs: { role: 'status' } });
  const items = section.rows.map(([at = '', kind = '', what = '']) => ({
    kind: family(kind),
    words: `${kind} ${what}`.toLowerCase(),
    node: h('li', {}, h('div', { class: 'row-head' }, when(new Date(at), new Date(at)), h('strong', {}, name(kind))), h('p', { attrs: { dir: 'auto' } }, what)),
  }));
  const show = (): void => {
    const typed = wanted.value.trim().toLowerCase();
    items.forEach((item) => (item.node.hidden = left.has(item.kind) || !item.words.includes(typed)));
    said.textContent = `${items.filter((item) => !item.node.hidden).length} of ${items.length} shown`;
  };
  const toggle = (kind: string, box: HTMLInputElement): void => {
    if (box.checked) {
      left.delete(kind);
    } else {
      left.add(kind);
    }
    show();
  };
  const node = h(
    'div',
    {},
    h(
      'fieldset',
      { class: 'filter' },
      h('legend', { class: 'unseen' }, 'What to show'),
      kinds.map((kind) => {
        const box = h('input', { attrs: { type: 'checkbox', checked: true }, onchange: () => toggle(kind, box) });
        return h('label', {}, box, ' ', word(kind));
      }),
      h('label', { attrs: { for: 'wanted' } }, 'With the words ', wanted),
    ),
    said,
    h('ol', { class: 'rows story', attrs: { tabindex: 0, 'aria-label': section.heading } }, items.map((item) => item.node)),
  );
  show();
  return node;
}

function plainTable(section: Section): HTMLElement {
  const columns = section.header.map((head, at) => ({
    head,
    cell: (row: readonly string[]) => row[at] ?? '',
    isNumber: section.rows.every((row) => /^(-?[\d.,]+( ?%)?|unknown|)$/.test(row[at] ?? '')),
  }));
  return table(section.heading, columns, section.rows, (row) => row.join('|'));
}
