import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './browser';
import { System } from './system';

/** One system and one browser for all tests; each test has windows of its own. */
export const stage = {} as { system: System; browser: Browser };

before(async () => {
  stage.browser = await launch();
  stage.system = await System.start();
});

after(async () => {
  await stage.browser.close();
  await stage.system?.stop();
});
