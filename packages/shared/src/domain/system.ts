export interface SystemDescription {
  title: string;
  /** What the critic minimises; f raw score, x real, g generated. */
  criticLoss: string;
  /** What the generator minimises. */
  generatorLoss: string;
  /** arXiv number and place. */
  source: string;
  /** Its critic loss holds a gradient penalty. */
  isPenalised?: true;
  /** Its critic estimate is one of the Wasserstein distance. */
  isWasserstein?: true;
}

const nonSaturating = { criticLoss: 'E sp(−f(x)) + E sp(f(g))', generatorLoss: 'E sp(−f(g))' };
const wasserstein = { criticLoss: 'E f(g) − E f(x)', generatorLoss: '−E f(g)', isWasserstein: true } as const;

const systems = {
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
    isPenalised: true,
  },
  'wgan-lp': {
    title: 'WGAN-LP',
    ...wasserstein,
    criticLoss: 'E f(g) − E f(x) + λ E max(0, ‖∇f(x̂)‖ − 1)²',
    source: '1709.08894 eq. 8',
    isPenalised: true,
  },
  dragan: {
    title: 'DRAGAN',
    ...nonSaturating,
    criticLoss: `${nonSaturating.criticLoss} + λ E(‖∇f(x + δ)‖ − 1)²`,
    source: '1705.07215',
    isPenalised: true,
  },
  r1: {
    title: 'GAN with R1 penalty',
    ...nonSaturating,
    criticLoss: `${nonSaturating.criticLoss} + γ/2 · E‖∇f(x)‖²`,
    source: '1801.04406 eq. 9',
    isPenalised: true,
  },
  acgan: {
    title: 'ACGAN',
    criticLoss: `${nonSaturating.criticLoss} + CE(x) + CE(g)`,
    generatorLoss: 'E sp(−f(g)) + CE(g)',
    source: '1610.09585 eqs 2–3',
  },
  'wgan-div': {
    title: 'WGAN-div',
    criticLoss: 'E f(g) − E f(x) + λ E‖∇f(x̂)‖⁶',
    generatorLoss: '−E f(g)',
    source: '1712.01026 eq. 10',
    isPenalised: true,
  },
} satisfies Record<string, SystemDescription>;

export type SystemName = keyof typeof systems;
/** By the names that the literature and the reference cases use, in the order in which forms offer them. */
export const systemDescriptions: Record<SystemName, SystemDescription> = systems;
export const systemNames = Object.keys(systems) as [SystemName, ...SystemName[]];

const namesOf = (isOne: (description: SystemDescription) => true | undefined): readonly SystemName[] =>
  systemNames.filter((name) => isOne(systemDescriptions[name]));
export const penalisedSystems = namesOf(({ isPenalised }) => isPenalised);
export const wassersteinSystems = namesOf(({ isWasserstein }) => isWasserstein);
