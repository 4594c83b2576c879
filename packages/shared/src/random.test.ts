import { expect, test } from 'vitest';
import { normals, permutation, philox, randomStream, uniforms } from './random.ts';

const draw = { seed: 7, stream: randomStream.criticNoise, counter: 3 };

test('philox gives the known answers of its authors (Random123, kat_vectors)', () => {
  const out = new Uint32Array(4);
  philox(0, 0, 0, 0, 0, 0, out);
  expect([...out]).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
  philox(-1, -1, -1, -1, -1, -1, out);
  expect([...out]).toEqual([0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
  philox(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, out);
  expect([...out]).toEqual([0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]);
});

test('a draw repeats, and differs by seed, stream and counter', () => {
  expect(uniforms(draw, 9)).toEqual(uniforms(draw, 9));
  for (const other of [{ seed: 8 }, { stream: randomStream.mixing }, { counter: 4 }, { seed: 7 + 2 ** 32 }]) {
    expect(uniforms({ ...draw, ...other }, 9)).not.toEqual(uniforms(draw, 9));
  }
});

test('uniforms fill [0, 1) evenly', () => {
  const values = uniforms(draw, 100_000);
  const counts = new Array(10).fill(0);
  for (const value of values) counts[Math.floor(value * 10)]++;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.9); // 99.9 % point of chi-square with 9 degrees of freedom
});

test('normals have mean 0, variance 1, no skew and the right tails', () => {
  const values = Array.from(normals(draw, 100_001));
  const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
  expect(values).toHaveLength(100_001);
  expect(Math.abs(moment(1))).toBeLessThan(0.0105); // 3.3 standard errors
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.0148);
  expect(Math.abs(moment(3))).toBeLessThan(0.0405);
  expect(values.filter((value) => Math.abs(value) > 1.959964).length / values.length).toBeCloseTo(0.05, 2);
});

test('a permutation holds each index once and moves most of them', () => {
  const order = permutation(draw, 60_000);
  expect(new Set(order).size).toBe(60_000);
  expect(order.filter((value, index) => value === index).length).toBeLessThan(12); // expected 1
  expect(permutation(draw, 1)).toEqual(Uint32Array.of(0));
  expect(permutation(draw, 0)).toEqual(Uint32Array.of());
});
