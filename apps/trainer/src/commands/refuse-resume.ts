import {
  ArgumentError,
  type EngineChoice,
  explainDivergence,
  findCloneProblems,
  findDifferences,
  hasDiverged,
  parseConfig,
  type Run,
} from '@duality/shared';
import type { Store } from '@duality/shared/store';

/** What a command line says of a run; absent where it says nothing. */
export interface Asked {
  config: Record<string, unknown>;
  preset: string | undefined;
  name: string | undefined;
  experiment: string | undefined;
  tags: string[] | undefined;
  engine: EngineChoice | undefined;
  dataDir: string | undefined;
}

interface Change {
  key: string;
  from: unknown;
  to: unknown;
}

/** The steps that are asked for. Throws an ArgumentError with every other thing in which `asked` differs from the run. */
export function refuseChanges(run: Run, asked: Asked): { steps: number | undefined } {
  const config = parseConfig({ ...run.config, ...asked.config });
  const changes: Change[] = [
    ...findDifferences(run.config, config).filter(({ key }) => key !== 'steps'),
    ...findOtherChanges(run, asked),
  ];
  const steps = 'steps' in asked.config ? config.steps : undefined;
  if (changes.length === 0) return { steps };
  const list = changes.map(({ key, from, to }) => `${key}: ${from} in the run, ${to} asked`).join('; ');
  throw new ArgumentError(`--resume ${run.id}: goes on as the run began, but ${list}. ${suggest(run, asked, changes)}`);
}

/** Going on would repeat the end: says so, and from where it could go on otherwise. */
export function refuseDiverged(store: Store, run: Run): void {
  if (!hasDiverged(run)) return;
  const [newest] = store.checkpoint.list(run.id);
  const way = newest
    ? `step ${newest.step} was still good, so give it other settings: npm run train -- --clone ${run.id} --set learningRate=…`
    : 'it had no checkpoint yet, so start a new run';
  throw new ArgumentError(`--resume ${run.id}: ${explainDivergence(run)}; ${way}`);
}

function findOtherChanges(run: Run, { preset, name, experiment, tags = [], engine, dataDir }: Asked): Change[] {
  const engines = [run.requestedEngine, run.engine?.engine, 'auto'];
  const changes: Change[] = [];
  if (preset !== undefined && preset !== run.preset) changes.push({ key: 'preset', from: run.preset, to: preset });
  if (name !== undefined && name !== run.name) changes.push({ key: 'name', from: run.name, to: name });
  if (experiment !== undefined && experiment !== run.experiment) {
    changes.push({ key: 'experiment', from: run.experiment, to: experiment });
  }
  for (const tag of tags) {
    if (!run.tags.includes(tag)) changes.push({ key: 'tag', from: run.tags.join(', ') || 'no tag', to: tag });
  }
  if (engine && !engines.includes(engine)) {
    changes.push({ key: 'engine', from: run.engine?.engine ?? run.requestedEngine, to: engine });
  }
  if (dataDir !== undefined && dataDir !== run.dataDir) {
    changes.push({ key: 'data', from: run.dataDir ?? 'the packaged data', to: dataDir });
  }
  return changes;
}

/** The command that does what was asked: a clone where the networks stay, a new run where they do not. */
function suggest(run: Run, { config }: Asked, changes: Change[]): string {
  const words = changes.filter(({ key }) => key !== 'preset').map(({ key, to }) => toOption(key, String(to)));
  if (config.steps !== undefined) words.push(`--steps ${config.steps}`);
  const preset = changes.find(({ key }) => key === 'preset')?.to;
  const shaping = findCloneProblems(run, 0, config).length > 0;
  if (preset === undefined && !shaping) {
    return `To change that, start from its checkpoint: npm run train -- --clone ${run.id} ${words.join(' ')} (--at STEP for an older one)`;
  }
  return `That takes other weights, so start a new run: npm run train -- ${[preset ?? run.preset, ...words].join(' ')}`;
}

function toOption(key: string, value: string): string {
  const quoted = /^[\w./-]+$/.test(value) ? value : JSON.stringify(value);
  return ['name', 'experiment', 'tag', 'engine', 'data'].includes(key)
    ? `--${key} ${quoted}`
    : `--set ${key}=${quoted}`;
}
