import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, queueRun, test } from './story.ts';

const noticeOf = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title });
/** With its list of suggestions such a field is a combobox to some and a textbox to others. */
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).and(page.locator('input'));
const undo = (page: Page, title: string) => noticeOf(page, title).getByRole('button', { name: 'Undo' }).click();

test('a run is renamed, tagged, moved and annotated, each undone where it was done', async ({ page, store }) => {
  const runId = queueRun(store, 'Managed run');
  await page.goto(`/runs/${runId}`);
  const heading = page.getByRole('heading', { level: 1 });

  await heading.getByRole('button').click();
  const name = page.getByRole('textbox', { name: 'Name of the run' });
  await name.fill('Never saved');
  await name.press('Escape');
  await expect(heading).toHaveText('Managed run');
  await heading.getByRole('button').press('Enter');
  await name.fill('Renamed run');
  await expectAccessible(page);
  await name.press('Enter');
  await expect(heading).toHaveText('Renamed run');
  await undo(page, 'Renamed');
  await expect(heading).toHaveText('Managed run');

  await page.getByRole('button', { name: 'Add a tag' }).click();
  await field(page, 'New tag').fill('one, two');
  await expect(page.getByText('must have no commas')).toBeVisible();
  await field(page, 'New tag').fill('story');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const tags = page.getByRole('list', { name: 'Tags' });
  await expect(tags).toHaveText('story');
  await page.getByRole('button', { name: 'Take off the tag story' }).click();
  await expect(tags).toBeHidden();
  await undo(page, 'Tag taken off');
  await expect(tags).toHaveText('story');

  await page.getByRole('button', { name: 'Experiment default: change it' }).click();
  await field(page, 'Experiment').fill('Stories');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Experiment Stories: change it' })).toBeVisible();

  await page.getByRole('button', { name: 'Write notes' }).click();
  const notes = page.getByRole('textbox', { name: 'Notes in Markdown' });
  await notes.fill('Is **this** bold?\n\n<b id="raw">raw</b>\n\n![cat](http://127.0.0.1:1/cat.png)');
  await notes.press('Control+Enter');
  await expect(page.getByText('this', { exact: true })).toHaveCSS('font-weight', '700');
  await expect(page.locator('#raw')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Notes' }).locator('img')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'cat (not loaded)' })).toHaveAttribute('rel', 'noreferrer');
  await expectAccessible(page);

  expect(store.run.get(runId)).toMatchObject({ name: 'Managed run', tags: ['story'], experiment: 'Stories' });
  await page.goto('/runs');
  await expect(page.getByRole('row').filter({ hasText: 'Managed run' })).toContainText('Stories');
});

test('an archived run leaves the list and is found in the archive', async ({ page, store }) => {
  queueRun(store, 'Shelved run');
  await page.goto('/runs');
  const row = page.getByRole('row').filter({ hasText: 'Shelved run' });
  const choose = async (action: string) => {
    await row.getByRole('button', { name: 'Actions for Shelved run' }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
  };
  await choose('Archive');
  await expect(row).toHaveCount(0);
  await page.getByRole('link', { name: 'Archive', exact: true }).click();
  await expect(row).toContainText('archived');
  await choose('Out of the archive');
  await expect(noticeOf(page, 'Out of the archive')).toBeVisible();
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(row).toBeVisible();
});

test('a removed run is restored from the trash, or deleted for good after a question', async ({ page, store }) => {
  const runId = queueRun(store, 'Doomed run');
  store.manage.remove([runId]);
  await page.goto('/trash');
  const item = page.getByRole('listitem').filter({ hasText: 'Doomed run' });
  await expect(item).toContainText('30 days left');
  await expectAccessible(page);
  await item.getByRole('button', { name: 'Restore: Doomed run' }).click();
  await expect(item).toHaveCount(0);
  await undo(page, 'Run restored');
  await expect(item).toBeVisible();

  const remove = item.getByRole('button', { name: 'Delete for good: Doomed run' });
  await remove.click();
  const question = page.getByRole('dialog', { name: 'Delete “Doomed run” for good?' });
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(question).toBeHidden();
  expect(store.run.find(runId)).toBeDefined();

  const open = await page.context().newPage();
  await open.goto(`/runs/${runId}`);
  await remove.click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(item).toHaveCount(0);
  await expect(noticeOf(page, 'Deleted for good')).toContainText('“Doomed run” is gone');
  expect(store.run.find(runId)).toBeUndefined();
  await expect(open.getByRole('heading', { name: 'This run was deleted for good' })).toBeVisible();
  await open.close();
});

test('the activity tells what was done, and takes it back unless it was changed since', async ({ page, store }) => {
  const runId = queueRun(store, 'Told run');
  store.manage.rename(runId, 'Told anew');
  store.manage.tag([runId], 'told');
  await page.goto('/activity');
  const entry = (text: string) => page.getByRole('listitem').filter({ hasText: text });
  await expectAccessible(page);
  await entry(`Renamed run ${runId} `).first().getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('del', { hasText: `Renamed run ${runId} ` })).toBeVisible();
  expect(store.run.get(runId).name).toBe('Told run');
  await entry(`Undid: Renamed run ${runId} `).getByRole('button', { name: /^Redo/ }).click();
  await expect(entry(`Redid: Renamed run ${runId} `)).toBeVisible();
  expect(store.run.get(runId).name).toBe('Told anew');

  const tagged = entry(`Tagged run ${runId} `);
  store.manage.untag([runId], 'told');
  await tagged.getByRole('button', { name: /^Undo/ }).click();
  await expect(noticeOf(page, 'That did not work')).toContainText('no longer has the tag “told”');
  await tagged.getByRole('link', { name: `run ${runId}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Told anew');
});
