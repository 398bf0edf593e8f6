import { Refused } from './api';
import { type Failure, failureOf } from './failure';
import type { Live, Watched } from './source';

type Told<T> = (live: Live<T>) => void;

/** What a viewer has chosen on a screen; panels watch it like anything else. */
export class Local<T extends object> implements Watched<T> {
  private readonly listeners = new Set<Told<T>>();

  constructor(private value: T) {}

  get current(): T {
    return this.value;
  }

  set(changed: Partial<T>): void {
    this.value = { ...this.value, ...changed };
    this.listeners.forEach((told) => told(this.ready()));
  }

  subscribe(told: Told<T>): () => void {
    this.listeners.add(told);
    told(this.ready());
    return () => this.listeners.delete(told);
  }

  retry(): void {
    // nothing of it can fail
  }

  private ready(): Live<T> {
    return { state: 'ready', value: this.value, isOld: false };
  }
}

const FRESH_MS = 60_000;

/** What the API answers, asked once it is looked at and again when somebody looks a minute later. */
export class Fetched<T> implements Watched<T> {
  private readonly listeners = new Set<Told<T>>();
  private live: Live<T> = { state: 'waiting' };
  private askedAt = 0;

  constructor(
    private readonly fetch: () => Promise<unknown>,
    private readonly read: (answer: unknown) => T,
  ) {}

  subscribe(told: Told<T>): () => void {
    this.listeners.add(told);
    told(this.live);
    if (Date.now() - this.askedAt > FRESH_MS) {
      this.retry();
    }
    return () => this.listeners.delete(told);
  }

  retry(): void {
    this.askedAt = Date.now();
    this.fetch().then(
      (answer) => this.tell({ state: 'ready', value: this.read(answer), isOld: false }),
      (error: unknown) => this.tell({ state: 'failed', failure: failure(error) }),
    );
  }

  private tell(live: Live<T>): void {
    this.live = live;
    this.listeners.forEach((told) => told(live));
  }
}

/** The API's own words. */
function failure(error: unknown): Failure {
  return error instanceof Refused
    ? { title: error.status ? `${error.title} (HTTP ${error.status})` : error.title, mend: error.detail }
    : failureOf(error);
}
