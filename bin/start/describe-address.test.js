import { expect, test } from 'vitest';
import { describeAddress, readKey } from './describe-address.js';

const flags = { host: '127.0.0.1', port: 3000, store: '/lab/a.db' };
const key = 'k'.repeat(43);

test('on this machine Linux knows its user, elsewhere the link carries the key', () => {
  expect(describeAddress(flags, key, 'linux')).toEqual([['Dashboard', 'http://127.0.0.1:3000']]);
  expect(describeAddress(flags, key, 'darwin')).toEqual([['Dashboard', `http://127.0.0.1:3000/#key=${key}`]]);
});

test('beyond this machine it says what is opened, to whom, and how to get another key', () => {
  const rows = describeAddress({ ...flags, host: '192.168.1.5' }, key, 'linux');
  expect(rows[1]).toEqual(['Elsewhere', `http://192.168.1.5:3000/#key=${key}`]);
  const text = rows.map(([, line]) => line).join(' ');
  expect(text).toMatch(/opens port 3000 to the network, without encryption/);
  expect(text).toContain('delete /lab/a.db-key');
  expect(describeAddress({ ...flags, host: '0.0.0.0' }, key, 'linux')[0]).toEqual([
    'Dashboard',
    'http://127.0.0.1:3000',
  ]);
});

test('without a key file there is no key', () => {
  expect(readKey('/nosuch/a.db')).toBeUndefined();
});
