import { type Switch, tighter } from '../data/control';
import { type Capital, MODES, type OpenOrder, type Policy, type Summary, type Throttled } from '../data/summary';
import { h, name } from './element';
import { count, fraction, money, percent, plural, UNKNOWN, word } from './format';
import { age, badge, empty, figure, figures, type Now, when } from './parts';

/** May the system trade: the tighter of the tenant's switch and that of all tenants, live. */
export function tradingState(tenant: Switch, everybody: Switch, summary: Summary | undefined, now: Now): HTMLElement {
  const acting = tighter(tenant, everybody);
  return h(
    'div',
    { class: 'state' },
    h('p', { class: 'state-word' }, badge(acting.state)),
    h('p', {}, acting.flatten ? 'Exits only, and everything that is held is sold.' : STATES[acting.state]),
    acting === everybody && everybody.state !== 'ACTIVE' ? h('p', { class: 'notice' }, '▲ This holds for all tenants.') : null,
    acting.reason
      ? h(
          'p',
          { class: 'muted' },
          'Reason: ',
          h('q', { attrs: { dir: 'auto' } }, acting.reason),
          acting.by ? [', ', name(acting.by)] : null,
          acting.at ? [', ', when(acting.at, now)] : null,
        )
      : null,
    summary?.systemic ? h('p', { class: 'notice' }, '▲ Systemic risk: buy entries were overridden in the newest cycle.') : null,
    summary
      ? h('p', { class: 'muted' }, 'Newest cycle ', age(summary.decidedAt, now), ' ago; the next decides under this state.')
      : h('p', { class: 'muted' }, 'What the newest cycle decided is not known.'),
  );
}

const STATES = {
  ACTIVE: 'Orders are released as the policy allows.',
  REDUCING: 'Exits only: no order that opens or adds is released.',
  HALTED: 'Nothing is released, exits neither.',
} as const;

/** The policy in one sentence, with its reasons. */
export function policySentence(policy: Policy | undefined, riskMode: string | undefined, reasons: readonly string[]): HTMLElement {
  if (!policy) {
    return empty('No policy is known.', 'Without one nothing new is traded. The next cycle writes it.');
  }
  return h(
    'div',
    { class: 'policy' },
    h('p', { class: 'badges' }, h('span', {}, 'Risk mode ', badge(riskMode)), h('span', {}, 'Policy ', badge(policy.riskProfile))),
    h('p', { class: 'lead' }, sentence(policy)),
    policy.blockReasons.length > 0
      ? h('p', { class: 'badges' }, policy.blockReasons.map((reason) => badge(reason, 'bad')))
      : null,
    policy.note
      ? h('ul', { class: 'reasons' }, policy.note.split(/;\s+/).map((part) => h('li', { attrs: { dir: 'auto' } }, part)))
      : null,
    reasons.length > 0
      ? h(
          'details',
          {},
          h('summary', {}, `Why the risk mode is ${riskMode ? word(riskMode) : UNKNOWN}`),
          h('ul', { class: 'reasons' }, reasons.map((reason) => h('li', { attrs: { dir: 'auto' } }, reason))),
        )
      : null,
  );
}

/** `New trades at most 0.32 % risk each, confidence from 65 %, entries defensive.` */
export function sentence(policy: Policy): string {
  if (policy.allowsNewTrades === undefined) {
    return 'Whether new trades are allowed is unknown: treat it as no.';
  }
  const terms =
    `at most ${percent(policy.maxRiskPct)} risk a trade, confidence from ${fraction(policy.minConfidence, 0)}, ` +
    `entries ${said(policy.entryMode)}, exits ${said(policy.exitMode)}`;
  return policy.allowsNewTrades ? `New trades are allowed: ${terms}.` : `No new trades. Exits go on, ${said(policy.exitMode)}.`;
}

const SAID: Readonly<Record<string, string>> = {
  TREND_FOLLOW: 'following the trend',
  FAST_TP: 'taking profit fast',
  DEFENSIVE_TRAIL: 'by a tight trailing stop',
};

function said(code: string | undefined): string {
  return code ? (SAID[code] ?? word(code).toLowerCase()) : UNKNOWN;
}

const MOST_SENTENCES = 6;

/** How many strategies are in each mode, and the throttle's sentence about those it holds back most. */
export function modes(summary: Summary): HTMLElement {
  const known = MODES.flatMap((mode): [string, number][] => {
    const many = summary.modes.get(mode);
    return many === undefined ? [] : [[mode, many]];
  });
  const shown = summary.throttled.slice(0, MOST_SENTENCES);
  const more = (summary.throttledMore ?? 0) + summary.throttled.length - shown.length;
  return h(
    'div',
    {},
    h(
      'ul',
      { class: 'modes' },
      known.map(([mode, many]) => h('li', { attrs: { 'data-key': mode } }, h('strong', {}, count(many)), badge(mode))),
      (summary.notSelected ?? 0) > 0
        ? h('li', {}, h('strong', {}, count(summary.notSelected)), badge('NOT_SELECTED', 'quiet'))
        : null,
      (summary.disabled ?? 0) > 0 ? h('li', {}, h('strong', {}, count(summary.disabled)), badge('DISABLED', 'quiet')) : null,
    ),
    shown.length > 0 ? h('ul', { class: 'rows' }, shown.map(throttled)) : null,
    h(
      'p',
      { class: 'muted' },
      more > 0 ? `and ${count(more)} more. ` : '',
      h('a', { attrs: { href: '#/strategies' } }, 'All strategies'),
    ),
  );
}

function throttled(item: Throttled): HTMLElement {
  return h(
    'li',
    { attrs: { 'data-key': item.strategy } },
    h(
      'div',
      { class: 'row-head' },
      h('a', { attrs: { href: '#/strategies/' + encodeURIComponent(item.strategy) } }, name(item.strategy)),
      badge(item.mode),
    ),
    h('p', { class: 'muted', attrs: { dir: 'auto' } }, item.reasoning ?? UNKNOWN),
  );
}

/** Capital as one bar of three parts, each with its figure. */
export function capital(known: Capital | undefined, equity: number | undefined, asOf: Date | undefined, now: Now): HTMLElement {
  if (!known) {
    return empty('The ledger is not known.', 'No capital is given away until it can be read: see docs/ledger.md.');
  }
  const parts = [known.held, known.reserved, known.available];
  const total = parts.reduce<number>((sum, part) => sum + Math.max(0, part ?? 0), 0);
  const isWhole = parts.every((part) => part !== undefined) && total > 0;
  return h(
    'div',
    {},
    isWhole
      ? h(
          'div',
          { class: 'stack', attrs: { 'aria-hidden': 'true' } },
          ['held', 'reserved', 'free'].map((kind, at) =>
            h('span', { class: kind, style: { width: `${(Math.max(0, parts[at] ?? 0) / total) * 100}%` } }),
          ),
        )
      : null,
    figures(
      figure('Held', money(known.held)),
      figure('Reserved', money(known.reserved)),
      figure('Free', money(known.available)),
      figure('Equity', money(equity)),
      figure('Positions', count(known.positions)),
    ),
    h('p', { class: 'muted' }, "In the account's currency; the account is of ", age(asOf, now), ' ago.'),
    restricted('Suspended', known.suspended, known.suspendedCount),
    restricted('In doubt', known.inDoubt, known.inDoubtCount),
  );
}

function restricted(title: string, names: readonly string[], total: number): HTMLElement | null {
  const shown = names.slice(0, 8);
  return total === 0
    ? null
    : h(
        'p',
        { class: 'notice' },
        `▲ ${title}: `,
        shown.map((one, at) => [at > 0 ? ', ' : '', name(one)]),
        total > shown.length ? ` and ${total - shown.length} more` : '',
      );
}

const MOST_SHOWN = 5;

/** `2 orders still live, oldest 40 s`, and the oldest of them. `isMore`: there may be more than were counted. */
export function orders(oldestFirst: readonly OpenOrder[], total: number | undefined, isMore: boolean, oldest: Date | undefined, now: Now): HTMLElement {
  if (total === 0) {
    return empty('No order is open.', 'What a cycle approves appears here until it is filled or has expired.');
  }
  const shown = oldestFirst.slice(0, MOST_SHOWN);
  return h(
    'div',
    {},
    h(
      'p',
      { class: 'lead' },
      total === undefined
        ? 'How many orders are open is unknown.'
        : [`${isMore ? 'At least ' : ''}${plural(total, 'order')} still live, ${isMore ? 'oldest of them ' : 'oldest '}`, age(oldest, now), '.'],
    ),
    h('ul', { class: 'rows' }, shown.map((order) => openOrder(order, now))),
    h('p', { class: 'muted' }, (total ?? 0) > shown.length ? `and ${count((total ?? 0) - shown.length)} more. ` : '', h('a', { attrs: { href: '#/intents' } }, 'All orders')),
  );
}

function openOrder(order: OpenOrder, now: Now): HTMLElement {
  return h(
    'li',
    { attrs: { 'data-key': order.nonce } },
    h(
      'div',
      { class: 'row-head' },
      h('span', {}, h('strong', {}, order.side ? word(order.side) : UNKNOWN), ' ', name(order.symbol ?? UNKNOWN)),
      badge(order.state),
    ),
    h('p', { class: 'muted' }, name(order.strategy || UNKNOWN), ', ', age(order.reservedAt, now)),
  );
}
