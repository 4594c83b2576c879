import type { RunConfig } from './config.ts';
import { mistakesOf } from './printed.ts';
import { systemDescriptions } from './system.ts';

/** What a run minimises. */
export interface Formulas {
  critic: string;
  generator: string;
  /** What its letters stand for in this run, as `λ = 10`; and what happens beside the loss. */
  values: string[];
  source: string;
}

const codings = { '0-1': 'a = 0, b = 1, c = 1', pearson: 'a = −1, b = 1, c = 0' };

export function describeLosses(config: RunConfig): Formulas {
  const { system, generatorLoss, gradientPenaltyWeight: weight, clipValue, driftWeight } = config;
  const { criticLoss, generatorLoss: own, source } = systemDescriptions[system];
  const drifting = driftWeight > 0 ? `${criticLoss} + ε E f(x)²` : criticLoss;
  const classTerm = system === 'acgan' ? ' + CE(g)' : '';
  const values = [
    criticLoss.includes('λ') && `λ = ${weight}`,
    criticLoss.includes('γ') && `γ = ${weight}`,
    driftWeight > 0 && `ε = ${driftWeight}`,
    system === 'lsgan' && codings[config.leastSquaresCoding],
    system === 'wgan-clip' && `critic weights cut to [−${clipValue}, ${clipValue}] after each update`,
  ];
  return {
    critic: mistakesOf(config).has('halved-losses') ? `½ [${drifting}]` : drifting,
    generator: generatorLoss === 'own' ? own : `‖E φ(x) − E φ(g)‖²${classTerm}, φ features of the critic`,
    values: values.filter((value) => value !== false),
    source,
  };
}
