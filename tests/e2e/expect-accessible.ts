/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

interface Part {
  include?: string;
  exclude?: string;
}

/** Nothing that axe finds: of the page, or of a part of it. */
export async function expectAccessible(page: Page, { include, exclude }: Part = {}): Promise<void> {
  await page.evaluate(untilStill);
  let builder = new AxeBuilder({ page });
  if (include) builder = builder.include(include);
  if (exclude) builder = builder.exclude(exclude);
  const { violations } = await builder.analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    })),
  ).toEqual([]);
}

/** Colours that fade into others have any contrast, so it is waited for whatever moves and will end. */
async function untilStill(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime ?? 0)));
  await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
}
