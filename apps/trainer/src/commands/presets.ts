import { presets } from '@duality/shared';
import { parseArguments } from './arguments.ts';

/** Lists what can be trained. */
export async function presetsCommand(args: string[]): Promise<number> {
  const { values } = parseArguments(args, { json: { type: 'boolean' } }, 'npm run presets -- [--json]');
  if (values.json) console.log(JSON.stringify(presets));
  else for (const { name, summary } of presets) console.log(`${name.padEnd(18)}${summary}`);
  return 0;
}
