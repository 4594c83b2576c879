/** Works on `limit` items at a time. After a failure no new item is begun, and the first failing item's error is thrown. */
export async function eachConcurrently<T>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const failures: { index: number; error: unknown }[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      try {
        await work(items[index] as T, index);
      } catch (error) {
        failures.push({ index, error });
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  // Items are begun in order, so the lowest failure is the same on every run.
  const [first] = failures.sort((a, b) => a.index - b.index);
  if (first) throw first.error;
}
