import type { RunConfig } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, startRun, test } from './story.ts';

const batchSizes = [16, 64, 256] as const;
const rates = [1e-5, 1e-4, 1e-3, 1e-2] as const;
const optimisers = ['adam', 'sgd'] as const;

/** Runs over three parameters, of which the learning rate decides; the last one diverges before it is evaluated. */
function addSweep(store: Store): number[] {
  const configs = batchSizes.flatMap((batchSize) =>
    rates.flatMap((learningRate) => optimisers.map((optimiser) => ({ batchSize, learningRate, optimiser }))),
  );
  return store.read(() =>
    configs.map((config: Partial<RunConfig>, at) => {
      const id = startRun(store, `Swept ${at + 1}`, { ...config, seed: 100 + at });
      const distance =
        (Math.log10(config.learningRate ?? 1) + 3) ** 2 + (config.optimiser === 'sgd' ? 0.5 : 0) + at / 100;
      const isLast = at === configs.length - 1;
      store.metric.append(id, 1, { criticEstimate: distance, ...(!isLast && { 'eval.w1': distance }) });
      store.run.end(id, isLast ? 'failed' : 'completed', isLast ? 'diverged: the critic loss is not a number' : null);
      return id;
    }),
  );
}

let ids: number[] = [];
test.beforeAll(({ store }) => {
  ids = addSweep(store);
});
test.afterAll(({ store }) => {
  store.read(() => {
    for (const id of ids) store.run.remove(id);
  });
});

const address = (rest = '') => `/compare?runs=${ids[0]}-${ids.at(-1)}&view=parameters${rest}`;
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const drawn = (page: Page) => page.waitForFunction(() => document.querySelectorAll('canvas[data-drawn]').length > 3);

async function open(page: Page, rest = ''): Promise<void> {
  await page.goto(address(rest));
  await expect(region(page, 'Importance').getByRole('table')).toBeVisible();
  await drawn(page);
}

test('axes stand where the lines cross them, also after the window has changed its size', async ({ page }) => {
  await open(page);
  const axis = page.locator('[data-axis="last(eval.w1)"]');
  const place = async () => {
    const [own, plot] = [await axis.boundingBox(), await axis.locator('..').boundingBox()];
    return own && plot ? (own.x + own.width / 2 - plot.x) / plot.width : 0;
  };
  expect(await place()).toBeCloseTo(3.5 / 4, 2);
  await page.setViewportSize({ width: 1100, height: 900 });
  expect(await place()).toBeCloseTo(3.5 / 4, 2);
});

test('a brush on the objective asks the server and filters too', async ({ page }) => {
  await open(page, '&brush=last(eval.w1):0..1');
  await expect(region(page, 'Parallel coordinates')).toContainText('6 of 24 runs');
});

test('a run that is pointed at is highlighted everywhere', async ({ page }) => {
  await open(page);
  const name = 'Swept 11';
  const item = region(page, 'Compared runs').getByRole('listitem').filter({ hasText: name });
  await item.hover();
  for (const title of ['Parallel coordinates', 'Scatter matrix'])
    await expect(region(page, title)).toContainText(`#${ids[10]} ${name}`);
  await expect(region(page, 'Differences').getByRole('columnheader', { name: `#${ids[10]}` })).toHaveAttribute(
    'data-lit',
    'true',
  );
  const plot = page.locator('[data-axis="batchSize"]').locator('..');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 8, box.y + box.height * 0.86);
  const readout = region(page, 'Parallel coordinates').locator('[data-run]');
  await expect(readout).toBeVisible();
  const runId = await readout.getAttribute('data-run');
  await expect(region(page, 'Compared runs').locator('[data-highlighted]')).toContainText(`#${runId}`);
});

test('only differences are listed, one goes from one to the next, against another run on request', async ({ page }) => {
  await open(page);
  const card = region(page, 'Differences');
  await expect(card).toContainText('4 of');
  await expect(card.getByRole('rowheader')).toHaveCount(4);
  await page.keyboard.press('n');
  await expect(card.getByText(/^Seed:/)).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(card.locator('[data-current]')).toContainText('optimiser');
  await page.keyboard.press('p');
  await expect(card.locator('[data-current]')).toContainText('batchSize');
  await card.getByRole('switch', { name: 'Only differences' }).click();
  await expect(page).toHaveURL(/same=1/);
  expect(await card.getByRole('rowheader').count()).toBeGreaterThan(20);
  await card.getByRole('combobox', { name: 'Run to compare with' }).click();
  await page.getByRole('option', { name: /Swept 24/ }).click();
  await expect(page).toHaveURL(new RegExp(`base=${ids[23]}`));
  await expect(card.getByRole('columnheader').nth(1)).toContainText('base');
});

test('everything is done by keyboard: brush, move an axis, choose the objective', async ({ page }) => {
  await open(page);
  const from = page.getByRole('slider', { name: 'Batch size, from' });
  await from.focus();
  await page.keyboard.press('ArrowRight');
  await expect(from).toHaveAttribute('aria-valuetext', '64');
  await expect(page).toHaveURL(/brush=batchSize%3A64\.\.256/);
  await expect(region(page, 'Parallel coordinates')).toContainText('16 of 24 runs');
  await page.getByRole('checkbox', { name: 'sgd' }).focus();
  await page.keyboard.press('Space');
  await expect(region(page, 'Parallel coordinates')).toContainText('8 of 24 runs');
  await region(page, 'Parallel coordinates').getByRole('button', { name: 'Batch size' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move right' }).press('Enter');
  await expect(page).toHaveURL(/params=optimiser%2CbatchSize%2ClearningRate%2Cobjective/);
  const objective = page
    .getByRole('combobox', { name: 'Objective' })
    .or(page.getByRole('textbox', { name: 'Objective' }))
    .first();
  await objective.fill('last(criticEstimate) * 2');
  await objective.press('Enter');
  await expect(page).toHaveURL(/objective=last%28criticEstimate%29\+\*\+2/);
  await expect(region(page, 'Objective and axes')).toContainText('24 of 24 runs with a value');
});

test('the head of an axis takes it along, and a rectangle among dots brushes both axes', async ({ page }) => {
  await open(page);
  const head = region(page, 'Parallel coordinates').getByRole('button', { name: 'Batch size' });
  await head.scrollIntoViewIfNeeded();
  const from = (await head.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const next = await region(page, 'Parallel coordinates').getByRole('button', { name: 'Optimiser' }).boundingBox();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move((next?.x ?? 0) + 15, from.y + 10, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/params=optimiser%2CbatchSize%2ClearningRate%2Cobjective/);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await head.click();
  await page.getByRole('menuitem', { name: 'Flip' }).click();
  await expect(page).toHaveURL(/params=optimiser%2C-batchSize%2C/);
  await head.click();
  await page.getByRole('menuitem', { name: 'Flip' }).click();
  const cell = page.getByRole('img', { name: 'Learning rate against Batch size, 24 runs' });
  await cell.scrollIntoViewIfNeeded();
  const box = (await cell.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + 1, box.y + 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/brush=batchSize.*brush=learningRate/);
  await expect(region(page, 'Parallel coordinates')).toContainText('8 of 24 runs');
});

test('what matters most is told first, with how sure that is, and its surface is drawn', async ({ page }) => {
  await open(page);
  const card = region(page, 'Importance');
  await expect(card.getByRole('row').nth(1)).toContainText('Learning rate');
  await expect(card).toContainText('From 23 runs');
  await expect(card).toContainText('1 run without a value, such as failed ones, is left out.');
  await card.getByRole('button', { name: 'Work out pairs' }).click();
  await expect(card.getByRole('table').nth(1)).toContainText('×');
  const surface = region(page, 'Response surface');
  await surface.getByRole('combobox', { name: 'Along' }).click();
  await page.getByRole('option', { name: 'Batch size' }).click();
  await expect(page).toHaveURL(/surface=batchSize%2C/);
  await surface.getByRole('button', { name: /^Data/ }).click();
  await expect(surface.getByRole('table')).toContainText('Expected last(eval.w1)');
});

test('where there is nothing to show, it is said why', async ({ page }) => {
  await page.goto(`/compare?runs=${ids[0]}&view=parameters`);
  await expect(region(page, 'Differences')).toContainText('One run has nothing to differ from');
  await expect(region(page, 'Parallel coordinates')).toContainText('Choose more runs');
  await page.goto(`${address()}&objective=last(eval.fid)`);
  await expect(region(page, 'Importance')).toContainText('No run has a value of the objective yet');
});

test.describe('an objective that cannot be read', () => {
  test.use({ allowedErrors: [/status of 400/] });
  test('is explained where it was typed, and the parameters are still compared', async ({ page }) => {
    await page.goto(address('&objective=criticEstimate'));
    await expect(region(page, 'Objective and axes')).toContainText(
      'criticEstimate is a metric: say last(criticEstimate)',
    );
    await expect(region(page, 'Parallel coordinates')).toContainText('24 of 24 runs');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });
      test('the tab is accessible and does not scroll sideways', async ({ page }) => {
        await open(page, '&brush=optimiser:adam');
        await region(page, 'Parallel coordinates').getByRole('button', { name: /^Data/ }).click();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    });
  }
}
