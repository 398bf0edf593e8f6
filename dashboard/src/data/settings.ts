import { type Fields, fields, oneOf, rows, text } from './read';

export const ROLES = ['viewer', 'operator', 'admin', 'agent', 'executor', 'feeder'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody whom the one-click sign-in of a demo offers. */
export interface DemoPerson {
  readonly uid: string;
  readonly role: Role;
}

/** `config.json` beside the page: where everything is. It holds no secret. */
export interface Settings {
  readonly project: string;
  /** Absent in a demo without the Auth emulator. */
  readonly apiKey?: string;
  readonly authDomain?: string;
  /** Before `/api/...`; empty: the page's own origin. */
  readonly api: string;
  readonly firestoreEmulator?: { readonly host: string; readonly port: number };
  /** An address with its scheme. */
  readonly authEmulator?: string;
  readonly ways: readonly SignInWay[];
  readonly demo?: { readonly tenant: string; readonly people: readonly DemoPerson[] };
}

export const SIGN_IN_WAYS = ['password', 'link', 'google'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** The settings, or one sentence that names the field and the mend. */
export type Read = { readonly settings: Settings } | { readonly problem: string };

export function readSettings(value: unknown): Read {
  const all = fields(value);
  if (!all) {
    return { problem: 'config.json must be one JSON object.' };
  }
  const format = all['format'] ?? 1;
  if (format !== 1) {
    return { problem: `config.json: format must be 1, got '${String(format)}'; this page is older than its settings.` };
  }
  const project = text(all['project']);
  if (!project) {
    return { problem: 'config.json: project is missing; it is the id of the Google Cloud project.' };
  }
  const demo = readDemo(all);
  const apiKey = text(all['apiKey']);
  const emulator = text(all['firestoreEmulator']);
  const authEmulator = text(all['authEmulator']);
  if (!apiKey && !demo && !authEmulator) {
    return { problem: 'config.json: apiKey is missing; it is the web API key of the Firebase project.' };
  }
  if (demo && (!emulator || !project.startsWith('demo-'))) {
    return { problem: 'config.json: demo goes with firestoreEmulator and a project that begins with demo-; nowhere else.' };
  }
  const address = emulator ? hostAndPort(emulator) : undefined;
  if (emulator && !address) {
    return { problem: `config.json: firestoreEmulator must be HOST:PORT, got '${emulator}'.` };
  }
  const authDomain = text(all['authDomain']);
  const named = Array.isArray(all['signIn']) ? all['signIn'] : SIGN_IN_WAYS;
  return {
    settings: {
      project,
      api: (text(all['api']) ?? '').replace(/\/+$/, ''),
      ways: named.flatMap((way) => oneOf(way, SIGN_IN_WAYS) ?? []),
      ...(apiKey ? { apiKey } : {}),
      ...(authDomain ? { authDomain } : {}),
      ...(address ? { firestoreEmulator: address } : {}),
      ...(authEmulator ? { authEmulator: authEmulator.includes('://') ? authEmulator : 'http://' + authEmulator } : {}),
      ...(demo ? { demo } : {}),
    },
  };
}

function readDemo(all: Fields): Settings['demo'] {
  const demo = fields(all['demo']);
  const tenant = text(demo?.['tenant']);
  if (!demo || !tenant) {
    return undefined;
  }
  const people = rows(demo['people']).flatMap((row) => {
    const uid = text(row['uid']);
    const role = oneOf(row['role'], ROLES);
    return uid && role ? [{ uid, role }] : [];
  });
  return people.length > 0 ? { tenant, people } : undefined;
}

function hostAndPort(address: string): { host: string; port: number } | undefined {
  const parts = /^([A-Za-z0-9.-]+):(\d{1,5})$/.exec(address);
  return parts?.[1] && parts[2] ? { host: parts[1], port: Number(parts[2]) } : undefined;
}

/** Fetches the settings that stand beside the page. */
export async function loadSettings(): Promise<Read> {
  try {
    const response = await fetch('./config.json', { cache: 'no-store' });
    if (!response.ok) {
      return {
        problem: `There is no config.json beside this page (HTTP ${response.status}). './maestro up' serves one; a deployment writes one: dashboard/README.md says what stands in it.`,
      };
    }
    return readSettings(await response.json());
  } catch (error) {
    return { problem: `config.json cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
