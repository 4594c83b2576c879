import type { Page } from '@playwright/test';
import { addGrid, appendSteps } from '../fixtures/seed-store.ts';
import { expect, test } from './story.ts';

async function choosePreset(page: Page, words: string, title: string): Promise<void> {
  const preset = page.getByRole('combobox', { name: 'Preset' });
  await preset.click();
  await preset.fill(words);
  await page.getByRole('option', { name: title }).click();
}
const summary = (page: Page) => page.getByRole('complementary', { name: 'Summary' });
const command = (page: Page) => summary(page).getByText(/^npm run train/);

test('a GAN on the ring is found, started and watched', async ({ page, store }) => {
  await page.goto('/runs/new');
  await choosePreset(page, 'ring packing', 'GAN on the ring');
  await expect(page.getByText('E sp(−f(x)) + E sp(f(g))')).toBeVisible();
  await expect(page.getByLabel('Penalty weight λ')).toHaveCount(0);
  await page.getByLabel('Steps', { exact: true }).fill('300');
  await page.getByRole('button', { name: /More settings/ }).click();
  await page.getByLabel('Packing m').fill('2');
  await expect(command(page)).toHaveText('npm run train -- gan-ring --steps 300 --set packing=2');
  await page.getByRole('button', { name: 'Start run' }).click();
  await expect(page.getByText('GAN, non-saturating · Ring of 8 Gaussians')).toBeVisible();

  const runId = Number(page.url().split('/').at(-1));
  store.run.take(runId, 'story');
  appendSteps(store, runId, 100);
  addGrid(store, runId, 64);
  const figure = (name: string) => page.getByRole('figure', { name, exact: true });
  await expect(figure('Losses').getByText('critic at equilibrium: 2 ln 2 = 1.386')).toBeVisible();
  await expect(figure('Modes found').getByText('all 8 modes')).toBeVisible();
  await expect(figure('Score difference')).toContainText('no estimate of a distance');
  await expect(figure('Gradient penalty')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /Generated points over real ones of .* at step 64/ })).toBeVisible();
  await expect(page.getByText('real, held out')).toBeVisible();
});

test('a seed document can be trained as printed, and its settings follow', async ({ page }) => {
  await page.goto('/runs/new?preset=raschka-wgan-gp');
  await expect(page.getByText('This is corrected.')).toBeVisible();
  await page.getByLabel('Batch size').fill('32');
  await page.getByRole('switch', { name: 'As printed' }).check();
  await expect(page.getByText('This is as printed.')).toBeVisible();
  await expect(page.getByLabel('Critic steps')).toHaveValue('1');
  await expect(page.getByText('as printed; corrected: 5')).toBeVisible();
  await expect(command(page)).toHaveText('npm run train -- raschka-wgan-gp --set batchSize=32 --set asPrinted=true');
  await page.getByRole('switch', { name: 'As printed' }).uncheck();
  await expect(page.getByLabel('Critic steps')).toHaveValue('5');
  await expect(page.getByLabel('Batch size')).toHaveValue('32');
});

test('a run whose data lie in a folder is not started from a browser, and its command is there to copy', async ({
  page,
}) => {
  await page.goto('/runs/new');
  await choosePreset(page, 'horses', 'WGAN of Generative Deep Learning');
  await expect(page.getByText('Starts in a terminal')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start run' })).toBeDisabled();
  await expect(summary(page).getByRole('status')).toHaveText('Cannot be started here: its data lie in a folder.');
  await expect(command(page)).toHaveText('npm run train -- gdl-wgan --data DIR');
});

test('what does not go together is said beside its field, also where it is folded away', async ({ page }) => {
  await page.goto('/runs/new?preset=acgan-mnist');
  await page.getByRole('combobox', { name: 'Data set' }).click();
  await page.getByRole('option', { name: 'Ring of 8 Gaussians' }).click();
  await expect(page.getByText('"acgan" needs a data set with classes')).toBeVisible();
  await page.goto('/runs/new?preset=atienza-wgan');
  await page.getByRole('switch', { name: 'As printed' }).check();
  await page.getByRole('combobox', { name: 'Networks' }).click();
  await page.getByRole('option', { name: 'small-conv' }).click();
  await expect(page.getByText('must be false: this preset is not the one of a seed document')).toBeVisible();
});
