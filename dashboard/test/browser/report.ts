import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { assertAccessible, assertFits, picture, SCHEMES, WIDTHS, Window } from './browser';
import { stage } from './stage';
import { maestro } from './system';

test('the report of the demo opens from a file without network, and can be read by everybody', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'maestro-report-')), 'report.html');
  const demo = maestro('demo', '--report', file);
  demo.stdout.resume();
  assert.deepEqual(await once(demo, 'exit'), [0, null]);
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const window = await Window.open(stage.browser, { width, scheme });
      const asked: string[] = [];
      window.page.on('request', (request) => asked.push(request.url()));
      await window.context.setOffline(true);
      await window.page.goto(pathToFileURL(file).href);
      await window.page.locator('canvas').nth(1).waitFor();
      assert.deepEqual(asked, [pathToFileURL(file).href]);
      await assertAccessible(window.page, `report at ${width} px, ${scheme}`);
      await assertFits(window.page, 'report');
      await picture(window.page, `report-${width}-${scheme}`);
      assert.deepEqual(window.complaints, []);
      await window.close();
    }
  }
  const window = await Window.open(stage.browser);
  await window.page.goto(pathToFileURL(file).href);
  const all = await window.page.locator('.story li:visible').count();
  await window.page.getByLabel('With the words').fill('gamma-scalper');
  const some = await window.page.locator('.story li:visible').count();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  await window.page.getByRole('checkbox', { name: 'Throttle' }).uncheck();
  assert.ok((await window.page.locator('.story li:visible').count()) < some);
  for (const heading of ['Weights over time', 'Equity over time, start = 100 %', 'What was denied, and why', 'Strategy ranks at the end', 'Weights at the end']) {
    await window.page.getByRole('heading', { name: heading }).waitFor();
  }
  await window.close();
});
