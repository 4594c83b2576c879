/** A queue of batches: the newest first, and within it in the order in which things were added. */
export function newestBatch<Item>() {
  const batches: Item[][] = [];
  let open: Item[] | undefined;
  return {
    add: (item: Item) => {
      open ??= [];
      open.push(item);
      // One that has been emptied meanwhile is no longer there.
      if (batches.at(-1) !== open) batches.push(open);
    },
    /** What is added from now on belongs to another batch. */
    close: () => {
      open = undefined;
    },
    take: (): Item | undefined => {
      const item = batches.at(-1)?.shift();
      if (batches.at(-1)?.length === 0) batches.pop();
      return item;
    },
  };
}
