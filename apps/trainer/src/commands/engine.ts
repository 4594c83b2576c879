import { examineEngines, startEngine } from '../engine/engine.ts';
import { parseArguments, parseEngine } from './arguments.ts';

/** Says which engine would be used and why. */
export async function engineCommand(args: string[]): Promise<number> {
  const { values } = parseArguments(
    args,
    { json: { type: 'boolean' }, engine: { type: 'string' } },
    'npm run engine -- [--engine NAME] [--json]',
  );
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
