import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../auth/node_modules/firebase-tools/lib/bin/firebase.js', import.meta.url));
const PATIENCE_MS = 180_000;

/** The emulator of Firebase Auth, which firebase-tools brings. */
export class AuthEmulator {
  private constructor(
    private readonly process: ChildProcess,
    private readonly project: string,
    readonly host: string,
  ) {}

  static async start(project: string): Promise<AuthEmulator> {
    const folder = mkdtempSync(join(tmpdir(), 'maestro-auth-'));
    const [auth, hub, logging] = await Promise.all([freePort(), freePort(), freePort()]);
    const at = (port: number): object => ({ host: '127.0.0.1', port });
    const emulators = { auth: at(auth), hub: at(hub), logging: at(logging), ui: { enabled: false } };
    writeFileSync(join(folder, 'firebase.json'), JSON.stringify({ emulators }));
    const log = openSync(join(folder, 'log'), 'w');
    const started = spawn(process.execPath, [PROGRAM, 'emulators:start', '--only', 'auth', '--project', project], {
      cwd: folder,
      env: { ...process.env, CI: '1' },
      stdio: ['ignore', log, log],
    });
    const emulator = new AuthEmulator(started, project, `127.0.0.1:${auth}`);
    for (const deadline = Date.now() + PATIENCE_MS; !(await emulator.isThere()); ) {
      assert.ok(started.exitCode === null && Date.now() < deadline, `the emulator of Firebase Auth does not come up: ${folder}/log`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return emulator;
  }

  /** Somebody with a password, who speaks for a tenant. */
  async add(uid: string, email: string, password: string, tenant: string): Promise<void> {
    const person = { localId: uid, email, password, emailVerified: true };
    await this.call('POST', 'accounts', person);
    await this.call('POST', 'accounts:update', { localId: uid, customAttributes: JSON.stringify({ tenant_id: tenant }) });
  }

  /** The newest link that was sent to an address. */
  async link(email: string): Promise<string> {
    const answer = await fetch(`http://${this.host}/emulator/v1/projects/${this.project}/oobCodes`);
    const { oobCodes } = (await answer.json()) as { oobCodes: { email: string; oobLink: string }[] };
    return oobCodes.filter((code) => code.email === email).at(-1)?.oobLink ?? '';
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }

  private async isThere(): Promise<boolean> {
    return fetch(`http://${this.host}/`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  private async call(method: string, path: string, body: object): Promise<void> {
    const answer = await fetch(`http://${this.host}/identitytoolkit.googleapis.com/v1/projects/${this.project}/${path}`, {
      method,
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
