import { configure, getPreset, isSampleStep } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Page } from '@playwright/test';
import { decode } from 'fast-png';
import { addGrid } from '../fixtures/seed-store.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './story.ts';

const steps = 200;

function addRun(store: Store, name: string, set: Record<string, unknown>, preset = 'wgan-gp-mnist'): number {
  const config = configure(getPreset(preset), { seed: 5, steps, sampleEvery: 50, ...set });
  const { id } = store.run.queue({ preset, name, engine: 'auto', config });
  store.run.take(id, 'story');
  for (let step = 1; step <= steps; step++) if (isSampleStep(step, config.sampleEvery, steps)) addGrid(store, id, step);
  return id;
}

const sweep = (store: Store) =>
  [1, 10].flatMap((gradientPenaltyWeight) =>
    [0.0001, 0.001].map((learningRate) =>
      addRun(store, `λ ${gradientPenaltyWeight}, rate ${learningRate}`, { gradientPenaltyWeight, learningRate }),
    ),
  );

const open = async (page: Page, ids: readonly number[], more = '') => {
  await page.goto(`/compare?runs=${ids.join(',')}&view=samples${more}`);
  await expect(page.getByRole('slider', { name: 'Step of the sample grid' })).toBeVisible();
};
const slider = (page: Page) => page.getByRole('slider', { name: 'Step of the sample grid' });
const pictureOf = (page: Page, name: string) => page.getByRole('figure').filter({ hasText: name });
/** The ids of the grids that are drawn, in the order of the runs. */
const drawn = (page: Page) =>
  page
    .getByRole('figure')
    .locator('canvas')
    .evaluateAll((canvases) => canvases.map((canvas) => Number((canvas as HTMLElement).dataset.drawn)));
const query = (page: Page) => new URL(page.url()).searchParams;

test('a run is played, paused, and played forth and back', async ({ page, store }) => {
  await open(page, [addRun(store, 'player', { sampleEvery: 5 })], '&step=1');
  const shown = () => slider(page).getAttribute('aria-valuenow').then(Number);
  await page.getByRole('combobox', { name: 'Speed of playing' }).selectOption('24/s');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(shown).toBeGreaterThan(4);
  await page.getByRole('button', { name: 'Pause' }).click();
  const at = await shown();
  await expect.poll(() => query(page).get('step')).not.toBe('1');
  expect(await shown()).toBe(at);

  await page.getByRole('button', { name: 'Plays in a loop; change' }).click();
  await expect.poll(() => query(page).get('turn')).toBe('ping-pong');
  expect(query(page).get('speed')).toBe('24');
  await page.getByRole('button', { name: 'Last grid' }).click();
  const last = await shown();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(shown).toBeLessThan(last - 2);
});

test.describe('where less motion is asked for', () => {
  test('nothing plays or blinks by itself', async ({ page, store }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const id = addRun(store, 'still', {});
    await open(page, [id]);
    await expect(page.getByRole('button', { name: 'Play is off: your system asks for less motion' })).toBeDisabled();
    await open(page, [id], `&pair=${id}@1,${id}@200&way=blink`);
    await expect(page.getByText('Blinking is off')).toBeVisible();
    await expect(page.getByRole('img', { name: 'Left: still, step 1' })).toBeVisible();
    await page.getByRole('button', { name: 'Show the other' }).click();
    await expect(page.getByRole('img', { name: 'Right: still, step 200' })).toBeVisible();
  });
});

test('a tile is followed over steps and runs, by mouse and by keys', async ({ page, store }) => {
  const ids = sweep(store).slice(0, 2);
  await open(page, ids);
  const picture = page.getByRole('button', { name: /64 samples of λ 1, rate 0.0001/ });
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
  await picture.hover({ position: { x: width * 0.44, y: height * 0.2 } });
  // The same tile is outlined in both runs: tile 11, row 1, column 3.
  await expect(page.getByRole('figure').getByText('11', { exact: true })).toHaveCount(2);
  await picture.click({ position: { x: width * 0.44, y: height * 0.2 } });
  await expect.poll(() => query(page).get('tile')).toBe('11');
  await expect(page.getByRole('img', { name: /^Tile 11 of/ })).toHaveCount(2);

  const film = page.getByRole('region', { name: /Tile 11 over 10 steps/ });
  // A wall of two and a film of ten steps, each picture once it has been read.
  await expect(page.locator('canvas[data-drawn]')).toHaveCount(2 + 2 * 10);
  await film.getByRole('button', { name: 'Step 50 of λ 1, rate 0.001', exact: true }).click();
  await expect.poll(() => query(page).get('step')).toBe('50');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => query(page).get('tile')).toBe('20');
  await page.reload();
  await expect(page.getByRole('img', { name: 'Tile 20 of λ 1, rate 0.0001 at step 50' })).toBeVisible();
  const box = { left: (20 % 8) * 28, top: Math.floor(20 / 8) * 28 };
  const png = decode(store.sampleGrid.getPng(store.sampleGrid.find(ids[0] as number, 50)?.id ?? 0));
  const centre = png.data[(box.top + 14) * png.width + box.left + 14];
  const pixel = () =>
    page
      .getByRole('img', { name: 'Tile 20 of λ 1, rate 0.0001 at step 50' })
      .evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(14, 14, 1, 1).data[0]);
  await expect.poll(pixel).toBe(centre);

  await page.keyboard.press('Escape');
  await expect.poll(() => query(page).get('tile')).toBeNull();
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('tile')).toBe('2');
});

test('two steps are swiped over, blinked and subtracted', async ({ page, store }) => {
  const id = addRun(store, 'alone', {});
  await open(page, [id]);
  await page.getByText('Two compared', { exact: true }).click();
  await expect.poll(() => query(page).get('pair')).toBe(`${id}@1,${id}`);
  const cut = page.getByRole('slider', { name: 'Where the left picture ends' });
  await cut.press('ArrowLeft');
  await expect(cut).toHaveAttribute('aria-valuetext', '49 % of the width');
  await expect.poll(() => query(page).get('cut')).toBe('49');
  expect(query(page).get('step')).toBeNull();

  await page.getByText('Blink', { exact: true }).click();
  await expect(page.getByRole('img', { name: 'Right: alone, step 200' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Left: alone, step 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop blinking' }).click();

  await page.getByText('Difference', { exact: true }).click();
  const bytes = [1, 200].map((step) => decode(store.sampleGrid.getPng(store.sampleGrid.find(id, step)?.id ?? 0)).data);
  const [first = [], second = []] = bytes.map((data) => Array.from(data));
  const mean = first.reduce((sum, value, i) => sum + Math.abs(value - (second[i] ?? 0)), 0) / first.length;
  expect(mean).toBeGreaterThan(1);
  await expect(page.getByText(`Mean difference ${mean.toFixed(2)} of 255`)).toBeVisible();
  await page.getByRole('switch', { name: 'Hold step 200' }).check();
  await page.reload();
  await expect(page.getByText(`Mean difference ${mean.toFixed(2)} of 255`)).toBeVisible();
  expect(query(page).get('pair')).toBe(`${id}@1,${id}@200`);
});

test('what does λ = 1 look like? A slider over the values that there are says it', async ({ page, store }) => {
  const ids = sweep(store).slice(0, 3);
  await open(page, ids, '&step=50');
  await expect(page.getByRole('figure')).toHaveCount(3);
  const lambda = page.getByRole('slider', { name: 'Penalty weight λ' });
  await expect(lambda).toHaveAttribute('aria-valuetext', 'any');
  await lambda.press('ArrowRight');
  await expect(lambda).toHaveAttribute('aria-valuetext', '1');
  await expect(page.getByRole('figure')).toHaveCount(2);
  expect(query(page).get('step')).toBe('50');
  await lambda.press('ArrowRight');
  await page.getByRole('slider', { name: 'Learning rate' }).press('End');
  await expect(page.getByText('No run has Penalty weight λ 10 and Learning rate 0.001.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Penalty weight λ 1, Learning rate 0.001' }).click();
  await expect(page.getByRole('figure')).toHaveCount(1);
  await expect(pictureOf(page, 'λ 1, rate 0.001')).toBeVisible();
});

test('a tile is pinned with a note, found again after a reload and from the run, and undone', async ({
  page,
  store,
}) => {
  const id = addRun(store, 'pinned run', {});
  await open(page, [id], '&tile=7&step=50');
  await page.getByRole('button', { name: `Pin this tile of run ${id}` }).click();
  await page.getByRole('textbox', { name: `Tile 7 at step 50, run ${id}` }).fill('a ring that closes');
  await page.keyboard.press('Control+Enter');
  const pin = page.getByRole('button', { name: 'Tile 7 at step 50 pinned run a ring that closes' });
  await expect(pin).toBeVisible();
  expect(store.pin.list([id])).toMatchObject([{ step: 50, tile: 7, note: 'a ring that closes' }]);

  await open(page, [id], '&step=200');
  await pin.click();
  await expect.poll(() => [query(page).get('tile'), query(page).get('step')]).toEqual(['7', '50']);

  await page.goto(`/runs/${id}?step=200`);
  await pin.click();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^step 50,/);
  await page.getByRole('button', { name: `Take the pin off tile 7 at step 50 of run ${id}` }).click();
  await expect(pin).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(pin).toBeVisible();
});

test('pointing at a curve of a run shows what was drawn at that step', async ({ page, store }) => {
  const id = addRun(store, 'pointed at', {});
  for (let step = 1; step <= steps; step++) store.metric.append(id, step, { criticEstimate: step });
  await page.goto(`/runs/${id}?step=1`);
  const chart = page.locator('canvas[data-drawn]').first();
  await chart.scrollIntoViewIfNeeded();
  const { width, height } = (await chart.boundingBox()) ?? { width: 0, height: 0 };
  await chart.hover({ position: { x: width * 0.85, y: height / 2 } });
  await expect(page.getByRole('img', { name: '64 samples of pointed at at step 150' })).toBeVisible();
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(page.getByRole('img', { name: '64 samples of pointed at at step 1', exact: true })).toBeVisible();
});

test('a grid that is drawn now is shown now', async ({ page, store }) => {
  const [first, second] = [addRun(store, 'live one', { steps: 900 }), addRun(store, 'live two', { steps: 900 })];
  await open(page, [first, second]);
  await expect.poll(() => drawn(page)).toEqual([first, second].map((id) => store.sampleGrid.find(id, 200)?.id));
  addGrid(store, second, 250);
  await expect.poll(async () => (await drawn(page))[1]).toBe(store.sampleGrid.find(second, 250)?.id);
  await expect(pictureOf(page, 'live one')).toContainText('step 200, the nearest before');
  await slider(page).press('Home');
  addGrid(store, first, 300);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^step 1, 1 of 12$/);
});

test('runs of other noise, points, classes and none at all stand side by side', async ({ page, store }) => {
  const ids = [
    addRun(store, 'images', {}),
    addRun(store, 'a plot of dots', {}, 'wgan-gp-ring'),
    addRun(store, 'rows', {}, 'acgan-mnist'),
  ];
  const waiting = store.run.queue({
    preset: 'wgan-gp-mnist',
    name: 'waiting',
    engine: 'auto',
    config: getPreset('wgan-gp-mnist').config,
  }).id;
  await open(page, [...ids, waiting]);
  await expect(page.getByText(/^Not the same noise:/)).toBeVisible();
  await expect(pictureOf(page, 'waiting')).toContainText('No grid yet');
  await expect(page.getByText('real, held out')).toBeVisible();
  await page.goto(`/compare?runs=${waiting}&view=samples`);
  await expect(page.getByRole('heading', { name: 'No samples yet' })).toBeVisible();
});

test('runs for which there is no room are named', async ({ page, store }) => {
  const ids = Array.from({ length: 18 }, (_, i) => addRun(store, `one of eighteen ${i}`, { steps: 1, seed: i + 1 }));
  await open(page, ids);
  await expect(page.getByRole('figure')).toHaveCount(16);
  await page.getByText('Not shown: 2 runs').click();
  await expect(page.getByText(`#${ids[16]} one of eighteen 16 · #${ids[17]} one of eighteen 17`)).toBeVisible();
});

const views = (id: number, other: number) => ({
  'side by side': '',
  'over steps': '&tile=5&step=50',
  'two swiped': `&pair=${id},${other}@1`,
  'their difference': `&pair=${id},${other}@1&way=difference`,
  blinking: `&pair=${id},${other}@1&way=blink`,
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test.describe(`in ${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });
      test('every view is accessible and fits', async ({ page, store }) => {
        const [id = 0, other = 0] = sweep(store);
        store.pin.add({ runId: id, step: 50, tile: 3, note: 'see' });
        for (const [name, more] of Object.entries(views(id, other))) {
          await open(page, [id, other], more);
          await page.waitForFunction(() => document.querySelector('canvas[data-drawn], canvas[role="img"]'));
          await test.step(name, () => expectAccessible(page));
          expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
        }
      });
    });
  }
}
