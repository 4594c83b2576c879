import type { RunConfig } from './config.ts';
import { isPointSet } from './dataset.ts';
import { describeLosses } from './formula.ts';
import { type MetricDescription, metricDescriptions } from './metric.ts';
import { mistakesOf } from './printed.ts';
import { type SystemName, wassersteinSystems } from './system.ts';

type Words = Partial<Pick<MetricDescription, 'title' | 'meaning'>>;

/** A metric in the words of one run's system; one that nobody described has its name only. */
export function describeMetric(name: string, config: RunConfig): MetricDescription {
  const plain = metricDescriptions.find((one) => one.name === name) ?? { name, title: name, meaning: '' };
  return { ...plain, ...special[name]?.(config) };
}

/** The metric that leads a run: the critic estimate where it estimates a distance, otherwise who is winning. */
export const leadMetric = ({ system }: RunConfig): string =>
  wassersteinSystems.includes(system) ? 'criticEstimate' : 'criticLoss';

/** What the level of a score means. */
export function describeScores({ system, leastSquaresCoding }: RunConfig): string {
  if (wassersteinSystems.includes(system)) return 'Only their distance counts: the level is arbitrary.';
  if (system === 'hinge') return 'The critic pushes real ones above 1 and generated ones below −1.';
  if (system === 'lsgan')
    return `Targets: 1 for real, ${leastSquaresCoding === '0-1' ? '0' : '−1'} for generated ones.`;
  return 'Logits: the critic takes a sample for real with probability σ(score), ½ at 0.';
}

const special: Record<string, (config: RunConfig) => Words> = {
  criticEstimate: ({ system }) => {
    if (system === 'wgan-clip') {
      return {
        meaning:
          'Mean critic score of real minus of generated samples. Clipping leaves the slope of the critic open, so that its course tells something and its size does not.',
      };
    }
    if (wassersteinSystems.includes(system)) return {};
    return {
      title: 'Score difference',
      meaning:
        'Mean critic score of real minus of generated samples: in this system no estimate of a distance. Near 0 the critic cannot tell them apart.',
    };
  },
  'eval.criticEstimate': ({ system }) =>
    wassersteinSystems.includes(system) ? {} : { title: 'Score difference, held out' },
  'eval.modes': ({ dataset }) =>
    isPointSet(dataset)
      ? {}
      : { title: 'Classes found', meaning: 'Classes for which our own classifier takes at least 1 % of the samples.' },
  'eval.klModes': ({ dataset }) =>
    isPointSet(dataset)
      ? {}
      : {
          title: 'KL of the classes',
          meaning:
            'Kullback–Leibler divergence of the classes of samples from those of held-out images, as our own classifier names them. Lower is closer.',
        },
  criticLoss: (config) => {
    const { critic, values } = describeLosses(config);
    const halved = mistakesOf(config).has('halved-losses') ? ' As printed, the mean of its halves.' : '';
    return {
      meaning: `What the critic minimises: ${critic}${values.length > 0 ? `; ${values.join('; ')}` : ''}.${halved}`,
    };
  },
  generatorLoss: (config) => ({ meaning: `What the generator minimises: ${describeLosses(config).generator}.` }),
  gradientNorm: ({ system }) => withMeaning(slopes[system]),
  gradientPenalty: ({ system }) => withMeaning(penalties[system]),
  realScore: (config) => ({ meaning: `Mean critic score of real samples. ${describeScores(config)}` }),
  fakeScore: (config) => ({ meaning: `Mean critic score of generated samples. ${describeScores(config)}` }),
};

const withMeaning = (meaning: string | undefined): Words => (meaning ? { meaning } : {});

const slopes: Partial<Record<SystemName, string>> = {
  'wgan-gp': 'Mean gradient norm of the critic between real and generated samples; the penalty pulls it towards 1.',
  'wgan-lp': 'Mean gradient norm of the critic between real and generated samples; only what exceeds 1 is penalised.',
  dragan: 'Mean gradient norm of the critic around real samples; the penalty pulls it towards 1.',
  r1: 'Mean gradient norm of the critic at real samples; the penalty pulls it towards 0.',
};

const penalties: Partial<Record<SystemName, string>> = {
  'wgan-gp': 'E(‖∇f(x̂)‖ − 1)² before its weight λ (1704.00028 eq. 3).',
  'wgan-lp': 'E max(0, ‖∇f(x̂)‖ − 1)² before its weight λ (1709.08894 eq. 8).',
  dragan: 'E(‖∇f(x + δ)‖ − 1)² before its weight λ (1705.07215).',
  r1: 'E‖∇f(x)‖² before its weight γ/2 (1801.04406 eq. 9).',
  'wgan-div': 'E‖∇f(x̂)‖⁶ before its weight λ (1712.01026 eq. 10).',
};
