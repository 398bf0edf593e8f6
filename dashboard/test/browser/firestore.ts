/** Fields of a document as plain values: text, numbers, booleans, null, Dates, lists and maps. */
export type Plain = string | number | boolean | null | Date | Plain[] | { [name: string]: Plain };
export type Document = { [name: string]: Plain };

type Stored = { [kind: string]: unknown };

/** The Firestore emulator as its owner sees it: no rule holds for it. */
export class Emulator {
  private readonly documents: string;

  constructor(
    readonly host: string,
    project: string,
  ) {
    this.documents = `projects/${project}/databases/(default)/documents`;
  }

  async get(path: string): Promise<Document | undefined> {
    const answer = await this.call('GET', `${this.documents}/${path}`, undefined, [200, 404]);
    const found = (await answer.json()) as { fields?: { [name: string]: Stored } };
    return answer.status === 404 ? undefined : plainFields(found.fields ?? {});
  }

  /** Every document of a collection by its id. */
  async list(path: string): Promise<Map<string, Document>> {
    const all = new Map<string, Document>();
    let token = '';
    do {
      const answer = await this.call('GET', `${this.documents}/${path}?pageSize=300&pageToken=${token}`);
      const page = (await answer.json()) as { documents?: { name: string; fields?: { [name: string]: Stored } }[]; nextPageToken?: string };
      for (const found of page.documents ?? []) {
        all.set(found.name.slice(found.name.lastIndexOf('/') + 1), plainFields(found.fields ?? {}));
      }
      token = page.nextPageToken ?? '';
    } while (token);
    return all;
  }

  /** The whole document, whatever was there. */
  put(path: string, fields: Document): Promise<unknown> {
    return this.write([{ path, fields }]);
  }

  /** Some fields; the others stay. */
  async merge(path: string, fields: Document): Promise<void> {
    await this.put(path, { ...((await this.get(path)) ?? {}), ...fields });
  }

  /** All or nothing, at most 500 documents. */
  async write(documents: readonly { path: string; fields: Document }[]): Promise<void> {
    const writes = documents.map(({ path, fields }) => ({
      update: { name: `${this.documents}/${path}`, fields: storedFields(fields) },
    }));
    await this.call('POST', `${this.documents}:commit`, { writes });
  }

  async remove(path: string): Promise<void> {
    await this.call('DELETE', `${this.documents}/${path}`);
  }

  private async call(method: string, path: string, body?: object, good: readonly number[] = [200]): Promise<Response> {
    const answer = await fetch(`http://${this.host}/v1/${path}`, {
      method,
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!good.includes(answer.status)) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  }
}

function plainFields(fields: { [name: string]: Stored }): Document {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}

function plain(value: Stored): Plain {
  if ('integerValue' in value || 'doubleValue' in value) {
    return Number(value['integerValue'] ?? value['doubleValue']);
  }
  if ('timestampValue' in value) {
    return new Date(String(value['timestampValue']));
  }
  if ('arrayValue' in value) {
    return ((value['arrayValue'] as { values?: Stored[] }).values ?? []).map(plain);
  }
  if ('mapValue' in value) {
    return plainFields((value['mapValue'] as { fields?: { [name: string]: Stored } }).fields ?? {});
  }
  return (value['stringValue'] ?? value['booleanValue'] ?? null) as Plain;
}

function storedFields(fields: Document): { [name: string]: Stored } {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, stored(value)]));
}

function stored(value: Plain): Stored {
  if (value === null) {
    return { nullValue: null };
  }
  if (value instanceof Date) {
    return { timestampValue: value.toISOString() };
  }
  if (Array.isArray(value)) {
    return { arrayValue: { values: value.map(stored) } };
  }
  switch (typeof value) {
    case 'object':
      return { mapValue: { fields: storedFields(value) } };
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { booleanValue: value };
    default:
      return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  }
}
