import { setTimeout } from 'node:timers/promises';
import { randomStream, uniforms } from '@duality/shared';
import { expect, test } from 'vitest';
import { count } from '../faults/count.ts';
import { run } from './lab.ts';
import {
  acknowledged,
  complaints,
  expectKept,
  expectTrueSums,
  expectWell,
  makeStoreLab,
  stop,
  waitForSteps,
} from './store-lab.ts';

const kills = Number(process.env.DUALITY_KILLS ?? 20);

test(`${kills} kills at any moment lose no acknowledged step, while others write and read`, {
  timeout: 60_000 + kills * 3000,
}, async () => {
  const { folder, store, write, read } = makeStoreLab(2);
  const [other, reader] = [write(2, { everyMs: 5 }), read()];
  const steps = new Set<number>();
  for (let seed = 0; seed < kills; seed++) {
    const [steps0 = 0, wait = 0] = uniforms({ seed, stream: randomStream.mixing, counter: 0 }, 2);
    const writer = write(1, { seed });
    // A fifth falls into the opening of the store, the rest into or between commits.
    if (steps0 > 0.2) await waitForSteps(writer, Math.ceil(steps0 * 60));
    await setTimeout(wait * (steps0 > 0.2 ? 10 : 300));
    await stop(writer);
    expect(complaints(writer)).toEqual([]);
    for (const step of acknowledged(writer)) steps.add(step);
    expectKept(store, 1, steps);
    expectWell(store);
  }
  await stop(other);
  expect([...complaints(other), ...complaints(reader)]).toEqual([]);
  expect(Number((await stop(reader, 'SIGTERM')).stdout)).toBeGreaterThan(0);
  expectKept(store, 2, acknowledged(other));
  expectTrueSums(store);
  expect((await run(folder, 'store', ['check', '--store', store])).stdout).toMatch(/All is well\.\n$/);
  const acknowledgedInAll = steps.size + acknowledged(other).length;
  count({ kind: 'SIGKILL: writer in a commit', injected: kills, acknowledged: acknowledgedInAll, lost: 0 });
  console.log(
    `${kills} kills (seeds 0 to ${kills - 1}): ${steps.size} + ${acknowledged(other).length} steps acknowledged, none lost`,
  );
});
