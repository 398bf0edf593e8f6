import type { ServerClock } from './clock';
import { fields, text, time } from './read';
import type { Session } from './session';

/** What the API refused, as it said it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(title);
  }
}

export type ControlState = 'ACTIVE' | 'REDUCING' | 'HALTED';

/** The one way to change anything. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly session: Session,
  ) {}

  control(state: ControlState, reason: string, flatten: boolean): Promise<unknown> {
    return this.call('POST', '/api/maestro/control', { state, reason, ...(flatten ? { flatten } : {}) });
  }

  rearm(strategy: string, reason: string): Promise<unknown> {
    return this.call('POST', '/api/maestro/rearm', { strategy, reason });
  }

  get(path: string): Promise<unknown> {
    return this.call('GET', path);
  }

  /** Sets the clock by that of the server; what it cannot ask leaves the clock as it is. */
  async readClock(clock: ServerClock): Promise<boolean> {
    try {
      const sent = Date.now();
      const server = time(fields(await this.call('GET', '/api/maestro/time'))?.['time']);
      if (server) {
        clock.took(sent, Date.now(), server.getTime());
      }
      return server !== undefined;
    } catch {
      return false;
    }
  }

  private async call(method: string, path: string, body?: object): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(this.base + path, {
        method,
        headers: {
          Authorization: `Bearer ${await this.session.token()}`,
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    } catch {
      throw new Refused(0, 'The API does not answer.', 'Whether it was done is not known: look at the state above before you try again.');
    }
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      const problem = fields(answer);
      throw new Refused(
        response.status,
        text(problem?.['title']) ?? 'The API gave no answer of its own.',
        text(problem?.['detail']) ?? 'It may be starting, or down. Whether it was done is not known: look before you try again.',
      );
    }
    return answer;
  }
}
