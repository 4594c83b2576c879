import { z } from 'zod';

/** Images from the run's fixed noise at one step; the PNG itself is fetched apart, by `id`. */
export const SampleGrid = z.object({
  id: z.int(),
  runId: z.int(),
  step: z.int(),
  columns: z.int(),
  rows: z.int(),
  width: z.int(),
  height: z.int(),
  createdAt: z.int(),
});
export type SampleGrid = z.infer<typeof SampleGrid>;

/** Steps 1, 2, 4, 8 …, where most happens, and then every `sampleEvery` steps; the last step always. */
export function isSampleStep(step: number, sampleEvery: number, lastStep: number): boolean {
  const isPowerOfTwo = Number.isInteger(Math.log2(step));
  return (isPowerOfTwo && step < sampleEvery) || step % sampleEvery === 0 || step === lastStep;
}
