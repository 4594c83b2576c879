import { expect, test } from 'vitest';
import { symmetricEigen } from './symmetric-eigen.ts';
import { normalPoints } from './test-points.ts';

test('values and vectors put the matrix together again, and the vectors are orthonormal', () => {
  const size = 20;
  const rows = normalPoints(size, size, 1);
  const matrix = Float64Array.from(rows.flatMap((row, i) => row.map((entry, j) => entry + (rows[j]?.[i] as number))));
  const { values, vectors } = symmetricEigen(matrix, size);
  const sum = (term: (k: number) => number) => Array.from({ length: size }, (_, k) => term(k)).reduce((a, b) => a + b);
  const at = (k: number, i: number) => vectors[k * size + i] as number;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      expect(sum((k) => (values[k] as number) * at(k, i) * at(k, j))).toBeCloseTo(matrix[i * size + j] as number, 12);
      expect(sum((k) => at(i, k) * at(j, k))).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
});

test('a matrix of rank one has one value that is not 0', () => {
  const values = symmetricEigen(new Float64Array(25).fill(1), 5).values.sort();
  expect(values[4]).toBeCloseTo(5, 13);
  expect(Math.max(...values.subarray(0, 4).map(Math.abs))).toBeLessThan(1e-14);
});

test('a matrix with NaN comes to an end', () => {
  expect(symmetricEigen(new Float64Array(9).fill(Number.NaN), 3).values).toHaveLength(3);
});
