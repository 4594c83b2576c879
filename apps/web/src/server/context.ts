import { openStore, type Store } from '@duality/shared/store';
import { closeOnExit } from './close-on-exit.ts';
import { type Live, watchStore } from './live.ts';

export interface Context {
  store: Store;
  live: Live;
}

/** A store that could not be opened is not tried again for so long: an open page asks many times a second. */
const restMs = 1000;

// Next loads modules once per layer, and again after an edit in development; the process has one store all the same.
const held = globalThis as { dualityContext?: Context; dualityRefusal?: { error: unknown; at: number } };

/**
 * The store and its watcher, opened when first needed. Throws ExplainedError while it cannot be opened, and while the
 * file that is open is no longer the one of its name: what is asked then would go to a file that nobody can find.
 */
export function createContext(): Context {
  held.dualityContext ??= open();
  held.dualityContext.store.refuseGone();
  return held.dualityContext;
}

function open(): Context {
  const refusal = held.dualityRefusal;
  if (refusal && performance.now() - refusal.at < restMs) throw refusal.error;
  try {
    const store = openStore(process.env.DUALITY_STORE ?? '.duality/duality.db', 'dashboard');
    const live = watchStore(store);
    closeOnExit(store, live);
    return { store, live };
  } catch (error) {
    held.dualityRefusal = { error, at: performance.now() };
    throw error;
  }
}
