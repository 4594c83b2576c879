import { expect, queueRun, startRun, test } from './story.ts';

test('a queued run is stopped, resumed, removed and brought back', async ({ page, store }) => {
  queueRun(store, 'Controlled run');
  await page.goto('/runs');
  const row = page.getByRole('row').filter({ hasText: 'Controlled run' });
  const choose = async (action: string) => {
    await row.getByRole('button', { name: 'Actions for Controlled run' }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  };
  await choose('Stop');
  await expect(row).toContainText('stopped');
  await choose('Resume');
  await expect(row).toContainText('queued');
  await choose('Remove');
  await expect(row).toHaveCount(0);
  const notice = page.getByRole('alert').filter({ hasText: 'Run removed' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('queued');
});

test('a running run is asked to stop, and says that it is stopping', async ({ page, store }) => {
  const runId = startRun(store, 'Busy run');
  await page.goto(`/runs/${runId}`);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('stopping');
  store.run.end(runId, 'stopped', 'stopped by request at step 0');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('a removed run still has its page, from where it can be restored', async ({ page, store }) => {
  const runId = queueRun(store, 'Discarded run');
  store.run.remove(runId);
  await page.goto(`/runs/${runId}`);
  await page.getByRole('alert', { name: 'This run is in the trash' }).getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('alert', { name: 'This run is in the trash' })).toHaveCount(0);
});
