import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, queueRun, test } from './story.ts';

const itemOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
const undo = (page: Page, title: string) =>
  page.getByRole('alert').filter({ hasText: title }).getByRole('button', { name: 'Undo' }).click();

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for experiment ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test.describe('with a name that is taken', () => {
  // The browser tells of every answer that is not 200.
  test.use({ allowedErrors: [/status of 409/] });

  test('an experiment is created and renamed, and a name that is taken is refused at its field', async ({
    page,
    store,
  }) => {
    store.experiment.create('Taken');
    await page.goto('/runs');
    await page.getByRole('link', { name: 'Experiments', exact: true }).click();
    const field = page.getByRole('textbox', { name: 'Name of the new experiment' });
    await field.fill('Taken');
    await field.press('Enter');
    await expect(field).toHaveAccessibleDescription('there is an experiment “Taken” already; choose another name');
    await field.fill('  Which "λ"?  ');
    await expect(field).toHaveAccessibleDescription('');
    await field.press('Enter');
    await expect(itemOf(page, 'Which "λ"?')).toContainText('no runs');
    await expect(field).toHaveValue('');
    await undo(page, 'Experiment created');
    await expect(itemOf(page, 'Which "λ"?')).toHaveCount(0);

    await choose(page, 'Taken', 'Rename');
    const name = page.getByRole('textbox', { name: 'Name of the experiment' });
    await expect(name).toBeFocused();
    await name.fill('default');
    await name.press('Enter');
    await expect(name).toHaveAccessibleDescription(/there is an experiment “default” already/);
    await expectAccessible(page);
    await name.press('Escape');
    await expect(page.getByRole('button', { name: 'Actions for experiment Taken' })).toBeFocused();
    await choose(page, 'Taken', 'Rename');
    await name.fill('Renamed');
    await name.press('Enter');
    await expect(itemOf(page, 'Renamed')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Actions for experiment Renamed' })).toBeFocused();
    await undo(page, 'Experiment renamed');
    await expect(itemOf(page, 'Taken')).toBeVisible();
  });
});

test('its notes are read as Markdown, long ones after "more"', async ({ page, store }) => {
  store.experiment.create('Annotated');
  store.experiment.create('Annotated too');
  store.experiment.note('Annotated too', 'Notes of its own.');
  await page.goto('/experiments');
  await choose(page, 'Annotated', 'Write notes');
  const notes = page.getByRole('textbox', { name: 'Notes in Markdown' });
  await expect(notes).toBeFocused();
  await expectAccessible(page);
  await notes.fill(`Does the **penalty** matter?\n\n${'A long answer.\n\n'.repeat(12)}The last word.`);
  await notes.press('Control+Enter');
  const item = itemOf(page, 'Annotated');
  await expect(item.getByText('penalty', { exact: true })).toHaveCSS('font-weight', '700');
  await expect(item.getByText('The last word.')).not.toBeInViewport();
  await expectAccessible(page);
  await item.getByRole('button', { name: 'more of the notes of Annotated' }).press('Enter');
  await expect(item.getByText('The last word.')).toBeInViewport();
  await item.getByRole('button', { name: 'less of the notes of Annotated' }).click();
  await undo(page, 'Notes saved');
  await expect(item.getByText('penalty', { exact: true })).toHaveCount(0);
  expect(store.experiment.list().find(({ name }) => name === 'Annotated')?.notes).toBe('');
});

test('its runs are listed by a filter, and only an empty one is deleted', async ({ page, store }) => {
  const name = String.raw`Is "a \ b" read?`;
  store.experiment.create(name);
  const runId = queueRun(store, 'Run of a question');
  await page.goto(`/runs/${runId}`);
  await page.getByRole('button', { name: 'Experiment default: change it' }).click();
  await page.getByLabel('Experiment', { exact: true }).and(page.locator('input')).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: `Experiment ${name}` }).click();
  const rows = page.getByRole('row').filter({ has: page.getByRole('cell') });
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole('link', { name: 'Run of a question' })).toBeVisible();
  await expect(rows.getByRole('link', { name: `Experiment ${name}` })).toBeVisible();

  await page.getByRole('link', { name: 'Experiments', exact: true }).click();
  const item = itemOf(page, name);
  await expect(item).toContainText('1 queued');
  await page.getByRole('button', { name: `Actions for experiment ${name}`, exact: true }).click();
  const refused = page.getByRole('menuitem', { name: 'Delete (move its run first)' });
  await expect(refused).toBeDisabled();
  await page.keyboard.press('Escape');

  store.manage.remove([runId]);
  await expect(item.getByRole('link', { name: '1 in the trash' })).toBeVisible();
  store.manage.restore([runId]);
  store.manage.move([runId], 'default');
  await expect(item).toContainText('no runs');
  await choose(page, name, 'Delete');
  await expect(item).toHaveCount(0);
  await undo(page, 'Experiment deleted');
  await expect(item).toBeVisible();
});

test('a run is started in an experiment and with tags', async ({ page, store }) => {
  store.experiment.create('Started');
  await page.goto('/runs/new');
  const experiment = page.getByLabel('Experiment', { exact: true }).and(page.locator('input'));
  await experiment.fill('star');
  await page.getByRole('option', { name: 'Started' }).click();
  const tags = page.getByLabel('Tags', { exact: true }).and(page.locator('input'));
  await tags.fill('first');
  await tags.press('Enter');
  await tags.fill('second');
  await expectAccessible(page);
  await page.getByLabel('Name', { exact: true }).fill('Run with labels');
  await expect(page.getByText(/npm run train/)).toHaveText(
    `npm run train -- wgan-gp-mnist --name 'Run with labels' --experiment Started --tag first --tag second`,
  );
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Run with labels');
  await expect(page.getByRole('link', { name: 'Experiment Started' })).toBeVisible();
  const [run] = store.run.listSummaries();
  expect(run).toMatchObject({ name: 'Run with labels', experiment: 'Started', tags: ['first', 'second'] });
});
