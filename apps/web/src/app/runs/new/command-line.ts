import type { Preset, RunRequest } from '@duality/shared';

/** What to type to start the very same run in a terminal; keys that are as in the preset go without saying. */
export function commandLine(preset: Preset, { name, engine, config }: Omit<RunRequest, 'preset'>): string {
  const changed = Object.entries(config).filter(([key, value]) => preset.config[key as keyof typeof config] !== value);
  const options = changed.map(([key, value]) =>
    key === 'steps' || key === 'seed' ? ` --${key} ${value}` : ` --set ${quote(`${key}=${value}`)}`,
  );
  const naming = name ? ` --name ${quote(name)}` : '';
  const choice = engine === 'auto' ? '' : ` --engine ${engine}`;
  return `npm run train -- ${preset.name}${options.join('')}${naming}${choice}`;
}

/** For a POSIX shell. */
const quote = (word: string) => (/^[\w=.,:/+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
