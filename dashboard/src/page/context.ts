import { limit, type QueryConstraint, where } from 'firebase/firestore';
import { Api } from '../data/api';
import { ServerClock } from '../data/clock';
import { readGlobalSwitch, readSwitch, type Switch } from '../data/control';
import { fetchAfter, type Ordered, type Row, watchDocument, watchNewest, watchQuery } from '../data/firebase';
import { Fetched } from '../data/local';
import { type Fields, oneOf, text } from '../data/read';
import { type Role, ROLES, type Settings } from '../data/settings';
import type { Session } from '../data/session';
import { always, both, chosen, Source, tolerant, type Watched } from '../data/source';
import { readSummary, type Summary } from '../data/summary';
import { readWeights, type Weights } from '../data/weights';

/** Open orders that are watched; with more, their number is not known exactly. */
export const MOST_ORDERS = 50;

/** Who looks, and what there is to look at. Each source is one listener, whoever shows it. */
export class Context {
  readonly clock = new ServerClock();
  readonly api: Api;
  /** The role of the viewer; `undefined` once the membership has ended. */
  readonly role: Source<Fields | undefined, Role | undefined>;
  readonly summary: Source<Fields | undefined, Summary | undefined>;
  private readonly known = new Map<string, Source<never, unknown>>();
  private readonly answers = new Map<string, Fetched<unknown>>();

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
    this.switches = both(this.tenantDocument('control/state', readSwitch), this.document('systemStatus/control', readGlobalSwitch));
  }

  /** The tenant's kill switch and that of all tenants, live. */
  readonly switches: Watched<readonly [Switch, Switch]>;

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

  /** The weights of the tenant's owner. */
  ownersWeights(): Watched<Weights | undefined> {
    return chosen(this.ownersUid(), (owner) => (owner ? this.weights(owner) : undefined));
  }

  /** Whom the summary names as the owner; one of an older cycle names nobody, the tenant does. */
  ownersUid(): Watched<string | undefined> {
    const tenant = this.document(`tenants/${this.session.tenant}`, (raw) => text(raw?.['owner_uid']));
    const named = new Map<string, Watched<string>>();
    const known = (owner: string): Watched<string> => {
      const found = named.get(owner) ?? always(owner);
      named.set(owner, found);
      return found;
    };
    return chosen(tolerant(this.summary), (summary): Watched<string | undefined> => (summary?.owner ? known(summary.owner) : tenant));
  }

  /** The newest cycles of the tenant, newest first. */
  cycles(most: number): Source<readonly Row[]> {
    return this.newest(this.ofTenant('systemStatus/orchestration_logs/logs', 'timestamp', most));
  }

  alerts(most: number): Source<readonly Row[]> {
    return this.newest(this.ofTenant('systemStatus/alerts/items', 'last_at', most));
  }

  /** A list of the system that holds the rows of all tenants. */
  ofTenant(path: string, field: string, most: number, ...more: readonly QueryConstraint[]): Ordered {
    return { path, field, most, filter: [where('tenant_id', '==', this.session.tenant), ...more] };
  }

  /** A collection below the tenant. */
  below(path: string, field: string, most: number, ...filter: readonly QueryConstraint[]): Ordered {
    return { path: `tenants/${this.session.tenant}/${path}`, field, most, filter };
  }

  /** A list's newest rows, live. Lists of one path that differ in their filter name themselves. */
  newest(list: Ordered, name = ''): Source<readonly Row[]> {
    return this.once(`${list.path}#${list.field}#${list.most}#${name}`, () => new Source(watchNewest(this.session.db, list), (found) => found));
  }

  /** The rows of a list after one of them. */
  after(list: Ordered, last: Row): Promise<readonly Row[]> {
    return fetchAfter(this.session.db, list, last);
  }

  /** Orders that have not ended, newest first. */
  openOrders(): Source<readonly Row[]> {
    const open = where('state', 'in', ['RESERVED', 'CLAIMED', 'UNKNOWN']);
    return this.newest(this.below('intents', 'reserved_at', MOST_ORDERS, open), 'open');
  }

  /** All documents of a collection below the tenant, at most so many. */
  all(path: string, most: number): Source<readonly Row[]> {
    const full = `tenants/${this.session.tenant}/${path}`;
    return this.once(full + '#all', () => new Source(watchQuery(this.session.db, full, limit(most)), (found) => found));
  }

  /** What the API answers to a GET, remembered for a minute. */
  fetched<T>(path: string, read: (answer: unknown) => T): Fetched<T> {
    const found = this.answers.get(path) as Fetched<T> | undefined;
    const made = found ?? new Fetched(() => this.api.get(path), read);
    this.answers.set(path, made as Fetched<unknown>);
    return made;
  }

  close(): void {
    for (const source of this.known.values()) {
      source.close();
    }
    this.known.clear();
    this.answers.clear();
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
