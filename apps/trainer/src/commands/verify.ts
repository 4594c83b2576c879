import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArgumentError, ExplainedError, NotFoundError } from '@duality/shared';
import { startEngine } from '../engine/engine.ts';
import { type Verdict, verifyFile } from '../verification/verify.ts';
import { parseArguments, parseEngine } from './arguments.ts';
import { callersFolder } from './door.ts';
import { parseJson } from './parse-json.ts';
import { readTextFile } from './read-text-file.ts';

const usage = 'npm run verify -- [PATH] [--engine NAME] [--json]';
const ownCases = fileURLToPath(new URL('../../../../tests/reference', import.meta.url));

/** Proves the arithmetic of the engine in use against numbers computed elsewhere in float64. */
export async function verifyCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(
    args,
    { json: { type: 'boolean' }, engine: { type: 'string' } },
    usage,
  );
  if (positionals.length > 1) throw new ArgumentError(`name one file or folder\nUsage: ${usage}`);
  const path = positionals[0] === undefined ? ownCases : resolve(callersFolder(), positionals[0]);
  const files = findCases(path);
  const { engine, version, device } = await startEngine(parseEngine(values.engine));
  if (!values.json) console.log(`${engine} ${version} on ${device}\n${header}`);
  const verdicts: Verdict[] = [];
  for (const file of files) {
    const name = file === path ? basename(file, '.json') : relative(path, file).slice(0, -'.json'.length);
    const verdict = await verifyFile(name, readJson(file), file);
    verdicts.push(verdict);
    if (!values.json) console.log(formatVerdict(verdict));
  }
  const passed = verdicts.filter((verdict) => verdict.passed).length;
  if (values.json) {
    const cases = verdicts.map(({ name, maxError, ...rest }) => ({ name, engine, maxError, ...rest }));
    console.log(JSON.stringify({ cases }));
  } else console.log(`${passed} of ${verdicts.length} passed on ${engine}`);
  return passed === verdicts.length ? 0 : 1;
}

/** The file, or all files below the folder, in order. */
function findCases(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new NotFoundError(`there is no file or folder ${path}`);
  if (stats.isFile()) return [path];
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new NotFoundError(`the folder ${path} holds no .json file`);
  return files;
}

/** Far more than any case needs. */
const mostBytes = 2 ** 28;

function readJson(file: string): unknown {
  try {
    return parseJson(readTextFile(file, file, mostBytes));
  } catch (error) {
    throw new ExplainedError(`cannot read ${file}: ${(error as Error).message}`);
  }
}

const nameWidth = 42;
const columns = ['loss', 'gradient', 'weights', 'value'] as const;
const header = `${'case'.padEnd(nameWidth)}${columns.map((title) => title.padStart(10)).join('')}  largest error of each kind`;

/** One line: the largest errors, and for a case that fails what is furthest off. */
function formatVerdict({ name, maxError, passed, worst }: Verdict): string {
  const errors = columns.map((kind) => (maxError[kind]?.toExponential(1) ?? '–').padStart(10)).join('');
  const verdict = passed
    ? 'passed'
    : `FAILED: ${worst?.what ?? 'nothing to compare'} is off by ${worst?.error.toExponential(1)}, allowed ${worst?.allowed.toExponential(1)}`;
  return `${name.padEnd(nameWidth)}${errors}  ${verdict}`;
}
