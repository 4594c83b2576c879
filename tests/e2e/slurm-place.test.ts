import { openStore, type Store } from '@duality/shared/store';
import type { Page } from '@playwright/test';
import { addSlurmRuns, holdSlurmLease, type SlurmRuns } from '../fixtures/add-slurm.ts';
import { serveEmptyStore } from '../fixtures/serve-empty-store.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './story.ts';

let server: Awaited<ReturnType<typeof serveEmptyStore>>;
let lab: Store;
let runs: SlurmRuns;

test.beforeAll(async () => {
  server = await serveEmptyStore();
  lab = openStore(server.file);
  runs = addSlurmRuns(lab);
});
test.beforeEach(() => holdSlurmLease(lab));
test.afterAll(async () => {
  lab.close();
  await server.stop();
});

/** What the page asks the server to do, by the name of the procedure. */
const sentTo = (page: Page, procedure: string) =>
  page.waitForRequest((request) => request.method() === 'POST' && request.url().includes(procedure));

async function expectAccessibleEverywhere(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await expectAccessible(page);
}

test('a sweep is sent to the cluster, and what the cluster would not take is told first', async ({ page }) => {
  await page.goto(`${server.url}/sweeps/new?preset=wgan-gp-ring`);
  const where = page.getByRole('region', { name: 'Where' });
  await expect(where.getByRole('radio', { name: 'This machine' })).toBeChecked();
  await page.getByRole('combobox', { name: /^Vary/ }).fill('Optimiser');
  await page.getByRole('option', { name: 'Optimiser', exact: true }).dispatchEvent('click');
  const json = page.getByRole('region', { name: 'The sweep as JSON' });
  await expect(json).not.toContainText('"place"');

  await where.getByRole('radio', { name: 'Slurm cluster' }).check();
  const partition = where.getByRole('combobox', { name: 'Partition' });
  await expect(partition).toHaveValue('The cluster’s own choice (main)');
  await partition.click();
  await page.getByRole('option', { name: 'gpu', exact: true }).click();
  await where.getByRole('textbox', { name: 'CPUs' }).fill('0');
  await expect(where).toContainText('must be at least 1');
  await where.getByRole('textbox', { name: 'CPUs' }).fill('8');
  const flags = where.getByRole('textbox', { name: 'Further flags' });
  await flags.fill('--exclusive --uid=0');
  await expect(where).toContainText('--uid=0 must be --exclusive, or one of --constraint=…');
  await page.getByRole('button', { name: 'Start sweep' }).click();
  await expect(flags).toBeFocused();
  await expectAccessibleEverywhere(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await flags.fill('--exclusive --nice=5');
  await expect(json).toContainText('"partition": "gpu"');
  await page.getByRole('tab', { name: 'JSON' }).click();
  const whole = page.getByLabel('The whole sweep');
  const written = JSON.parse(await whole.inputValue());
  expect(written.place).toEqual({ kind: 'slurm', partition: 'gpu', cpus: 8, flags: ['--exclusive', '--nice=5'] });
  await whole.fill(JSON.stringify({ ...written, place: { ...written.place, minutes: 240 } }));
  await page.getByRole('tab', { name: 'Form' }).click();
  await expect(where.getByRole('textbox', { name: 'Minutes' })).toHaveValue('240');

  const sent = sentTo(page, 'sweep.create');
  await page.getByRole('button', { name: 'Start sweep' }).click();
  expect((await sent).postData()).toContain('"minutes":240');
  await expect(page.getByRole('region', { name: 'What is searched' })).toContainText(
    /Slurm: partition gpu, 8 CPUs, 4000 MB, 240 min.*--exclusive --nice=5/,
  );
  expect(lab.sweep.list()[0]?.request.place).toMatchObject({ partition: 'gpu', cpus: 8, minutes: 240 });
});

test('a run is sent to the cluster, and run again where it was', async ({ page }) => {
  await page.goto(`${server.url}/runs/new?preset=wgan-gp-ring`);
  const where = page.getByRole('region', { name: 'Where' });
  await where.getByRole('radio', { name: 'Slurm cluster' }).check();
  await where.getByRole('textbox', { name: 'Account' }).fill('--wrap=id');
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(where).toContainText('must be a name of letters, digits');
  await expect(where.getByRole('textbox', { name: 'Account' })).toBeFocused();
  await where.getByRole('textbox', { name: 'Account' }).fill('lab');
  await where.getByRole('textbox', { name: 'GPUs' }).fill('1');
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByText('It is submitted to Slurm in a moment.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where' })).toContainText(
    'account lab, 2 CPUs, 4000 MB, 1 GPU, 60 min',
  );

  await page.goto(`${page.url().replace('/runs/', '/runs/new?from=')}`);
  await expect(where.getByRole('radio', { name: 'Slurm cluster' })).toBeChecked();
  await expect(where.getByRole('textbox', { name: 'Account' })).toHaveValue('lab');
  holdSlurmLease(lab, 'Unable to contact slurm controller');
  await page.reload();
  await expect(where.getByRole('alert')).toContainText('Unable to contact slurm controller');
});

test('the page of a run tells its job, its node and what it waits for', async ({ page }) => {
  await page.goto(`${server.url}/runs/${runs.running}`);
  const where = page.getByRole('region', { name: 'Where' });
  await expect(where).toContainText('Slurm job 123_4 · node a1');
  await expect(where).toContainText('partition gpu, 4 CPUs, 8000 MB, 60 min');
  await expectAccessibleEverywhere(page);
  await page.goto(`${server.url}/runs/${runs.waiting}`);
  await expect(
    page.getByText('It waits for Slurm: Priority (Slurm job 123_5, put back into the queue 2 times).'),
  ).toBeVisible();
  await expect(where).toContainText('put back into the queue 2 times');
  const job = lab.run.get(runs.waiting).job;
  lab.job.see(runs.waiting, job && { ...job, reason: 'Resources' });
  await expect(where).toContainText('waits for Slurm: Resources');
  await page.goto(`${server.url}/runs/${runs.offline}`);
  await expect(where).toContainText('offline on laptop');
  await expect(page.getByRole('button', { name: 'Resume' })).toHaveCount(0);
});

test('runs of the cluster are found, and say in lists where they are', async ({ page }) => {
  await page.goto(`${server.url}/runs?q=where+%3D%3D+%22slurm%22+and+node+!%3D+none&col=status&col=node&col=job`);
  const row = page.getByRole('row').filter({ hasText: 'On the cluster' });
  await expect(row).toContainText('on a1');
  await expect(row).toContainText('123_4');
  await expect(page.getByText('Waits for the cluster')).toHaveCount(0);
  await page.goto(`${server.url}/runs?q=Waits&col=status`);
  await expect(page.getByRole('row').filter({ hasText: 'Waits for the cluster' })).toContainText(
    /Slurm: (Priority|Resources)/,
  );
  await expectAccessibleEverywhere(page);
});

test('the trials of a sweep say where they are', async ({ page }) => {
  await page.goto(`${server.url}/sweeps/${runs.sweep}`);
  const trials = page.getByRole('region', { name: 'Table of trials' });
  await expect(trials).toContainText('Slurm job 124_0 · node a2');
  await expect(trials).toContainText('waits for Slurm: Resources');
  await expect(trials).toContainText('waits to be submitted to Slurm');
});

test('without a cluster nobody is asked where', async ({ page }) => {
  lab.lease.hold('scheduler', 'story', 60_000, { slots: 2, running: 0, engine: 'auto' });
  await page.goto(`${server.url}/runs/new`);
  await expect(page.getByRole('button', { name: 'Start run' })).toBeVisible();
  await expect(page.getByText('0 of 2 slots busy')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where' })).toHaveCount(0);
});
