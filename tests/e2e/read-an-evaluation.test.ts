import { addEvaluatedRun } from '../fixtures/add-evaluations.ts';
import { expect, test } from './story.ts';

test('a run on points: band and floor, the surface over the steps, and a fork from what went wrong', async ({
  page,
  store,
}) => {
  const runId = addEvaluatedRun(store, 'Evaluated ring', 'wgan-gp-ring');
  await page.goto('/runs?q=%22Evaluated+ring%22+in+name+and+errors+%3E+0');
  const badge = page.getByRole('link', { name: '1 error' });
  await badge.hover();
  await expect(badge).toHaveAttribute('title', /median of 3\.2/);
  await badge.click();

  const alerts = page.getByRole('region', { name: 'Alerts' });
  await expect(alerts).toContainText('Slope of the critic far from 1');
  await expect(alerts).toContainText('has a median of 3.2');
  await expect(alerts.getByText(/‖∇f‖ = 1 between the pairs/)).toBeVisible();
  await alerts.getByText('One alert that holds no more').click();
  await expect(alerts).toContainText('The losses stand still');

  const distance = page.getByRole('figure', { name: 'Wasserstein-1 distance' });
  await expect(distance).toContainText('band: 95 % bootstrap interval');
  await expect(distance).toContainText('floor: held-out against training data 0.043');
  await distance.getByRole('button', { name: 'Data' }).click();
  await expect(distance.getByRole('columnheader')).toHaveText([/step/i, /value/i, /interval from/i, /to/i]);

  const section = page.getByRole('region', { name: 'Evaluations' });
  await expect(section.getByRole('img', { name: /Critic scores over the plane at step 1,000/ })).toBeVisible();
  await expect(section).toContainText(/Yes: a falling critic estimate went with better samples: ρ 0\.\d\d/);
  await section.getByRole('img', { name: /Critic scores/ }).hover({ force: true });
  await expect(section.getByText(/^−?0(\.\d+)?, −?0(\.\d+)?: score −/)).toBeVisible();
  const slider = section.getByRole('slider', { name: 'Step of the evaluation' });
  await slider.press('Home');
  await expect(section.getByRole('img', { name: /Critic scores over the plane at step 50:/ })).toBeVisible();
  await expect(section.getByRole('list', { name: 'Modes at step 50' })).toContainText('mode 4none');
  // The samples follow, and so does what is reached from an alert.
  await alerts.getByRole('button', { name: 'step 450' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', 'step 450, 9 of 20');
  await expect(page.getByRole('img', { name: /of Evaluated ring at step 400/ })).toBeVisible();
  await section.getByRole('button', { name: 'Data: Critic surface at its arrows' }).click();
  await expect(section.getByRole('table', { name: /the first 25 of 256/ })).toBeVisible();

  await alerts.getByRole('button', { name: /^Fork from step 400 with/ }).click();
  const dialog = page.getByRole('dialog', { name: /Go on from a checkpoint/ });
  const differences = dialog.getByRole('region', { name: 'What will differ' });
  await expect(differences).toContainText('0.1 → 20');
  await expect(differences).toContainText('0.001 → 0.00005');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Mended ring');
  await dialog.getByRole('button', { name: 'Clone with these changes' }).click();
  await expect(page.getByRole('heading', { name: 'Mended ring', level: 1 })).toBeVisible();
  const cloneId = Number(/\/runs\/(\d+)$/.exec(page.url())?.[1]);
  expect(store.run.get(cloneId)).toMatchObject({
    parent: { runId, step: 400 },
    config: { gradientPenaltyWeight: 20, learningRate: 5e-5 },
  });
  store.run.requestStop(cloneId);
});

test('a run on images: classes by name and the nearest training images, and alerts as they come', async ({
  page,
  store,
}) => {
  const runId = addEvaluatedRun(store, 'Evaluated clothes', 'wgan-gp-fashion', { steps: 400 });
  await page.goto(`/runs/${runId}`);
  const section = page.getByRole('region', { name: 'Evaluations' });
  await expect(section.getByRole('list', { name: 'Classes at step 400' })).toContainText('ankle boot');
  const picture = section.getByRole('img', { name: /Samples at step 400 above the training images/ });
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(224);
  await expect(section.getByText(/times as far from their nearest training image/)).toBeVisible();

  const alerts = page.getByRole('region', { name: 'Alerts' });
  store.alert.raise({
    runId,
    step: 400,
    rule: 'memorisation',
    severity: 'warning',
    message: 'Samples lie 0.1 times as far from training images as new ones.',
    edits: {},
  });
  await expect(alerts).toContainText('Training samples are learnt by heart');
  store.alert.end(runId, 'memorisation', 400);
  await expect(alerts).toContainText('2 alerts that hold no more');
});

test('compared runs on the same data share their floor, those on others have none', async ({ page, store }) => {
  const [ring, other] = [1, 2].map((seed) =>
    addEvaluatedRun(store, `Floor of ring ${seed}`, 'wgan-gp-ring', { steps: 100, seed }),
  );
  const grid = addEvaluatedRun(store, 'Floor of grid', 'wgan-gp-grid', { steps: 100 });
  const floor = page.getByRole('figure', { name: 'Wasserstein-1 distance' }).getByText(/^floor: held-out/);
  await page.goto(`/compare?runs=${ring},${other}`);
  await expect(floor).toBeVisible();
  await page.goto(`/compare?runs=${ring},${grid}`);
  await expect(page.getByRole('figure', { name: 'Wasserstein-1 distance' }).getByText('exact, 2 points')).toBeVisible();
  await expect(floor).toHaveCount(0);
});
