import { optimalCriticGradient, type WassersteinPair } from '../../evaluation/wasserstein-pairs.ts';

export interface CriticQuality {
  /** Mean score of X minus that of Y: what the critic takes for W1. */
  estimate: number;
  /** Mean cosine between its gradient and that of the optimal critic, at samples of X and of Y. */
  cosineX: number;
  cosineY: number;
}

type Look = (points: number[][]) => { scores: ArrayLike<number>; gradients: number[][] };

/** Judges a critic that was trained to score X above Y: there −u is optimal. */
export function judgeCritic(pair: WassersteinPair, look: Look, { x, y }: Record<'x' | 'y', number[][]>): CriticQuality {
  const [ofX, ofY] = [look(x), look(y)];
  const wanted = (point: number[]) => optimalCriticGradient(pair, point).map((slope) => -slope);
  const meanCosine = (points: number[][], gradients: number[][]) =>
    mean(points.map((point, i) => cosine(gradients[i] as number[], wanted(point))));
  return {
    estimate: mean(ofX.scores) - mean(ofY.scores),
    cosineX: meanCosine(x, ofX.gradients),
    cosineY: meanCosine(y, ofY.gradients),
  };
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

/** 0 where a gradient vanishes. */
function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  return dot === 0 ? 0 : dot / (Math.hypot(...a) * Math.hypot(...b));
}
