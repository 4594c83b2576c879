import { type EngineChoice, ExplainedError } from '@duality/shared';
import { listEngines } from '../engine/engine.ts';

/** Throws for an engine that cannot run here, before there is a run that could only fail. */
export function refuseMissing(choice: EngineChoice): void {
  const problem = listEngines().find(({ engine }) => engine === choice)?.problem;
  if (problem) throw new ExplainedError(`the engine "${choice}" cannot run here: ${problem}`);
}
