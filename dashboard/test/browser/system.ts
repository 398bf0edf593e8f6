import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Emulator } from './firestore';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What `./maestro up --json` prints. */
interface Addresses {
  readonly project: string;
  readonly firestore: string;
  readonly functions: { readonly [name: string]: string };
  readonly dashboard: string | null;
}

/** The whole system on this machine, without a schedule: cycles come when a test asks for one. */
export class System {
  readonly emulator: Emulator;

  private constructor(
    private readonly process: ChildProcess | undefined,
    private readonly addresses: Addresses,
    readonly page: string,
  ) {
    this.emulator = new Emulator(addresses.firestore, addresses.project);
  }

  /** Starts it, or takes the one that runs already and printed its addresses to the file of `MAESTRO_UP_JSON`. */
  static async start(): Promise<System> {
    const running = process.env['MAESTRO_UP_JSON'];
    if (running) {
      const addresses = JSON.parse(readFileSync(running, 'utf8')) as Addresses;
      return new System(undefined, addresses, String(addresses.dashboard));
    }
    const up = maestro('up', '--json', '--tick', 'off');
    for await (const line of createInterface({ input: up.stdout })) {
      const addresses = JSON.parse(line) as Addresses;
      if (!addresses.dashboard) {
        up.kill();
        throw new Error('up serves no dashboard: build it first, dashboard/run build');
      }
      return new System(up, addresses, addresses.dashboard);
    }
    throw new Error('up ended before it was ready; its logs are in target/local');
  }

  async stop(): Promise<void> {
    const up = this.process;
    if (up) {
      const ended = new Promise((resolve) => up.once('exit', resolve));
      up.kill('SIGTERM');
      await ended;
    }
  }

  get project(): string {
    return this.addresses.project;
  }

  /** A call of the API by a member of a tenant. */
  async api(uid: string, method: string, path: string, body?: object, tenant = 'demo'): Promise<{ status: number; body: Answer }> {
    const answer = await fetch(`${this.addresses.functions['status']}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${unsigned({ aud: this.project, sub: uid, tenant_id: tenant })}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  }

  /** Decides the slot that is now; a slot is decided once. */
  async cycle(): Promise<void> {
    const email = `scheduler@${this.project}.iam.gserviceaccount.com`;
    const now = Math.floor(Date.now() / 1000);
    const token = unsigned({
      iss: 'https://accounts.google.com',
      aud: 'maestro-local',
      sub: email,
      email,
      email_verified: true,
      iat: now,
      exp: now + 3600,
    });
    const answer = await fetch(String(this.addresses.functions['orchestrate']), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-cloudscheduler': 'true',
        'x-cloudscheduler-scheduletime': new Date().toISOString(),
      },
    });
    if (!answer.ok) {
      throw new Error(`orchestrate answered ${answer.status}: ${await answer.text()}`);
    }
  }
}

/** The program as the build made it, without the script before it, which would build first. */
export function maestro(...words: string[]): ChildProcessByStdio<null, Readable, null> {
  const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java';
  const jars = 'tools/cli/target/maestro-cli.jar:tools/cli/target/lib/*';
  const options = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Dmaestro.home=${ROOT}`, '-cp', jars];
  const environment = { ...process.env };
  delete environment['FIRESTORE_EMULATOR_HOST'];
  delete environment['PUBSUB_EMULATOR_HOST'];
  return spawn(java, [...options, 'dev.maestro.cli.main.Maestro', ...words], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

export type Answer = { [name: string]: unknown };

function unsigned(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
