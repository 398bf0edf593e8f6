import { Malformed } from './failure';
import { type Fields, fields, flag, list, number, oneOf, rows, text, texts, time, whole } from './read';
import { readTwin, type Twin } from './twin';

export const CONTROL_STATES = ['ACTIVE', 'REDUCING', 'HALTED'] as const;
export const MODES = ['ACTIVE', 'REDUCED', 'SHADOW_MODE'] as const;
export const VERDICTS = ['APPROVED', 'HOLD', 'DENIED'] as const;
export type Mode = (typeof MODES)[number];

/** A limit of the tenant, and how much of it is used; `unknown` where the cycle did not know either. */
export interface Limit {
  readonly name: string;
  readonly unit: 'percent' | 'count';
  readonly used: number | undefined;
  readonly allowed: number | undefined;
}

/** The throttle's word about a strategy. */
export interface Throttled {
  readonly strategy: string;
  readonly mode: Mode | undefined;
  readonly admission: string | undefined;
  readonly reasoning: string | undefined;
}

/** An order that has not ended. */
export interface OpenOrder {
  readonly nonce: string;
  readonly strategy: string;
  readonly symbol: string | undefined;
  readonly side: string | undefined;
  readonly kind: string | undefined;
  readonly state: string | undefined;
  readonly reservedAt: Date | undefined;
}

export interface Policy {
  readonly allowsNewTrades: boolean | undefined;
  readonly riskProfile: string | undefined;
  readonly maxRiskPct: number | undefined;
  readonly minConfidence: number | undefined;
  readonly entryMode: string | undefined;
  readonly exitMode: string | undefined;
  readonly note: string | undefined;
  readonly blockReasons: readonly string[];
}

/** The ledger in some figures; money in the account's currency. */
export interface Capital {
  readonly reserved: number | undefined;
  readonly held: number | undefined;
  readonly available: number | undefined;
  readonly positions: number | undefined;
  readonly openIntents: number | undefined;
  readonly workingIntents: number | undefined;
  readonly unknownIntents: number | undefined;
  readonly oldestIntentAt: Date | undefined;
  /** The first names; `suspendedCount` counts all. */
  readonly suspended: readonly string[];
  readonly suspendedCount: number;
  readonly inDoubt: readonly string[];
  readonly inDoubtCount: number;
}

/** What the newest cycle left for the first screen: one document. What it lacks is unknown here. */
export interface Summary {
  readonly decidedAt: Date;
  readonly cycleSlot: Date | undefined;
  readonly sessionId: string | undefined;
  readonly seq: number | undefined;
  readonly text: string | undefined;
  readonly owner: string | undefined;
  readonly controlState: (typeof CONTROL_STATES)[number] | undefined;
  readonly controlReason: string | undefined;
  readonly systemic: boolean | undefined;
  readonly policy: Policy | undefined;
  readonly riskMode: string | undefined;
  readonly riskReasons: readonly string[];
  readonly limits: readonly Limit[];
  readonly modes: ReadonlyMap<string, number>;
  readonly notSelected: number | undefined;
  readonly disabled: number | undefined;
  readonly throttled: readonly Throttled[];
  readonly throttledMore: number | undefined;
  readonly verdicts: ReadonlyMap<string, number>;
  readonly equity: number | undefined;
  readonly accountAsOf: Date | undefined;
  readonly capital: Capital | undefined;
  readonly orders: readonly OpenOrder[];
  readonly strategies: number | undefined;
  readonly health: Fields | undefined;
  readonly twin: Twin | undefined;
}

/** The newest format that this page reads. */
const FORMAT = 1;

/** Reads the summary; `undefined` where no cycle has run yet. */
export function readSummary(raw: Fields | undefined): Summary | undefined {
  if (!raw) {
    return undefined;
  }
  const format = whole(raw['format'] ?? FORMAT);
  if (format === undefined || format > FORMAT) {
    throw new Malformed(
      `The summary has format ${String(raw['format'])}, and this page reads ${FORMAT}.`,
      'Load the page anew; if it stays so, deploy the dashboard that belongs to the functions.',
    );
  }
  const decidedAt = time(raw['decided_at']);
  if (!decidedAt) {
    throw new Malformed(
      'The summary says not when it was decided, so nothing of it can be trusted.',
      'The next cycle writes it anew. If it stays so, look at the logs of conduct.',
    );
  }
  return {
    decidedAt,
    cycleSlot: time(raw['cycle_slot']),
    sessionId: text(raw['session_id']),
    seq: whole(raw['seq']),
    text: text(raw['summary']),
    owner: text(raw['owner']),
    controlState: oneOf(raw['control_state'], CONTROL_STATES),
    controlReason: text(raw['control_reason']),
    systemic: flag(raw['systemic_risk_detected']),
    policy: readPolicy(raw['policy']),
    riskMode: text(raw['risk_mode']),
    riskReasons: texts(raw['risk_reasons']),
    limits: rows(raw['limits']).flatMap(readLimit),
    modes: counts(raw['modes']),
    notSelected: whole(raw['not_selected']),
    disabled: whole(raw['disabled']),
    throttled: rows(raw['throttle']).flatMap(readThrottled),
    throttledMore: whole(raw['throttle_more']),
    verdicts: counts(raw['verdicts']),
    equity: number(raw['equity']),
    accountAsOf: time(raw['account_as_of']),
    capital: readCapital(raw['capital']),
    orders: list(raw['orders']).flatMap((order) => readOrder(fields(order)) ?? []),
    strategies: whole(raw['strategies']),
    health: fields(raw['health']),
    twin: readTwin(raw['twin']),
  };
}

function readPolicy(value: unknown): Policy | undefined {
  const raw = fields(value);
  return (
    raw && {
      allowsNewTrades: flag(raw['allow_new_trades']),
      riskProfile: text(raw['risk_profile']),
      maxRiskPct: number(raw['max_risk_pct']),
      minConfidence: number(raw['min_confidence']),
      entryMode: text(raw['entry_mode']),
      exitMode: text(raw['exit_mode']),
      note: text(raw['note']),
      blockReasons: texts(raw['block_reasons']),
    }
  );
}

function readLimit(raw: Fields): Limit[] {
  const name = text(raw['limit']);
  const unit = oneOf(raw['unit'], ['percent', 'count'] as const);
  return name && unit ? [{ name, unit, used: number(raw['used']), allowed: number(raw['allowed']) }] : [];
}

function readThrottled(raw: Fields): Throttled[] {
  const strategy = text(raw['strategy']);
  return strategy
    ? [
        {
          strategy,
          mode: oneOf(raw['mode'], MODES),
          admission: text(raw['admission']),
          reasoning: text(raw['reasoning']),
        },
      ]
    : [];
}

function readCapital(value: unknown): Capital | undefined {
  const raw = fields(value);
  return (
    raw && {
      reserved: number(raw['reserved']),
      held: number(raw['held']),
      available: number(raw['available']),
      positions: whole(raw['positions']),
      openIntents: whole(raw['open_intents']),
      workingIntents: whole(raw['working_intents']),
      unknownIntents: whole(raw['unknown_intents']),
      oldestIntentAt: time(raw['oldest_intent_at']),
      suspended: texts(raw['suspended']),
      suspendedCount: whole(raw['suspended_count']) ?? texts(raw['suspended']).length,
      inDoubt: texts(raw['in_doubt']),
      inDoubtCount: whole(raw['in_doubt_count']) ?? texts(raw['in_doubt']).length,
    }
  );
}

/** An order as an intent's document or the summary has it; without its nonce it is none. */
export function readOrder(raw: Fields | undefined): OpenOrder | undefined {
  const nonce = text(raw?.['nonce']);
  return raw && nonce
    ? {
        nonce,
        strategy: text(raw['strategy']) ?? '',
        symbol: text(raw['symbol']),
        side: text(raw['side']),
        kind: text(raw['kind']),
        state: text(raw['state']),
        reservedAt: time(raw['reserved_at']),
      }
    : undefined;
}

function counts(value: unknown): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const [name, many] of Object.entries(fields(value) ?? {})) {
    const known = whole(many);
    if (known !== undefined) {
      read.set(name, known);
    }
  }
  return read;
}
