import { resolve } from 'node:path';
import { ArgumentError } from '@duality/shared';
import { createCheckpointCopies } from '../../copy-checkpoints.ts';
import { parseArguments } from '../arguments.ts';
import { callersFolder } from '../door.ts';
import { formatBytes } from './format-bytes.ts';
import { showProgress } from './show-progress.ts';
import { withUpkeep } from './with-upkeep.ts';

const usage = 'npm run store -- backup FILE [--without-checkpoints] [--store FILE] [--json]';
const options = {
  'without-checkpoints': { type: 'boolean' },
  store: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Copies the store as it is at one moment, and the checkpoints of that moment, while trainers go on. */
export async function backupCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  const [name, ...others] = positionals;
  if (!name) throw new ArgumentError(`say which file to write\nUsage: ${usage}`);
  if (others.length > 0) throw new ArgumentError(`leave out ${others.join(' ')}\nUsage: ${usage}`);
  const target = resolve(callersFolder(), name);
  return withUpkeep(
    values.store,
    async (store) => {
      const copies = values['without-checkpoints'] ? undefined : createCheckpointCopies(store, target);
      const progress = showProgress('copying');
      const bytes = await store.backUp(target, copies, progress.update);
      progress.clear();
      const { lost = [], ...checkpoints } = copies?.result() ?? { count: 0, bytes: 0 };
      if (values.json) console.log(JSON.stringify({ file: target, bytes, checkpoints, lost }));
      else {
        const also = copies ? ` and ${checkpoints.count} checkpoints of ${formatBytes(checkpoints.bytes)}` : '';
        console.log(`Wrote ${formatBytes(bytes)}${also}. To open it: npm start -- --store ${target}`);
      }
      for (const { runId, step } of lost)
        console.error(`The checkpoint of run ${runId} at step ${step} is missing or damaged in the store itself`);
      return 0;
    },
    { olderWillDo: true },
  );
}
