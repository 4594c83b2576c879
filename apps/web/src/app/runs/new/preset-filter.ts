import { datasetDescriptions, type Preset, presetGroups, systemDescriptions } from '@duality/shared';

/** Names of the presets in which every word of `text` occurs, be it in name, title, summary, system, data or group. */
export function findPresets(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (group: string, preset: Preset) => words.every((word) => haystack(group, preset).includes(word));
  return new Set(
    presetGroups.flatMap(({ title, presets }) =>
      presets.filter((preset) => matches(title, preset)).map(({ name }) => name),
    ),
  );
}

const haystack = (group: string, { name, title, summary, config }: Preset) =>
  [group, name, title, summary, systemDescriptions[config.system].title, datasetDescriptions[config.dataset].title]
    .join(' ')
    .toLowerCase();
