import { limit } from 'firebase/firestore';
import { Api } from '../data/api';
import { ServerClock } from '../data/clock';
import { readGlobalSwitch, readSwitch, type Switch } from '../data/control';
import { fetchAfter, type Row, watchDocument, watchNewest, watchQuery } from '../data/firebase';
import { listsOf, nameOf, type Ordered } from '../data/lists';
import { Fetched } from '../data/local';
import { type Fields, oneOf, text } from '../data/read';
import { type Role, ROLES, type Settings } from '../data/settings';
import type { Session } from '../data/session';
import { always, both, chosen, mapped, Source, tolerant, type Watched } from '../data/source';
import { readSummary, type Summary } from '../data/summary';
import { readWeights, type Weights } from '../data/weights';

/** Who looks, and what there is to look at. Each source is one listener, whoever shows it. */
export class Context {
  readonly clock = new ServerClock();
  readonly api: Api;
  /** The role of the viewer; `undefined` once the membership has ended. */
  readonly role: Watched<Role | undefined>;
  readonly summary: Watched<Summary | undefined>;
  readonly lists: ReturnType<typeof listsOf>;
  private readonly known = new Map<string, Source<never, unknown>>();
  private readonly readings = new Map<string, Map<unknown, Watched<unknown>>>();
  private readonly answers = new Map<string, Fetched<unknown>>();

  constructor(
    readonly settings: Settings,
    readonly session: Session,
  ) {
    this.api = new Api(settings.api, session);
    this.lists = listsOf(session.tenant, session.uid);
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

  /** A document, read in one's own way; one listener however many read it. */
  document<T>(path: string, read: (raw: Fields | undefined) => T): Watched<T> {
    const source = this.once(path, () => new Source(watchDocument(this.session.db, path), (raw) => raw));
    const readings = this.readings.get(path) ?? new Map<unknown, Watched<unknown>>();
    this.readings.set(path, readings);
    const made = (readings.get(read) as Watched<T> | undefined) ?? mapped(source, read);
    readings.set(read, made);
    return made;
  }

  tenantDocument<T>(path: string, read: (raw: Fields | undefined) => T): Watched<T> {
    return this.document(`tenants/${this.session.tenant}/${path}`, read);
  }

  weights(uid: string): Watched<Weights | undefined> {
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

  /** A list's newest rows, live. */
  newest(list: Ordered): Source<readonly Row[]> {
    return this.once(nameOf(list), () => new Source(watchNewest(this.session.db, list), (found) => found));
  }

  /** The rows of a list after one of them. */
  after(list: Ordered, last: Row): Promise<readonly Row[]> {
    return fetchAfter(this.session.db, list, last);
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
    this.readings.clear();
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
