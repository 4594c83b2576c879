import { mistakesOf } from '@duality/shared';
import { figure } from '../format.ts';
import { ofConfig } from '../rule.ts';

export const clippedStatistics = ofConfig((config) =>
  mistakesOf(config).has('clipped-statistics')
    ? `moving means and variances of batch normalisation are cut to ±${figure(config.clipValue)} with the weights`
    : undefined,
);
