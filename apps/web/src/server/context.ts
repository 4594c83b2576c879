import { openStore, type Store } from '@duality/shared/store';
import { closeOnExit } from './close-on-exit.ts';
import { type Live, watchStore } from './live.ts';

export interface Context {
  store: Store;
  live: Live;
}

// Next loads modules once per layer, and again after an edit in development; the process has one store all the same.
const held = globalThis as { dualityContext?: Context };

/** The store and its watcher, opened when first needed; throws ExplainedError, each time anew, while it cannot be. */
export function createContext(): Context {
  if (!held.dualityContext) {
    const store = openStore(process.env.DUALITY_STORE ?? '.duality/duality.db', 'dashboard');
    const live = watchStore(store);
    closeOnExit(store, live);
    held.dualityContext = { store, live };
  }
  return held.dualityContext;
}
