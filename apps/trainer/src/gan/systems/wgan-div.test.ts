import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../../engine/test-engine.ts';
import { wganDiv } from './wgan-div.ts';

beforeAll(startTestEngine);

const read = (path: string) => readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8');

test('the example of CONTRIBUTING.md is what the files hold, in under 40 lines', () => {
  const section = read('CONTRIBUTING.md').split('### A system')[1] ?? '';
  const blocks = [...section.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  expect(blocks).toHaveLength(2);
  expect(read('apps/trainer/src/gan/systems/wgan-div.ts')).toBe(blocks[0]);
  expect(read('packages/shared/src/domain/system.ts')).toContain(blocks[1]);
  expect(blocks.join('').split('\n').length).toBeLessThan(40);
});

test('its penalty is the mean of the sixth power of the slopes', () => {
  const slopes = { squares: tf.tensor1d([1, 4]), norms: tf.tensor1d([1, 2]) };
  expect(wganDiv({}).penalty?.of(slopes).dataSync()[0]).toBeCloseTo((1 + 64) / 2, 5);
});
