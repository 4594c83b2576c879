import { datasetDescriptions, type Preset, type RunConfig, type RunRequest, startingConfig } from '@duality/shared';

/** What to type to start the very same run in a terminal; keys that are as in the preset go without saying. */
export function commandLine(
  preset: Preset,
  { name, experiment, tags = [], engine, config }: Omit<RunRequest, 'preset'>,
  dataDir: string | null = null,
): string {
  const unsaid = { ...startingConfig(preset, config.asPrinted), asPrinted: preset.config.asPrinted };
  const changed = Object.entries(config).filter(([key, value]) => unsaid[key as keyof RunConfig] !== value);
  const options = changed.map(([key, value]) =>
    key === 'steps' || key === 'seed' ? ` --${key} ${value}` : ` --set ${quote(`${key}=${value}`)}`,
  );
  const naming = name ? ` --name ${quote(name)}` : '';
  const group = experiment ? ` --experiment ${quote(experiment)}` : '';
  const labels = tags.map((tag) => ` --tag ${quote(tag)}`).join('');
  const choice = engine === 'auto' ? '' : ` --engine ${engine}`;
  const folder = dataDir ?? (datasetDescriptions[config.dataset].needsFolder ? 'DIR' : undefined);
  const data = folder === undefined ? '' : ` --data ${quote(folder)}`;
  return `npm run train -- ${preset.name}${options.join('')}${naming}${group}${labels}${choice}${data}`;
}

/** For a POSIX shell. */
const quote = (word: string) => (/^[\w=.,:/+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
