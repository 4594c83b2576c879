import type { Store } from '@duality/shared/store';
import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { expect, queueRun, startRun, test } from './story.ts';

/** Six runs of their own: two rates, three seeds each, ended, with a spike of one step in the first. */
function seed(store: Store, word: string): number[] {
  return [1e-4, 1e-3].flatMap((learningRate) =>
    [1, 2, 3].map((seed) => {
      const id = startRun(store, `${word} ${learningRate} ${seed}`, { learningRate, seed, steps: 50 });
      const values = (step: number) => ({ criticEstimate: id + (step === 17 && seed === 1 ? 900 : step / 50) });
      store.metric.appendMany(
        id,
        Array.from({ length: 50 }, (_, i) => ({ step: i + 1, values: values(i + 1) })),
      );
      store.run.end(id, 'completed', null);
      return id;
    }),
  );
}

const forget = (store: Store, ids: number[]) => {
  store.bulk.changeMany({ action: 'stop', runIds: ids });
  store.bulk.changeMany({ action: 'remove', runIds: ids });
};
const names = (page: Page) => page.locator('[data-stop="name"]').allTextContents();
const heads = async (page: Page) => (await page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());

test('columns are chosen, moved and removed, and a copied address shows the same', async ({ page, store, context }) => {
  const ids = seed(store, 'Chosen');
  await page.goto('/runs?q=Chosen');
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await chooser.getByLabel('Find a column').fill('learning rate');
  await chooser.getByRole('checkbox', { name: /^Learning rate \(differs\)/ }).check();
  await chooser.getByLabel('Find a column').fill('critic est');
  await chooser.getByRole('button', { name: 'Critic estimate Ŵ, max' }).click();
  await chooser.getByLabel('Step for columns at a step').fill('17');
  await chooser.getByRole('button', { name: 'Critic estimate Ŵ at step 17' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/col=learningRate&col=max%28criticEstimate%29&col=at%28criticEstimate%2C\+17%29/);
  for (const column of ['Speed', 'Time left', 'Started']) {
    await page.getByRole('button', { name: `Column ${column}` }).click();
    await page.getByRole('menuitem', { name: 'Remove column' }).click();
  }
  await page.getByRole('button', { name: 'Column Learning rate' }).click();
  await expect(page.getByRole('menuitem', { name: 'Move left' })).toBeVisible();
  await expectAccessible(page, { include: '[role="menu"]' });
  await page.getByRole('menuitem', { name: 'Move left' }).click();
  const copy = await context.newPage();
  await copy.goto(page.url());
  for (const one of [page, copy]) {
    await expect
      .poll(() => heads(one))
      .toEqual([
        ...['', 'Run', 'Status', 'Step', 'Critic estimate Ŵ', 'Learning rate', 'Curve', 'Critic estimate Ŵ, max'],
        ...['Critic estimate Ŵ, step 17', 'Actions'],
      ]);
    const spiky = one.getByRole('row').filter({ hasText: 'Chosen 0.0001 1' });
    await expect(spiky).toContainText(String((ids[0] ?? 0) + 900));
    const curve = new RegExp(`^criticEstimate from .* between .* and ${(ids[0] ?? 0) + 900}`);
    await expect(spiky.getByRole('img', { name: curve })).toBeVisible();
  }
  await copy.close();
  forget(store, ids);
});

test('a column is dragged to its place', async ({ page }) => {
  await page.goto('/runs');
  const before = await heads(page);
  const head = (name: string) => page.getByRole('columnheader').filter({ hasText: name });
  await head('Speed').dragTo(head('Status'));
  const others = before.filter((name) => name !== 'Speed');
  await expect.poll(() => heads(page)).toEqual(others.toSpliced(others.indexOf('Status'), 0, 'Speed'));
  await page.reload();
  await expect.poll(() => heads(page)).toEqual(others.toSpliced(others.indexOf('Status'), 0, 'Speed'));
});

test('a second key of the order is added with Shift', async ({ page, store }) => {
  const ids = seed(store, 'Ordered');
  await page.goto('/runs?q=Ordered&col=lr&col=seed');
  await page.getByRole('button', { name: 'Learning rate', exact: true }).click();
  await page.getByRole('button', { name: 'Seed', exact: true }).focus();
  await page.keyboard.press('Shift+Enter');
  await expect(page).toHaveURL(/sort=-lr&sort=-seed/);
  const order = ['0.001 3', '0.001 2', '0.001 1', '0.0001 3', '0.0001 2', '0.0001 1'];
  await expect.poll(() => names(page)).toEqual(order.map((text) => `Ordered ${text}`));
  await expect(page.getByRole('columnheader', { name: 'Seed' })).toContainText('2');
  forget(store, ids);
});

test('groups tell their mean and deviation, fold, and are in the address', async ({ page, store }) => {
  const ids = seed(store, 'Grouped');
  await page.goto('/runs?q=Grouped&col=seed');
  const by = page.getByLabel('Group by');
  await by.focus();
  await by.selectOption({ label: 'Learning rate' });
  const head = page.getByRole('row').filter({ has: page.getByRole('button', { name: /0\.001 3 runs/ }) });
  await expect(head).toContainText('± 1');
  await expect(page.getByRole('table', { name: 'Runs' })).toHaveAttribute('aria-rowcount', '9');
  await head.getByRole('button').click();
  await expect(page.getByRole('link', { name: 'Grouped 0.001 2' })).toHaveCount(0);
  await page.reload();
  await expect(head.getByRole('button')).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('link', { name: 'Grouped 0.0001 2' })).toBeVisible();
  await expectAccessible(page);
  forget(store, ids);
});

test('what is ticked is changed as one, told with what was left, and taken back as one', async ({ page, store }) => {
  const ids = [...seed(store, 'Ticked'), startRun(store, 'Ticked and training')];
  await page.goto('/runs?q=Ticked');
  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
  await box('Ticked 0.001 3').click();
  await box('Ticked 0.0001 1').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Selected runs' });
  await expect(bar).toContainText('6 runs selected');
  await expect(bar.getByRole('link', { name: 'Compare' })).toHaveAttribute('href', /\/compare\?runs=\d+-\d+$/);
  await page.getByRole('checkbox', { name: /^Select all/ }).click();
  await expect(bar).toContainText('7 runs selected');
  await bar.getByRole('button', { name: 'Tag' }).click();
  await bar.getByRole('combobox', { name: 'Tag to add' }).fill('ticked');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '7 runs tagged “ticked”' })).toBeVisible();
  expect(ids.map((id) => store.run.get(id).tags)).toEqual(ids.map(() => ['ticked']));
  await bar.getByRole('button', { name: 'Remove' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '6 runs in the trash' });
  await expect(notice).toContainText('1 training: stop first');
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Ticked 0.001 2' })).toBeVisible();
  expect(ids.map((id) => store.run.get(id).removedAt)).toEqual(ids.map(() => null));
  store.run.end(ids.at(-1) ?? 0, 'stopped', 'stopped by request');
  forget(store, ids);
});

test('runs come back from the trash together', async ({ page, store }) => {
  const ids = ['Back one', 'Back two', 'Back three'].map((name) => queueRun(store, name));
  store.bulk.changeMany({ action: 'remove', runIds: ids });
  await page.goto('/trash');
  for (const name of ['Back one', 'Back two']) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
  await page.getByRole('button', { name: 'Restore 2 selected runs' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '2 runs back from the trash' })).toBeVisible();
  expect(ids.map((id) => store.run.get(id).removedAt !== null)).toEqual([false, false, true]);
  forget(store, ids);
});

test.describe('what is being typed', () => {
  // The browser reports each answer that is an error, and a filter is one until it is whole.
  test.use({ allowedErrors: [/status of 400/] });

  test('a filter is completed by the keyboard, and words are typed without being touched', async ({ page }) => {
    await page.goto('/runs');
    const box = page.getByRole('combobox', { name: 'Filter by text' });
    await expect(async () => {
      await page.keyboard.press('/'); // nobody listens before the page has come to life
      await expect(box).toBeFocused({ timeout: 1000 });
    }).toPass();
    await expect(async () => {
      await box.fill('');
      await box.pressSequentially('stat');
      await expect(page.getByRole('option', { name: /^status/ })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name: /^status/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Tab');
    await expect(box).toHaveValue('status');
    await box.pressSequentially(' == "fa');
    await expect(page.getByRole('option', { name: /failed/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name: /failed/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(box).toHaveValue('status == "failed"');
    await expect(page.getByRole('link', { name: 'Diverging run' })).toBeVisible();
    await box.fill('');
    await box.pressSequentially('diver');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(box).toHaveValue('diver');
  });

  test('nothing is lost of what is typed fast, and the caret stays where it is', async ({ page }) => {
    await page.goto('/runs');
    const box = page.getByLabel('Filter by text');
    await box.click();
    const text = 'status == "completed" and seed > 0';
    for (const _ of [1, 2, 3]) {
      await box.fill('');
      await page.keyboard.type(text);
      await expect(box).toHaveValue(text);
    }
    await page.keyboard.press('Home');
    await page.keyboard.type('step > 9 and ');
    await expect(box).toHaveValue(`step > 9 and ${text}`);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(`step > 9 and ${text}`);
  });
});

test('a view is saved under a name, found again, and its removal taken back', async ({ page }) => {
  await page.goto('/runs?q=run&group=system&col=seed');
  await page.getByRole('button', { name: 'Views' }).click();
  const views = page.getByRole('dialog', { name: 'Views' });
  await views.getByLabel('Save what is shown as').fill('By system');
  await page.keyboard.press('Enter');
  await expect(views.getByRole('button', { name: 'By system', exact: true })).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page);
  await views.getByRole('button', { name: 'As at first' }).click();
  await expect(page).toHaveURL(/\/runs$/);
  await page.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'By system', exact: true }).click();
  await expect(page).toHaveURL(/q=run&group=system&col=seed/);
  await expect(page.getByLabel('Filter by text')).toHaveValue('run');
  await page.getByRole('button', { name: 'Views' }).click();
  await views.getByRole('button', { name: 'Remove “By system”' }).click();
  await expect(views.getByRole('button', { name: 'By system', exact: true })).toHaveCount(0);
  await page.getByRole('alert').filter({ hasText: 'View removed' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Undone' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Views' }).click();
  await expect(views.getByRole('button', { name: 'By system', exact: true })).toBeVisible();
});
