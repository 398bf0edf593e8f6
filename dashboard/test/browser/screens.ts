import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, assertFits, picture, SCHEMES, screens, settled, show, signIn, WIDTHS, Window } from './browser';
import type { Page } from 'playwright-core';
import { stage } from './stage';

function fileOf(hash: string): string {
  return hash.replace(/^#\//, '').replace(/\/.*$/, '-one') || 'overview';
}

/** Of a window, in pixels. */
const LOWEST = 800;

/** A window as high as the page: all of it is in view, and so is looked at. */
async function whole(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  for (let seen = 0, now = LOWEST; now > seen; ) {
    await page.setViewportSize({ width, height: now });
    await settled(page);
    seen = now;
    now = await page.evaluate(() => document.documentElement.scrollHeight);
  }
}

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    test(`every screen at ${width} px, ${scheme}: it fits, it is accessible, nothing complains`, async () => {
      const window = await Window.open(stage.browser, { width, scheme });
      await window.page.goto(stage.system.page);
      await window.page.locator('button[data-role=admin]').waitFor();
      await assertAccessible(window.page, 'sign-in');
      await picture(window.page, `sign-in-${width}-${scheme}`);
      await signIn(window.page, stage.system.page, 'admin');
      const all = await screens(window.page);
      assert.ok(all.includes('#/'));
      for (const hash of all) {
        await show(window.page, hash);
        await whole(window.page);
        assert.equal(await window.page.locator('main .broken').count(), 0, `${hash} has a broken panel`);
        await assertAccessible(window.page, `${hash} at ${width} px, ${scheme}`);
        await assertFits(window.page, `${hash} at ${width} px`);
        await picture(window.page, `${fileOf(hash)}-${width}-${scheme}`);
      }
      await show(window.page, '#/');
      await window.page.getByRole('button', { name: 'Flatten' }).click();
      await assertAccessible(window.page, `the dialog at ${width} px, ${scheme}`);
      await picture(window.page, `dialog-${width}-${scheme}`);
      await window.page.keyboard.press('Escape');
      assert.deepEqual(window.complaints, []);
      await window.close();
    });
  }
}
