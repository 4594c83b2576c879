import { ArgumentError } from '@duality/shared';
import { parseArguments } from '../arguments.ts';

const options = { store: { type: 'string' }, json: { type: 'boolean' } } as const;

/** `VERB ID [--store FILE] [--json]`. */
export function parseSweepArguments(verb: string, args: string[]) {
  const usage = `npm run sweep -- ${verb} ID [--store FILE]`;
  const { values, positionals } = parseArguments(args, options, usage);
  const [text, ...more] = positionals;
  if (text === undefined || more.length > 0) throw new ArgumentError(`name one sweep by its number\nUsage: ${usage}`);
  return { id: parseNumber(text), store: values.store, json: values.json === true };
}

function parseNumber(text: string): number {
  const id = Number(text);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new ArgumentError(`a sweep's number is a whole number of at least 1, not "${text}"`);
}
