import { parseSweep, type SweepInput, type SweepRequest } from '@duality/shared';

export interface Budget {
  /** How many seeds each point is trained with. */
  seeds: number;
  /** Of the runs that are held against PacGAN's, which had 400,000; the others take their share. */
  steps: number;
}

export const defaultBudget: Budget = { seeds: 3, steps: 10_000 };

/** Losses of Lucic et al. (1711.10337) that are here too, by the names of their systems. */
const rankedSystems = ['gan-mm', 'gan-ns', 'lsgan', 'wgan-clip', 'wgan-gp', 'dragan'] as const;

/** Systems that learn ring and grid, at their presets' settings. */
export const planMixtures = (budget: Budget): SweepRequest[] => [
  mixture('packing on the ring', ['gan-ring', 'pacgan-ring'], budget, budget.steps),
  mixture('packing on the grid', ['gan-grid', 'pacgan-grid'], budget, budget.steps),
  mixture('WGAN-GP on the ring', ['wgan-gp-ring'], budget, budget.steps / 2),
  mixture('WGAN-GP on the grid', ['wgan-gp-grid'], budget, budget.steps),
];

/** Six losses that learn the same pictures with the same networks. */
export function planImages(budget: Budget): SweepRequest[] {
  const steps = Math.ceil(budget.steps / 10);
  const request: SweepInput = {
    name: sweepName('six losses on Fashion-MNIST', budget),
    preset: 'gan-fashion',
    set: {
      steps,
      criticNormalisation: 'none',
      sampleEvery: steps,
      evaluateEvery: Math.ceil(steps / 4),
      checkpointEvery: 250,
    },
    space: {
      system: { type: 'choice', values: [...rankedSystems] },
      criticSteps: { type: 'choice', values: [5], when: { parameter: 'system', values: ['wgan-clip', 'wgan-gp'] } },
    },
    seeds: seedsOf(budget),
    objective: { metric: 'eval.fid', direction: 'minimise' },
  };
  return [parseSweep(request)];
}

function mixture(title: string, presets: string[], budget: Budget, share: number): SweepRequest {
  const steps = Math.ceil(share);
  return parseSweep({
    name: sweepName(title, budget),
    preset: presets[0] as string,
    set: { sampleEvery: 5000, checkpointEvery: 1000, steps, evaluateEvery: Math.ceil(steps / 4) },
    space: { preset: { type: 'choice', values: presets } },
    seeds: seedsOf(budget),
    objective: { metric: 'eval.w1', direction: 'minimise' },
  });
}

const seedsOf = ({ seeds }: Budget) => Array.from({ length: seeds }, (_, i) => i + 1);

/** Another budget is another sweep: none is ever extended or shortened. */
function sweepName(title: string, { seeds, steps }: Budget): string {
  const isDefault = seeds === defaultBudget.seeds && steps === defaultBudget.steps;
  return `quality: ${title}${isDefault ? '' : ` (${seeds} × ${steps})`}`;
}
