/** Why a panel has nothing to show, and what a person does about it. */
export interface Failure {
  readonly title: string;
  readonly mend: string;
}

const BY_CODE: Readonly<Record<string, Failure>> = {
  'permission-denied': {
    title: 'You may not read this.',
    mend: 'Your membership may have ended. Ask an admin of the tenant; then sign in again.',
  },
  unauthenticated: { title: 'You are not signed in any more.', mend: 'Sign in again.' },
  unavailable: { title: 'The database does not answer.', mend: 'This page tries again by itself; check your connection.' },
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
