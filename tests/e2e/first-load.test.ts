import { gzipSync } from 'node:zlib';
import { expect, test } from './story.ts';

/** Of all scripts that the page fetches by itself, each compressed with gzip as most servers have it. */
const mostBytes = 200_000;

test('the list of runs is there after at most 200 KB of compressed scripts', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  // Other stories leave runs behind, and rows out of view are not on the page.
  await page.goto('/runs?sort=id');
  await expect(page.getByRole('link', { name: 'Long run' })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Live')).toBeVisible();
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
});
