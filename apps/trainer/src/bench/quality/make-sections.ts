import { join } from 'node:path';
import { openStore } from '@duality/shared/store';
import { makeSweeps } from './make-sweeps.ts';
import { type Budget, planImages, planMixtures } from './planned-sweeps.ts';
import { readTrainedRuns, type TrainedRun } from './trained-runs.ts';

const plans = { mixtures: planMixtures, fashion: planImages };
type Section = keyof typeof plans;

/**
 * Makes the sweeps of the sections, each in a store of its own in `folder` and a run of each at a time, and shows what
 * both have reached whenever one has got further.
 */
export async function makeSections(
  folder: string,
  budget: Budget,
  say: (line: string) => void,
  show: (runs: Record<Section, TrainedRun[]>) => void,
): Promise<void> {
  const stores = { mixtures: openStore(join(folder, 'mixtures.db')), fashion: openStore(join(folder, 'fashion.db')) };
  const read = (section: Section) =>
    plans[section](budget).flatMap(({ name }) => readTrainedRuns(stores[section], name));
  const showAll = () => show({ mixtures: read('mixtures'), fashion: read('fashion') });
  const make = (section: Section) =>
    makeSweeps(stores[section], plans[section](budget), 1, (line) => {
      say(line);
      showAll();
    });
  try {
    const ends = await Promise.allSettled([make('mixtures'), make('fashion')]);
    showAll();
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    for (const store of Object.values(stores)) store.close();
  }
}
