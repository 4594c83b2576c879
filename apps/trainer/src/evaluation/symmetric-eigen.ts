export interface SymmetricEigen {
  /** Eigenvalues in no particular order, [size]. */
  values: Float64Array;
  /** Row k is the unit eigenvector of value k, [size · size]. */
  vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, [size · size], by cyclic Jacobi rotations (Golub and Van Loan,
 * "Matrix Computations", §8.5): slower than a tridiagonal reduction but exact to rounding also for singular matrices.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  const negligible = 2 ** -54 * Math.sqrt(a.reduce((sum, entry) => sum + entry * entry, 0) / (size * size));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        if (!(Math.abs(a[p * size + q] as number) > negligible)) continue;
        rotate(a, vectors, size, p, q);
        rotated = true;
      }
    }
    if (!rotated) break;
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors };
}

/** Convergence is quadratic, some ten sweeps for a thousand rows; this only bounds the time of a matrix with NaN. */
const mostSweeps = 50;

/** Makes a[p, q] zero by a rotation in the plane of p and q, and applies the same rotation to `vectors`. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q] as number;
  const app = a[p * size + p] as number;
  const aqq = a[q * size + q] as number;
  const cotangent = (aqq - app) / (2 * apq); // of twice the angle
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.hypot(cotangent, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) {
    const akp = a[p * size + k] as number;
    const akq = a[q * size + k] as number;
    a[p * size + k] = a[k * size + p] = cosine * akp - sine * akq;
    a[q * size + k] = a[k * size + q] = sine * akp + cosine * akq;
    const vkp = vectors[p * size + k] as number;
    const vkq = vectors[q * size + k] as number;
    vectors[p * size + k] = cosine * vkp - sine * vkq;
    vectors[q * size + k] = sine * vkp + cosine * vkq;
  }
  a[p * size + p] = app - tangent * apq;
  a[q * size + q] = aqq + tangent * apq;
  a[p * size + q] = a[q * size + p] = 0;
}
