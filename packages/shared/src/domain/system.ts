import { z } from 'zod';

/** The GAN systems, by the names that the literature and the reference cases use. */
export const systemNames = [
  'gan-ns',
  'gan-mm',
  'lsgan',
  'hinge',
  'wgan-clip',
  'wgan-gp',
  'wgan-lp',
  'dragan',
  'r1',
  'acgan',
] as const;
export const SystemName = z.enum(systemNames);
export type SystemName = z.infer<typeof SystemName>;

export interface SystemDescription {
  title: string;
  /** What the critic minimises; f raw score, x real, g generated. */
  criticLoss: string;
  /** What the generator minimises. */
  generatorLoss: string;
  /** arXiv number and place. */
  source: string;
}

const nonSaturating = { criticLoss: 'E sp(−f(x)) + E sp(f(g))', generatorLoss: 'E sp(−f(g))' };
const wasserstein = { criticLoss: 'E f(g) − E f(x)', generatorLoss: '−E f(g)' };

/** In the order in which forms offer them; sp is softplus. */
export const systemDescriptions: Record<SystemName, SystemDescription> = {
  'gan-ns': { title: 'GAN, non-saturating', ...nonSaturating, source: '1406.2661 §3' },
  'gan-mm': {
    title: 'GAN, minimax',
    ...nonSaturating,
    generatorLoss: '−E sp(f(g))',
    source: '1406.2661 eq. 1',
  },
  lsgan: {
    title: 'LSGAN',
    criticLoss: '½E(f(x) − b)² + ½E(f(g) − a)²',
    generatorLoss: '½E(f(g) − c)²',
    source: '1611.04076 eq. 2',
  },
  hinge: {
    title: 'Hinge GAN',
    criticLoss: 'E max(0, 1 − f(x)) + E max(0, 1 + f(g))',
    generatorLoss: '−E f(g)',
    source: '1705.02894',
  },
  'wgan-clip': { title: 'WGAN, weight clipping', ...wasserstein, source: '1701.07875 alg. 1' },
  'wgan-gp': {
    title: 'WGAN-GP',
    ...wasserstein,
    criticLoss: 'E f(g) − E f(x) + λ E(‖∇f(x̂)‖ − 1)²',
    source: '1704.00028 eq. 3',
  },
  'wgan-lp': {
    title: 'WGAN-LP',
    ...wasserstein,
    criticLoss: 'E f(g) − E f(x) + λ E max(0, ‖∇f(x̂)‖ − 1)²',
    source: '1709.08894 eq. 8',
  },
  dragan: {
    title: 'DRAGAN',
    ...nonSaturating,
    criticLoss: `${nonSaturating.criticLoss} + λ E(‖∇f(x + δ)‖ − 1)²`,
    source: '1705.07215',
  },
  r1: {
    title: 'GAN with R1 penalty',
    ...nonSaturating,
    criticLoss: `${nonSaturating.criticLoss} + γ/2 · E‖∇f(x)‖²`,
    source: '1801.04406 eq. 9',
  },
  acgan: {
    title: 'ACGAN',
    criticLoss: `${nonSaturating.criticLoss} + CE(x) + CE(g)`,
    generatorLoss: 'E sp(−f(g)) + CE(g)',
    source: '1610.09585 eqs 2–3',
  },
};

/** What the letters of the formulas mean. */
export const formulaLetters =
  'f critic score · x real · g generated · E mean of a batch · sp(t) = log(1 + eᵗ) · CE cross-entropy of the class';

/** Systems whose critic loss holds a gradient penalty. */
export const penalisedSystems: readonly SystemName[] = ['wgan-gp', 'wgan-lp', 'dragan', 'r1'];
/** Systems whose critic estimate is one of the Wasserstein distance. */
export const wassersteinSystems: readonly SystemName[] = ['wgan-clip', 'wgan-gp', 'wgan-lp'];
