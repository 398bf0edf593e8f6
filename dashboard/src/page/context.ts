import { limit, orderBy, where } from 'firebase/firestore';
import { Api } from '../data/api';
import { ServerClock } from '../data/clock';
import { type Row, watchDocument, watchQuery } from '../data/firebase';
import { type Fields, oneOf, text } from '../data/read';
import { type Role, ROLES, type Settings } from '../data/settings';
import type { Session } from '../data/session';
import { chosen, Source, type Watched } from '../data/source';
import { readSummary, type Summary } from '../data/summary';
import { readWeights, type Weights } from '../data/weights';

/** Who looks, and what there is to look at. Each source is one listener, whoever shows it. */
export class Context {
  readonly clock = new ServerClock();
  readonly api: Api;
  /** The role of the viewer; `undefined` once the membership has ended. */
  readonly role: Source<Fields | undefined, Role | undefined>;
  readonly summary: Source<Fields | undefined, Summary | undefined>;
  private readonly known = new Map<string, Source<never, unknown>>();

  constructor(
    readonly settings: Settings,
    readonly session: Session,
  ) {
    this.api = new Api(settings.api, session);
    this.role = this.document(`tenants/${session.tenant}/users/${session.uid}`, (raw) => oneOf(raw?.['role'], ROLES));
    this.summary = this.document(`tenants/${session.tenant}/dashboard/summary`, (raw) => {
      const summary = readSummary(raw);
      if (summary) {
        this.clock.saw(summary.decidedAt);
      }
      return summary;
    });
  }

  get now(): Date {
    return new Date(this.clock.now());
  }

  /** A document of the tenant, or any other path that begins with a collection. */
  document<T>(path: string, read: (raw: Fields | undefined) => T): Source<Fields | undefined, T> {
    return this.once(path, () => new Source(watchDocument(this.session.db, path), read));
  }

  tenantDocument<T>(path: string, read: (raw: Fields | undefined) => T): Source<Fields | undefined, T> {
    return this.document(`tenants/${this.session.tenant}/${path}`, read);
  }

  weights(uid: string): Source<Fields | undefined, Weights | undefined> {
    return this.document(`users/${uid}/maestro/weights`, readWeights);
  }

  /** The weights of the tenant's owner, whom the summary names; one of an older cycle does not, the tenant does. */
  ownersWeights(): Watched<Weights | undefined> {
    const tenant = this.document(`tenants/${this.session.tenant}`, (raw) => text(raw?.['owner_uid']));
    const named = chosen(tenant, (owner) => (owner ? this.weights(owner) : undefined));
    return chosen(this.summary, (summary) => (summary?.owner ? this.weights(summary.owner) : named));
  }

  /** The newest cycles of the tenant, newest first. */
  cycles(most: number): Source<readonly Row[]> {
    return this.tenantLog('systemStatus/orchestration_logs/logs', 'timestamp', most);
  }

  alerts(most: number): Source<readonly Row[]> {
    return this.tenantLog('systemStatus/alerts/items', 'last_at', most);
  }

  private tenantLog(path: string, order: string, most: number): Source<readonly Row[]> {
    return this.list(path + '#' + most, (db) =>
      watchQuery(db, path, where('tenant_id', '==', this.session.tenant), orderBy(order, 'desc'), limit(most)),
    );
  }

  list(key: string, watch: (db: Session['db']) => ReturnType<typeof watchQuery>): Source<readonly Row[]> {
    return this.once(key, () => new Source(watch(this.session.db), (found) => found));
  }

  close(): void {
    for (const source of this.known.values()) {
      source.close();
    }
    this.known.clear();
  }

  private once<R, T>(key: string, make: () => Source<R, T>): Source<R, T> {
    const found = this.known.get(key) as Source<R, T> | undefined;
    if (found) {
      return found;
    }
    const made = make();
    this.known.set(key, made as unknown as Source<never, unknown>);
    return made;
  }
}
