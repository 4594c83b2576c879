import { z } from 'zod';

export interface MetricDescription {
  name: string;
  title: string;
  unit?: string;
  /** One sentence for the person looking at the curve. */
  meaning: string;
}

/** The metrics that can occur, in the order in which pages show them. */
export const metricDescriptions: readonly MetricDescription[] = [
  {
    name: 'criticEstimate',
    title: 'Critic estimate Ŵ',
    meaning:
      'Mean critic score of real minus of generated images. It rises while the critic learns, then falls as samples improve. An estimate, not the Wasserstein distance itself.',
  },
  {
    name: 'eval.criticEstimate',
    title: 'Critic estimate, held out',
    meaning:
      'The critic estimate on test images that it was not trained on. Far below the training curve means that the critic memorises.',
  },
  { name: 'criticLoss', title: 'Critic loss', meaning: 'What the critic minimises: −Ŵ + λ · gradient penalty.' },
  { name: 'generatorLoss', title: 'Generator loss', meaning: 'What the generator minimises: −mean critic(generated).' },
  {
    name: 'gradientNorm',
    title: 'Slope of the critic ‖∇f‖',
    meaning: 'Mean gradient norm of the critic at the penalised points. A 1-Lipschitz critic stays near 1.',
  },
  {
    name: 'gradientPenalty',
    title: 'Gradient penalty',
    meaning: 'Mean (‖∇f‖ − 1)² before its weight λ (WGAN-GP, 1704.00028 eq. 3).',
  },
  {
    name: 'realScore',
    title: 'Score of real images',
    meaning: 'Mean critic score of real images. Its level is arbitrary: only the difference to generated counts.',
  },
  { name: 'fakeScore', title: 'Score of generated images', meaning: 'Mean critic score of generated images.' },
  {
    name: 'stepMs',
    title: 'Time per step',
    unit: 'ms',
    meaning: 'Wall time of one step, all its critic updates included.',
  },
];

/** How a value that is no finite number is kept: as a row without a value and with this kind. */
export const NonFinite = z.enum(['nan', 'inf', '-inf']);
export type NonFinite = z.infer<typeof NonFinite>;

/**
 * One metric of one run within a window of steps. Arrays run in parallel, in step order. `bucketSteps` 1 means every
 * step is here exactly; more means each entry sums up that many steps (`values` their mean, `lows`/`highs` the extremes).
 */
export interface Series {
  name: string;
  bucketSteps: number;
  steps: number[];
  /** null where the step's value is not finite. */
  values: (number | null)[];
  lows: (number | null)[];
  highs: (number | null)[];
  nonFinite: { step: number; kind: NonFinite }[];
}

/** A new point, as it travels to an open page. */
export interface MetricPoint {
  runId: number;
  name: string;
  step: number;
  value: number | null;
  kind: NonFinite | null;
}
