import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PICTURES = fileURLToPath(new URL('../../target/screens/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Longer than anything takes where many things run at once. */
const PATIENCE_MS = 60_000;

export const WIDTHS = [390, 1440] as const;
export const SCHEMES = ['light', 'dark'] as const;
export type Role = 'viewer' | 'operator' | 'admin';

/** How a window looks. */
export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export const DESK: Look = { width: 1440, scheme: 'light' };

export function launch(): Promise<Browser> {
  mkdirSync(PICTURES, { recursive: true });
  return chromium.launch({
    executablePath: process.env['MAESTRO_BROWSER'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A window of its own, with all that the browser complained about. */
export class Window {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, look: Look = DESK, prepare: (context: BrowserContext) => Promise<unknown> = async () => {}): Promise<Window> {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.width < 600 ? 844 : 1000 },
      colorScheme: look.scheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    });
    await prepare(context);
    context.setDefaultTimeout(PATIENCE_MS);
    const window = new Window(context, await context.newPage());
    window.listen(window.page);
    return window;
  }

  private listen(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.complaints.push(message.text());
      }
    });
  }

  /** Another tab of the same window. */
  async tab(): Promise<Page> {
    const page = await this.context.newPage();
    this.listen(page);
    return page;
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** One click, and the first screen is there. */
export async function signIn(page: Page, address: string, role: Role): Promise<void> {
  await page.goto(address);
  await page.click(`button[data-role=${role}]`);
  await page.waitForSelector('h1');
}

/** Goes to a screen, and waits until no panel of it waits. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((target) => (location.hash = target), hash);
  await settled(page);
}

/** No panel that can be seen waits any more, or shows what the database may have changed since. */
export async function settled(page: Page): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let open = ['']; open.length > 0; ) {
    open = await page.evaluate(() =>
      [...document.querySelectorAll('.waiting, .panel.old')]
        .filter((node) => node.getBoundingClientRect().top <= innerHeight)
        .map((node) => node.closest('.panel')?.querySelector('h2')?.textContent ?? ''),
    );
    assert.ok(open.length === 0 || Date.now() < deadline, `${page.url()} still waits for ${open.join(', ')}`);
  }
}

/** Every screen that the navigation names, and one of each that stands behind a list. */
export async function screens(page: Page): Promise<string[]> {
  const named = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const behind: string[] = [];
  for (const list of ['#/strategies', '#/decisions']) {
    if (named.includes(list)) {
      await show(page, list);
      const link = page.locator(`main a[href^="${list}/"]`).first();
      await link.waitFor();
      behind.push((await link.getAttribute('href')) ?? '');
    }
  }
  return [...named, ...behind];
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true });
}

/** What axe finds that somebody with a disability cannot work with. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    interface Violation {
      id: string;
      impact: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; ')}`);
  });
  assert.deepEqual(found, [], where);
}

/** Nothing is wider than the window. */
export async function assertFits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where} is ${over} px wider than its window`);
}
