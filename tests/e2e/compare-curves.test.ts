import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { appendSteps, spike } from '../fixtures/seed-store.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, startRun, test } from './story.ts';

const panel = (page: Page, title: string) => page.getByRole('figure', { name: title, exact: true });
const chartOf = (figure: Locator) => figure.getByRole('group');
const viewOf = async (figure: Locator) => {
  const [low, high] = ((await figure.locator('canvas[data-view]').getAttribute('data-view')) ?? '').split('..');
  return { low: Number(low), high: Number(high) };
};
const address = (page: Page) => new URL(page.url()).searchParams;

test('a run is highlighted everywhere when one points at it, and left out when one says so', async ({
  page,
  realRuns,
}) => {
  const [first = 0, second = 0] = realRuns.ring;
  await page.goto(`/compare?runs=${realRuns.ring.join()}&metric=eval.modes`);
  const modes = panel(page, 'Modes found');
  await expect(modes.getByText('6 curves')).toBeVisible();
  const runs = page.getByRole('region', { name: 'Compared runs' });
  await runs.getByRole('link').first().hover();
  await expect(modes.locator('canvas[data-on]')).toHaveCount(1);

  await runs.getByRole('button', { name: `Hide run ${first}` }).click();
  await expect(modes.getByText('5 curves')).toBeVisible();
  await runs.getByRole('button', { name: `Show only run ${second}` }).click();
  await expect(modes.getByText('exact, 8 points')).toBeVisible();
  await runs.getByRole('button', { name: 'Show all' }).click();
  await expect(modes.getByText('6 curves')).toBeVisible();
});

test('a step that is marked on a curve is the step of the samples', async ({ page, realRuns }) => {
  await page.goto(`/compare?runs=${realRuns.ring.join()}&metric=eval.modes`);
  const modes = panel(page, 'Modes found');
  await expect(modes.getByText('6 curves')).toBeVisible();
  const chart = chartOf(modes);
  const { width = 0, height = 0 } = (await chart.boundingBox()) ?? {};
  await chart.click({ position: { x: width * 0.6, y: height / 2 } });
  await expect(page.getByText(/^Step \d+ is marked/)).toBeVisible();
  const step = Number(address(page).get('step'));
  expect(step).toBeGreaterThan(60);
  expect(step).toBeLessThan(130);
  await page.getByRole('button', { name: 'Samples at this step' }).click();
  await expect(page.getByRole('tab', { name: 'Samples' })).toHaveAttribute('aria-selected', 'true');
  const grid = Math.floor(step / 20) * 20;
  await expect(page.getByRole('figure', { name: new RegExp(`^step ${grid} `) }).first()).toBeVisible();
});

test('what the curves are zoomed to limits the samples, until all steps are wanted again', async ({
  page,
  realRuns,
}) => {
  await page.goto(`/compare?runs=${realRuns.ring.join()}&view=samples&from=30&to=90`);
  const slider = page.getByRole('slider', { name: 'Step of the sample grid' });
  await expect(page.getByText('Steps 30 to 90, as the curves are zoomed.')).toBeVisible();
  await expect(slider).toHaveAttribute('aria-valuetext', /^step 80, 3 of 3/);
  await page.getByRole('button', { name: 'All steps' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', /^step 160, /);
  expect(address(page).has('from')).toBe(false);
});

test('a spike of one step among 100,000 is seen, and read exactly when one comes near', async ({ page }) => {
  await page.goto('/compare?runs=1,3&metric=criticEstimate&scale=signed');
  const estimate = panel(page, 'Critic estimate Ŵ');
  await expect(estimate.getByText(/min–max of .* steps/)).toBeVisible();
  await estimate.getByRole('button', { name: 'Data' }).click();
  await expect(estimate.getByRole('cell', { name: String(spike.value) }).first()).toBeVisible();

  // By keys alone: to the place of the spike, then in until every step is there.
  await page.goto(`/compare?runs=1&metric=criticEstimate&from=${spike.step - 4000}&to=${spike.step + 4000}`);
  await chartOf(estimate).focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('+');
  await expect(estimate.getByText(/^exact/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const download = page.waitForEvent('download');
  await estimate.getByRole('button', { name: 'Download Critic estimate Ŵ' }).click();
  await page.getByRole('menuitem', { name: 'Points (CSV)' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain(`,criticEstimate,${spike.step},${spike.value}\n`);
});

test('curves go over epochs and time, in groups and on other scales', async ({ page, realRuns }) => {
  await page.goto(`/compare?runs=${realRuns.ring.join()}&metric=criticLoss`);
  const loss = panel(page, 'Critic loss');
  await expect(loss.getByText('6 curves')).toBeVisible();
  await page.getByLabel('Axis').selectOption('Over relative time');
  await expect(page.getByRole('img', { name: 'Critic loss over time, 6 curves' })).toBeVisible();
  expect(address(page).get('x')).toBe('relative');
  await page.getByLabel('Axis').selectOption('Over epochs');
  await expect(loss.getByText('None of these runs has epochs')).toBeVisible();
  await page.getByLabel('Axis').selectOption('Over steps');

  await page.getByLabel('Scale of values').selectOption('Log');
  await expect(loss.getByText('a log scale needs values above 0')).toBeVisible();
  await page.getByLabel('Scale of values').selectOption('Signed log');
  await expect(loss.getByText(/signed log, linear below/)).toBeVisible();

  await page.getByLabel('Group runs').selectOption('Mean by gradientPenaltyWeight');
  await expect(loss.getByText(/mean over runs at every step/)).toBeVisible();
  await page.getByLabel('Band').selectOption('lowest to highest');
  expect(address(page).get('band')).toBe('extremes');
});

test('a chart becomes a picture, a drawing and a list of points', async ({ page, realRuns }) => {
  await page.goto(`/compare?runs=${realRuns.ring.join()}&metric=generatorLoss`);
  const loss = panel(page, 'Generator loss');
  await expect(loss.getByText('6 curves')).toBeVisible();
  const save = async (item: string) => {
    const download = page.waitForEvent('download');
    await loss.getByRole('button', { name: 'Download Generator loss' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return readFileSync(await (await download).path());
  };
  const png = await save('Picture (PNG)');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // IHDR: twice the width of the drawing.
  expect(png.readUInt32BE(16)).toBe(1760);
  const svg = (await save('Drawing (SVG)')).toString();
  const drawn = await page.evaluate((text) => {
    const found = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { wrong: found.querySelector('parsererror')?.textContent, paths: found.querySelectorAll('path').length };
  }, svg);
  expect(drawn.wrong).toBeUndefined();
  expect(drawn.paths).toBeGreaterThan(8);
  expect((await save('Points (CSV)')).toString().trim().split('\n')).toHaveLength(1 + 6 * 160);
});

test('new steps of a run appear in the comparison as they come', async ({ page, store }) => {
  const ids = ['One that runs', 'Another that runs'].map((name) => startRun(store, name));
  for (const id of ids) appendSteps(store, id, 30);
  await page.goto(`/compare?runs=${ids.join()}&metric=criticLoss`);
  const loss = panel(page, 'Critic loss');
  await expect(loss.getByText('exact, 30 points')).toBeVisible();
  appendSteps(store, ids[0] as number, 25);
  await expect(loss.getByText('exact, 55 points')).toBeVisible();
  await expect.poll(async () => (await viewOf(loss)).high).toBe(55);
});

test('without runs to compare the page says how to choose some', async ({ page }) => {
  await page.goto('/compare');
  await expect(page.getByRole('heading', { name: 'Choose runs to compare' })).toBeVisible();
  await page.getByRole('link', { name: 'Compare the newest 5' }).click();
  await expect(page.getByRole('heading', { name: 'Compare 5 runs' })).toBeVisible();
  await page.goto('/compare?runs=99998,99999');
  await expect(page.getByRole('heading', { name: 'There are no such runs' })).toBeVisible();
  await page.goto('/compare?q=no+such+run+anywhere');
  await expect(page.getByText('No run fulfils no such run anywhere.')).toBeVisible();
});

test.describe('with a filter that cannot be read', () => {
  test.use({ allowedErrors: [/status of 400/] });
  test('the page says what is wrong with it', async ({ page }) => {
    await page.goto('/compare?q=lr+%3E');
    await expect(page.getByRole('heading', { name: 'The runs could not be read' })).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`curves, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('nothing is wrong for assistive technology, wide and narrow', async ({ page, realRuns }) => {
      await page.goto(`/compare?runs=${realRuns.ring.join()}`);
      await expect(panel(page, 'Critic estimate Ŵ').getByText('12 curves')).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await expectAccessible(page);
    });
  });
}
