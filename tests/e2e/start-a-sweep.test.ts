import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseSweep } from '@duality/shared';
import { openStore } from '@duality/shared/store';
import type { Page } from '@playwright/test';
import { serveEmptyStore } from '../fixtures/serve-empty-store.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './story.ts';

const repository = join(import.meta.dirname, '../..');
let server: Awaited<ReturnType<typeof serveEmptyStore>>;
let scheduler: ChildProcess | undefined;

test.beforeAll(async () => {
  server = await serveEmptyStore();
});
test.afterAll(async () => {
  await endScheduler();
  await server.stop();
});

function startScheduler(): void {
  const door = join(repository, 'apps/trainer/bin/schedule.js');
  scheduler = spawn(process.execPath, [door, '--slots', '2', '--store', server.file], {
    cwd: repository,
    stdio: 'ignore',
  });
}

async function endScheduler(): Promise<void> {
  const child = scheduler;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** But for the notes that come and go. */
/** The list opens to either side as the page grows, so that a pointer may miss it. */
async function choose(page: Page, name: string | RegExp, parameter: string): Promise<void> {
  await page.getByRole('combobox', { name }).fill(parameter);
  await page.getByRole('option', { name: parameter, exact: true }).dispatchEvent('click');
}

async function vary(page: Page, parameter: string, values: readonly string[]): Promise<void> {
  await choose(page, /^Vary/, parameter);
  const group = page.getByRole('group', { name: parameter, exact: true });
  const field = group.getByRole('combobox', { name: `Values of ${parameter}` });
  // It begins with the preset's value.
  await field.press('Backspace');
  for (const value of values) {
    await field.fill(value);
    await field.press('Enter');
  }
}

async function fix(page: Page, parameter: string, value: string): Promise<void> {
  await choose(page, 'Set a value', parameter);
  await page.getByRole('textbox', { name: parameter, exact: true }).fill(value);
}

test('a grid with two seeds is defined, started, paused, resumed and watched to its end', async ({ page }) => {
  test.setTimeout(400_000);
  await page.goto(`${server.url}/sweeps`);
  await page.getByRole('link', { name: 'Define one’s own' }).click();
  await expect(page.getByRole('heading', { name: 'New sweep' })).toBeVisible();

  // Nothing is wrong before anything was done, and pressing Start says what is missing.
  const picker = page.getByRole('combobox', { name: /^Vary/ });
  await expect(picker).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('button', { name: 'Start sweep' }).click();
  await expect(page.getByText('must name at least one parameter that varies').first()).toBeVisible();
  await expect(picker).toBeFocused();

  await vary(page, 'Critic steps', ['1', '2']);
  await vary(page, 'Learning rate', ['1e-4', '1e-3', '0']);
  await expect(page.getByRole('group', { name: 'Learning rate' })).toContainText('must be more than 0');
  const rates = page.getByRole('combobox', { name: 'Values of Learning rate' });
  await rates.press('Backspace');
  await rates.fill('5e-3');
  await rates.press('Enter');
  await fix(page, 'Steps', '30');
  await fix(page, 'Evaluate every', '10');
  await fix(page, 'Sample every', '10');
  await fix(page, 'Checkpoint every', '10');
  await page.getByLabel('Seeds per point').fill('1, 2');
  await page.getByRole('textbox', { name: 'Name' }).fill('Rates on the ring');

  const summary = page.getByRole('complementary', { name: 'Summary' });
  await expect(summary).toContainText('12, with 2 seeds each point');
  await expect(summary.getByRole('region', { name: 'The sweep as JSON' })).toContainText('"values"');
  await expectAccessible(page, { exclude: '[data-portal]' });
  await page.getByRole('button', { name: 'Start sweep' }).click();

  await expect(page.getByRole('heading', { name: 'Rates on the ring', level: 1 })).toBeVisible();
  await expect(page.getByText('No scheduler is running')).toBeVisible();
  const status = page.getByRole('main').getByRole('status');
  startScheduler();
  const trials = page.getByRole('region', { name: 'Table of trials' });
  await expect(trials.getByText('running', { exact: true }).first()).toBeVisible({ timeout: 60_000 });

  await page.getByRole('button', { name: 'Pause Rates on the ring' }).click();
  await expect(status).toHaveText('paused');
  await expect(page.getByText('All trials rest at their checkpoints.')).toBeVisible({ timeout: 60_000 });
  await expect(trials.getByText('running', { exact: true })).toHaveCount(0);
  await expectAccessible(page, { exclude: '[data-portal]' });
  await page.getByRole('button', { name: 'Resume Rates on the ring' }).click();
  await expect(status).toHaveText('running');

  await expect(status).toHaveText('completed', { timeout: 240_000 });
  await expect(trials.getByRole('row')).toHaveCount(13);
  await expect(trials.getByText('completed', { exact: true })).toHaveCount(12);
  await expect(page.getByRole('group', { name: /of 12 trials/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Importance' }).getByRole('row')).toHaveCount(3);
  await expectAccessible(page, { exclude: '[data-portal]' });

  await page.getByRole('link', { name: 'Open the best run' }).click();
  await expect(status).toHaveText('completed');
  await page.getByRole('link', { name: 'Rates on the ring', exact: true }).last().click();
  await expect(page.getByRole('heading', { name: 'Rates on the ring', level: 1 })).toBeVisible();
  await endScheduler();
});

test('a sweep goes from its page into the form, as JSON and back', async ({ page }) => {
  const store = openStore(server.file);
  store.sweep.create(
    parseSweep({
      name: 'Packing',
      preset: 'pacgan-ring',
      space: { packing: { type: 'integer', low: 1, high: 4 } },
      seeds: [1, 2],
      objective: { metric: 'eval.modes', direction: 'maximise' },
    }),
  );
  store.close();
  await page.goto(`${server.url}/sweeps`);
  await page.getByRole('link', { name: 'Packing' }).click();
  await page.getByRole('link', { name: 'Clone with edits' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Packing');
  await page.getByRole('tab', { name: 'JSON' }).click();
  const json = page.getByLabel('The whole sweep');
  const written = JSON.parse(await json.inputValue());
  expect(written).toMatchObject({ preset: 'pacgan-ring', seeds: [1, 2] });
  await json.fill('{ "name": ');
  await expect(page.getByText('The form keeps what it was until this can be read')).toBeVisible();
  await json.fill(JSON.stringify({ ...written, name: 'Pasted', seeds: [7] }));
  await page.getByRole('tab', { name: 'Form' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Pasted');
  await expect(page.getByLabel('Seeds per point')).toHaveValue('7');
  await expect(page).toHaveURL(/sweep=.*Pasted/);
  await page.reload();
  await expect(page.getByLabel('Seeds per point')).toHaveValue('7');
});
