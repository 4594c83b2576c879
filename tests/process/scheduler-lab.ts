import { join } from 'node:path';
import { makeFolder, query, start, withStore } from './lab.ts';

/** A store of its own, and schedulers over it that train one run at a time unless told otherwise. */
export function makeLab() {
  const folder = makeFolder();
  const store = join(folder, 'lab.db');
  return {
    folder,
    store,
    schedule: (...args: string[]) => start(folder, 'schedule', ['--store', store, '--slots', '1', ...args]),
    lastStep: (runId = 1) => Number(query(store, 'SELECT last_step FROM v_run WHERE run_id = ?', runId)[0]?.last_step),
    logOf: (runId = 1) => withStore(store, ({ log }) => log.list(runId).map(({ message }) => message)),
  };
}
