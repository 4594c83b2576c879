/** Keeps what was used last as long as the sizes of all together stay within `budget`; the rest is let go of. */
export function newestUsed<Key, Value>(budget: number, letGo: (value: Value) => void) {
  const kept = new Map<Key, { value: Value; size: number }>();
  let total = 0;
  const drop = (key: Key) => {
    const found = kept.get(key);
    if (!found) return;
    kept.delete(key);
    total -= found.size;
    letGo(found.value);
  };
  return {
    get: (key: Key): Value | undefined => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    has: (key: Key) => kept.has(key),
    /** What alone is larger than the budget is kept until the next comes. */
    set: (key: Key, value: Value, size: number) => {
      drop(key);
      kept.set(key, { value, size });
      total += size;
      for (const [oldest] of kept) {
        if (total <= budget || oldest === key) break;
        drop(oldest);
      }
    },
  };
}
