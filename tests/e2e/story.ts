/// <reference lib="dom" />
import { getPreset, type RunConfig } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';
import { test as base, expect } from '@playwright/test';
import { type RealRuns, trainRealRuns } from './real-runs.ts';

export { expect } from '@playwright/test';

interface PageFixtures {
  /** Console errors that the story itself provokes. */
  allowedErrors: RegExp[];
  noErrors: undefined;
}

interface WorkerFixtures {
  /** A connection of its own, as a trainer has one. */
  store: Store;
  /** Numbers of the runs that were really trained; see `real-runs.ts`. */
  realRuns: RealRuns;
}

/** A user story over the seeded store; any console error fails it. */
export const test = base.extend<PageFixtures, WorkerFixtures>({
  allowedErrors: [[], { option: true }],
  noErrors: [
    async ({ page, allowedErrors }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      await use(undefined);
      expect(errors.filter((error) => !allowedErrors.some((allowed) => allowed.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
  store: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const store = openStore(process.env.DUALITY_E2E_STORE ?? '');
      await use(store);
      store.close();
    },
    { scope: 'worker' },
  ],
  realRuns: [
    async ({ store }, use) => {
      await use(await trainRealRuns(store));
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});

/** A queued run of its own for a story, so that stories do not meddle with each other. */
export function queueRun(store: Store, name: string, overrides: Partial<RunConfig> = {}): number {
  const preset = getPreset('wgan-gp-mnist');
  return store.run.queue({ preset: preset.name, name, engine: 'auto', config: { ...preset.config, ...overrides } }).id;
}

/** The same, already taken by a trainer. */
export function startRun(store: Store, name: string, overrides: Partial<RunConfig> = {}): number {
  const id = queueRun(store, name, overrides);
  store.run.take(id, 'story');
  return id;
}

/** A number that is lost when the page loads anew. */
export const leaveMark = (mark: number) => {
  (globalThis as { mark?: number }).mark = mark;
};
export const readMark = () => (globalThis as { mark?: number }).mark;
