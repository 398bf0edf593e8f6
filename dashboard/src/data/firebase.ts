import { type FirebaseApp, initializeApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  type Firestore,
  initializeFirestore,
  memoryLocalCache,
  documentId,
  getDocs,
  limit,
  onSnapshot,
  orderBy,
  query,
  type QueryConstraint,
  type QuerySnapshot,
  startAfter,
  where,
} from 'firebase/firestore';
import type { Ordered } from './lists';
import type { Fields } from './read';
import type { Settings } from './settings';
import type { Watch } from './source';

/** A document of a list. */
export interface Row {
  readonly id: string;
  readonly fields: Fields;
}

/** Firebase for a signed-in person. Nothing is kept on the disk: who loses membership leaves no copy behind. */
export interface Connection {
  readonly app: FirebaseApp;
  readonly db: Firestore;
}

export function connect(settings: Settings, mockUser?: { sub: string; tenant_id: string }): Connection {
  const app = initializeApp({
    projectId: settings.project,
    apiKey: settings.apiKey ?? 'emulator',
    ...(settings.authDomain ? { authDomain: settings.authDomain } : {}),
  });
  const db = initializeFirestore(app, { localCache: memoryLocalCache() });
  if (settings.firestoreEmulator) {
    const { host, port } = settings.firestoreEmulator;
    connectFirestoreEmulator(db, host, port, mockUser ? { mockUserToken: { ...mockUser, user_id: mockUser.sub } } : {});
  }
  return { app, db };
}

/** A document; `undefined` where there is none. */
export function watchDocument(db: Firestore, path: string): Watch<Fields | undefined> {
  return (value, error) =>
    onSnapshot(
      doc(db, path),
      { includeMetadataChanges: true },
      (snapshot) => {
        if (snapshot.exists() || !snapshot.metadata.fromCache) {
          value(snapshot.data(), snapshot.metadata.fromCache);
        }
      },
      error,
    );
}

/** The documents of a query, in its order. */
export function watchQuery(db: Firestore, path: string, ...constraints: QueryConstraint[]): Watch<readonly Row[]> {
  return (value, error) =>
    onSnapshot(
      query(collection(db, path), ...constraints),
      { includeMetadataChanges: true },
      (snapshot) => {
        if (!snapshot.empty || !snapshot.metadata.fromCache) {
          value(rowsOf(snapshot), snapshot.metadata.fromCache);
        }
      },
      error,
    );
}

/** The newest rows of a list, live. */
export function watchNewest(db: Firestore, list: Ordered): Watch<readonly Row[]> {
  return watchQuery(db, list.path, ...ordered(list));
}

/** The rows after one of the list; none: it was the last. */
export async function fetchAfter(db: Firestore, list: Ordered, last: Row): Promise<readonly Row[]> {
  const found = await getDocs(query(collection(db, list.path), ...ordered(list), startAfter(last.fields[list.field], last.id)));
  return rowsOf(found);
}

function ordered(list: Ordered): QueryConstraint[] {
  const conditions = list.where.map(({ field, op, value }) => where(field, op, value));
  return [...conditions, orderBy(list.field, 'desc'), orderBy(documentId(), 'desc'), limit(list.most)];
}

function rowsOf(snapshot: QuerySnapshot): readonly Row[] {
  return snapshot.docs.map((found) => ({ id: found.id, fields: found.data() }));
}
