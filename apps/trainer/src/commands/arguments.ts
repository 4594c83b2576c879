import { parseArgs } from 'node:util';
import { ArgumentError, EngineChoice, ExperimentName, type RunConfigKey, RunName, Tag } from '@duality/shared';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Command-line arguments by the strict rules of node:util, whose complaints become ArgumentErrors with the usage. */
export function parseArguments<T extends Options>(args: string[], options: T, usage: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\n|\. To specify/);
    throw new ArgumentError(`${sentence}\nUsage: ${usage}`);
  }
}

/** For a command that takes options only. */
export function refuseWords(words: readonly string[], usage: string): void {
  if (words.length > 0) throw new ArgumentError(`leave out ${words.join(' ')}\nUsage: ${usage}`);
}

/** A whole number of at least `least`, or an ArgumentError that names the option. */
export function parseWhole(option: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  throw new ArgumentError(`--${option}: must be a whole number of at least ${least}, not "${text}"`);
}

/** `--engine`, else DUALITY_ENGINE, else `auto`. */
export function parseEngine(option: string | undefined): EngineChoice {
  const choice = option ?? process.env.DUALITY_ENGINE ?? 'auto';
  const result = EngineChoice.safeParse(choice);
  if (result.success) return result.data;
  const place = option === undefined ? 'DUALITY_ENGINE' : '--engine';
  throw new ArgumentError(`${place}: must be one of ${EngineChoice.options.join(', ')}, not "${choice}"`);
}

export function parseName(text: string): string {
  const result = RunName.safeParse(text);
  if (result.success) return result.data;
  throw new ArgumentError('--name: must have 1 to 120 characters');
}

export function parseExperiment(text: string): string {
  const result = ExperimentName.safeParse(text);
  if (result.success) return result.data;
  throw new ArgumentError('--experiment: must have 1 to 120 characters');
}

export function parseTag(text: string): string {
  const result = Tag.safeParse(text);
  if (result.success) return result.data;
  throw new ArgumentError(
    `--tag: must have 1 to 50 characters, no commas among them, unlike "${text}"; repeat it for more`,
  );
}

/** `--set` words and the short options, as overrides of a preset. */
export function collectOverrides(
  assignments: [key: string, value: unknown][],
  shorthands: Partial<Record<RunConfigKey, number | undefined>>,
): Record<string, unknown> {
  const given = Object.entries(shorthands).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(assignments), ...Object.fromEntries(given) };
}
