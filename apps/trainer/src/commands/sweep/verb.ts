import { existingStore } from '../existing-store.ts';
import { parseSweepArguments } from './parse-id.ts';
import { describeScheduler } from './scheduler.ts';

/** One of the four verbs, as the dashboard's buttons have them. */
export function sweepVerbCommand(verb: 'pause' | 'resume' | 'stop' | 'cancel', says: string) {
  return async (args: string[]): Promise<number> => {
    const { id, store: file } = parseSweepArguments(verb, args);
    const store = existingStore(file);
    try {
      store.sweep[verb](id);
      console.log(`Sweep ${id} ${says}.${verb === 'resume' ? ` ${describeScheduler(store)}` : ''}`);
      return 0;
    } finally {
      store.close();
    }
  };
}
