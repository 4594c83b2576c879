import { expect, test } from 'vitest';
import { reasonOf } from './wheel.js';

test('many lines of pip without a network become one reason', () => {
  const output =
    "WARNING: Retrying after connection broken by 'NewConnectionError(...)'\nERROR: No matching distribution found";
  expect(reasonOf(output)).toBe('no network to the Python package index');
});

test('otherwise pip’s last error is the reason', () => {
  expect(reasonOf('Collecting x\nERROR: first\nERROR: No matching distribution found for x')).toBe(
    'No matching distribution found for x',
  );
});
