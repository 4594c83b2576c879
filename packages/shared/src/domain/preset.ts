import type { RunConfig } from './config.ts';
import { parseConfig } from './config-problems.ts';
import { ArgumentError, NotFoundError } from './errors.ts';
import type { Preset, PresetGroup } from './presets/define.ts';
import { imagePresets } from './presets/images.ts';
import { paperPresets } from './presets/papers.ts';
import { pointPresets } from './presets/points.ts';
import { seedPresets } from './presets/seeds.ts';
import { findSeedDocument } from './printed.ts';

export type { Preset, PresetGroup } from './presets/define.ts';

/** In the order in which people are offered them. */
export const presetGroups: readonly PresetGroup[] = [
  { title: 'Images', presets: imagePresets },
  { title: 'Points', presets: pointPresets },
  { title: 'Seed documents', presets: seedPresets },
  { title: 'Papers', presets: paperPresets },
];

export const presets: readonly Preset[] = presetGroups.flatMap((group) => group.presets);

export const findPreset = (name: string): Preset | undefined => presets.find((preset) => preset.name === name);

export function getPreset(name: string): Preset {
  const preset = findPreset(name);
  if (preset) return preset;
  throw new NotFoundError(`there is no preset "${name}"; the presets are ${presets.map((p) => p.name).join(', ')}`);
}

/** The preset's config before anyone changes it: corrected, or with the settings that its seed document prints. */
export function startingConfig({ config }: Preset, asPrinted = config.asPrinted): RunConfig {
  return { ...config, ...(asPrinted && findSeedDocument(config)?.config), asPrinted };
}

/**
 * The preset's config with `overrides` in place; throws an ArgumentError naming every wrong key and value. As printed,
 * the settings of the seed document come first.
 */
export function configure(preset: Preset, overrides: Record<string, unknown>): RunConfig {
  return parseConfig({ ...startingConfig(preset, overrides.asPrinted === true), ...overrides });
}

/** Reads `key=value` as typed on a command line: a JSON value where it is one, otherwise the text itself. */
export function parseAssignment(text: string): [key: string, value: unknown] {
  const at = text.indexOf('=');
  if (at < 1) throw new ArgumentError(`--set ${text}: must have the form key=value`);
  const value = text.slice(at + 1);
  try {
    return [text.slice(0, at), JSON.parse(value)];
  } catch {
    return [text.slice(0, at), value];
  }
}
