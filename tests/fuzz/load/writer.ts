import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@duality/shared/store';
import { metricsAt } from './steps.ts';

// A trainer's hand on the store: node writer.ts STORE RUN FIRST LAST STEPS_A_SECOND (0: as fast as it can).
const [file = '', run = '', first = '', last = '', rate = '0'] = process.argv.slice(2);
const store = openStore(file);
const runId = Number(run);
const began = performance.now();
for (let step = Number(first); step <= Number(last); step++) {
  store.metric.append(runId, step, metricsAt(step));
  if (Number(rate) === 0) continue;
  const due = ((step - Number(first) + 1) * 1000) / Number(rate);
  const ahead = due - (performance.now() - began);
  if (ahead > 5) await sleep(ahead);
}
store.close();
