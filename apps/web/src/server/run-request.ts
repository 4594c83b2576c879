import { type ConfigProblem, findConfigProblems, presets, RunRequest } from '@duality/shared';
import { z } from 'zod';
import { ProblemsError } from './errors.ts';

/** All but the config, whose problems are told in the words of the domain. */
const Others = RunRequest.extend({ config: z.unknown() });

/** Parses what the new-run form sends; throws a ProblemsError that names every field which is wrong. */
export const runRequest = {
  _input: {} as z.input<typeof RunRequest>,
  _output: {} as RunRequest,
  parse: (input: unknown): RunRequest => {
    const problems = findProblems(asRecord(input));
    if (problems.length > 0) throw new ProblemsError(problems);
    return RunRequest.parse(input);
  },
};

function findProblems(input: Record<string, unknown>): ConfigProblem[] {
  const known = presets.map((preset) => preset.name);
  const problems = findConfigProblems(asRecord(input.config));
  if (!known.includes(String(input.preset))) {
    problems.unshift({ key: 'preset', message: `must be one of ${known.join(', ')}` });
  }
  for (const { path, message } of Others.safeParse(input).error?.issues ?? []) {
    if (path[0] !== 'preset') problems.unshift({ key: String(path[0] ?? ''), message });
  }
  return problems;
}

const asRecord = (value: unknown) => (typeof value === 'object' && value !== null ? { ...value } : {});
