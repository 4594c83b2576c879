import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@duality/shared/store';
import { metricsAt } from './commits.ts';
import { stepsPerSecond, type Written } from './load.ts';

const [file = '', duration, runId] = process.argv.slice(2);
const store = openStore(file);
const until = performance.now() + Number(duration) * 1000;
const written: Written = { steps: 0, errors: [] };
const started = performance.now();
while (performance.now() < until) {
  const early = started + (written.steps * 1000) / stepsPerSecond - performance.now();
  if (early > 0) {
    await sleep(early);
    continue;
  }
  try {
    store.metric.append(Number(runId), written.steps + 1, metricsAt(written.steps + 1));
    written.steps++;
  } catch (error) {
    written.errors.push(String(error));
  }
}
store.close();
console.log(JSON.stringify(written));
