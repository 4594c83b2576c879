/** Something that many parts of a page know at once and that is gone with it; undefined while there is none. */
export interface SharedState<T> {
  get: () => T | undefined;
  set: (value: T | undefined) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createSharedState<T>(): SharedState<T> {
  let current: T | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (value === current) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
