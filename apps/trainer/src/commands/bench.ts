import { availableParallelism, cpus } from 'node:os';
import { resolve } from 'node:path';
import { ArgumentError, type EngineReport } from '@duality/shared';
import type { Row, Table } from '../bench/benchmark.ts';
import { benchmarks } from '../bench/benchmarks.ts';
import { startEngine } from '../engine/engine.ts';
import { parseArguments, parseEngine, parseWhole } from './arguments.ts';
import { callersFolder } from './door.ts';

const usage =
  'npm run bench -- [NAME …] [--python FILE] [--data PATH] [--rounds N] [--steps N] [--engine NAME] [--json]';
const options = {
  python: { type: 'string' },
  data: { type: 'string' },
  rounds: { type: 'string' },
  steps: { type: 'string' },
  engine: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Measures what is promised, each figure beside what it is compared with, in the same run. */
export async function benchCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  const chosen = positionals.length === 0 ? benchmarks.filter(({ isLong }) => !isLong) : positionals.map(getBenchmark);
  const whole = (name: 'rounds' | 'steps', least: number) =>
    values[name] === undefined ? undefined : parseWhole(name, values[name], least);
  const wanted = parseEngine(values.engine);
  let engine: EngineReport | undefined;
  const settings = {
    startEngine: async () => {
      engine ??= await startEngine(wanted);
      return engine.engine;
    },
    python: values.python ?? process.env.DUALITY_PYTHON,
    data: values.data === undefined ? undefined : resolve(callersFolder(), values.data),
    rounds: whole('rounds', 1),
    steps: whole('steps', 100),
    say: (line: string) => console.error(line),
  };
  const tables: (Table & { benchmark: string })[] = [];
  for (const { name, run } of chosen) tables.push({ benchmark: name, ...(await run(settings)) });
  if (values.json) console.log(JSON.stringify({ engine, benchmarks: tables }));
  else print(engine, tables);
  return 0;
}

function getBenchmark(name: string) {
  const found = benchmarks.find((benchmark) => benchmark.name === name);
  if (found) return found;
  const known = benchmarks.map((benchmark) => `  ${benchmark.name.padEnd(10)}${benchmark.summary}`);
  throw new ArgumentError(`there is no benchmark "${name}"; there are\n${known.join('\n')}\nUsage: ${usage}`);
}

function print(engine: EngineReport | undefined, tables: Table[]): void {
  console.log(engine ? `On ${engine.engine} ${engine.version}, ${engine.device}.` : `On ${describeProcessor()}.`);
  for (const { rows, notes } of tables) {
    console.log(`\n${formatTable(rows)}`);
    for (const note of notes) console.log(note);
  }
}

const describeProcessor = () => `${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown processor'}`;

function formatTable(rows: Row[]): string {
  const headings = Object.keys(rows[0]?.figures ?? {});
  const lines = [
    ['', ...headings, 'target', ''],
    ...rows.map(({ workload, figures, target, isMet }) => [
      workload,
      ...headings.map((heading) => formatFigure(figures[heading] ?? null)),
      target,
      isMet === null ? '' : isMet ? 'met' : 'missed',
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const isNumber = (column: number) => column > 0 && column <= headings.length;
  const pad = (cell: string, column: number) =>
    isNumber(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

const formatFigure = (figure: number | null) =>
  figure === null ? '–' : Number.isInteger(figure) ? String(figure) : figure.toFixed(figure < 100 ? 2 : 0);
