import { serveEmptyStore } from '../fixtures/serve-empty-store.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './story.ts';

let server: Awaited<ReturnType<typeof serveEmptyStore>>;

test.beforeAll(async () => {
  server = await serveEmptyStore();
});
test.afterAll(() => server.stop());

/** What a page of an empty store says, and where it leads. */
const pages = [
  { path: '/', says: 'Nothing has been trained yet', leads: 'Start the first run' },
  { path: '/runs', says: 'Nothing has been trained yet', leads: 'Start the first run' },
  { path: '/runs?q=lr+%3E+1', says: 'Nothing has been trained yet', leads: 'Start the first run' },
  { path: '/compare', says: 'Choose runs to compare', leads: 'Start the first run' },
  { path: '/compare?view=samples', says: 'Choose runs to compare', leads: 'Start the first run' },
  { path: '/compare?runs=1-3&view=parameters', says: 'There are no such runs', leads: 'Choose in the list' },
  { path: '/sweeps', says: 'Sweeps', leads: 'Define one’s own' },
  { path: '/sweeps/new', says: 'New sweep', leads: undefined },
  { path: '/experiments', says: 'Experiments', leads: undefined },
  { path: '/trash', says: 'Trash', leads: 'All runs' },
  { path: '/activity', says: 'Activity', leads: 'All runs' },
];

for (const { path, says, leads } of pages) {
  test(`an empty store: ${path} says what to do`, async ({ page }) => {
    await page.goto(server.url + path);
    await expect(page.getByRole('heading', { name: says, level: 1 })).toBeVisible();
    if (leads) await expect(page.getByRole('link', { name: leads }).first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('from the empty list a first run is two presses away', async ({ page }) => {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Start the first run' }).click();
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText('queued');
});

test('from the empty page of sweeps the starter sweep is one press away', async ({ page }) => {
  await page.goto(`${server.url}/sweeps`);
  await page.getByRole('button', { name: 'Start the starter sweep' }).click();
  await expect(page.getByRole('heading', { name: 'Four GANs on MNIST', level: 1 })).toBeVisible();
  await expect(page.getByText('No scheduler is running')).toBeVisible();
});
