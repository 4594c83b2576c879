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
  letters: string[];
}

/** What the letters mean, each with the text by which a formula shows that it needs it. */
const letters = [
  ['f', 'f critic score'],
  ['x', 'x real'],
  ['g', 'g generated'],
  ['x̂', 'x̂ a random point between x and g'],
  ['δ', 'δ noise'],
  ['E', 'E mean of a batch'],
  ['sp(', 'sp(t) = log(1 + eᵗ)'],
  ['CE', 'CE cross-entropy of the class'],
  ['φ', 'φ features of the critic'],
] as const;

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
  const critic = mistakesOf(config).has('halved-losses') ? `½ [${drifting}]` : drifting;
  const generator = generatorLoss === 'own' ? own : `‖E φ(x) − E φ(g)‖²${classTerm}`;
  return {
    critic,
    generator,
    values: values.filter((value) => value !== false),
    source,
    letters: letters.filter(([sign]) => `${critic} ${generator}`.includes(sign)).map(([, meaning]) => meaning),
  };
}
