import { expect, queueRun, test } from './story.ts';

test('a button that is pressed while the page’s scripts are still on their way does its work once they are there', async ({
  page,
  store,
}) => {
  queueRun(store, 'Early run');
  const { promise: pressed, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto('/runs', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Actions for Early run' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  letGo();
  await expect(page.getByRole('menuitem', { name: 'Archive', exact: true })).toBeVisible();
});
