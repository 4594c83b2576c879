import type { Benchmark, Row } from './benchmark.ts';
import { median } from './median.ts';
import { type Pytorch, startPytorch } from './pytorch.ts';
import { createTurn, type Workload, workloads } from './workloads.ts';

/** The first updates are slower: memory is fetched, graphs are recorded. */
const warmUp = 3;
const defaultRounds = 3;

/** One critic update of WGAN-GP, with its noise and its fakes, against PyTorch on the same cores. */
export const train: Benchmark = {
  name: 'train',
  summary: 'a WGAN-GP critic update against PyTorch eager on the same cores',
  run: async ({ startEngine, python, rounds = defaultRounds, say }) => {
    await startEngine();
    const pytorch = await startPytorch(python);
    const peer = typeof pytorch === 'string' ? undefined : pytorch;
    const rows: Row[] = [];
    try {
      for (const workload of workloads) {
        say(`train: ${workload.title}`);
        rows.push(await compare(workload, peer, rounds));
      }
    } finally {
      await peer?.stop();
    }
    return {
      rows,
      notes: [
        typeof pytorch === 'string'
          ? `PyTorch was not found (${pytorch}), so these are our figures alone. To compare: pip install torch, and name ` +
            'that Python with --python FILE or DUALITY_PYTHON.'
          : `Against PyTorch ${pytorch.version}, eager, ${rounds} turns each, one after the other. The ratio is that of the ` +
            'medians; that of the fastest updates is what remains when other programs disturb both.',
      ],
    };
  },
};

async function compare(workload: Workload, peer: Pytorch | undefined, rounds: number): Promise<Row> {
  const { name, title, updates, target } = workload;
  const turn = createTurn(workload);
  await turn(warmUp);
  await peer?.turn(name, warmUp);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(...(await turn(updates)));
    if (peer) theirs.push(...(await peer.turn(name, updates)));
  }
  const own = median(ours);
  const other = peer ? median(theirs) : null;
  const ratio = other === null ? null : other / own;
  const fastest = peer ? Math.min(...theirs) / Math.min(...ours) : null;
  return {
    workload: title,
    figures: { 'ours, ms': own, 'PyTorch, ms': other, ratio, 'of fastest': fastest },
    target: `ratio ≥ ${target}`,
    isMet: ratio === null ? null : ratio >= target,
  };
}
