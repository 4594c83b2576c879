/** Generated points by which modes are counted, as many as PacGAN takes (1712.04086 §4.1). */
export const coverageSamples = 2500;

export interface MetricDescription {
  name: string;
  title: string;
  unit?: string;
  /** One sentence for the person looking at the curve. */
  meaning: string;
}

/** The metrics that can occur, in the order in which pages show them; `describeMetric` says more of one run's. */
export const metricDescriptions: readonly MetricDescription[] = [
  {
    name: 'criticEstimate',
    title: 'Critic estimate Ŵ',
    meaning:
      'Mean critic score of real minus of generated samples. It rises while the critic learns, then falls as samples improve. An estimate, not the Wasserstein distance itself.',
  },
  {
    name: 'eval.criticEstimate',
    title: 'Critic estimate, held out',
    meaning:
      'The same on held-out samples that the critic was not trained on. Far below the training curve means that the critic memorises.',
  },
  {
    name: 'eval.w1',
    title: 'Wasserstein-1 distance',
    meaning: 'Exact, by optimal transport between as many generated and held-out samples.',
  },
  {
    name: 'eval.modes',
    title: 'Modes found',
    meaning:
      'Modes that at least one of 2,500 generated points hits within three standard deviations (1712.04086 §4.1).',
  },
  {
    name: 'eval.highQuality',
    title: 'High-quality share',
    meaning:
      'Share of generated points within three standard deviations of a mode. Above the line they spread less than the data.',
  },
  {
    name: 'eval.klModes',
    title: 'KL of the modes',
    meaning: 'Kullback–Leibler divergence of how often each mode is hit from equal shares. Lower is more even.',
  },
  {
    name: 'eval.fid',
    title: 'Classifier FID',
    meaning:
      'Fréchet distance over features of our own classifier: comparable between runs on the same images here, not with published FID.',
  },
  {
    name: 'eval.kid',
    title: 'Kernel distance, own features',
    meaning: 'Unbiased, so it may be below 0; over features of our own classifier.',
  },
  {
    name: 'eval.precision',
    title: 'Precision',
    meaning: 'Share of generated samples that lie among real ones (1904.06991).',
  },
  {
    name: 'eval.recall',
    title: 'Recall',
    meaning: 'Share of real samples that lie among generated ones (1904.06991).',
  },
  {
    name: 'eval.density',
    title: 'Density',
    meaning:
      'How many neighbourhoods of real samples a generated one lies in, about 1 for real ones: precision that single outliers do not lift (2002.09797).',
  },
  {
    name: 'eval.coverage',
    title: 'Coverage',
    meaning: 'Share of real samples that have a generated one in their neighbourhood (2002.09797).',
  },
  {
    name: 'eval.msSsim',
    title: 'Likeness of samples, MS-SSIM',
    meaning:
      'Mean structural similarity of pairs of samples, 1 for equal ones. Above the line samples are more alike than images of the data are.',
  },
  {
    name: 'eval.nearest',
    title: 'Distance to the nearest training image',
    meaning:
      'Median over samples, in units of that of held-out images: 1 is as far as new images are, towards 0 the training images are repeated.',
  },
  { name: 'criticLoss', title: 'Critic loss', meaning: 'What the critic minimises.' },
  { name: 'generatorLoss', title: 'Generator loss', meaning: 'What the generator minimises.' },
  {
    name: 'classLoss',
    title: 'Class loss',
    meaning: 'Cross-entropy of the class that the critic names, of real plus of generated samples.',
  },
  {
    name: 'accuracyReal',
    title: 'Class accuracy, real',
    meaning: 'Share of real samples whose class the critic names.',
  },
  {
    name: 'accuracyFake',
    title: 'Class accuracy, generated',
    meaning: 'Share of generated samples whose class the critic names: whether the generator draws what it is told.',
  },
  {
    name: 'gradientNorm',
    title: 'Slope of the critic ‖∇f‖',
    meaning: 'Mean gradient norm of the critic at the penalised points.',
  },
  { name: 'gradientPenalty', title: 'Gradient penalty', meaning: 'The penalty before its weight.' },
  {
    name: 'clipFraction',
    title: 'Weights at the bound',
    meaning:
      'Share of critic weights that clipping holds at ±c. Near 1, little is left that the critic could learn (1704.00028 §3).',
  },
  { name: 'realScore', title: 'Score of real samples', meaning: 'Mean critic score of real samples.' },
  { name: 'fakeScore', title: 'Score of generated samples', meaning: 'Mean critic score of generated samples.' },
  {
    name: 'stepMs',
    title: 'Time per step',
    unit: 'ms',
    meaning: 'Wall time of one step, all its critic updates included.',
  },
];

/** For `sort`: names in the order of `metricDescriptions`, those that nobody described after them. */
export const byMetricOrder = (a: string, b: string): number => rankOf(a) - rankOf(b) || a.localeCompare(b);

function rankOf(name: string): number {
  const index = metricDescriptions.findIndex((description) => description.name === name);
  return index < 0 ? metricDescriptions.length : index;
}

/** How a value that is no finite number is kept: as a row without a value and with this kind. */
export const nonFiniteKinds = ['nan', 'inf', '-inf'] as const;
export type NonFinite = (typeof nonFiniteKinds)[number];

/** What each kind stands for. */
export const nonFiniteValues: Record<NonFinite, number> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
};

/** null for a finite value. */
export function kindOf(value: number): NonFinite | null {
  if (Number.isNaN(value)) return 'nan';
  if (Number.isFinite(value)) return null;
  return value > 0 ? 'inf' : '-inf';
}

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
  /** When it was logged, in ms since the epoch. */
  at: number;
}
