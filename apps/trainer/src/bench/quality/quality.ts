import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../../write-whole.ts';
import type { Benchmark, Row } from '../benchmark.ts';
import { type SolverName, solvers } from './critic-only.ts';
import { makeSections } from './make-sections.ts';
import { writePage } from './page.ts';
import { doPieces } from './pieces.ts';
import { defaultBudget } from './planned-sweeps.ts';
import { publishedW1 } from './published.ts';
import { readPairs, type W1Result, w1Piece } from './w1-runs.ts';

const root = (path: string) => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url));
const folder = root('.duality/quality');
const page = root('docs/quality.md');
/** Kept with the page: each took ten minutes and more. */
const results = root('docs/quality');
const ownPairs = root('tests/reference/w1-benchmark');

/** Of the truth, and below the published cosine. */
const [estimateLimit, cosineLimit] = [0.1, 0.03];

/** What the systems reach where the truth is known, from runs that are made once and kept. */
export const quality: Benchmark = {
  name: 'quality',
  summary: 'what the systems reach where the truth is known; takes hours, and goes on where it was left',
  isLong: true,
  run: async ({ startEngine, data, rounds, steps, say }) => {
    mkdirSync(folder, { recursive: true });
    const engine = await startEngine();
    const pieces = (Object.keys(solvers) as SolverName[]).flatMap((solver) =>
      [...readPairs(data ?? ownPairs)].map(([name, pair]) => w1Piece(name, pair, solver, 1, engine, say)),
    );
    const w1 = [
      ...(await doPieces(data ? { results: folder, work: folder } : { results, work: folder }, pieces)).values(),
    ];
    if (data) return { rows: w1.map(judge), notes: [] };
    const budget = { seeds: rounds ?? defaultBudget.seeds, steps: steps ?? defaultBudget.steps };
    await makeSections(folder, budget, say, (runs) => writeWhole(page, [Buffer.from(writePage({ w1, ...runs }))]));
    return { rows: w1.map(judge), notes: ['The whole table: docs/quality.md'] };
  },
};

function judge({ pair, solver, trueW1, history }: W1Result): Row {
  const last = history.at(-1);
  const [cosine = null] = publishedW1[pair]?.[solver] ?? [];
  const off = last ? last.estimate / trueW1 - 1 : Number.NaN;
  const isBar = solver === 'wgan-gp' && last !== undefined;
  return {
    workload: `${pair}, ${solver}`,
    figures: {
      'true W1': trueW1,
      estimate: last?.estimate ?? null,
      'cosine X': last?.cosineX ?? null,
      published: cosine,
    },
    target: isBar
      ? `within ${100 * estimateLimit} %, cosine ≥ published − ${cosineLimit}`
      : 'as published: no estimate',
    isMet: isBar ? Math.abs(off) <= estimateLimit && (cosine === null || last.cosineX >= cosine - cosineLimit) : null,
  };
}
