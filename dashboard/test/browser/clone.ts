import type { BrowserContext } from 'playwright-core';
import type { Document, Plain } from './firestore';
import type { System } from './system';

/** What the page may read of a tenant, below its document; the demo's own first. */
export const OF_TENANT = [
  'config',
  'users',
  'strategies',
  'signals',
  'accounts',
  'inputs',
  'equity',
  'marketData',
  'strategy_performance',
  'maestro',
  'policy',
  'policy/current/history',
  'globalPolicy',
  'globalPolicy/current/history',
  'intents',
  'ledger/main/closes',
  'paper',
  'shadow_trades',
  'control',
  'dashboard',
] as const;

/** Logs of all tenants; an entry names its own. */
const OF_SYSTEM = ['systemStatus/orchestration_logs/logs', 'systemStatus/weights_logs/logs', 'systemStatus/alerts/items'] as const;

/** Of the owner, whose weights a tenant trades by. */
const OF_OWNER = ['maestro', 'tradeJournal'] as const;
const OWNER = 'demo-user';

/** The demo tenant once more, to be hurt: every document that a page can read, by its path. */
export class Clone {
  private constructor(
    private readonly system: System,
    readonly tenant: string,
    readonly documents: ReadonlyMap<string, Document>,
  ) {}

  static async of(system: System, tenant: string): Promise<Clone> {
    const owner = `${tenant}-owner`;
    const own = (fields: Document): Document => {
      const text = (value: Plain): Plain => (value === 'demo' ? tenant : value === OWNER ? owner : value);
      return texts(fields, (_path, value) => text(value)) as Document;
    };
    const copies = new Map<string, Document>();
    const take = async (from: string, to: string, rename = (id: string): string => id): Promise<void> => {
      for (const [id, fields] of await system.emulator.list(from)) {
        if (rename(id) !== id && fields['tenant_id'] !== 'demo') {
          continue;
        }
        copies.set(`${to}/${rename(id)}`, own(fields));
      }
    };
    copies.set(`tenants/${tenant}`, own((await system.emulator.get('tenants/demo')) ?? {}));
    for (const part of OF_TENANT) {
      await take(`tenants/demo/${part}`, `tenants/${tenant}/${part}`);
    }
    copies.set(`tenants/${tenant}/users/${owner}`, { role: 'admin', added_at: new Date() });
    for (const log of OF_SYSTEM) {
      await take(log, log, (id) => `${tenant}-${id}`);
    }
    for (const part of OF_OWNER) {
      await take(`users/${OWNER}/${part}`, `users/${owner}/${part}`);
    }
    const clone = new Clone(system, tenant, copies);
    await clone.restore();
    return clone;
  }

  /** All as it was. */
  async restore(): Promise<void> {
    await this.write([...this.documents].map(([path, fields]) => ({ path, fields })));
  }

  async write(documents: readonly { path: string; fields: Document }[]): Promise<void> {
    for (let at = 0; at < documents.length; at += 400) {
      await this.system.emulator.write(documents.slice(at, at + 400));
    }
  }

  /** A document of the tenant with some fields changed. */
  change(path: string, fields: Document): Promise<unknown> {
    const whole = `tenants/${this.tenant}/${path}`;
    return this.system.emulator.put(whole, { ...this.documents.get(whole), ...fields });
  }

  remove(path: string): Promise<void> {
    return this.system.emulator.remove(`tenants/${this.tenant}/${path}`);
  }

  /** Makes a window look at this tenant. */
  readonly settings = (context: BrowserContext, firestore = this.system.emulator.host): Promise<unknown> =>
    context.route('**/config.json', (route) =>
      route.fulfill({
        json: {
          format: 1,
          project: this.system.project,
          api: '',
          firestoreEmulator: firestore,
          demo: {
            tenant: this.tenant,
            people: [
              { uid: 'viewer', role: 'viewer' },
              { uid: 'operator', role: 'operator' },
              { uid: `${this.tenant}-owner`, role: 'admin' },
            ],
          },
        },
      }),
    );
}

/** The same value with every text of it changed; the path says where it stands. */
export function texts(value: Plain, change: (path: string, text: string) => Plain, path = ''): Plain {
  if (typeof value === 'string') {
    return change(path, value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => texts(item, change, `${path}[]`));
  }
  if (value && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, texts(item, change, path ? `${path}.${name}` : name)]));
  }
  return value;
}
