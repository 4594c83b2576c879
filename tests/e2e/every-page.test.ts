import type { Page } from '@playwright/test';
import { addEvaluatedRun } from '../fixtures/add-evaluations.ts';
import { addSweep } from '../fixtures/add-sweep.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './story.ts';

const evaluated = { points: 0, images: 0 };
test.beforeAll(({ store }) => {
  if (store.sweep.list().length === 0) addSweep(store);
  evaluated.points = addEvaluatedRun(store, 'Evaluated points', 'wgan-gp-ring', { steps: 500 });
  evaluated.images = addEvaluatedRun(store, 'Evaluated images', 'wgan-gp-fashion', { steps: 500 });
});

const pages = {
  'the list of runs': '/runs',
  'the list of runs in groups':
    '/runs?group=system&fold=%22acgan%22&col=status&col=lr&col=min(criticLoss)&col=tags&col=spark&sort=-lr&sort=id',
  'an empty filter': '/runs?q=nothing+like+this',
  'the trash': '/trash',
  'the activity': '/activity',
  'the experiments': '/experiments',
  'curves compared': '/compare?runs=1-3',
  'parameters compared': '/compare?runs=1-6&view=parameters',
  'samples compared': '/compare?runs=1-3&view=samples',
  'nothing to compare yet': '/compare',
  'the list of sweeps': '/sweeps',
  'a sweep': '/sweeps/1',
  'the form of a sweep': '/sweeps/new',
  'the form of a clone of a sweep': '/sweeps/new?from=1',
  'the form': '/runs/new',
  'a completed run': '/runs/1',
  'a failed run': '/runs/2',
  'a running run': '/runs/3',
  'a queued run': '/runs/4',
  'a run on points': '/runs/5',
  'a conditional run': '/runs/6',
  'the form of a seed document': '/runs/new?preset=raschka-wgan-gp',
  'the form of a run in a terminal': '/runs/new?preset=dcgan',
};

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is accessible, light, dark and on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (/\/runs\/[12356]/.test(path)) await page.waitForFunction(() => document.querySelector('canvas[data-drawn]'));
    await lookInEveryScheme(page);
  });
}

for (const kind of ['points', 'images'] as const) {
  test(`evaluations and alerts of a run on ${kind} are accessible, light, dark and on a phone`, async ({ page }) => {
    await page.goto(`/runs/${evaluated[kind]}`);
    await expect(page.getByRole('region', { name: 'Evaluations' }).getByRole('slider')).toBeVisible();
    await page.getByRole('region', { name: 'Alerts' }).getByText('holds no more').click();
    await lookInEveryScheme(page);
  });
}

async function lookInEveryScheme(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
}

test.describe('an address without a page', () => {
  test.use({ allowedErrors: [/status of 404/] });
  for (const path of ['/nowhere', '/runs/99999', '/runs/abc', '/sweeps/99999', '/sweeps/abc']) {
    test(`${path} says so and leads back`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
      await page.getByRole('link', { name: 'See all runs' }).click();
      await expect(page.getByRole('heading', { name: 'Runs', level: 1 })).toBeVisible();
    });
  }
});

test('the colour scheme can be chosen and is there from the first moment on', async ({ page }) => {
  await page.goto('/runs');
  await page.getByRole('button', { name: 'Colour scheme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.goto('/runs/new', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
