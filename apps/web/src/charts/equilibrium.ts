import { mistakesOf, type RunConfig } from '@duality/shared';

interface Level {
  value: number;
  label: string;
}

interface Equilibrium {
  critic: Level;
  /** Absent where the generator follows another loss. */
  generator?: Level;
}

const ln2 = Math.LN2;

/**
 * Where the losses lie once generated and real samples cannot be told apart and the critic knows it. The critic's loss
 * is the sum of its two halves. Undefined for Wasserstein systems, whose losses have no such level.
 */
export function findEquilibrium(config: RunConfig): Equilibrium | undefined {
  const levels = levelsOf(config);
  if (!levels) return undefined;
  const critic = mistakesOf(config).has('halved-losses') ? halve(levels.critic) : levels.critic;
  return config.generatorLoss === 'own' ? { ...levels, critic } : { critic };
}

const halve = ({ value, label }: Level): Level => ({ value: value / 2, label: `half of ${label}` });

function levelsOf({ system, leastSquaresCoding }: RunConfig): Equilibrium | undefined {
  const crossEntropy = { value: 2 * ln2, label: '2 ln 2 = 1.386' };
  const generator = { value: ln2, label: 'ln 2 = 0.693' };
  switch (system) {
    case 'gan-ns':
    case 'r1':
      return { critic: crossEntropy, generator };
    case 'gan-mm':
      return { critic: crossEntropy, generator: { value: -ln2, label: '−ln 2 = −0.693' } };
    case 'dragan':
      return { critic: { ...crossEntropy, label: `${crossEntropy.label} without its penalty` }, generator };
    case 'acgan': {
      const known = ', classes known';
      return {
        critic: { ...crossEntropy, label: crossEntropy.label + known },
        generator: { ...generator, label: generator.label + known },
      };
    }
    case 'lsgan':
      // At equal densities the best score is (a + b)/2 (1611.04076).
      return leastSquaresCoding === '0-1'
        ? { critic: { value: 0.25, label: '¼ = 0.25' }, generator: { value: 0.125, label: '⅛ = 0.125' } }
        : { critic: { value: 1, label: '1' }, generator: { value: 0, label: '0' } };
    case 'hinge':
      return { critic: { value: 2, label: '2' }, generator: { value: 0, label: '0' } };
    default:
      return undefined;
  }
}
