import { parseArguments } from '../arguments.ts';
import { existingStore } from '../existing-store.ts';
import { describeCounts } from './describe.ts';

const options = { store: { type: 'string' }, json: { type: 'boolean' } } as const;

/** A line for every sweep, the newest first. */
export async function listSweepsCommand(args: string[]): Promise<number> {
  const { values } = parseArguments(args, options, 'npm run sweep -- list [--store FILE] [--json]');
  const store = existingStore(values.store);
  try {
    const sweeps = store.sweep.list();
    if (values.json) console.log(JSON.stringify(sweeps));
    else if (sweeps.length === 0) console.log('There are no sweeps yet: npm run sweep -- FILE.json');
    else
      for (const sweep of sweeps)
        console.log(`${sweep.id}  ${sweep.name} · ${sweep.status} · ${describeCounts(sweep)}`);
    return 0;
  } finally {
    store.close();
  }
}
