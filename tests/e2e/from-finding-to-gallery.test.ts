import type { Locator, Page } from '@playwright/test';
import { query } from '../fixtures/query.ts';
import { experiment } from './real-runs.ts';
import { digestOfPixels, gridUntil, storedSteps } from './stored-grids.ts';
import { expect, test } from './story.ts';

// One journey over runs that the real trainer trained. What is expected is read from the views by an SQLite that is not
// the product's.

const panel = (page: Page, title: string) => page.getByRole('figure', { name: title, exact: true });
const chartOf = (figure: Locator) => figure.getByRole('group');
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const address = (page: Page) => new URL(page.url()).searchParams;
const viewOf = async (figure: Locator) => {
  const [low, high] = ((await figure.locator('canvas[data-view]').getAttribute('data-view')) ?? '').split('..');
  return { low: Number(low), high: Number(high) };
};

const boxOf = async (found: Locator) => {
  const box = await found.boundingBox();
  if (!box) throw new Error('it is not on the page');
  return box;
};

/** Moves the pointer from one share of the width and height of what is found to another, pressed. */
async function drag(page: Page, found: Locator, from: [number, number], to: [number, number]): Promise<void> {
  await found.scrollIntoViewIfNeeded();
  const box = await boxOf(found);
  const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 8 });
  await page.mouse.up();
}

const tooltip = (figure: Locator) => figure.locator('[aria-hidden="true"]').filter({ hasText: /^step/ });

/** Where a step lies across a chart, as a share of its width, by what the chart says at two places. */
async function shareOf(page: Page, figure: Locator, first: number, second: number): Promise<(step: number) => number> {
  await chartOf(figure).scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxOf(chartOf(figure));
  const said = async () => {
    const [text] = await tooltip(figure).locator('p').first().allTextContents();
    return Number(/^step ([\d,]+)/.exec(text ?? '')?.[1]?.replaceAll(',', ''));
  };
  const stepAt = async (share: number) => {
    const before = await said();
    await page.mouse.move(x + width * share, y + height / 2);
    await expect.poll(said).not.toBe(before);
    return said();
  };
  const [low, high] = [await stepAt(first), await stepAt(second)];
  return (step) => first + ((step - low) / (high - low)) * (second - first);
}

/** SHA-256 of the pixels of each canvas, in the order of the runs. */
const drawnPixels = (page: Page) =>
  page
    .getByRole('figure')
    .locator('canvas')
    .evaluateAll((canvases) =>
      Promise.all(
        canvases.map(async (canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
          const digest = await crypto.subtle.digest('SHA-256', pixels ?? new Uint8Array());
          return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
        }),
      ),
    );

test.describe('what is being typed', () => {
  // The browser reports each answer that is an error, and a filter is one until it is whole.
  test.use({ allowedErrors: [/status of 400/] });

  test('runs are found by what they measured, ticked and compared', async ({ page, store, realRuns }) => {
    const ranked = query(
      store.file,
      `SELECT run_id, value FROM v_metric JOIN v_run USING (run_id)
       WHERE v_metric.name = 'criticEstimate' AND step = last_step AND experiment = ? AND preset = 'wgan-gp-ring' ORDER BY value`,
      experiment,
    );
    expect(ranked.map(({ run_id }) => Number(run_id)).sort((a, b) => a - b)).toEqual(realRuns.ring);
    const ofRing = `experiment == "${experiment}" and dataset == "ring"`;
    await page.goto('/runs');
    const box = page.getByRole('combobox', { name: 'Filter by text' });
    const complete = async (typed: string, name: RegExp, whole: string) => {
      await box.pressSequentially(typed);
      await expect(page.getByRole('option', { name })).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Tab');
      await expect(box).toHaveValue(whole);
    };
    // Typed anew where the page was not yet listening.
    await expect(async () => {
      await box.fill('');
      await box.pressSequentially('experim');
      await expect(page.getByRole('option', { name: /^experiment/ })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await complete('e', /^experiment/, 'experiment');
    await complete(' == "really', /really trained/, `experiment == "${experiment}"`);
    await complete(' and dataset == "ri', /^"?ring/, ofRing);
    await complete(' and last(criticE', /^criticEstimate/, `${ofRing} and last(criticEstimate`);
    await box.pressSequentially(`) < ${ranked[4]?.value}`);
    await expect(page.getByRole('row')).toHaveCount(1 + 4);
    await page.getByRole('checkbox', { name: /^Select all/ }).click();
    await region(page, 'Selected runs').getByRole('link', { name: 'Compare' }).click();
    await expect(page.getByRole('heading', { name: 'Compare 4 runs', level: 1 })).toBeVisible();
    const found = await region(page, 'Compared runs').getByRole('listitem').allTextContents();
    const numbers = found.map((text) => Number(/#(\d+) ·/.exec(text)?.[1]));
    expect(new Set(numbers)).toEqual(new Set(ranked.slice(0, 4).map(({ run_id }) => run_id)));
  });
});

test('curves are zoomed into by dragging, in all charts and in the address, and shown all again', async ({
  page,
  realRuns,
}) => {
  await page.goto(`/compare?runs=${realRuns.ring.join()}`);
  const estimate = panel(page, 'Critic estimate Ŵ');
  await expect(estimate.getByText('12 curves · exact, up to 160 points')).toBeVisible();
  await expect(panel(page, 'Modes found').getByText('all 8 modes')).toBeVisible();

  await drag(page, chartOf(estimate), [0.5, 0.5], [0.7, 0.5]);
  await expect.poll(async () => (await viewOf(estimate)).low).toBeGreaterThan(40);
  const { low, high } = await viewOf(estimate);
  expect(high).toBeLessThan(140);
  expect(Number(address(page).get('from'))).toBeCloseTo(low, 0);
  // All charts share the axis, and whoever gets the address sees the same.
  await expect.poll(async () => (await viewOf(panel(page, 'Modes found'))).low).toBeCloseTo(low, 1);
  await page.reload();
  await expect.poll(async () => (await viewOf(estimate)).high).toBeCloseTo(high, 1);

  await chartOf(estimate).dblclick();
  await expect.poll(async () => (await viewOf(estimate)).high).toBe(160);
  expect(address(page).has('from')).toBe(false);
});

test('a step at which training really went wrong is seen among thousands, and read by coming near', async ({
  page,
  store,
  realRuns,
}) => {
  const [id = 0] = realRuns.spiky;
  const losses = query(
    store.file,
    "SELECT step, value FROM v_metric WHERE run_id = ? AND name = 'criticLoss' ORDER BY step",
    id,
  ).map(({ step, value }) => ({ step: Number(step), value: Number(value) }));
  const spike = losses.reduce((highest, one) => (one.value > highest.value ? one : highest));
  // It lasts one step, and who looks at every thousandth sees nothing of it.
  const others = losses.filter(({ step }) => Math.abs(step - spike.step) === 1 || step % 1000 === 0);
  expect(others).toHaveLength(4);
  expect(spike.value).toBeGreaterThan(3 * Math.max(...others.map(({ value }) => value)));

  await page.goto(`/compare?runs=${[id, ...realRuns.ring].join()}&metric=criticLoss`);
  const loss = panel(page, 'Critic loss');
  await expect(loss.getByText(/min–max of \d+ steps/)).toBeVisible();
  await loss.getByRole('button', { name: 'Data' }).click();
  const summary = loss.getByRole('row').filter({ hasText: 'gan-normals' });
  await expect(summary.getByRole('cell', { name: String(spike.value) })).toBeVisible();

  for (const margin of [60, 4]) {
    const share = await shareOf(page, loss, 0.4, 0.6);
    await drag(page, chartOf(loss), [share(spike.step - margin), 0.5], [share(spike.step + margin), 0.5]);
    await expect.poll(async () => (await viewOf(loss)).high).toBeLessThan(spike.step + 2 * margin);
  }
  await expect(loss.getByText(/exact/)).toBeVisible();
  await expect(summary.getByRole('cell', { name: String(spike.value) })).toBeVisible();
  const share = await shareOf(page, loss, 0.1, 0.9);
  const { width, height, ...at } = await boxOf(chartOf(loss));
  await page.mouse.move(at.x + width * share(spike.step), at.y + height / 2);
  await expect(tooltip(loss)).toContainText(`${spike.step.toLocaleString('en')}`);
  await expect(tooltip(loss)).toContainText(String(Number(spike.value.toPrecision(4))));
});

test('a stretch that is drawn along an axis filters every tab, and the address keeps it', async ({
  page,
  store,
  realRuns,
}) => {
  await page.goto(`/compare?runs=${realRuns.ring.join()}&view=parameters`);
  const plot = region(page, 'Parallel coordinates');
  await expect(plot).toContainText('6 of 6 runs');
  await expect(region(page, 'Importance').getByRole('table')).toBeVisible();
  await drag(page, page.locator('[data-axis="gradientPenaltyWeight"]'), [0.5, 0.3], [0.5, 1]);
  await expect(page).toHaveURL(/brush=gradientPenaltyWeight/);
  const kept = query(
    store.file,
    `SELECT run_id FROM v_run WHERE experiment = ? AND preset = 'wgan-gp-ring' AND json_extract(config_json, '$.gradientPenaltyWeight') < 10
     ORDER BY run_id`,
    experiment,
  );
  expect(kept).toHaveLength(4);
  await expect(plot).toContainText('4 of 6 runs');
  await expect(region(page, 'Importance')).toContainText('From 4 runs');
  await expect(region(page, 'Compared runs')).toContainText('4 of 6 drawn');
  await expect(region(page, 'Differences').locator('th[data-run]')).toContainText(
    kept.map(({ run_id }) => `#${run_id}`),
  );
  await page.reload();
  await expect(plot).toContainText('4 of 6 runs');
  await page.getByRole('tab', { name: 'Curves' }).click();
  await expect(panel(page, 'Critic estimate Ŵ').getByText('8 curves')).toBeVisible();
  await page.getByRole('button', { name: 'Take away the brush on gradientPenaltyWeight' }).click();
  await expect(panel(page, 'Critic estimate Ŵ').getByText('12 curves')).toBeVisible();
  await expect(region(page, 'Compared runs')).not.toContainText('drawn');
});

const slider = (page: Page) => page.getByRole('slider', { name: 'Step of the sample grid' });

test('one slider leads all runs through every stored step, pixel for pixel', async ({ page, store, realRuns }) => {
  const { digits } = realRuns;
  const steps = storedSteps(store, digits);
  await page.goto(`/compare?runs=${digits.join()}&view=samples`);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', `step 20, ${steps.length} of ${steps.length}`);
  await expect(page.getByText('tile k comes from the same z in all 4 runs and at all steps')).toBeVisible();
  await slider(page).press('Home');
  for (const [at, step] of steps.entries()) {
    if (at > 0) await slider(page).press('ArrowRight');
    await expect(slider(page)).toHaveAttribute('aria-valuetext', `step ${step}, ${at + 1} of ${steps.length}`);
    const stored = digits.map((id) => gridUntil(store, id, step));
    await expect.poll(() => drawnPixels(page)).toEqual(await Promise.all(stored.map(digestOfPixels)));
  }
  // Arrow keys move the step from anywhere but from what has a use of its own for them.
  await page.getByRole('button', { name: 'Last grid' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => address(page).get('step')).toBe('15');
  await page.reload();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^step 15, /);
  const pictures = page.getByRole('figure');
  await expect(pictures.last()).toContainText('step 10, the nearest before');
  await expect(pictures.first()).not.toContainText('the nearest before');
});
