import { readFileSync } from 'node:fs';
import { canBeOther, relayAsOther } from '../fixtures/other-user.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './story.ts';

const key = () => readFileSync(`${process.env.DUALITY_E2E_STORE}-key`, 'utf8').trim();

test.skip(!canBeOther, 'only root on Linux can come as another user');
test.use({ allowedErrors: [/status of (401|403)/] });

let other: Awaited<ReturnType<typeof relayAsOther>>;
test.beforeAll(async () => {
  other = await relayAsOther(Number(process.env.DUALITY_E2E_PORT));
});
test.afterAll(() => other.end());

test('another user of the machine is asked for the key, told when it is wrong, and let in with it', async ({
  page,
}) => {
  await page.goto(`${other.url}/runs?q=completed`);
  const field = page.getByLabel('Key');
  await expect(field).toBeFocused();
  await field.fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('This is not the key of this store.');
  await field.fill(` ${key()} `);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  await expect(page).toHaveURL(`${other.url}/runs?q=completed`);
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Live');
});

test('a link with the key behind its # opens by itself and leaves no key in the address', async ({ page }) => {
  await page.goto(`${other.url}/runs#key=${key()}`);
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  expect(page.url()).toBe(`${other.url}/runs`);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 800 } });

    test('asking for the key is accessible on a phone', async ({ page }) => {
      await page.goto(`${other.url}/runs`);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}
