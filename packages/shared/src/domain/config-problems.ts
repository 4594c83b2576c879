import type { z } from 'zod';
import { RunConfig, runConfigKeys } from './config.ts';
import { datasetDescriptions, isPointSet } from './dataset.ts';
import { ArgumentError } from './errors.ts';
import { sentenceOf, shorten, showGiven } from './issue-sentence.ts';
import { pointNetworks } from './network.ts';
import { findSeedDocument } from './printed.ts';
import { penalisedSystems } from './system.ts';

/** One thing wrong with a config: the key (`''` for the whole) and what is wrong with it. */
export interface ConfigProblem {
  key: string;
  message: string;
}

/** All that is wrong with `config`, in the words that forms and commands show; nothing when it is valid. */
export function findConfigProblems(config: unknown): ConfigProblem[] {
  const result = RunConfig.safeParse(config);
  return result.success ? findConflicts(result.data) : result.error.issues.flatMap((issue) => describe(issue, config));
}

/** All of them in one line. */
export const describeProblems = (problems: readonly ConfigProblem[]): string =>
  problems.map(({ key, message }) => (key ? `${key}: ${message}` : message)).join('; ');

/** The config, or an ArgumentError that names every problem at once. */
export function parseConfig(config: unknown): RunConfig {
  const problems = findConfigProblems(config);
  if (problems.length === 0) return RunConfig.parse(config);
  throw new ArgumentError(describeProblems(problems));
}

/** Values that are right by themselves and do not go together. */
function findConflicts(config: RunConfig): ConfigProblem[] {
  const { dataset, network, system, asPrinted, criticNormalisation, packing, batchSize } = config;
  const problems: ConfigProblem[] = [];
  const refuse = (key: keyof RunConfig, message: string) => problems.push({ key, message });
  const isPenalised = penalisedSystems.includes(system);
  if (isPointSet(dataset) && !pointNetworks.includes(network)) {
    refuse('network', `must be ${pointNetworks.join(' or ')} for the points of "${dataset}", not "${network}"`);
  }
  if (system === 'acgan' && isPointSet(dataset)) {
    refuse('system', `"acgan" needs a data set with classes, which "${dataset}" has not`);
  }
  if (system === 'acgan' && packing > 1) refuse('packing', 'must be 1 for "acgan": a pack has no single class');
  if (isPenalised && criticNormalisation === 'batch' && !asPrinted) {
    refuse('criticNormalisation', `must not be "batch" for "${system}": its penalty is per sample (1704.00028 §4)`);
  }
  if (asPrinted && !findSeedDocument(config)) {
    refuse('asPrinted', 'must be false: this preset is not the one of a seed document');
  }
  if (config.onlyClass >= (datasetDescriptions[dataset].classes ?? Number.POSITIVE_INFINITY)) {
    refuse('onlyClass', `must be below ${datasetDescriptions[dataset].classes}, not ${config.onlyClass}`);
  }
  if (packing * batchSize > 4096)
    refuse('packing', `must leave packing × batchSize within 4096, not ${packing * batchSize}`);
  return problems;
}

function describe(issue: z.core.$ZodIssue, config: unknown): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      key: shorten(key),
      message: `unknown key; the keys are ${runConfigKeys.join(', ')}`,
    }));
  }
  const key = String(issue.path[0] ?? '');
  const given = (config as Record<string, unknown> | null | undefined)?.[key];
  return [{ key, message: given === undefined ? 'is missing' : `${sentenceOf(issue)}, not ${showGiven(given)}` }];
}
