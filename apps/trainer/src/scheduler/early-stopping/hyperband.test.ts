import { expect, test } from 'vitest';
import { decideStopping } from './decide.ts';
import { bracketOfTrial } from './hyperband.ts';

const rule = { rule: 'hyperband', firstRung: 10, reductionFactor: 3 } as const;

test('brackets are as large as in the paper, at any time', () => {
  const sizes = [27, 12, 6, 4]; // 10, 30, 90 and 270 steps of 270: ⌈4 · 3^s / (s + 1)⌉
  for (const trials of [49, 98, 490]) {
    const counts = [0, 0, 0, 0];
    for (let number = 0; number < trials; number++) {
      const bracket = bracketOfTrial(rule, 270, number);
      counts[bracket] = (counts[bracket] as number) + 1;
    }
    for (const [bracket, size] of sizes.entries())
      expect(Math.abs((counts[bracket] as number) - (size * trials) / 49), `${bracket} of ${trials}`).toBeLessThan(3);
  }
});

test('a ladder longer than the trials is one bracket', () => {
  expect([0, 1, 2, 3].map((number) => bracketOfTrial(rule, 9, number))).toEqual([0, 0, 0, 0]);
});

test('only trials of its own bracket count, and the reason says which that is', () => {
  const number = [0, 1, 2, 3, 4, 5, 6, 7].find((n) => bracketOfTrial(rule, 270, n) === 1) as number;
  const at = (n: number, value: number) => ({ number: n, state: 'running' as const, reports: [{ step: 30, value }] });
  const others = Array.from({ length: 60 }, (_, n) => n).filter((n) => n !== number);
  const ask = (rivals: number[]) =>
    decideStopping(rule, {
      trial: at(number, 2),
      others: rivals.map((n) => at(n, 1)),
      direction: 'minimise',
      metric: 'w1',
      mostSteps: 270,
    });
  const own = others.filter((n) => bracketOfTrial(rule, 270, n) === 1);
  expect(ask(others.filter((n) => !own.includes(n))).isStopped).toBe(false);
  expect(ask(own).reason).toMatch(/ \(in bracket 2 of 4\)$/);
});
