import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, picture } from './browser';
import { AuthEmulator } from './auth';
import { stage } from './stage';

const EMAIL = 'vera@example.com';
const PASSWORD = 'correct horse battery';

test('somebody signs in with a password or a link, as where it is deployed', async () => {
  const { system, browser } = stage;
  const auth = await AuthEmulator.start(system.project);
  await auth.add('viewer', EMAIL, PASSWORD, 'demo');
  // The policy of this page names no emulator of Auth: up was started without one.
  const context = await browser.newContext({ bypassCSP: true });
  await context.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        format: 1,
        project: system.project,
        apiKey: 'demo',
        api: '',
        firestoreEmulator: system.emulator.host,
        authEmulator: `http://${auth.host}`,
      },
    }),
  );
  const page = await context.newPage();
  await page.goto(system.page);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await assertAccessible(page, 'signing in');
  await picture(page, 'sign-in-real');
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByLabel('Password').fill('a guess');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').locator('p').waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Overview' }).count(), 0);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Orders are released').waitFor();
  assert.ok(await page.getByText(EMAIL).isVisible());
  await page.reload();
  await page.getByText('Orders are released').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByText('A link is on its way').waitFor();
  await page.goto(await auth.link(EMAIL));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Orders are released').waitFor();
  await context.close();
  await auth.stop();
});
