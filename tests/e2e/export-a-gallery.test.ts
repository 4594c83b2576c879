/// <reference lib="dom" />
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { addGrid } from '../fixtures/seed-store.ts';
import { downloadGallery } from './download-gallery.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, startRun, test } from './story.ts';

const steps = [1, 2, 4, 8, 16, 32];

interface Shown {
  store: Parameters<typeof startRun>[0];
  page: Page;
}

/** The dialog over a run with six sample grids. */
async function openDialog({ page, store }: Shown, name: string, stored: readonly number[] = steps) {
  const runId = startRun(store, name, { steps: 32 });
  for (const step of stored) addGrid(store, runId, step);
  await page.goto(`/runs/${runId}`);
  await page.getByRole('button', { name: 'Export gallery' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the samples of this run' });
  await expect(dialog.getByRole('img', { name: 'Preview of the gallery' })).toBeVisible();
  return { runId, dialog };
}

test('the page works from a file without a network: by slider, keys and buttons', async ({ page, store, browser }) => {
  test.slow(); // two colour schemes, each looked over by axe
  const { runId, dialog } = await openDialog({ page, store }, 'On a page');
  const file = await downloadGallery(page, dialog);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ offline: true, colorScheme, viewport: { width: 390, height: 844 } });
    const alone = await context.newPage();
    const problems: string[] = [];
    alone.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    alone.on('pageerror', (error) => problems.push(error.message));
    alone.on('request', (request) => /^(file|data):/.test(request.url()) || problems.push(request.url()));
    await alone.goto(pathToFileURL(file).href);
    await expect(alone.getByRole('heading', { level: 1 })).toHaveText(`Samples of run #${runId} On a page`);
    const slider = alone.getByRole('slider', { name: 'Step' });
    await expect(slider).toHaveAttribute('aria-valuetext', 'step 32, 6 of 6');
    const picture = alone.getByRole('img');
    await expect(picture).toHaveAccessibleName('64 samples of On a page at step 32');
    const newest = await picture.getAttribute('src');
    await slider.press('ArrowLeft');
    await expect(picture).toHaveAccessibleName('64 samples of On a page at step 16');
    expect(await picture.getAttribute('src')).not.toBe(newest);
    await alone.getByRole('button', { name: 'Previous' }).click();
    await expect(alone.getByText('step 8 of 32')).toBeVisible();
    await alone.getByRole('button', { name: 'Play' }).click();
    // A frame stays for a quarter of a second, which a look now and then would miss.
    await alone.waitForFunction(() => document.body.textContent?.includes('step 32 of 32'), undefined, {
      polling: 'raf',
    });
    await alone.getByRole('button', { name: 'Pause' }).click();
    await alone.getByText('All parameters').click();
    await expect(alone.getByText('gradientPenaltyWeight', { exact: true })).toBeVisible();
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(224);
    expect(await alone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(alone);
    await alone.emulateMedia({ reducedMotion: 'reduce' });
    await expect(alone.getByRole('button', { name: 'Play' })).toBeDisabled();
    expect(problems).toEqual([]);
    await context.close();
  }
});

test('what is wrong is said at its field, and a gallery that takes long can be cancelled', async ({ page, store }) => {
  const many = Array.from({ length: 60 }, (_, at) => at + 1);
  const { dialog } = await openDialog({ page, store }, 'Cancelled', many);
  await dialog.getByRole('radio', { name: 'Animated WebP' }).click();
  await dialog.getByRole('radiogroup', { name: 'Which tiles' }).getByText('List').click();
  const tiles = dialog.getByRole('textbox', { name: 'Tiles between commas' });
  await tiles.fill('0-64');
  await expect(tiles).toHaveAccessibleDescription(/there is no tile 64: the tiles are 0 to 63/);
  await expect(dialog.getByRole('button', { name: 'Make the gallery' })).toBeDisabled();
  await tiles.fill('0-63');
  await dialog.getByRole('combobox', { name: 'Sample pixels' }).click();
  await page.getByRole('option', { name: '×8' }).click();
  await expect(dialog.getByText(/^60 frames of \d,\d+ ×/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Make the gallery' }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Progress of the gallery' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByText('Cancelled; nothing was kept.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Change something' }).click();
  await expect(dialog.getByRole('button', { name: 'Make the gallery' })).toBeEnabled();
});

test('the dialog is worked by keyboard alone', async ({ page, store }) => {
  const { dialog } = await openDialog({ page, store }, 'By keyboard');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const button = page.getByRole('button', { name: 'Export gallery' });
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio', { name: 'Web page' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('radio', { name: 'Animated GIF' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Milliseconds a frame' }).press('Enter');
  await expect(dialog.getByRole('link', { name: /^Download/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 } });
    test('the dialog is accessible on a phone', async ({ page, store }) => {
      const { dialog } = await openDialog({ page, store }, `Accessible, ${colorScheme}`);
      for (const kind of ['Every k-th', 'List', 'Range']) {
        await dialog.getByRole('radiogroup', { name: 'Which steps' }).getByText(kind).click();
        await expectAccessible(page);
      }
      expect(await dialog.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}
