import { mistakesOf } from '@duality/shared';
import { ofConfig } from '../rule.ts';

export const penaltyInInferenceMode = ofConfig((config) =>
  mistakesOf(config).has('penalty-in-inference')
    ? 'the penalty is taken of the critic in inference mode, which is another function than the one that is trained'
    : undefined,
);
