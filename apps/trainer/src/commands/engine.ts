import { examineEngines, startEngine } from '../engine/engine.ts';
import { parseArguments, parseEngine, refuseWords } from './arguments.ts';

const usage = 'npm run engine -- [--engine NAME] [--json]';

/** Says which engine would be used and why. */
export async function engineCommand(args: string[]): Promise<number> {
  const options = { json: { type: 'boolean' }, engine: { type: 'string' } } as const;
  const { values, positionals } = parseArguments(args, options, usage);
  refuseWords(positionals, usage);
  const { engine: name, version, device, reason } = await startEngine(parseEngine(values.engine));
  const available = await examineEngines();
  if (values.json) {
    console.log(JSON.stringify({ engine: name, version, device, reason, available }));
    return 0;
  }
  console.log(`${name} ${version} on ${device}: ${reason}`);
  for (const { engine, problem } of available) console.log(`  ${engine.padEnd(11)}${problem ?? 'can run'}`);
  return 0;
}
