import type uPlot from 'uplot';
import { h } from './element';
import { utc } from './format';

/** One line over time; a gap where the value is unknown. */
export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** What a chart shows and how it is said to those who do not see it. */
export interface ChartOf {
  readonly title: string;
  /** Of each point, oldest first. */
  readonly times: readonly Date[];
  readonly lines: readonly Line[];
  readonly shown: (value: number) => string;
  /** Steps from point to point where a value stands until the next. */
  readonly isStepped?: boolean;
  /** Whole days of UTC rather than moments. */
  readonly isDaily?: boolean;
}

/** Colours and dashes in this order: lines differ in both. */
const STROKES = ['--line-1', '--line-2', '--line-3', '--line-4', '--line-5', '--line-6'] as const;
const DASHES: readonly number[][] = [[], [6, 3], [2, 3], [10, 4, 2, 4], [], [6, 3]];

/** A chart that fits its place; its axes fit the values and do not begin at zero. */
export function chart(of: ChartOf): HTMLElement {
  const place = h('div', { class: 'chart-place', attrs: { 'data-kept': true, role: 'img', 'aria-label': said(of) } });
  const legend = h(
    'ul',
    { class: 'legend' },
    of.lines.map((line, at) =>
      h('li', {}, h('span', { class: `key line-${(at % STROKES.length) + 1}`, attrs: { 'aria-hidden': 'true' } }), h('bdi', {}, line.label)),
    ),
  );
  const node = h('div', { class: 'chart', attrs: { 'data-key': keyOf(of) } }, of.lines.length > 1 ? legend : null, place);
  void draw(place, of);
  return node;
}

function keyOf(of: ChartOf): string {
  const last = of.lines.map((line) => line.values[line.values.length - 1] ?? '').join();
  return `${of.title}|${of.times.length}|${of.times[of.times.length - 1]?.getTime() ?? 0}|${last}`;
}

/** What the chart shows, in words. */
export function said(of: ChartOf): string {
  const first = of.times[0];
  const last = of.times[of.times.length - 1];
  if (!first || !last) {
    return `${of.title}: no points.`;
  }
  const ends = of.lines.slice(0, 12).map((line) => {
    const known = line.values.filter((value) => value !== null);
    const from = known[0];
    const to = known[known.length - 1];
    return from === undefined || to === undefined ? `${line.label} unknown` : `${line.label} from ${of.shown(from)} to ${of.shown(to)}`;
  });
  return `${of.title}, ${utc(first)} to ${utc(last)}: ${ends.join('; ')}.`;
}

async function draw(place: HTMLElement, of: ChartOf): Promise<void> {
  const { default: Plot } = await import('uplot');
  let plot: uPlot | undefined;
  const paint = (): void => {
    const width = place.clientWidth;
    if (width > 0 && place.isConnected) {
      plot?.destroy();
      plot = new Plot(options(place, of, width), data(of), place);
    }
  };
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', paint);
  let before = 0;
  const resize = new ResizeObserver(() => {
    if (!place.isConnected) {
      resize.disconnect();
      scheme.removeEventListener('change', paint);
      plot?.destroy();
    } else if (Math.abs(place.clientWidth - before) > 1) {
      before = place.clientWidth;
      paint();
    }
  });
  resize.observe(place);
}

function data(of: ChartOf): uPlot.AlignedData {
  return [of.times.map((at) => at.getTime() / 1000), ...of.lines.map((line) => [...line.values])];
}

function options(place: HTMLElement, of: ChartOf, width: number): uPlot.Options {
  const style = getComputedStyle(place);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--muted'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
    font: `12px ${style.fontFamily}`,
  };
  return {
    width,
    height: width < 480 ? 200 : 240,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: true } },
    ...(of.isDaily ? { tzDate: (seconds: number) => inUtc(seconds) } : {}),
    axes: [
      { ...axis, space: 70, values: (_plot: uPlot, ticks: number[], _axis: number, _space: number, step: number) => ticks.map((tick, at) => timeLabel(tick, at, step, of.isDaily ?? false)) },
      { ...axis, size: 76, values: (_plot: uPlot, ticks: number[]) => ticks.map((tick) => of.shown(tick)) },
    ],
    series: [
      {},
      ...of.lines.map((line, at) => ({
        label: line.label,
        stroke: colour(STROKES[at % STROKES.length] ?? '--line-1'),
        dash: DASHES[at % DASHES.length] ?? [],
        width: 2,
        spanGaps: false,
        points: { show: of.times.length < 2 },
        ...(of.isStepped ? { paths: stepped } : {}),
      })),
    ],
  };
}

/** `14:30`, and the day at the first tick, at midnight, and where ticks are days. */
function timeLabel(tick: number, at: number, step: number, isUtc: boolean): string {
  const date = isUtc ? inUtc(tick) : new Date(tick * 1000);
  const day = `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''}`;
  if (step >= 86_400) {
    return at === 0 ? `${day}\n${date.getFullYear()}` : day;
  }
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  return at === 0 || (date.getHours() === 0 && date.getMinutes() === 0) ? `${time}\n${day}` : time;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A date whose local fields are those of UTC. */
function inUtc(seconds: number): Date {
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() + at.getTimezoneOffset() * 60_000);
}

/** Level until the next point, as a value that stands. */
function stepped(plot: uPlot, series: number, from: number, to: number): uPlot.Series.Paths {
  const path = new Path2D();
  const times = plot.data[0];
  const values = plot.data[series] ?? [];
  let before: number | null = null;
  for (let at = from; at <= to; at++) {
    const value = values[at] ?? null;
    const x = Math.round(plot.valToPos(times[at] ?? 0, 'x', true));
    if (value === null) {
      before = null;
      continue;
    }
    const y = Math.round(plot.valToPos(value, 'y', true));
    if (before === null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, before);
      path.lineTo(x, y);
    }
    before = y;
  }
  return { stroke: path, fill: null, clip: null, band: null, gaps: [], flags: 1 };
}
