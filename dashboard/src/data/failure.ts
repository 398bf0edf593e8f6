/** Why a panel has nothing to show, and what a person does about it. */
export interface Failure {
  readonly title: string;
  readonly mend: string;
}

/** Nothing came: the way to the database is down, or it is. */
export const UNREACHED: Failure = {
  title: 'The database does not answer.',
  mend: 'This page goes on by itself once it does; check your connection.',
};

/** The rules refuse it. */
export const DENIED: Failure = {
  title: 'You may not read this.',
  mend: 'Your membership may have ended. Ask an admin of the tenant; then sign in again.',
};

const BY_CODE: Readonly<Record<string, Failure>> = {
  'permission-denied': DENIED,
  unauthenticated: { title: 'You are not signed in any more.', mend: 'Sign in again.' },
  unavailable: UNREACHED,
  'failed-precondition': {
    title: 'The database lacks an index for this list.',
    mend: "Deploy firestore.indexes.json ('./maestro deploy' does) and wait until it is built.",
  },
  'resource-exhausted': { title: 'The project has used up its quota.', mend: 'Look at the quota of Firestore in the console.' },
};

/** What a listener's error means. */
export function failureOf(error: unknown): Failure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return BY_CODE[code] ?? { title: 'This cannot be read.', mend: code ? `${code}: ${message}` : message };
}

/** A stored document that is not what it should be. */
export class Malformed extends Error {
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
  }
}
