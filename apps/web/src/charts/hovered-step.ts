import { useSyncExternalStore } from 'react';

let current: number | undefined;
const listeners = new Set<() => void>();

/** The step under the pointer, shared by all charts of the page. */
export const hoveredStep = {
  get: () => current,
  set: (step: number | undefined) => {
    if (step === current) return;
    current = step;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const useHoveredStep = () => useSyncExternalStore(hoveredStep.subscribe, hoveredStep.get, () => undefined);
