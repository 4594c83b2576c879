import { expect, queueRun, test } from './story.ts';

test('what is wrong is said beside its field, and a corrected run is queued', async ({ page }) => {
  await page.goto('/runs');
  await page.getByRole('link', { name: 'New run' }).last().click();
  await page.getByLabel('Batch size').fill('0');
  await expect(page.getByText('must be at least 1, not 0')).toBeVisible();
  await page.getByLabel('Learning rate').fill('fast');
  await expect(page.getByText('must be a number, not "fast"')).toBeVisible();

  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByLabel('Batch size')).toBeFocused();
  await expect(page.getByText('2 fields to correct first.')).toBeVisible();

  await page.getByLabel('Batch size').fill('32');
  await page.getByLabel('Learning rate').fill('1e-4');
  await page.getByLabel('Name').fill('My first run');
  await expect(page.getByText(/npm run train/)).toHaveText(
    `npm run train -- wgan-gp-mnist --set batchSize=32 --set learningRate=0.0001 --name 'My first run'`,
  );
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByRole('heading', { name: 'My first run', level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('queued');
  await page.getByRole('link', { name: 'All runs', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: 'My first run' })).toContainText('queued');
});

test('changes are marked and can be taken back', async ({ page }) => {
  await page.goto('/runs/new');
  await page.getByLabel('Seed').fill('12');
  await expect(page.getByText('changed; preset: 1')).toBeVisible();
  await page.getByRole('button', { name: 'Reset to preset' }).click();
  await expect(page.getByLabel('Seed')).toHaveValue('1');
  await expect(page.getByRole('heading', { name: 'The preset as it is' })).toBeVisible();
});

test('a run can be run again with changes', async ({ page, store }) => {
  const runId = queueRun(store, 'Source run', { seed: 99 });
  store.run.requestStop(runId);
  await page.goto(`/runs/${runId}`);
  await page.getByRole('link', { name: 'Run again' }).click();
  await expect(page.getByLabel('Seed')).toHaveValue('99');
  await expect(page.getByText('Source run')).toBeVisible();
});

test.describe('with a server that knows better', () => {
  test.use({ allowedErrors: [/status of 400/] });

  test('its problems appear beside the fields too', async ({ page }) => {
    await page.goto('/runs/new');
    await page.route('**/api/trpc/run.create**', async (route) => {
      const body = route.request().postData()?.replace('"steps":3000', '"steps":-3') ?? '';
      await route.continue({ postData: body });
    });
    await page.getByRole('button', { name: 'Start run' }).click();
    await expect(page.getByText('must be at least 1, not -3')).toBeVisible();
    await expect(page.getByLabel('Steps', { exact: true })).toBeFocused();
  });
});
