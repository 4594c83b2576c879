/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { query } from '../fixtures/query.ts';
import { downloadGallery } from './download-gallery.ts';
import { digestOfPixels, gridUntil, storedSteps } from './stored-grids.ts';
import { expect, test } from './story.ts';

// The journey's end: what was trained leaves in each format, and is looked at by programs that are not the product's.

/** The dialog over all four runs. */
async function openDialog(page: Page, runIds: readonly number[], format: string): Promise<Locator> {
  await page.goto(`/compare?runs=${runIds.join()}&view=samples`);
  await page.getByRole('button', { name: 'Export gallery' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the samples of 4 runs' });
  await dialog.getByRole('radio', { name: format }).click();
  return dialog;
}

const sizeTold = async (dialog: Locator, told: RegExp) => {
  const text = (await dialog.getByText(told).textContent()) ?? '';
  const [, width, height] = /([\d,]+) × ([\d,]+) pixels/.exec(text) ?? [];
  return { width: Number(width?.replace(',', '')), height: Number(height?.replace(',', '')) };
};

/** Frames, their durations in ms and their size, as Chromium's own decoders see them. */
const decode = (page: Page, type: string, file: string) =>
  page.evaluate(
    async ([type, base64]) => {
      const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const decoder = new ImageDecoder({ type, data });
      await Promise.all([decoder.completed, decoder.tracks.ready]);
      const { frameCount = 0 } = decoder.tracks.selectedTrack ?? {};
      const durations: number[] = [];
      let size = { width: 0, height: 0 };
      for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        durations.push((image.duration ?? 0) / 1000);
        size = { width: image.displayWidth, height: image.displayHeight };
      }
      return { durations, ...size };
    },
    [type, readFileSync(file).toString('base64')] as const,
  );

for (const [title, format] of [
  ['Animated GIF', 'gif'],
  ['Animated WebP', 'webp'],
] as const) {
  test(`${title}: a frame for every third step, as long and as large as was asked for`, async ({
    page,
    store,
    realRuns,
  }) => {
    const stored = storedSteps(store, realRuns.digits);
    const frames = stored.filter((_, at) => at % 3 === 0 || at === stored.length - 1).length;
    const dialog = await openDialog(page, realRuns.digits, title);
    await dialog.getByRole('radiogroup', { name: 'Which steps' }).getByText('Every k-th').click();
    await dialog.getByRole('textbox', { name: 'k', exact: true }).fill('3');
    await dialog.getByRole('textbox', { name: 'Milliseconds a frame' }).fill('120');
    const size = await sizeTold(dialog, new RegExp(`^${frames} frames of`));
    const file = await downloadGallery(page, dialog);
    const delay = [...Array.from({ length: frames - 1 }, () => 120), 1500];
    expect(await sharp(file).metadata()).toMatchObject({ format, ...size, pages: frames, delay });
    expect(await decode(page, `image/${format}`, file)).toEqual({ durations: delay, ...size });
    if (format !== 'gif') return;
    // Sizes of the whole, and hundredths of a second.
    const identified = runIfThere('identify', '-format', '%Wx%H %T\n', file);
    const expected = delay.map((ms) => `${size.width}x${size.height} ${ms / 10}\n`).join('');
    expect(identified ?? expected).toBe(expected);
  });
}

test('Contact sheet: five tiles at the steps of a paper, those that are not stored taken from their neighbours', async ({
  page,
  realRuns,
}) => {
  const dialog = await openDialog(page, realRuns.digits, 'Contact sheet');
  await dialog.getByRole('radiogroup', { name: 'Which steps' }).getByText('List').click();
  await expect(dialog.getByText('50 → 20, 100 → 20')).toBeVisible();
  await dialog.getByRole('radiogroup', { name: 'Which tiles' }).getByText('The first few').click();
  const size = await sizeTold(dialog, /^1 picture of/);
  const file = await downloadGallery(page, dialog);
  expect(await sharp(file).metadata()).toMatchObject({ format: 'png', ...size });
  expect(await decode(page, 'image/png', file)).toMatchObject(size);
  const expected = `PNG ${size.width}x${size.height}`;
  expect(runIfThere('identify', '-format', '%m %wx%h', file) ?? expected).toBe(expected);
});

test('ZIP of PNGs: each tile as it was drawn, under its run and step', async ({ page, store, realRuns }) => {
  const dialog = await openDialog(page, realRuns.digits, 'ZIP of PNGs');
  await dialog.getByRole('radiogroup', { name: 'Which tiles' }).getByText('List').click();
  await dialog.getByRole('textbox', { name: 'Tiles between commas' }).fill('0, 9');
  const grids = query(
    store.file,
    `SELECT run_id, step, png FROM v_sample_grid WHERE run_id IN (${realRuns.digits.join()})`,
  );
  await expect(dialog.getByText(`${2 * grids.length} pictures`)).toBeVisible();
  const file = await downloadGallery(page, dialog);
  runIfThere('unzip', '-tqq', file);
  const { 'manifest.json': manifest, ...pictures } = unzipSync(readFileSync(file));
  expect(JSON.parse(Buffer.from(manifest ?? []).toString()).pictures).toHaveLength(2 * grids.length);
  expect(Object.keys(pictures)).toHaveLength(2 * grids.length);
  for (const { run_id, step, png } of grids) {
    for (const tile of [0, 9]) {
      const name = `run-${run_id}/step-${String(step).padStart(8, '0')}-tile-${String(tile).padStart(3, '0')}.png`;
      // Eight tiles of 28 pixels to a row.
      const place = { left: (tile % 8) * 28, top: Math.floor(tile / 8) * 28, width: 28, height: 28 };
      const cut = await sharp(png as Uint8Array)
        .extract(place)
        .png()
        .toBuffer();
      expect(await digestOfPixels(pictures[name] ?? new Uint8Array()), name).toBe(await digestOfPixels(cut));
    }
  }
});

test('Web page: without a network it shows every grid and what each run was trained with', async ({
  page,
  store,
  realRuns,
  browser,
}) => {
  const { digits } = realRuns;
  const dialog = await openDialog(page, digits, 'Web page');
  const file = await downloadGallery(page, dialog);
  const context = await browser.newContext({ offline: true });
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(file).href);
  const figures = alone.getByRole('figure');
  await expect(figures).toHaveCount(digits.length);
  for (const [at, id] of digits.entries()) {
    const [{ config_json } = {}] = query(store.file, 'SELECT config_json FROM v_run WHERE run_id = ?', id);
    const { gradientPenaltyWeight, learningRate } = JSON.parse(String(config_json));
    await expect(figures.nth(at).locator('figcaption')).toContainText(
      `learningRate=${learningRate} gradientPenaltyWeight=${gradientPenaltyWeight}`,
    );
  }
  const steps = storedSteps(store, digits);
  await alone.getByRole('slider', { name: 'Step' }).press('Home');
  for (const [at, step] of steps.entries()) {
    if (at > 0) await alone.getByRole('slider', { name: 'Step' }).press('ArrowRight');
    await expect(alone.getByText(`step ${step} of 20`).first()).toBeVisible();
    const shown = await alone
      .getByRole('img')
      .evaluateAll((images) => images.map((image) => image.getAttribute('src')));
    expect(shown).toEqual(
      digits.map((id) => `data:image/png;base64,${Buffer.from(gridUntil(store, id, step)).toString('base64')}`),
    );
  }
  await context.close();
});

/** A command that nobody here wrote, if this machine has it; throws when it is not content. */
function runIfThere(command: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
