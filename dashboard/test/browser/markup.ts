import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { screens, settled, show, signIn, Window } from './browser';
import { Clone, texts } from './clone';
import type { Document } from './firestore';
import { stage } from './stage';

/** Markup that leaves an element behind and runs a script, wherever it is taken for markup. */
function markup(where: string): string {
  return `<img src=x class=planted alt="${where}" onerror="window.hurt='${where}'"><script>window.hurt='${where}'</script>`;
}

/** Words of closed sets, figures, times, ids: with anything else in them a page shows that it is unknown. */
const NO_FREE_TEXT = /^$|^[A-Z][A-Z0-9_]*$|^-?[\d.]+$|^\d{4}-\d\d|^[a-z0-9_-]{1,64}$/;

/** `intents` of `tenants/x/intents/y`, `weights_logs` of `systemStatus/weights_logs/logs/y`. */
function collectionOf(path: string): string {
  const parts = path.split('/');
  return parts.length === 2 ? parts[0] ?? '' : parts[0] === 'systemStatus' ? parts[1] ?? '' : parts.slice(2, -1).join('/');
}

interface Seen {
  /** Where markup became an element. */
  readonly planted: string[];
  /** Where markup was shown as the text it is. */
  readonly shown: string[];
}

async function look(page: Page): Promise<Seen> {
  return page.evaluate(() => ({
    planted: [
      ...[...document.querySelectorAll('.planted, main script')].map((node) => node.getAttribute('alt') ?? node.outerHTML),
      ...[(globalThis as { hurt?: string }).hurt ?? []].flat(),
    ],
    shown: [...(document.body.textContent ?? '').matchAll(/<img src=x class=planted alt="([^"]*)"/g)].map((match) => match[1] ?? ''),
  }));
}

/** Every screen with a tenant whose texts were changed; what was planted and what was shown. */
async function lookEverywhere(clone: Clone, change: (where: string, text: string) => string): Promise<Seen> {
  const hostile = [...clone.documents].map(([path, fields]) => ({
    path,
    fields: path.includes('/users/') ? fields : ({ ...(texts(fields, (at, text) => change(`${collectionOf(path)} ${at}`, text)) as Document), ...kept(fields) }),
  }));
  const window = await Window.open(stage.browser, undefined, clone.settings);
  await signIn(window.page, stage.system.page, 'viewer');
  const all = await screens(window.page);
  await clone.write(hostile);
  const planted: string[] = [];
  const shown: string[] = [];
  for (const hash of all) {
    await show(window.page, hash);
    await settled(window.page);
    const seen = await look(window.page);
    planted.push(...seen.planted);
    shown.push(...seen.shown);
    assert.equal(await window.page.locator('h1').count(), 1, `${hash} is still a page`);
  }
  await window.close();
  await clone.restore();
  return { planted, shown };
}

/** By these a document is found: with another value of them nobody reads it. */
function kept(fields: Document): Document {
  return Object.fromEntries(['tenant_id', 'owner_uid', 'uid'].flatMap((name) => (name in fields ? [[name, fields[name] ?? null]] : [])));
}

test('markup in every free text of every collection is shown as text', async (context) => {
  const clone = await Clone.of(stage.system, 'hurt');
  const seen = await lookEverywhere(clone, (where, text) => (NO_FREE_TEXT.test(text) ? text : `${text} ${markup(where)}`));
  assert.deepEqual(seen.planted, []);
  const collections = new Set(seen.shown.map((where) => where.split(' ')[0]));
  context.diagnostic(`shown as text: ${[...new Set(seen.shown)].sort().join(', ')}`);
  for (const wanted of ['dashboard', 'alerts', 'orchestration_logs']) {
    assert.ok(collections.has(wanted), `no free text of ${wanted} was shown: the test looks at nothing there`);
  }
});

test('markup in place of every text of every collection breaks no page', async () => {
  const clone = await Clone.of(stage.system, 'hurt');
  const seen = await lookEverywhere(clone, (where) => markup(where));
  assert.deepEqual(seen.planted, []);
});
