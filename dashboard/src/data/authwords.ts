const SENTENCES: Readonly<Record<string, string>> = {
  'auth/invalid-credential': 'Nobody has this address with this password.',
  'auth/invalid-email': 'This is no e-mail address.',
  'auth/user-not-found': 'Nobody has this address with this password.',
  'auth/wrong-password': 'Nobody has this address with this password.',
  'auth/user-disabled': 'This user is switched off.',
  'auth/too-many-requests': 'Too many attempts: wait some minutes.',
  'auth/network-request-failed': 'The sign-in service does not answer: check your connection.',
  'auth/popup-closed-by-user': 'The window of Google was closed before you signed in.',
  'auth/popup-blocked': 'The browser blocked the window of Google: allow it for this page.',
  'auth/invalid-action-code': 'This link was used before or is too old: ask for another one.',
  'auth/operation-not-allowed': 'This way of signing in is not switched on for the project.',
};

/** What went wrong, for people. */
export function sentence(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return SENTENCES[code] ?? (error instanceof Error ? error.message : String(error));
}
