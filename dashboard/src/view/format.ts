/** What nobody knows is this word, never a number. */
export const UNKNOWN = 'unknown';

const MINUS = '\u2212';
const NARROW = '\u202f';

function grouped(value: number, places: number): string {
  const text = Math.abs(value).toLocaleString('en', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return (value < 0 && /[1-9]/.test(text) ? MINUS : '') + text;
}

/** A number with a fixed count of places, or the word. */
export function fixed(value: number | undefined, places: number): string {
  return value === undefined ? UNKNOWN : grouped(value, places);
}

/** A whole number. */
export function count(value: number | undefined): string {
  return fixed(value, 0);
}

/** Money in the account's currency, to the cent. */
export function money(value: number | undefined): string {
  return fixed(value, 2);
}

/** Money with its sign, for profits and losses. */
export function signedMoney(value: number | undefined): string {
  return value !== undefined && value > 0 ? '+' + money(value) : money(value);
}

/** A fraction (0.25) as percent (25.00 %). */
export function fraction(value: number | undefined, places = 2): string {
  return percent(value === undefined ? undefined : value * 100, places);
}

/** A percent (2.5) with its sign. */
export function percent(value: number | undefined, places = 2): string {
  return value === undefined ? UNKNOWN : grouped(value, places) + NARROW + '%';
}

/** At most so many places, no trailing zeros: for limits that people set. */
export function short(value: number | undefined, places = 4): string {
  if (value === undefined) {
    return UNKNOWN;
  }
  const text = Math.abs(value).toLocaleString('en', { maximumFractionDigits: places });
  return (value < 0 && /[1-9]/.test(text) ? MINUS : '') + text;
}

/** `1 order`, `2 orders`. */
export function plural(value: number, one: string, many = one + 's'): string {
  return count(value) + ' ' + (value === 1 ? one : many);
}

/** A span of time in its two largest units: `40 s`, `3 min 20 s`, `2 h 5 min`, `4 days`. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return minutes < 10 && seconds % 60 > 0 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    return minutes % 60 > 0 && hours < 24 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  }
  return `${Math.floor(hours / 24)} days`;
}

/** `2026-12-01 11:10:07 UTC`. */
export function utc(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ') + ' UTC';
}

const sameDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const otherDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const otherYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A time in the viewer's zone; the date stands there unless it is that of `now`. */
export function local(at: Date, now: Date): string {
  if (at.toDateString() === now.toDateString()) {
    return sameDay.format(at);
  }
  return (at.getFullYear() === now.getFullYear() ? otherDay : otherYear).format(at);
}

/** `SHADOW_MODE` as people read it: `Shadow mode`. */
export function word(code: string): string {
  const text = code.replaceAll('_', ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
