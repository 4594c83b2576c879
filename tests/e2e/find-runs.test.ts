import { expectAccessible } from './expect-accessible.ts';
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
    await page.goto('/runs?q=dataset+%3D%3D+"ring"+and+"Ring+of"+in+name');
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
        await expectAccessible(page);
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

test.describe('many runs', () => {
  test.beforeAll(({ store }) => {
    store.read(() => {
      for (let index = 1; index <= 340; index++) queueRun(store, `Crowd ${index}`);
    });
  });
  test.afterAll(({ store }) => {
    const runIds = store.run.listIds({ filter: 'Crowd' });
    if (runIds.length > 0) store.bulk.changeMany({ action: 'remove', runIds });
  });

  test('are there as one scrolls, and only those in view are in the page', async ({ page }) => {
    await page.goto('/runs?q=Crowd');
    const table = page.getByRole('table', { name: 'Runs' });
    await expect(table).toHaveAttribute('aria-rowcount', '341');
    await expect(page.getByRole('link', { name: 'Crowd 340', exact: true })).toBeVisible();
    expect(await page.getByRole('row').count()).toBeLessThan(40);
    await page.getByRole('link', { name: 'Crowd 340', exact: true }).focus();
    await page.keyboard.press('End');
    const last = page.getByRole('link', { name: 'Crowd 1', exact: true });
    await expect(last).toBeFocused();
    await expect(page.getByRole('row').filter({ has: last })).toHaveAttribute('aria-rowindex', '341');
    expect(await page.getByRole('row').count()).toBeLessThan(40);
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('link', { name: 'Crowd 2', exact: true })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.getByRole('link', { name: 'Crowd 340', exact: true })).toBeFocused();
  });

  test('stay in their place while a new one comes above', async ({ page, store }) => {
    await page.goto('/runs?q=Crowd');
    await page.getByRole('link', { name: 'Crowd 340', exact: true }).focus();
    for (let times = 0; times < 6; times++) await page.keyboard.press('PageDown');
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
    const place = async () => (await page.getByRole('link', { name, exact: true }).boundingBox())?.y;
    const before = await place();
    queueRun(store, 'Crowd on top');
    await expect(page.getByRole('table', { name: 'Runs' })).toHaveAttribute('aria-rowcount', '342');
    await expect.poll(place).toBe(before);
  });
});
