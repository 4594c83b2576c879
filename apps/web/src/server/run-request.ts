import {
  type ConfigProblem,
  EngineChoice,
  findConfigProblems,
  findFolderProblems,
  parseSafely,
  presets,
  problemsOfIssue,
  RunConfig,
  RunRequest,
} from '@duality/shared';
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
  const others = (parseSafely(Others, input).error?.issues ?? []).flatMap(problemsOfIssue).map(({ key, message }) => {
    const [field = ''] = key.split('.');
    const sentence = Object.hasOwn(sentences, field) ? sentences[field] : undefined;
    return sentence ? { key: field, message: sentence } : { key, message };
  });
  const isKnown = presets.some((preset) => preset.name === input.preset);
  const isNamed = others.some((problem) => problem.key === 'preset');
  if (!isKnown && !isNamed) others.push({ key: 'preset', message: sentences.preset ?? '' });
  const config = asRecord(input.config);
  const problems = findConfigProblems(config);
  // No path comes from a browser, so neither does a run that would need one.
  return [...others, ...problems, ...(problems.length === 0 ? findFolderProblems(RunConfig.parse(config)) : [])];
}

const sentences: Record<string, string> = {
  preset: `must be one of ${presets.map((preset) => preset.name).join(', ')}`,
  name: 'must have 1 to 120 characters',
  experiment: 'must have 1 to 120 characters',
  tags: 'must be at most 100, each of 1 to 50 characters without commas',
  engine: `must be one of ${EngineChoice.options.join(', ')}`,
};

const asRecord = (value: unknown) => (typeof value === 'object' && value !== null ? { ...value } : {});
