import type { RunConfig } from '@duality/shared';

/** What a rate of 0 stands for. */
export const generatorRate = ({ generatorLearningRate, learningRate }: RunConfig): number =>
  generatorLearningRate || learningRate;

/** A quarter of both rates. */
export const slower = (config: RunConfig): Partial<RunConfig> => ({
  learningRate: rounded(config.learningRate / 4),
  ...(config.generatorLearningRate > 0 && { generatorLearningRate: rounded(config.generatorLearningRate / 4) }),
});

/** A critic that its penalty holds better: that of WGAN-GP's paper where there was hardly one, four times as much else. */
export const firmer = (config: RunConfig): Partial<RunConfig> => ({
  gradientPenaltyWeight: config.gradientPenaltyWeight < 0.01 ? 10 : Math.min(1e6, config.gradientPenaltyWeight * 4),
  learningRate: rounded(config.learningRate / 2),
});

/** Twice as many critic updates a step, as far as that is allowed. */
export const moreCriticSteps = ({ criticSteps }: RunConfig): Partial<RunConfig> =>
  criticSteps < 50 ? { criticSteps: criticSteps * 2 } : {};

/** Without the digits that halving a decimal number brings. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
