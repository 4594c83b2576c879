import { expect, test } from 'vitest';
import { newestBatch } from './newest-batch.ts';

const takeAll = (queue: ReturnType<typeof newestBatch<number>>) => {
  const taken: number[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
};

test('the newest batch comes first, each in its own order', () => {
  const queue = newestBatch<number>();
  for (const item of [1, 2, 3]) queue.add(item);
  queue.close();
  for (const item of [4, 5]) queue.add(item);
  expect(takeAll(queue)).toEqual([4, 5, 1, 2, 3]);
});

test('nothing is lost when a batch is emptied while it is still added to', () => {
  const queue = newestBatch<number>();
  queue.add(1);
  queue.close();
  queue.add(2);
  expect(queue.take()).toBe(2);
  queue.add(3);
  queue.add(4);
  expect(takeAll(queue)).toEqual([3, 4, 1]);
});
