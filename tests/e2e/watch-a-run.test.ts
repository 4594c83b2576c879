import type { Page } from '@playwright/test';
import { count } from '../faults/count.ts';
import { addGrid, appendSteps } from '../fixtures/seed-store.ts';
import { expect, leaveMark, readMark, startRun, test } from './story.ts';
import { openProxy } from './tcp-proxy.ts';

const showData = (page: Page, metric: string) =>
  page.getByRole('figure', { name: metric, exact: true }).getByRole('button', { name: 'Data' }).click();
const newestRow = (page: Page, metric: string) =>
  page.getByRole('figure', { name: metric, exact: true }).getByRole('rowheader').first();

test('curves, figures and samples move as the trainer writes, without a reload', async ({ page, store }) => {
  const runId = startRun(store, 'Watched run', { steps: 500 });
  appendSteps(store, runId, 20);
  addGrid(store, runId, 16);
  await page.goto(`/runs/${runId}`);
  await page.evaluate(leaveMark, 1);
  await expect(page.getByRole('img', { name: '64 samples of Watched run at step 16' })).toBeVisible();
  await showData(page, 'Critic loss');
  await expect(newestRow(page, 'Critic loss')).toHaveText('20');
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Live');

  appendSteps(store, runId, 14);
  addGrid(store, runId, 32);
  await expect(newestRow(page, 'Critic loss')).toHaveText('34');
  await expect(page.getByRole('img', { name: '64 samples of Watched run at step 32' })).toBeVisible();
  await expect(page.getByText('34 / 500')).toBeVisible();

  store.log.add(runId, 'warning', 'the critic is far ahead');
  await expect(page.getByText('the critic is far ahead')).toBeVisible();
  store.run.end(runId, 'failed', 'lost: the trainer died');
  await expect(page.getByRole('alert', { name: 'This run failed' })).toContainText('lost: the trainer died');
  expect(await page.evaluate(readMark)).toBe(1);
});

test('a run that does no step any more is not said to be as fast as before', async ({ page, store }) => {
  const runId = startRun(store, 'Hung run', { steps: 500 });
  appendSteps(store, runId, 20);
  await page.clock.install();
  await page.goto(`/runs/${runId}`);
  const speed = page.locator('dt', { hasText: 'Speed' }).locator('+ dd');
  await expect(speed).toHaveText(/^[\d.]+\/s$/);
  const expectIn = (ms: number, text: RegExp) =>
    expect(async () => {
      // Again and again: before the page's scripts have come, no clock of theirs goes.
      await page.clock.runFor(ms);
      await expect(speed).toHaveText(text, { timeout: 1000 });
    }).toPass();
  await expectIn(10_000, /^no step for [345]\d s$/);
  appendSteps(store, runId, 1);
  await expectIn(1000, /^[\d.]+\/s$/);
  store.run.end(runId, 'stopped', null);
});

test.describe('when the connection drops', () => {
  test.use({ allowedErrors: [/ERR_/] });

  test('the page says so and catches up with exactly what it missed', async ({ page, store, baseURL }) => {
    const proxy = await openProxy(Number(new URL(baseURL ?? '').port));
    const runId = startRun(store, 'Dropped run', { steps: 500 });
    appendSteps(store, runId, 10);
    addGrid(store, runId, 8);
    await page.goto(`${proxy.url}/runs/${runId}`);
    await page.evaluate(leaveMark, 2);
    const state = page.getByRole('banner').getByRole('status');
    await expect(state).toHaveText('Live');
    await showData(page, 'Critic loss');

    proxy.cut();
    await expect(state).toHaveText(/Behind by|Disconnected/);
    appendSteps(store, runId, 7);
    addGrid(store, runId, 16);
    proxy.mend();
    const mendedAt = performance.now();
    await expect(state).toHaveText('Live', { timeout: 30_000 });
    const trueAfterS = (performance.now() - mendedAt) / 1000;
    await expect(newestRow(page, 'Critic loss')).toHaveText('17');
    await expect(page.getByRole('figure', { name: 'Critic loss' }).getByText('exact, 17 points')).toBeVisible();
    await expect(page.getByRole('img', { name: '64 samples of Dropped run at step 16' })).toBeVisible();
    expect(await page.evaluate(readMark)).toBe(2);
    count({ kind: 'browser cut off', injected: 1, acknowledged: 17, lost: 0, trueAfterS });
    proxy.close();
  });
});

test('a hidden tab closes its streams, and goes on from where it was when it is seen again', async ({
  page,
  store,
}) => {
  const runId = startRun(store, 'Hidden run', { steps: 500 });
  appendSteps(store, runId, 10);
  const setVisibility = (state: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await page.goto(`/runs/${runId}`);
  const state = page.getByRole('banner').getByRole('status');
  await expect(state).toHaveText('Live');
  await setVisibility('hidden');
  await expect(state).toHaveText('Connected');
  appendSteps(store, runId, 5);
  await expect(page.getByText('10 / 500')).toBeVisible();
  await setVisibility('visible');
  await expect(page.getByText('15 / 500')).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Critic loss' }).getByText('exact, 15 points')).toBeVisible();
});

test('the list of runs moves too, and a new run joins it', async ({ page, store }) => {
  const runId = startRun(store, 'Listed run', { steps: 500 });
  await page.goto('/runs');
  await page.evaluate(leaveMark, 3);
  const row = page.getByRole('row').filter({ hasText: 'Listed run' });
  await expect(row).toContainText('0 / 500');
  appendSteps(store, runId, 5);
  await expect(row).toContainText('5 / 500');
  store.run.end(runId, 'stopped', null);
  await expect(row).toContainText('stopped');
  startRun(store, 'Late arrival');
  await expect(page.getByRole('link', { name: 'Late arrival' })).toBeVisible();
  expect(await page.evaluate(readMark)).toBe(3);
});

test('the samples can be walked through by keyboard, and follow again on request', async ({ page, store }) => {
  const runId = startRun(store, 'Walked run');
  appendSteps(store, runId, 8);
  for (const step of [1, 2, 4, 8]) addGrid(store, runId, step);
  await page.goto(`/runs/${runId}`);
  const slider = page.getByRole('slider', { name: 'Step of the sample grid' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 8, 4 of 4');
  await slider.press('ArrowLeft');
  await expect(page.getByRole('img', { name: 'at step 4' })).toBeVisible();
  await page.getByRole('button', { name: 'First grid' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 1, 1 of 4');

  addGrid(store, runId, 16);
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 1, 1 of 5');
  await page.getByRole('switch', { name: 'Follow newest' }).check();
  await expect(page.getByRole('img', { name: 'at step 16' })).toBeVisible();
});
