import type { Store } from '@duality/shared/store';

/** Whether anything will train what waits, and what would. */
export const describeScheduler = (store: Store) =>
  store.lease.find('scheduler')
    ? 'A scheduler is at work and starts it.'
    : 'It starts as soon as a scheduler runs: npm start, or npm run schedule.';
