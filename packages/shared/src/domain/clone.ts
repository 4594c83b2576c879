import { type RunConfig, type RunConfigKey, runConfigKeys } from './config.ts';
import { type ConfigProblem, findConfigProblems } from './config-problems.ts';
import type { Run } from './run.ts';

/** One key in which two configs differ. */
export interface Difference {
  key: RunConfigKey;
  from: unknown;
  to: unknown;
}

/** In the order of the form; nothing when the configs are the same. */
export const findDifferences = (from: RunConfig, to: RunConfig): Difference[] =>
  runConfigKeys.filter((key) => from[key] !== to[key]).map((key) => ({ key, from: from[key], to: to[key] }));

/** All that is wrong with going on from the weights of `parent` after `step` under `overrides`. */
export function findCloneProblems(parent: Run, step: number, overrides: Record<string, unknown>): ConfigProblem[] {
  const asked = { ...parent.config, ...overrides };
  const problems = findConfigProblems(asked);
  if (problems.length > 0) return problems;
  const config = asked as RunConfig;
  for (const { key, from, to } of findDifferences(parent.config, config)) {
    if (!shapesNetworks(key, parent.config, config)) continue;
    problems.push({
      key,
      message: `must stay ${from}, not ${to}: it shapes the networks whose weights run ${parent.id} has; start a new run`,
    });
  }
  if (config.steps <= step) {
    problems.push({
      key: 'steps',
      message: `must be more than ${step}, where the checkpoint of run ${parent.id} stands, not ${config.steps}`,
    });
  }
  return problems;
}

/** Keys with which weights appear, vanish or change their shape. */
const shaping: readonly RunConfigKey[] = [
  'network',
  'latentSize',
  'criticNormalisation',
  'minibatchLayer',
  'packing',
  'imageSize',
  'imageChannels',
  'asPrinted',
];

function shapesNetworks(key: RunConfigKey, from: RunConfig, to: RunConfig): boolean {
  if (key === 'hiddenSize') return from.network === 'mlp';
  if (key === 'system') return from.system === 'acgan' || to.system === 'acgan';
  return shaping.includes(key);
}
