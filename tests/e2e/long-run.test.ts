import { spike } from '../fixtures/seed-store.ts';
import { expect, test } from './story.ts';

/** Far above what is wanted (1 s), for machines that are busy with other things. */
const boundMs = 8000;

const drawnAt = (charts: number) =>
  document.querySelectorAll('canvas[data-drawn]').length >= charts ? performance.now() : undefined;

test('a run of 100,000 steps is drawn at once, its one-step spike included', async ({ page }) => {
  const times: number[] = [];
  for (let visit = 0; visit < 3; visit++) {
    await page.goto('/runs/1');
    times.push(Math.round((await (await page.waitForFunction(drawnAt, 7)).jsonValue()) as number));
  }
  console.log(`100,000 steps × 9 metrics drawn ${times.join(', ')} ms after navigation (three visits)`);
  expect(Math.min(...times)).toBeLessThan(boundMs);

  const estimate = page.getByRole('figure', { name: 'Critic estimate Ŵ' });
  await expect(estimate.getByText('min–max of 100,000 steps in 782 buckets · 1 not finite')).toBeVisible();
  await estimate.getByRole('button', { name: 'Data' }).click();
  const copied = new Promise<string>((resolve) => void page.exposeFunction('noteCopy', resolve));
  await page.evaluate(() =>
    Object.assign(navigator.clipboard, {
      writeText: (text: string) =>
        (globalThis as unknown as { noteCopy: (text: string) => Promise<void> }).noteCopy(text),
    }),
  );
  await estimate.getByRole('button', { name: 'Copy all 782' }).first().click();
  expect(await copied).toContain(`\t${spike.value}\n`);
});

test('the list with that run in it is there at once', async ({ page }) => {
  // The oldest first: rows out of view are not on the page.
  await page.goto('/runs?sort=id');
  await expect(page.getByRole('link', { name: 'Long run' })).toBeVisible();
  // The list comes with the page itself.
  const readyMs = await page.evaluate(() =>
    Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
  );
  console.log(`the list of runs was there ${readyMs} ms after navigation`);
  expect(readyMs).toBeGreaterThan(0);
  expect(readyMs).toBeLessThan(boundMs);
});
