import type { Row } from './firebase';
import { text, time, whole } from './read';

/** One per code and day. */
export interface Alert {
  readonly id: string;
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly source: string | undefined;
  readonly at: Date | undefined;
  readonly lastAt: Date | undefined;
  readonly count: number | undefined;
}

export function readAlert({ id, fields }: Row): Alert {
  return {
    id,
    code: text(fields['code']),
    message: text(fields['message']),
    source: text(fields['source']),
    at: time(fields['at']),
    lastAt: time(fields['last_at']),
    count: whole(fields['count']),
  };
}
