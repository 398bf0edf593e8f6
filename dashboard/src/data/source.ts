import { type Failure, failureOf, Malformed, UNREACHED } from './failure';

/** What is known of something that is watched. `isOld`: the database was not reached since. */
export type Live<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T; readonly isOld: boolean }
  | { readonly state: 'failed'; readonly failure: Failure };

type Told<T> = (live: Live<T>) => void;

/** Something that panels look at. */
export interface Watched<T> {
  /** Tells what is known at once and whenever it changes, until the returned function is called. */
  subscribe(told: Told<T>): () => void;
  /** Looks again after an error. */
  retry(): void;
}

/** Starts watching; tells values and errors until it is stopped. An error ends it. */
export type Watch<T> = (value: (raw: T, isOld: boolean) => void, error: (error: unknown) => void) => () => void;

const WAITING = { state: 'waiting' } as const;
const LINGER_MS = 20_000;
/** So long may the first answer take before it is said that none came. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = [2_000, 5_000, 15_000, 60_000];

/** One listener however many panels look at it; it stops a while after the last has gone out of view. */
export class Source<R, T = R> implements Watched<T> {
  private readonly listeners = new Set<Told<T>>();
  private live: Live<T> = WAITING;
  private stop: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    private readonly watch: Watch<R>,
    private readonly read: (raw: R) => T,
    private readonly patienceMs: number = PATIENCE_MS,
  ) {}

  subscribe(told: Told<T>): () => void {
    this.listeners.add(told);
    told(this.live);
    clearTimeout(this.timer);
    if (!this.stop) {
      this.start();
    }
    return () => {
      this.listeners.delete(told);
      if (this.listeners.size === 0) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.end(), LINGER_MS);
      }
    };
  }

  retry(): void {
    if (this.live.state === 'failed') {
      this.end();
      this.tell(WAITING);
      this.start();
    }
  }

  /** Ends the listener and forgets what it said: nothing of it is for whoever comes next. */
  close(): void {
    clearTimeout(this.timer);
    this.end();
    this.listeners.clear();
  }

  private start(): void {
    this.patience = setTimeout(() => this.tell({ state: 'failed', failure: UNREACHED }), this.patienceMs);
    try {
      this.stop = this.watch(
        (raw, isOld) => this.took(raw, isOld),
        (error) => this.failed(error),
      );
    } catch (error) {
      this.failed(error); // a stored name that no path can hold
    }
  }

  private end(): void {
    clearTimeout(this.patience);
    this.stop?.();
    this.stop = undefined;
    this.live = WAITING;
  }

  private took(raw: R, isOld: boolean): void {
    this.failures = 0;
    clearTimeout(this.patience);
    this.tell(reading(raw, isOld, this.read));
  }

  private failed(error: unknown): void {
    clearTimeout(this.patience);
    this.stop?.();
    this.stop = undefined;
    this.tell({ state: 'failed', failure: failureOf(error) });
    const wait = AGAIN_MS[Math.min(this.failures, AGAIN_MS.length - 1)];
    this.failures += 1;
    if (this.listeners.size > 0) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.stop ? undefined : this.start()), wait);
    }
  }

  private tell(live: Live<T>): void {
    this.live = live;
    for (const told of [...this.listeners]) {
      told(live);
    }
  }
}

/** Watches what the value of another source names; `undefined` while it names nothing. */
export function chosen<A, B>(first: Watched<A>, choose: (value: A) => Watched<B> | undefined): Watched<B | undefined> {
  let second: Watched<B> | undefined;
  return {
    subscribe(told) {
      let stop: (() => void) | undefined;
      second = undefined;
      const stopFirst = first.subscribe((live) => {
        if (live.state !== 'ready') {
          told(live);
          return;
        }
        const next = choose(live.value);
        if (!next) {
          told({ state: 'ready', value: undefined, isOld: live.isOld });
        } else if (next !== second) {
          stop?.();
          second = next;
          stop = next.subscribe(told);
        }
      });
      return () => {
        stopFirst();
        stop?.();
      };
    },
    retry() {
      first.retry();
      second?.retry();
    },
  };
}

/** Watches two at once: ready when both are, failed as soon as one is. */
export function both<A, B>(first: Watched<A>, second: Watched<B>): Watched<readonly [A, B]> {
  return {
    subscribe(told) {
      let a: Live<A> = WAITING;
      let b: Live<B> = WAITING;
      const tell = (): void => {
        if (a.state === 'failed') {
          told(a);
        } else if (b.state === 'failed') {
          told(b);
        } else if (a.state === 'ready' && b.state === 'ready') {
          told({ state: 'ready', value: [a.value, b.value], isOld: a.isOld || b.isOld });
        } else {
          told(WAITING);
        }
      };
      const stops = [
        first.subscribe((live) => {
          a = live;
          tell();
        }),
        second.subscribe((live) => {
          b = live;
          tell();
        }),
      ];
      return () => stops.forEach((stop) => stop());
    },
    retry() {
      first.retry();
      second.retry();
    },
  };
}

/** The same, read further; what cannot be read so is a failure of this reading alone. */
export function mapped<A, B>(source: Watched<A>, read: (value: A) => B): Watched<B> {
  return {
    subscribe: (told) => source.subscribe((live) => told(live.state === 'ready' ? reading(live.value, live.isOld, read) : live)),
    retry: () => source.retry(),
  };
}

function reading<A, B>(value: A, isOld: boolean, read: (value: A) => B): Live<B> {
  try {
    return { state: 'ready', value: read(value), isOld };
  } catch (error) {
    const failure = error instanceof Malformed ? { title: error.message, mend: error.mend } : failureOf(error);
    return { state: 'failed', failure };
  }
}

/** The same, whose error is no reason to show nothing: it is unknown then. */
export function tolerant<T>(source: Watched<T>): Watched<T | undefined> {
  return {
    subscribe: (told) =>
      source.subscribe((live) => told(live.state === 'failed' ? { state: 'ready', value: undefined, isOld: false } : live)),
    retry: () => source.retry(),
  };
}

/** What is known for good. */
export function always<T>(value: T): Watched<T> {
  return {
    subscribe: (told) => {
      told({ state: 'ready', value, isOld: false });
      return () => undefined;
    },
    retry: () => undefined,
  };
}
