import { openStore } from '@duality/shared/store';
import { begin } from './seed.ts';

// Fifty runs that log ten metrics at each step, all of them once a second: node live-writer.ts STORE SECONDS.
const [file = '', seconds = '1'] = process.argv.slice(2);
const store = openStore(file);
const names = ['criticEstimate', 'criticLoss', 'generatorLoss', 'realScore', 'fakeScore', 'gradientNorm'];
const metrics = [...names, 'gradientPenalty', 'stepMs', 'own/1', 'own/2'];
const ids = Array.from({ length: 50 }, (_, at) => begin(store, `live ${at}`, 1_000_000));
console.log(JSON.stringify({ ids }));
for (let step = 1; step <= Number(seconds); step++) {
  for (const [at, id] of ids.entries()) {
    store.metric.append(id, step, Object.fromEntries(metrics.map((name) => [name, Math.sin(step / 9 + at)])));
  }
  console.log(JSON.stringify({ step, at: Date.now() }));
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
store.close();
