import { type Fields, fields, list, number, oneOf, rows, text, time } from './read';
import { MODES, type Mode } from './summary';

/** One closed day of a strategy; money in the account's currency. */
export interface Day {
  readonly date: string;
  readonly realized: number | undefined;
  readonly unrealized: number | undefined;
  readonly capitalBase: number | undefined;
  readonly mode: Mode | undefined;
  readonly shadowPnl: number | undefined;
}

/** What the record of a strategy proves, as cycles keep it. */
export interface Evidence {
  readonly days: number | undefined;
  readonly expectedSharpe: number | undefined;
  readonly probabilityNegative: number | undefined;
  readonly word: string | undefined;
  readonly detection: number | undefined;
  readonly mode: string | undefined;
  readonly reasoning: string | undefined;
  readonly versionSince: string | undefined;
  /** How likely each true Sharpe ratio from -4 to 4 is, in steps of 0.2; the likeliest is 35. */
  readonly strip: readonly number[];
}

const STRIP = /^[0-9a-z]{41}$/;

/** The closed days of a strategy, oldest first; or why nobody knows them. */
export interface StrategyDays {
  readonly strategy: string;
  readonly days: readonly Day[];
  readonly unavailable: string | undefined;
  readonly evidence: Evidence | undefined;
}

export interface ThrottleDocument {
  readonly closedDay: string | undefined;
  readonly writtenAt: Date | undefined;
  readonly strategies: readonly StrategyDays[];
}

export function readThrottle(raw: Fields | undefined): ThrottleDocument | undefined {
  return (
    raw && {
      closedDay: text(raw['closed_day']),
      writtenAt: time(raw['written_at']),
      strategies: rows(raw['strategies']).flatMap((row) => readDays(row, fields(raw['evidence'])) ?? []),
    }
  );
}

function readDays(row: Fields, evidence: Fields | undefined): StrategyDays | undefined {
  const strategy = text(row['strategy']);
  if (!strategy) {
    return undefined;
  }
  const column = (name: string): readonly unknown[] => list(row[name]);
  return {
    strategy,
    unavailable: text(row['unavailable']),
    evidence: readKept(fields(evidence?.[strategy])),
    days: column('dates').flatMap((date, at) =>
      typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date)
        ? [
            {
              date,
              realized: number(column('realized_pnl')[at]),
              unrealized: number(column('unrealized_pnl')[at]),
              capitalBase: number(column('capital_base')[at]),
              mode: oneOf(column('modes')[at], MODES),
              shadowPnl: number(column('shadow_pnl')[at]),
            },
          ]
        : [],
    ),
  };
}

/** As the throttle's document keeps it: figures, and beside them how it came to them. */
function readKept(kept: Fields | undefined): Evidence | undefined {
  const read = readEvidence(kept?.['figures']);
  const strip = text(kept?.['strip']);
  return (
    read && {
      ...read,
      reasoning: text(kept?.['reasoning']),
      versionSince: text(kept?.['version_since']),
      strip: strip && STRIP.test(strip) ? [...strip].map((height) => Number.parseInt(height, 36)) : [],
    }
  );
}

/** The figures, whatever of them stands there; without any there is no evidence. */
export function readEvidence(value: unknown): Evidence | undefined {
  const raw = fields(value);
  const read = raw && {
    days: number(raw['days']),
    expectedSharpe: number(raw['expected_sharpe']),
    probabilityNegative: number(raw['probability_negative']),
    word: text(raw['word']),
    detection: number(raw['detection']),
    mode: text(raw['mode']),
    reasoning: undefined,
    versionSince: undefined,
    strip: [],
  };
  return read && Object.values(read).some((known) => known !== undefined && !Array.isArray(known)) ? read : undefined;
}

/** Profit and loss of each day, and what they add up to; from the first unknown day on the sum is unknown. */
export function cumulated(days: readonly Day[]): (number | null)[] {
  let sum: number | null = 0;
  let mark = 0;
  return days.map((day, at) => {
    if (sum === null || day.realized === undefined || day.unrealized === undefined) {
      sum = null;
      return null;
    }
    const before = at === 0 ? day.unrealized : mark;
    sum += day.realized + day.unrealized - before;
    mark = day.unrealized;
    return sum;
  });
}
