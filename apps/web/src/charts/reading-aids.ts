import {
  boxDiameter,
  datasetDescriptions,
  perfectKl,
  perfectQuality,
  type RunConfig,
  wassersteinSystems,
} from '@duality/shared';
import { formatValue } from './axis.ts';
import { findEquilibrium } from './equilibrium.ts';

/** A horizontal line that tells what a curve ought to do. */
export interface ReadingAid {
  value: number;
  label: string;
  /** Whether the axis makes room for it; otherwise it is drawn only where it comes into view. */
  isAlwaysInView: boolean;
}

/** What a metric of a run with this config is to be read against. */
export const readingAids = (metric: string, config: RunConfig): ReadingAid[] => aids[metric]?.(config) ?? [];

const inView = (value: number, label: string): ReadingAid[] => [{ value, label, isAlwaysInView: true }];

const aids: Record<string, (config: RunConfig) => ReadingAid[]> = {
  criticEstimate: boxBound,
  'eval.criticEstimate': boxBound,
  criticLoss: (config) => equilibrium(config, 'critic'),
  generatorLoss: (config) => equilibrium(config, 'generator'),
  classLoss: ({ dataset }) => {
    const { classes } = datasetDescriptions[dataset];
    return classes
      ? inView(2 * Math.log(classes), `guessing: 2 ln ${classes} = ${formatValue(2 * Math.log(classes))}`)
      : [];
  },
  accuracyReal: chance,
  accuracyFake: chance,
  gradientNorm: ({ system }) => {
    if (system === 'wgan-gp' || system === 'dragan') return inView(1, 'the penalty’s aim: slope 1');
    return system === 'wgan-lp' ? inView(1, '1-Lipschitz: slope up to 1') : [];
  },
  'eval.modes': ({ dataset }) => {
    const { modes } = datasetDescriptions[dataset];
    return modes ? inView(modes, `all ${modes} modes`) : [];
  },
  'eval.highQuality': ({ dataset }) => {
    const share = perfectQuality(dataset);
    return share ? inView(share, `perfect sampler: ${formatValue(share)}`) : [];
  },
  'eval.klModes': ({ dataset }) => {
    const floor = perfectKl(dataset);
    return floor ? inView(floor, `perfect sampler, on average: ${formatValue(floor)}`) : [];
  },
};

function equilibrium(config: RunConfig, network: 'critic' | 'generator'): ReadingAid[] {
  const found = findEquilibrium(config)?.[network];
  return found ? inView(found.value, `${network} at equilibrium: ${found.label}`) : [];
}

function chance({ dataset }: RunConfig): ReadingAid[] {
  const { classes } = datasetDescriptions[dataset];
  return classes ? inView(1 / classes, `guessing: 1 in ${classes}`) : [];
}

/** No two images are further apart than the corners of their box, so no 1-Lipschitz critic tells them apart by more. */
function boxBound(config: RunConfig): ReadingAid[] {
  const value = boxDiameter(config);
  if (!value || !wassersteinSystems.includes(config.system)) return [];
  const caveat = config.system === 'wgan-clip' ? ', for a slope of 1, which clipping leaves open' : '';
  const label = `bound ${formatValue(value)}: diameter of the image box${caveat}`;
  return [{ value, label, isAlwaysInView: false }];
}
