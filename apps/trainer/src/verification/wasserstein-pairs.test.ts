import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkWassersteinPairs } from './wasserstein-pairs.ts';

const folder = new URL('../../../../tests/reference/w1-benchmark/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

test.each(files)('%s: eight pairs and the true distance hold', (file) => {
  const checks = checkWassersteinPairs(read(file), file);
  expect(checks.filter(({ passed }) => !passed)).toEqual([]);
  expect(checks).toHaveLength(9);
});

test('a wrong pair and a wrong distance fail', () => {
  const content = read('d2-funnels4.json');
  content.check.x[2][1] += 1e-4;
  content.trueW1 *= 1.05;
  const failed = checkWassersteinPairs(content, 'd2-funnels4.json').filter(({ passed }) => !passed);
  expect(failed.map(({ entry }) => entry)).toEqual(['pair 3', 'mean ‖x − y‖ of 16,384 samples']);
});
