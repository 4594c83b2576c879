import { z } from 'zod';
import { engineNames } from './engine-names.ts';

export { engineNames };

export const EngineName = z.enum(engineNames);
export type EngineName = z.infer<typeof EngineName>;

export const EngineChoice = z.enum(['auto', ...engineNames]);
export type EngineChoice = z.infer<typeof EngineChoice>;

/** What computes a run's numbers, and why it was chosen. */
export const EngineReport = z.object({
  engine: EngineName,
  /** For `tensorflow` the native library's version, otherwise that of TensorFlow.js. */
  version: z.string(),
  device: z.string(),
  reason: z.string(),
  /** Threads that share one operation: its sums, and so the curve's last digits, depend on how many there are. */
  opThreads: z.int().min(1).nullable().default(null),
});
export type EngineReport = z.infer<typeof EngineReport>;
