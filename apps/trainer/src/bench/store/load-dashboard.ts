import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@duality/shared/store';
import type { Looked } from './load.ts';

/** The web process's rhythm: what is new at each look, and now and then the whole of a run's page or of the list. */
const everyMs = 150;
const pageEvery = 10;

const [file = '', duration] = process.argv.slice(2);
const store = openStore(file);
const until = performance.now() + Number(duration) * 1000;
const looked: Looked = { times: [], errors: [] };
let cursor = store.change.newest();
for (let look = 0; performance.now() < until; look++) {
  const time = (body: () => void) => {
    const started = performance.now();
    try {
      body();
    } catch (error) {
      looked.errors.push(String(error));
    }
    looked.times.push(performance.now() - started);
  };
  time(() =>
    store.read(() => {
      const newest = store.change.newest();
      store.change.listSince(cursor, 2001);
      store.metric.listSince(cursor, newest);
      cursor = newest;
    }),
  );
  if (look % pageEvery === 0) {
    let runIds: number[] = [];
    time(() => {
      runIds = store.run.listSummaries().map(({ id }) => id);
    });
    time(() => void store.series.list(runIds[look % runIds.length] ?? 1, { width: 1000 }));
  }
  await sleep(everyMs);
}
store.close();
console.log(JSON.stringify(looked));
