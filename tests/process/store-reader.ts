import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openStore } from '@duality/shared/store';

/** Reads as pages do until it is told to end: opens, follows what is new, draws curves. Says how often, and each error. */
const [file = '', everyMs = '5'] = process.argv.slice(2);
let isOver = false;
process.on('SIGTERM', () => {
  isOver = true;
});
let reads = 0;
while (!isOver) {
  try {
    const store = openStore(file);
    let seen = store.change.newest();
    for (let i = 0; i < 50 && !isOver; i++) {
      store.read(() => {
        const newest = store.change.newest();
        store.metric.listSince(Math.max(seen, newest - 200), newest);
        seen = newest;
        for (const { run } of store.run.listClaimed()) [...store.series.list(run.id, { width: 300 })];
      });
      reads++;
      await setTimeout(Number(everyMs));
    }
    store.close();
  } catch (error) {
    writeSync(1, `! ${(error as Error).message}\n`);
  }
}
writeSync(1, `${reads}\n`);
