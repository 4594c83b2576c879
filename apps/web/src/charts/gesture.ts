import type { Span } from './range.ts';

let current: Span | undefined;
const listeners = new Set<(view: Span | undefined) => void>();

/** The part of the x-axis that a hand is choosing right now: all charts of the page follow, before anything is redrawn. */
export const gesture = {
  get: () => current,
  set: (view: Span | undefined) => {
    current = view;
    for (const listener of listeners) listener(view);
  },
  subscribe: (listener: (view: Span | undefined) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
