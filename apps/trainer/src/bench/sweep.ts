import type { Benchmark, Row } from './benchmark.ts';
import { median } from './median.ts';
import { quantile } from './store/quantile.ts';
import { compareImportance } from './sweep/importance.ts';
import { type Optuna, startOptuna } from './sweep/optuna.ts';
import { type Problem, problems } from './sweep/problems.ts';
import { decideAll } from './sweep/replay.ts';
import { replayCases } from './sweep/replay-cases.ts';
import { search } from './sweep/search.ts';

const evaluations = 60;

/** What strategies find, which trials rules end, and what importance says, beside Optuna where it is installed. */
export const sweep: Benchmark = {
  name: 'sweep',
  summary: 'TPE, early stopping and importance of sweeps, beside Optuna',
  run: async ({ python, rounds = 30, say }) => {
    const found = await startOptuna(python);
    const optuna = typeof found === 'string' ? undefined : found;
    const rows: Row[] = [];
    try {
      for (const problem of problems) {
        say(`sweep: ${evaluations} evaluations of ${problem.title} with ${rounds} seeds`);
        rows.push(await compareSearch(problem, rounds, optuna));
      }
      if (optuna) rows.push(...(await compareDecisions(optuna)), ...(await compareShares(optuna)));
    } finally {
      await optuna?.stop();
    }
    const beside = optuna
      ? `Beside Optuna ${optuna.version}; its figures are the quartiles of its seeds, ours and random the median of ours.`
      : `Optuna was not found (${found}), so strategies are compared with random search alone. To compare: pip install ` +
        'optuna scikit-learn, and name that Python with --python FILE or DUALITY_PYTHON.';
    return { rows, notes: [beside, '--rounds is the number of seeds.'] };
  },
};

async function compareSearch(problem: Problem, seeds: number, optuna: Optuna | undefined): Promise<Row> {
  const bestOf = (strategy: 'tpe' | 'random') =>
    median(
      Array.from({ length: seeds }, (_, seed) =>
        Math.min(...search(strategy, problem, seed, evaluations).map(({ value }) => value)),
      ),
    );
  const [ours, random] = [bestOf('tpe'), bestOf('random')];
  const theirs = await optuna?.search(problem.name, evaluations, seeds);
  const [q1, q2, q3] = theirs ? [0.25, 0.5, 0.75].map((share) => quantile(theirs, share)) : [];
  return row(
    `TPE, ${problem.title}: least value after ${evaluations}`,
    { ours, random, 'Optuna ¼': q1 ?? null, '½': q2 ?? null, '¾': q3 ?? null },
    'within quartiles or better, below random',
    q3 === undefined ? null : ours <= q3 && ours < random,
  );
}

async function compareDecisions(optuna: Optuna): Promise<Row[]> {
  const sums = new Map<string, { count: number; different: number }>();
  for (const request of replayCases(200, 3)) {
    const events = await optuna.replay(request);
    const ours = decideAll(request, events);
    const { rule } = request.rule;
    const { count, different } = sums.get(rule) ?? { count: 0, different: 0 };
    const differing = events.filter(([, , , isStopped], i) => isStopped !== ours[i]).length;
    sums.set(rule, { count: count + events.length, different: different + differing });
  }
  return [...sums].map(([rule, { count, different }]) =>
    row(`${rule}: decisions on the same curves`, { of: count, different }, 'none different', different === 0),
  );
}

async function compareShares(optuna: Optuna): Promise<Row[]> {
  const rows: Row[] = [];
  for (const problem of problems) {
    const { correlation, pairs, otherwise } = await compareImportance(problem, optuna);
    const figures = { of: pairs, different: otherwise, 'rank ρ': correlation };
    rows.push(row(`importance, ${problem.title}: order of pairs`, figures, 'none different', otherwise === 0));
  }
  return rows;
}

const row = (workload: string, figures: Row['figures'], target: string, isMet: boolean | null): Row => ({
  workload,
  figures: { ...none, ...figures },
  target,
  isMet,
});

/** Each row has some of the columns. */
const none: Row['figures'] = {
  ours: null,
  random: null,
  'Optuna ¼': null,
  '½': null,
  '¾': null,
  of: null,
  different: null,
  'rank ρ': null,
};
