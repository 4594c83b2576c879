/** What an evaluation is made of, drawn from the networks as they are after `step`. */
export interface Drawn {
  step: number;
  /** Generated samples, [count, …shape of a sample]; pixels in [-1, 1]. */
  samples: Float32Array;
  count: number;
  /** The critic's scores of held-out samples and of as many generated ones, one a pack. */
  realScores: Float32Array;
  fakeScores: Float32Array;
  /** Of a critic over the plane: its scores at `surfacePoints` and gradients [∂x, ∂y] at `arrowPoints`. */
  surface?: { scores: Float32Array; gradients: Float32Array };
}
