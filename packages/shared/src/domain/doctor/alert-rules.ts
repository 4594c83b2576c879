import type { Severity } from '../alert.ts';
import type { AlertRuleName } from './rule-names.ts';

/** What people read of a rule; `apps/trainer/src/doctor/rules` decides when it holds. */
export interface AlertRule {
  title: string;
  severity: Severity;
  /** One sentence with the equation and where it is from. */
  why: string;
  /** What to try. */
  advice: string;
}

export const alertRules: Record<AlertRuleName, AlertRule> = {
  'batch-norm-in-penalised-critic': {
    title: 'Batch normalisation in a penalised critic',
    severity: 'warning',
    why: 'The penalty λ E(‖∇f(x̂)‖ − 1)² is a norm for each sample, but with batch normalisation f(x̂) depends on the whole batch, so that ∇f is no gradient of one sample any more (1704.00028 §4).',
    advice: 'Start a new run with criticNormalisation none or layer; weights of this one do not fit it.',
  },
  'penalty-in-inference-mode': {
    title: 'The penalty is taken of another function',
    severity: 'error',
    why: 'In inference mode normalisation takes moving statistics and dropout is off: λ E(‖∇f̃(x̂)‖ − 1)² holds the slope of that f̃, while E f(g) − E f(x) trains an f that nothing holds (1704.00028 eq. 3 has one f).',
    advice: 'Start a new run with asPrinted=false: then critic and penalty are one function.',
  },
  'clipped-statistics': {
    title: 'Clipping cuts moving statistics',
    severity: 'error',
    why: 'Clipping is of weights, w ← clip(w, −c, c) (1701.07875 alg. 1, line 7); cut to ±c as well, a moving variance σ² ≤ c makes inference divide by √(σ² + ε) ≈ √c instead of the spread of the data.',
    advice: 'Start a new run with asPrinted=false: then trainable weights alone are clipped.',
  },
  'shared-optimiser': {
    title: 'One optimiser for both networks',
    severity: 'warning',
    why: 'RMSProp divides each weight’s gradient by the root of its own mean square, w ← w − η g / (√v + ε); Keras keeps v for each weight, so that one instance shares only the count of updates, by which a decaying rate η / (1 + decay · t) falls faster, but elsewhere moments are kept by position and the networks spoil each other’s.',
    advice: 'Give each network its own: start a new run with asPrinted=false.',
  },
  'numbers-running-away': {
    title: 'The numbers are running away',
    severity: 'error',
    why: 'A loss that grows by orders of magnitude within some steps is a step size above what the curvature L allows, η < 2/L for gradient descent: each update overshoots by more than the last, and float32 ends at 3.4e38 in NaN.',
    advice: 'Go back to a checkpoint before it with a quarter of the learning rate.',
  },
  'estimate-above-bound': {
    title: 'Critic estimate above the diameter of the data',
    severity: 'error',
    why: 'A 1-Lipschitz f has f(x) − f(g) ≤ ‖x − g‖, so Ŵ = E f(x) − E f(g) cannot exceed the diameter of the box of pixels, side · √(pixels · packing), which is 56 for 28×28 in [−1, 1] (1701.07875 eq. 2): this critic is not 1-Lipschitz, and Ŵ no distance.',
    advice:
      'Try a stronger penalty or a smaller learning rate; look whether the penalty is taken of the very critic that is trained.',
  },
  'estimate-above-transport': {
    title: 'Critic estimate above the exact distance',
    severity: 'warning',
    why: 'No 1-Lipschitz critic scores a batch further apart than optimal transport does, Ŵ ≤ W₁, and with a penalty of weight λ the most that pays is about W₁ (1 + W₁/2λ) (1704.00028 eq. 3, maximised over the slope): what is above comes from slopes where no penalty looks.',
    advice: 'Try more critic steps, a smaller learning rate or a stronger penalty.',
  },
  'slope-far-from-one': {
    title: 'Slope of the critic far from 1',
    severity: 'warning',
    why: 'An optimal 1-Lipschitz critic has ‖∇f‖ = 1 between the pairs that transport joins (1704.00028 prop. 1), and its penalty lets it rise to 1 + W₁/2λ only: the penalty does not hold this critic, or the critic is flat and teaches the generator nothing.',
    advice: 'Too steep: a stronger penalty or a smaller learning rate. Flat: a weaker penalty or more critic steps.',
  },
  'weights-at-clip-bound': {
    title: 'Weights stuck at the clip bound',
    severity: 'warning',
    why: 'With w ← clip(w, −c, c) nearly all weights end at ±c, the critic is hardly more than a sum of signs, and its gradient vanishes or explodes as powers of c through the layers (1704.00028 §3).',
    advice: 'Try a larger clip value or a smaller learning rate, or start a new run with a gradient penalty.',
  },
  'frozen-loss': {
    title: 'The losses stand still',
    severity: 'error',
    why: 'Losses of fresh batches vary by about σ/√B even when no weight moves; ones that do not are those of networks whose output no longer depends on their input, with ∇ = 0, which no further step can mend.',
    advice:
      'Go back to a checkpoint before it with a smaller learning rate; from the start, look at the initial weights.',
  },
  'loss-at-chance': {
    title: 'The critic learns nothing',
    severity: 'error',
    why: 'A critic that gives all samples the same score has the loss of guessing, 2 ln 2 = 1.386 with cross-entropy (1406.2661 thm. 1), 2 with hinge, 0 for Wasserstein; there ∇f = 0, and the generator is taught nothing.',
    advice:
      'Try a larger learning rate or, with clipping, a larger clip value; samples as good as the data, which look the same from here, would show in the evaluations.',
  },
  'critic-won': {
    title: 'The critic has won',
    severity: 'warning',
    why: 'Where the critic is sure, D(g) → 0, the minimax gradient vanishes with it and the other one, of −log D(g), points anywhere: its variance grows without bound (1701.04862 thm. 2.6); in equilibrium both would be at ln 2 (1406.2661 thm. 1).',
    advice:
      'Try a smaller learning rate for the critic than for the generator; or start a new run with a Wasserstein system, whose critic may win.',
  },
  'mode-collapse': {
    title: 'Modes are missing',
    severity: 'warning',
    why: 'The generator’s loss asks each sample alone to please the critic, E_z ℓ(f(g(z))), which one good sample for every z minimises; nothing in it asks for the others (1606.03498 §3.2).',
    advice:
      'Try more critic steps or a slower generator; or start a new run with packing (1712.04086), a minibatch layer or a gradient penalty.',
  },
  memorisation: {
    title: 'Training samples are learnt by heart',
    severity: 'warning',
    why: 'What generalises treats held-out samples as it treats training ones; when Ŵ on held-out samples is far below Ŵ on training ones, or samples lie much nearer to training images than held-out images do (ratio below 1), the networks know the samples and not their distribution (1703.00573 def. 1).',
    advice: 'Go back to an earlier checkpoint; more training samples or smaller networks need a new run.',
  },
  'too-narrow-samples': {
    title: 'Samples spread less than the data',
    severity: 'warning',
    why: 'Of a perfect sampler 1 − e^(−9/2) = 98.889 % of points in the plane lie within three standard deviations of their mode (erf(3/√2) = 99.730 % on a line); a share above that by three standard errors √(p(1 − p)/n) is no merit, but modes that shrink to their centres.',
    advice: 'Try more critic steps, so that the critic sees the width of a mode.',
  },
  'impossible-measure': {
    title: 'A measured value that cannot be',
    severity: 'error',
    why: 'A histogram of n fair draws over k modes has 2n · KL ≈ χ² with k − 1 degrees of freedom, about (k − 1)/2n on average; a KL far below that is more even than chance allows, which no independent samples are.',
    advice:
      'This is a mistake of the measure or of the sampling, not of the training: please report it with the run’s config.',
  },
};
