import { query } from '../fixtures/query.ts';

/** What a store has answered for: each metric of each step, under the run, the name and the step. */
export type Steps = Map<string, unknown>;

export function readStored(store: string): Steps {
  const rows = query(store, 'SELECT run_id, name, step, value, kind FROM v_metric');
  const steps: Steps = new Map(rows.map((row) => [`${row.run_id} ${row.name} ${row.step}`, row.value ?? row.kind]));
  if (steps.size !== rows.length) throw new Error('a step is there twice');
  return steps;
}

/** Those of `before` that are gone or another number now; how long a step took may differ from time to time. */
export const lostSteps = (before: Steps, now: Steps): string[] =>
  [...before].filter(([key, value]) => !isKept(key, value, now)).map(([key]) => key);

const isKept = (key: string, value: unknown, now: Steps) =>
  key.includes(' stepMs ') ? now.has(key) : Object.is(now.get(key), value);
