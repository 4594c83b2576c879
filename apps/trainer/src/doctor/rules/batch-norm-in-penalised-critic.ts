import { penalisedSystems } from '@duality/shared';
import { ofConfig } from '../rule.ts';

export const batchNormInPenalisedCritic = ofConfig(({ system, criticNormalisation }) =>
  penalisedSystems.includes(system) && criticNormalisation === 'batch'
    ? 'the critic is penalised sample by sample, and its batch normalisation makes each score depend on the whole batch'
    : undefined,
);
