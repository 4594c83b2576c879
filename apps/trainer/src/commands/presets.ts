import { presets } from '@duality/shared';
import { parseArguments, refuseWords } from './arguments.ts';

const usage = 'npm run presets -- [--json]';

/** Lists what can be trained, one a line. */
export async function presetsCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } }, usage);
  refuseWords(positionals, usage);
  const width = Math.max(...presets.map(({ name }) => name.length)) + 2;
  if (values.json) console.log(JSON.stringify(presets));
  else for (const { name, summary } of presets) console.log(`${name.padEnd(width)}${summary}`);
  return 0;
}
