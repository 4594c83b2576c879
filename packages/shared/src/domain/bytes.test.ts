import { expect, test } from 'vitest';
import { formatBytes } from './bytes.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [76_123, '76 kB'],
  [1_234_567, '1.2 MB'],
  [5e9, '5.0 GB'],
  [7e16, '70000 TB'],
])('%d bytes are told as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
