import { expect, test } from 'vitest';
import { parseDriver } from './nvidia-driver.js';

test.each([
  ['NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.129.03  Thu Oct 19 18:56:32 UTC 2023', '535.129.03'],
  ['NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.15  Release Build  (dvs-builder)', '570.86.15'],
  [
    'NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.256.02  Thu May  2 14:37:44 UTC 2024\nGCC version:',
    '470.256.02',
  ],
  ['nothing of the kind', undefined],
])('%s', (text, version) => {
  expect(parseDriver(text)).toBe(version);
});
