import { type Fields, fields, number, oneOf, rows, text, time, whole } from './read';

export const PARTS = ['WEIGHTS', 'THROTTLE', 'OVERRIDE', 'POLICY'] as const;

/** What one part of Maestro was worth, on paper; what nobody knows is `undefined`. */
export interface PartValue {
  readonly part: (typeof PARTS)[number];
  readonly money: number | undefined;
  readonly perMonth: number | undefined;
  readonly days: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly sentence: string | undefined;
}

/** What the twin says that Maestro was worth, as the newest cycle left it. */
export interface Twin {
  readonly since: Date | undefined;
  readonly asOf: Date | undefined;
  readonly effect: number | undefined;
  readonly perMonth: number | undefined;
  readonly parts: readonly PartValue[];
  readonly unmarkedDays: number | undefined;
  readonly leftOut: number | undefined;
}

/** Reads it; `undefined` where there is none. */
export function readTwin(value: unknown): Twin | undefined {
  const raw = fields(value);
  return (
    raw && {
      since: time(raw['since']),
      asOf: time(raw['as_of']),
      effect: number(raw['effect']),
      perMonth: number(raw['effect_per_month']),
      parts: rows(raw['parts']).flatMap(readPart),
      unmarkedDays: whole(raw['unmarked_days']),
      leftOut: whole(raw['left_out']),
    }
  );
}

function readPart(raw: Fields): PartValue[] {
  const part = oneOf(raw['part'], PARTS);
  return part
    ? [
        {
          part,
          money: number(raw['money']),
          perMonth: number(raw['per_month']),
          days: whole(raw['days']),
          low: number(raw['low']),
          high: number(raw['high']),
          sentence: text(raw['sentence']),
        },
      ]
    : [];
}
