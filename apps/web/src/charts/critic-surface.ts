import type { CriticSurface } from '@duality/shared';

/** What the eye needs to read a surface by. */
export interface SurfaceReading {
  /** In the middle of the colours. */
  centre: number;
  /** How far from the centre the colours go; what little lies beyond has the last one. */
  reach: number;
  /** Scores along which lines are drawn. */
  levels: number[];
  /** How much more real points score than generated ones, on average. */
  difference: number;
  /** The largest gradient norm among the arrows, and one that nearly all stay below. */
  steepest: number;
  steep: number;
}

/** Of the scores at either end, what may lie beyond the colours. */
const beyond = 0.01;
const levelsAtMost = 12;

export function readSurface(surface: CriticSurface): SurfaceReading {
  const { scores, real, generated } = surface;
  const sorted = Float64Array.from(scores).sort();
  const [lowest, highest] = [quantile(sorted, beyond), quantile(sorted, 1 - beyond)];
  const centre = (lowest + highest) / 2;
  const reach = (highest - lowest) / 2 || 1;
  const slopes = slopesOf(surface).sort();
  return {
    centre,
    reach,
    levels: Array.from({ length: levelsAtMost - 1 }, (_, i) => centre + ((2 * (i + 1)) / levelsAtMost - 1) * reach),
    difference: meanScore(surface, real) - meanScore(surface, generated),
    steepest: slopes.at(-1) ?? 0,
    steep: quantile(slopes, 0.95),
  };
}

/** The score anywhere in the square, bilinear between the points at which it was measured; x and y are kept inside. */
export function scoreAt({ low, high, size, scores }: CriticSurface, x: number, y: number): number {
  const along = (value: number, axis: 0 | 1) => {
    const [from, to] = [low[axis] as number, high[axis] as number];
    return Math.min(Math.max(((value - from) / (to - from)) * (size - 1), 0), size - 1);
  };
  const [column, row] = [along(x, 0), along(y, 1)];
  const [left, below] = [Math.min(Math.floor(column), size - 2), Math.min(Math.floor(row), size - 2)];
  const [rightShare, upShare] = [column - left, row - below];
  const score = (c: number, r: number) => scores[r * size + c] as number;
  const lower = score(left, below) * (1 - rightShare) + score(left + 1, below) * rightShare;
  const upper = score(left, below + 1) * (1 - rightShare) + score(left + 1, below + 1) * rightShare;
  return lower * (1 - upShare) + upper * upShare;
}

export interface Arrow {
  x: number;
  y: number;
  /** The gradient there. */
  dx: number;
  dy: number;
}

/** Gradients with where they were measured: the middles of equal squares. */
export function arrowsOf({ low, high, arrows, gradients }: CriticSurface): Arrow[] {
  const middle = (at: number, axis: 0 | 1) =>
    (low[axis] as number) + ((at + 0.5) / arrows) * ((high[axis] as number) - (low[axis] as number));
  return Array.from({ length: arrows * arrows }, (_, i) => ({
    x: middle(i % arrows, 0),
    y: middle(Math.floor(i / arrows), 1),
    dx: gradients[2 * i] as number,
    dy: gradients[2 * i + 1] as number,
  }));
}

/** `[columns][rows]` flat, as contours are looked for. */
export function byColumns({ size, scores }: CriticSurface): number[] {
  return Array.from({ length: size * size }, (_, i) => scores[(i % size) * size + Math.floor(i / size)] as number);
}

function meanScore(surface: CriticSurface, points: readonly number[]): number {
  const count = points.length / 2;
  if (count === 0) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += scoreAt(surface, points[2 * i] as number, points[2 * i + 1] as number);
  return sum / count;
}

const slopesOf = (surface: CriticSurface) => Float64Array.from(arrowsOf(surface), ({ dx, dy }) => Math.hypot(dx, dy));

const quantile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))] ?? 0;
