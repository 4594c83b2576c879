import { ArgumentError } from '@duality/shared';
import { backupCommand } from './store/backup.ts';
import { checkCommand } from './store/check.ts';
import { compactCommand } from './store/compact.ts';
import { statsCommand } from './store/stats.ts';

const verbs: Record<string, (args: string[]) => Promise<number>> = {
  check: checkCommand,
  compact: compactCommand,
  backup: backupCommand,
  stats: statsCommand,
};

/** Looks after the store: the first word says how. */
export async function storeCommand([verb = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!command)
    throw new ArgumentError(`say what to do: ${Object.keys(verbs).join(', ')}${verb ? `, not "${verb}"` : ''}`);
  return command(args);
}
