import { coverageSamples, datasetDescriptions, isPointSet, type RunConfig, wassersteinSystems } from '@duality/shared';
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
    const { modes, shape } = datasetDescriptions[dataset];
    const share = withinThreeDeviations[shape?.[0] ?? 0];
    return modes && share ? inView(share, `perfect sampler: ${formatValue(share)}`) : [];
  },
  'eval.klModes': ({ dataset }) => {
    const { modes } = datasetDescriptions[dataset];
    if (!modes) return [];
    const floor = (modes - 1) / (2 * coverageSamples);
    return inView(floor, `perfect sampler, on average: ${formatValue(floor)}`);
  },
};

/** Of a normal distribution, by its dimensions: erf(3/√2) and 1 − e^(−9/2). */
const withinThreeDeviations: Record<number, number> = { 1: 0.997300204, 2: 1 - Math.exp(-4.5) };

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
  const numbers = countPixels(config);
  if (!numbers || !wassersteinSystems.includes(config.system)) return [];
  const side = config.network === 'atienza' ? 1 : 2; // pixels in [0, 1] or [−1, 1]
  const value = side * Math.sqrt(numbers * config.packing);
  const caveat = config.system === 'wgan-clip' ? ', for a slope of 1, which clipping leaves open' : '';
  const label = `bound ${formatValue(value)}: diameter of the image box${caveat}`;
  return [{ value, label, isAlwaysInView: false }];
}

/** Numbers in one image; undefined for points, and where only the files know. */
function countPixels({ dataset, imageSize, imageChannels }: RunConfig): number | undefined {
  if (isPointSet(dataset)) return undefined;
  const [height = 0, width = 0, channels = 0] = datasetDescriptions[dataset].shape ?? [];
  const pixels = imageSize > 0 ? imageSize ** 2 : height * width;
  return pixels * (imageChannels || channels) || undefined;
}
