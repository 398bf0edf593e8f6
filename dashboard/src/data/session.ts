import type { Firestore } from 'firebase/firestore';
import { connect } from './firebase';
import type { DemoPerson, Settings } from './settings';

/** Somebody who is signed in, and the one tenant they speak for. */
export interface Session {
  readonly uid: string;
  readonly tenant: string;
  /** What people call them. */
  readonly shown: string;
  readonly db: Firestore;
  /** A token for the API, fresh. */
  token(): Promise<string>;
  signOut(): Promise<void>;
}

const REMEMBERED = 'maestro-demo-person';

/** One click: a token without a signature, which emulators take and nobody else. */
export function signInDemo(settings: Settings, person: DemoPerson): Session {
  const tenant = settings.demo?.tenant ?? person.uid;
  const { db } = connect(settings, { sub: person.uid, tenant_id: tenant });
  sessionStorage.setItem(REMEMBERED, person.uid);
  const token = unsigned({ aud: settings.project, sub: person.uid, tenant_id: tenant });
  return {
    uid: person.uid,
    tenant,
    shown: person.uid,
    db,
    token: () => Promise.resolve(token),
    signOut: () => {
      sessionStorage.removeItem(REMEMBERED);
      location.reload();
      return Promise.resolve();
    },
  };
}

/** Whom this tab chose before it was loaded anew. */
export function rememberedPerson(settings: Settings): DemoPerson | undefined {
  const uid = sessionStorage.getItem(REMEMBERED);
  return settings.demo?.people.find((person) => person.uid === uid);
}

function unsigned(claims: Readonly<Record<string, string>>): string {
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`;
}

function encoded(part: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(part));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
