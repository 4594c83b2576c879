import { AxeBuilder } from '@axe-core/playwright';
import { expect, queueRun, startRun, test } from './story.ts';

test('the list is filtered by words and status, and the address holds the filter', async ({ page }) => {
  await page.goto('/runs');
  await page.getByLabel('Filter by text').fill('critic loss is not');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/q=critic/);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Diverging run' })).toBeVisible();
  await page.getByText('completed', { exact: false }).first().click();
  await expect(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
  await page.getByRole('button', { name: /Show all/ }).click();
  await expect(page).toHaveURL(/\/runs$/);
});

test.describe('a condition', () => {
  // The browser reports each answer that is an error.
  test.use({ allowedErrors: [/status of 400/] });

  test('is explained where it is wrong, and what was found before stays until it is right', async ({ page }) => {
    // Other stories may have made runs of their own by now.
    await page.goto('/runs?q=dataset+%3D%3D+"ring"+and+"points"+in+name');
    await expect(page.getByRole('link', { name: 'Ring of points' })).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(2);
    const box = page.getByLabel('Filter by text');
    await box.fill('dataset == "rnig"');
    const problem = page.getByRole('search').getByRole('status');
    await expect(problem).toContainText('dataset is never "rnig"; did you mean "ring"?');
    await expect(problem).toContainText('at character 12');
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('row')).toHaveCount(2);
    await box.fill('dataset == "ring" and last(criticEstimate) > 1e9');
    await expect(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
    await expect(problem).toHaveCount(0);
  });

  test('that is wrong in the address is explained from the first moment on', async ({ page }) => {
    await page.goto('/runs?q=criticEstimate+<+2');
    await expect(page.getByText('criticEstimate is a metric: say last(criticEstimate)')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`that is wrong, on a phone, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width: 390, height: 844 } });
      test('is explained accessibly and within the screen, as is the language', async ({ page }) => {
        await page.goto('/runs?q=not+archived+and+system+in+["wgan-gp",+"wgan-clip"]+and+lr+==+"x"');
        await expect(page.getByRole('search').getByRole('status')).toContainText('learningRate is a number');
        await page.getByRole('button', { name: 'How to filter' }).click();
        await expect(page.getByRole('dialog', { name: 'How to filter' })).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      });
    });
  }
});

test('an example from the help goes into the box', async ({ page }) => {
  await page.goto('/runs');
  await page.getByRole('button', { name: 'How to filter' }).click();
  await page.getByRole('button', { name: /wgan-gp/ }).click();
  await expect(page.getByLabel('Filter by text')).toHaveValue('lr > 1e-4 and system == "wgan-gp"');
  await expect(page).toHaveURL(/q=lr/);
});

test('a run appears and leaves as it comes to fulfil the condition and no longer does', async ({ page, store }) => {
  const runId = startRun(store, 'Found by its metric', { seed: 4711 });
  await page.goto('/runs?q=seed+%3D%3D+4711+and+last(realScore)+>+5');
  await expect(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
  store.metric.append(runId, 1, { realScore: 6 });
  await expect(page.getByRole('link', { name: 'Found by its metric' })).toBeVisible();
  store.metric.append(runId, 2, { realScore: 4 });
  await expect(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
  store.run.end(runId, 'stopped', 'stopped by request');
});

test('a column is sorted by its head', async ({ page, store }) => {
  for (const name of ['Sorted B', 'Sorted C', 'Sorted A']) queueRun(store, name);
  await page.goto('/runs?q=Sorted');
  const names = () => page.getByRole('link', { name: /^Sorted/ }).allTextContents();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(names).toEqual(['Sorted C', 'Sorted B', 'Sorted A']);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(names).toEqual(['Sorted A', 'Sorted B', 'Sorted C']);
  await expect(page.getByRole('columnheader', { name: 'Run', exact: true })).toHaveAttribute('aria-sort', 'ascending');
});

test('a long list is shown a page at a time', async ({ page, store }) => {
  store.read(() => {
    for (let index = 1; index <= 120; index++) queueRun(store, `Crowd ${index}`);
  });
  await page.goto('/runs?q=Crowd');
  await expect(page.getByText('100 of 120 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Show 20 more' }).click();
  await expect(page.getByRole('row')).toHaveCount(121);
  store.read(() => {
    for (const { id } of store.run.search({ filter: 'Crowd', limit: 120 }).runs) store.run.remove(id);
  });
});
