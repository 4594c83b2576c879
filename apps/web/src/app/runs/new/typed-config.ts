import { type Preset, type RunConfig, startingConfig } from '@duality/shared';
import { type ConfigValue, configFields, readField } from '#components/config-fields.ts';

/** What stands in the fields, by key; numbers may be half typed. */
export type Typed = Record<string, ConfigValue>;

export const typedFrom = (config: RunConfig): Typed =>
  Object.fromEntries(configFields.map(({ key }) => [key, config[key as keyof RunConfig]]));

/** The other of the two: what the preset sets becomes what it sets there, what a person changed stays. */
export function switchPrinted(preset: Preset, typed: Typed, asPrinted: boolean): Typed {
  const before = typedFrom(startingConfig(preset, !asPrinted));
  const after = typedFrom(startingConfig(preset, asPrinted));
  const switched = configFields.map((field) => {
    const { key } = field;
    const old = typed[key] ?? '';
    return [key, readField(field, old) === before[key] ? after[key] : old];
  });
  return { ...Object.fromEntries(switched), asPrinted };
}
