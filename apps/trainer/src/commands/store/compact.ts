import { ArgumentError } from '@duality/shared';
import { parseArguments } from '../arguments.ts';
import { formatBytes } from './format-bytes.ts';
import { withUpkeep } from './with-upkeep.ts';

const usage = 'npm run store -- compact [--store FILE] [--json]';
const options = { store: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Writes the store anew, without holes. Refuses while it is in use. */
export async function compactCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  return withUpkeep(values.store, (store) => {
    const result = store.compact((rooms) => {
      if (values.json) return;
      for (const { folder, needed, free } of rooms)
        console.log(`Needs ${formatBytes(needed)} in ${folder} for a while; ${formatBytes(free)} are free.`);
    });
    const { bytesBefore, bytesAfter, pageSizeBefore, pageSizeAfter } = result;
    const pages =
      pageSizeBefore === pageSizeAfter ? '' : `, pages of ${pageSizeAfter} bytes instead of ${pageSizeBefore}`;
    if (values.json) console.log(JSON.stringify({ store: store.file, ...result }));
    else console.log(`${store.file}: ${formatBytes(bytesBefore)} before, ${formatBytes(bytesAfter)} after${pages}.`);
    return 0;
  });
}
