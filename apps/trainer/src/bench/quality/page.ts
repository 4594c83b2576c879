import { type SystemName, systemDescriptions } from '@duality/shared';
import { publishedFashion, publishedPacking, publishedW1 } from './published.ts';
import { describeMean, kendallTau, meanAndError } from './statistics.ts';
import type { TrainedRun } from './trained-runs.ts';
import type { W1Result } from './w1-runs.ts';

export interface Findings {
  w1: readonly W1Result[];
  mixtures: readonly TrainedRun[];
  fashion: readonly TrainedRun[];
}

/** docs/quality.md: every figure from a run that was made. */
export function writePage({ w1, mixtures, fashion }: Findings): string {
  return `# What the systems reach where the truth is known

Written by \`npm run bench -- quality\` from the runs that it makes, and by nothing else; it takes hours, goes on where it was
left, and trains nothing twice; \`--rounds\` and \`--steps\` give the sweeps more seeds and longer runs. What became of each critic is
kept in \`docs/quality\`, the stores of the runs in \`.duality/quality\`.

${[describeW1(w1), describeMixtures(mixtures), describeFashion(fashion)].filter(Boolean).join('\n')}`;
}

const table = (headings: string[], rows: (string | number)[][]): string =>
  [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const spans = (words: readonly string[]) => [...new Set(words)].sort().join(', ');
const seedsOf = (runs: readonly TrainedRun[]) => `seeds ${spans(runs.map(({ config }) => String(config.seed)))}`;
const signed = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)} %`;

function describeW1(results: readonly W1Result[]): string {
  if (results.length === 0) return '';
  const inOrder = results.toSorted(
    (a, b) => b.solver.localeCompare(a.solver) || a.dimension - b.dimension || a.funnels - b.funnels,
  );
  const rows = inOrder.map(({ pair, solver, dimension, funnels, trueW1, iterations, history }) => {
    const last = history.at(-1);
    const [cosine, estimate] = publishedW1[pair]?.[solver] ?? [];
    if (!last) return [];
    return [
      solver === 'wgan-gp' ? 'WGAN-GP' : 'clipping',
      dimension,
      funnels,
      trueW1.toFixed(3),
      last.estimate.toFixed(3),
      signed(last.estimate / trueW1 - 1),
      estimate?.toFixed(2) ?? '–',
      last.cosineX.toFixed(3),
      last.cosineY.toFixed(3),
      cosine?.toFixed(2) ?? '–',
      iterations,
    ];
  });
  const headings = ['critic', 'D', 'funnels', 'true W1', 'estimate', 'off by', 'published', 'cosine at X', 'at Y'];
  return `## Does a critic measure the Wasserstein-1 distance?

Critics between two distributions whose distance is known (Korotin, Kolesov and Burnaev, 2206.07767; their networks and settings:
batch 1,024, Adam 2e-4 with β (0, 0.9), λ = 10 or clipping at 0.04), on samples never seen twice, judged on 4,096 fresh ones of each.
The cosine is that between the gradients of the critic and of the optimal one; the published one compares with that at X. ${spans(results.map(({ engine }) => engine))},
seed ${spans(results.map(({ seed }) => String(seed)))}, ${spans(results.map(({ date }) => date))}.

${table([...headings, 'published', 'iterations'], rows)}

A critic of slope 1 gains under a gradient penalty by being scaled to a slope of 1 + W1/2λ, so an estimate above the truth by the share W1/2λ
(9.8 % for a distance of 1.95) is the penalty's own doing and no error of the training.
`;
}

function describeMixtures(runs: readonly TrainedRun[]): string {
  if (runs.length === 0) return '';
  const presets = [...new Set(runs.map(({ preset }) => preset))];
  const rows = presets.map((preset) => {
    const those = runs.filter((run) => run.preset === preset);
    const of = (name: string) => those.flatMap(({ values }) => values[name] ?? []);
    const { modes = '–', highQuality = '–', kl = '–' } = publishedPacking[preset] ?? {};
    return [
      `\`${preset}\``,
      those.length,
      spans(those.map(({ config }) => String(config.steps))),
      describeMean(of('eval.modes'), 1),
      modes,
      describeMean(of('eval.highQuality'), 3),
      highQuality,
      describeMean(of('eval.klModes'), 3),
      kl,
      describeMean(of('eval.w1'), 3),
    ];
  });
  const headings = [
    'preset',
    'seeds',
    'steps',
    'modes',
    'published',
    'high quality',
    'published',
    'KL',
    'published',
    'W1',
  ];
  return `## Ring and grid

PacGAN's protocol (1712.04086 §4.1): 2,500 samples, a mode is found by one sample within three standard deviations; mean ± standard
error over the seeds. The published runs are ten of **400,000 steps**; ours are as long as the table says. A perfect sampler has .989 of
high quality and a KL of .0014 (ring) and .0048 (grid). ${spans(runs.map(({ engine }) => engine))}, ${seedsOf(runs)}, ${spans(runs.map(({ date }) => date))}.

${table(headings, rows)}
`;
}

function describeFashion(runs: readonly TrainedRun[]): string {
  const systems = [...new Set(runs.map(({ config }) => config.system))];
  const scored = systems
    .map((system) => ({ system, fids: fidsOf(runs, system) }))
    .filter(({ fids }) => fids.length > 0)
    .sort((a, b) => meanAndError(a.fids).mean - meanAndError(b.fids).mean);
  if (scored.length === 0) return '';
  const published = (system: SystemName) => publishedFashion[system] ?? [Number.NaN, Number.NaN];
  const order = [...scored].map(({ system }) => system).sort((a, b) => published(a)[0] - published(b)[0]);
  const tau = kendallTau(
    scored.map((_, rank) => rank),
    scored.map(({ system }) => published(system)[0]),
  );
  const rows = scored.map(({ system, fids }, rank) => [
    rank + 1,
    systemDescriptions[system].title,
    fids.length,
    describeMean(fids, 2),
    order.indexOf(system) + 1,
    published(system)
      .map((value) => value.toFixed(1))
      .join(' ± '),
  ]);
  const { steps = 0, batchSize = 0 } = runs[0]?.config ?? {};
  return `## Six losses on Fashion-MNIST

The same small convolutional networks, Adam 2e-4 with β (0.5, 0.999), batch ${batchSize}, ${steps} generator steps, five critic steps for the two
Wasserstein losses and one for the others; nothing was tuned. Fréchet distance on features of our own classifier (classifier FID, not
comparable with published values, so only the order is), mean ± standard error over the seeds. Data: ${spans(runs.map(({ source }) => source))}.
${spans(runs.map(({ engine }) => engine))}, ${seedsOf(runs)}, ${spans(runs.map(({ date }) => date))}.

${table(['rank', 'loss', 'seeds', 'classifier FID', 'published rank', 'published FID'], rows)}

Kendall's τ of the two orders: ${tau.toFixed(2).replace('-', '−')}. The published values are the best of a hundred settings each, after long training
(1711.10337); its finding is that such orders change with the budget.
`;
}

const fidsOf = (runs: readonly TrainedRun[], system: SystemName) =>
  runs.filter(({ config }) => config.system === system).flatMap(({ values }) => values['eval.fid'] ?? []);
