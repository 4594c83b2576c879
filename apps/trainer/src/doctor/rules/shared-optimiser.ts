import { mistakesOf, type RunConfig } from '@duality/shared';
import { figure } from '../format.ts';
import { ofConfig } from '../rule.ts';

export const sharedOptimiser = ofConfig((config) =>
  mistakesOf(config).has('shared-optimiser')
    ? `one optimiser counts the updates of both networks, as Keras has it with its moments kept for each weight: ${effectOf(config)}`
    : undefined,
);

const effectOf = ({ optimiser, learningRateDecay }: RunConfig): string => {
  if (learningRateDecay > 0)
    return `the rate, which decays by ${figure(learningRateDecay)} an update, falls by the updates of both`;
  if (optimiser === 'adam') return 'the correction of its young moments ends too early in both';
  return 'without a decay of the rate that changes nothing here, and much where moments are kept by position';
};
