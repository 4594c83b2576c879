import { expectAccessible } from './expect-accessible.ts';
import { expect, startRun, test } from './story.ts';

test('a run goes on from a checkpoint as a new one, with changes', async ({ page, store }) => {
  const runId = startRun(store, 'Parent run', { seed: 5, steps: 100 });
  for (let step = 1; step <= 100; step++) store.metric.append(runId, step, { criticLoss: 1, generatorLoss: 1 });
  for (const step of [50, 100]) store.checkpoint.add({ runId, step, bytes: 1, sha256: 'x' });
  store.run.end(runId, 'completed', null);

  await page.goto(`/runs/${runId}`);
  await page.getByRole('button', { name: 'Clone with changes' }).click();
  const dialog = page.getByRole('dialog', { name: /Go on from a checkpoint/ });
  // From its last step it has to go further than the run did.
  await expect(dialog.getByRole('region', { name: 'What will differ' })).toContainText('100 → 200');
  await dialog.getByRole('combobox', { name: 'Checkpoint' }).click();
  await page.getByRole('option', { name: 'step 50' }).click();
  await dialog.getByRole('combobox', { name: 'Change a hyper-parameter' }).fill('Latent size');
  await page.getByRole('option', { name: 'Latent size' }).dispatchEvent('click');
  await dialog.getByRole('textbox', { name: 'Latent size' }).fill('7');
  await expect(dialog).toContainText('must stay 64, not 7');
  await expectAccessible(page, { include: '[role=dialog]' });
  await dialog.getByRole('button', { name: 'Latent size as in the run' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Longer');
  await dialog.getByRole('button', { name: 'Clone with these changes' }).click();

  await expect(page.getByRole('heading', { name: 'Longer', level: 1 })).toBeVisible();
  const cloneId = Number(/\/runs\/(\d+)$/.exec(page.url())?.[1]);
  expect(store.run.get(cloneId)).toMatchObject({ parent: { runId, step: 50 }, config: { steps: 200, latentSize: 64 } });
  store.run.requestStop(cloneId);
});
