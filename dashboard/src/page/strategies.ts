import { type AllocationDecision, readRecord } from '../data/record';
import { readRanking } from '../data/ranking';
import { type Fields, flag, text, texts } from '../data/read';
import { both, mapped, tolerant, type Watched } from '../data/source';
import type { Capital } from '../data/summary';
import { readThrottle } from '../data/throttle';
import { readRemembered } from '../data/trades';
import { dayTable, equityOfDays } from '../view/days';
import { h, name } from '../view/element';
import { evidencePanel } from '../view/evidence';
import { UNKNOWN, word } from '../view/format';
import { modeStrip } from '../view/modes';
import { badge, empty, figure, figures } from '../view/parts';
import { joined, scoreParts, strategyTable, type StrategyRow } from '../view/strategies';
import { tradeTable } from '../view/trades';
import { announce } from './announce';
import type { Context } from './context';
import { ask } from './dialog';
import { listing } from './listing';
import { pageOf, type Page } from './page';
import { panel } from './panel';

const NONE = () => empty('No strategy is registered.', "Register one: './maestro strategy put', or PUT /api/maestro/strategies/{id}.");

/** All strategies, or one of them. */
export function strategiesPage(context: Context, id: string): Page {
  return id ? strategyPage(context, id) : pageOf('Strategies', 'Ranked as an evaluation would rank them now; modes and reasons are those of the newest cycle.', [all(context)]);
}

function all(context: Context) {
  return listing<StrategyRow>({
    title: 'All strategies',
    source: mapped(both(newestDecisions(context), tolerant(ranking(context))), ([decisions, ranked]) => joined(decisions, ranked ?? [])),
    view: strategyTable,
    lead: (rows) =>
      rows.some((row) => row.ranked) ? null : h('p', { class: 'notice' }, '▲ The API does not tell the ranking now, so ranks and scores are unknown; modes are those of the newest cycle.'),
    empty: NONE,
    text: (row) => `${row.id} ${row.ranked?.name ?? ''} ${row.decision?.reasoning ?? ''}`,
    choice: {
      label: 'Mode',
      options: [
        ['ACTIVE', 'Active'],
        ['REDUCED', 'Reduced'],
        ['SHADOW_MODE', 'Shadow mode'],
      ],
      keeps: (row, mode) => row.decision?.mode === mode,
    },
  });
}

function strategyPage(context: Context, id: string): Page {
  const ranked = ranking(context);
  const throttle = context.tenantDocument('maestro/throttle', readThrottle);
  const days = mapped(throttle, (document) => document?.strategies.find((one) => one.strategy === id));
  const decision = mapped(newestDecisions(context), (rows) => rows.find((row) => row.strategy === id));
  const noDays = () => empty('No day of it is closed yet.', 'The first comes after midnight UTC, with the snapshot.');
  const page = pageOf(id, '', [
    panel('Registration', context.tenantDocument(`strategies/${id}`, (raw) => raw), (raw) => registration(raw), 'third'),
    panel('Evidence', both(days, decision), ([known, decided]) => evidencePanel(known?.evidence, decided), 'two-thirds'),
    panel('Rank and score', ranked, (rows) => scoreParts(rows.find((row) => row.strategy === id), rows.length), 'half'),
    panel('Profit and loss', days, (known) => (known ? equityOfDays(known) : noDays()), 'half'),
    panel('Closed days', days, (known) => (known ? [known.days.some((day) => day.mode) ? modeStrip(known) : null, dayTable(known)] : noDays())),
    panel('Trades', context.tenantDocument('maestro/stats', readRemembered), (trades) => {
      const own = trades?.filter((trade) => trade.strategy === id).slice(0, 100) ?? [];
      return own.length > 0
        ? tradeTable(own, context.now, `Closed trades of ${id}, newest first`)
        : empty('It has closed no trade that cycles remember.', 'They remember the newest 4,000 of the tenant, at least those of 30 days.');
    }),
  ]);
  page.node.querySelector('h1')?.replaceChildren(name(id));
  page.node.querySelector('.page-head')?.append(rearm(context, id, page));
  return page;
}

function registration(raw: Fields | undefined): HTMLElement {
  if (!raw) {
    return empty('No strategy has this name.', 'It may have been taken away, or the address is wrong.');
  }
  const tags = texts(raw['regime_tags']);
  return figures(
    figure('Name', name(text(raw['name']) ?? UNKNOWN)),
    figure('Status', badge(text(raw['status']))),
    figure('Agent', name(text(raw['agent_id']) ?? UNKNOWN)),
    figure('Whose journal', name(text(raw['uid']) ?? UNKNOWN)),
    figure('Version', name(text(raw['version']) ?? 'none')),
    figure('Shorts', yes(raw['allow_shorts'])),
    figure('Adds to positions', yes(raw['scale_in'])),
    figure('Regimes', tags.length > 0 ? tags.map(word).join(', ') : 'any'),
  );
}

function yes(value: unknown): string {
  const known = flag(value);
  return known === undefined ? UNKNOWN : known ? 'yes' : 'no';
}

/** For operators, while the ledger suspends it: lets it enter again. */
function rearm(context: Context, id: string, page: { stop(): void }): HTMLElement {
  const node = h('div', { class: 'controls' });
  const stop = both(context.role, context.summary).subscribe((live) => {
    const [role, summary] = live.state === 'ready' ? live.value : [undefined, undefined];
    const may = (role === 'operator' || role === 'admin') && isSuspended(summary?.capital, id);
    node.replaceChildren(
      ...(may
        ? [
            h('p', { class: 'notice' }, '▲ The ledger suspended it: it enters nothing.'),
            h('button', { class: 'danger', attrs: { type: 'button' }, onclick: () => ask(question(context, id), announce) }, 'Rearm'),
          ]
        : []),
    );
  });
  const before = page.stop;
  page.stop = () => {
    stop();
    before();
  };
  return node;
}

/** Of many suspended ones the summary names the first; then any may be. */
function isSuspended(capital: Capital | undefined, id: string): boolean {
  return capital !== undefined && (capital.suspended.includes(id) || capital.suspendedCount > capital.suspended.length);
}

function question(context: Context, id: string) {
  return {
    title: 'Let it enter again?',
    consequence: h('span', {}, 'The ledger suspended ', name(id), ' after fills that nobody asked for. Look at its orders first.'),
    action: 'Rearm',
    isDangerous: true,
    act: (reason: string) => context.api.rearm(id, reason),
  };
}

function ranking(context: Context) {
  return context.fetched('/api/msc/strategies', readRanking);
}

function newestDecisions(context: Context): Watched<readonly AllocationDecision[]> {
  return mapped(context.newest(context.lists.cycles(1)), (rows) => (rows[0] ? readRecord(rows[0]).allocations : []));
}
