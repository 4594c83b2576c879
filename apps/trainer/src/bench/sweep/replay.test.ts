import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ReplayEvent, ReplayRequest } from './optuna.ts';
import { decideAll } from './replay.ts';

const file = new URL('../../../../../tests/reference/early-stopping/optuna.jsonl', import.meta.url);
const cases: { request: ReplayRequest; events: ReplayEvent[] }[] = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

for (const { request, events } of cases) {
  test(`${JSON.stringify(request.rule)}, ${request.direction}: every decision is Optuna's`, () => {
    const stops = events.filter(([, , , isStopped]) => isStopped).length;
    expect(stops).toBeGreaterThan(5);
    expect(stops).toBeLessThan(request.trials);
    expect(decideAll(request, events)).toEqual(events.map(([, , , isStopped]) => isStopped));
  });
}
