/** One look at the server's clock: when it was taken by the viewer's clock, and what the server said. */
interface Sample {
  readonly local: number;
  readonly server: number;
}

/** Two looks so far apart tell how fast the server's clock runs. */
const APART_MS = 5_000;

/**
 * What time it is for the system that is watched, in milliseconds. The viewer's clock counts only the time
 * since the last look at the server's: one that is wrong by an hour lies about nothing. Without a look it is
 * all there is, and `isChecked` says so. Never before the newest time that the system itself has written.
 */
export class ServerClock {
  private first: Sample | undefined;
  private last: Sample | undefined;
  private newest = 0;

  constructor(private readonly localNow: () => number = Date.now) {}

  /** `sent` and `received` by the viewer's clock; the server answered between them. */
  took(sent: number, received: number, server: number): void {
    this.last = { local: (sent + received) / 2, server };
    const isStepped = this.first && this.last.local < this.first.local;
    if (!this.first || isStepped) {
      this.first = this.last;
    }
  }

  /** Something that the system wrote at this time: it cannot be earlier now. */
  saw(at: Date): void {
    this.newest = Math.max(this.newest, at.getTime());
  }

  now(): number {
    const local = this.localNow();
    const estimate = this.last ? this.last.server + (local - this.last.local) * this.rate() : local;
    return Math.max(estimate, this.newest);
  }

  get isChecked(): boolean {
    return this.last !== undefined;
  }

  /** How far the viewer's clock is ahead of the server's; unknown before the server was asked twice. */
  get viewerAhead(): number | undefined {
    const isSure = this.first && this.last && this.last.local - this.first.local >= APART_MS && this.rate() === 1;
    return this.last && isSure ? this.last.local - this.last.server : undefined;
  }

  /** 1, but for a system on this machine whose clock is made to run faster. */
  private rate(): number {
    if (!this.first || !this.last || this.last.local - this.first.local < APART_MS) {
      return 1;
    }
    const rate = (this.last.server - this.first.server) / (this.last.local - this.first.local);
    return rate > 1.5 && rate < 1000 ? rate : 1;
  }
}
