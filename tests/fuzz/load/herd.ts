import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeLine, fragmentName, type Record, runFolder } from '@duality/shared/exchange';
import { metricsAt } from './steps.ts';

/** Many workers in one process: each appends its steps to a fragment of its own, at a rate, and ends its run. */
const [exchange = '', uidsFile = '', rate = '', steps = ''] = process.argv.slice(2);
const tickMs = 100;
const logEvery = 100;

const workers = (JSON.parse(readFileSync(uidsFile, 'utf8')) as string[]).map((uid) => {
  const folder = runFolder(exchange, uid);
  mkdirSync(join(folder, 'state'), { recursive: true });
  return { file: openSync(join(folder, fragmentName(1)), 'wx'), number: 0, step: 0 };
});
type Worker = (typeof workers)[number];

const add = (worker: Worker, records: Record[]) =>
  writeSync(worker.file, records.map((record) => encodeLine({ number: ++worker.number, record })).join(''));

function recordsOf(step: number): Record[] {
  const metrics: Record = { kind: 'metrics', step, at: Date.now(), values: metricsAt(step) };
  return step % logEvery === 0
    ? [metrics, { kind: 'log', at: Date.now(), level: 'info', message: `${step}` }]
    : [metrics];
}

for (const worker of workers) add(worker, [{ kind: 'begin', at: Date.now(), host: 'herd', job: null, seen: [] }]);
const began = performance.now();
const last = Number(steps);
for (let due = 0; due < last; await sleep(tickMs)) {
  due = Math.min(last, Math.floor(((performance.now() - began) / 1000) * Number(rate)));
  for (const worker of workers) {
    const records: Record[] = [];
    while (worker.step < due) records.push(...recordsOf(++worker.step));
    if (records.length > 0) add(worker, records);
  }
}
for (const worker of workers) {
  add(worker, [{ kind: 'end', at: Date.now(), status: 'completed', reason: null }]);
  closeSync(worker.file);
}
console.log(`${last} steps of each in ${((performance.now() - began) / 1000).toFixed(1)} s`);
