import { expect, test } from 'vitest';
import { parsePartitions, parseVersion, readReport } from './report.ts';

test.each([
  ['slurm 24.05.1\n', '24.05.1'],
  ['slurm-wlm 22.05.8\n', '22.05.8'],
  ['slurm 23.02.0-0rc1\n', '23.02.0-0rc1'],
  ['something else', 'unknown'],
])('the version in %j', (text, version) => {
  expect(parseVersion(text)).toBe(version);
});

test('partitions come once each, with the default among them', () => {
  expect(parsePartitions('main*\nlow\nlow\n')).toEqual({ partitions: ['main', 'low'], defaultPartition: 'main' });
  expect(parsePartitions('')).toEqual({ partitions: [], defaultPartition: null });
});

test('a machine without Slurm has no report', async () => {
  expect(await readReport({ env: { PATH: '/nowhere' } })).toBeNull();
});
