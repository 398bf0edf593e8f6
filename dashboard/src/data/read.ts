/** Stored values without a promise about their shape: each reader says `undefined` where nothing usable stands. */
export type Fields = Readonly<Record<string, unknown>>;

export function fields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isTimestamp(value)
    ? (value as Fields)
    : undefined;
}

/** Text that is not blank. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A finite number, or decimal text that is one; blank text is unknown, never 0. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value.trim())) {
    const read = Number(value);
    return Number.isFinite(read) ? read : undefined;
  }
  return undefined;
}

/** A whole number of 0 or more. */
export function whole(value: unknown): number | undefined {
  const read = number(value);
  return read !== undefined && Number.isInteger(read) && read >= 0 ? read : undefined;
}

export function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The usable texts of a list. */
export function texts(value: unknown): readonly string[] {
  return list(value).flatMap((item) => text(item) ?? []);
}

/** The usable maps of a list. */
export function rows(value: unknown): readonly Fields[] {
  return list(value).map(fields).filter((row) => row !== undefined);
}

/** A Timestamp of Firestore, a Date, or ISO-8601 text with an offset. */
export function time(value: unknown): Date | undefined {
  if (isTimestamp(value)) {
    return valid(value.toDate());
  }
  if (value instanceof Date) {
    return valid(value);
  }
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value)) {
    return valid(new Date(value));
  }
  return undefined;
}

/** A word of a closed set. */
export function oneOf<W extends string>(value: unknown, words: readonly W[]): W | undefined {
  return words.find((word) => word === value);
}

function valid(at: Date): Date | undefined {
  return Number.isFinite(at.getTime()) ? at : undefined;
}

function isTimestamp(value: unknown): value is { toDate(): Date } {
  return (
    typeof value === 'object' && value !== null && 'toDate' in value && typeof (value as { toDate: unknown }).toDate === 'function'
  );
}
