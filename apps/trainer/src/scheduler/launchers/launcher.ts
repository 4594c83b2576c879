import type { RunId } from '@duality/shared';
import type { TrainerProcess } from '@duality/shared/store';

/** How a trainer process ended: nothing of it is left. */
export interface TrainerExit {
  runId: RunId;
  /** In words, as `exited with code 1` or `was ended by SIGKILL`, with the last lines it wrote where there are any. */
  reason: string;
}

/** What one trainer may take of its machine. */
export interface SlotLimits {
  threads: number;
  /** No limit when absent. */
  memoryBytes?: number;
}

/** Starts trainers somewhere. What it knows of processes stays behind this interface. */
export interface Launcher {
  launch: (runId: RunId, limits: SlotLimits) => void;
  /** Whether it started this run's trainer and has not been told to forget it. */
  holds: (runId: RunId) => boolean;
  /** Trainers that have ended and are not forgotten yet. */
  listExits: () => readonly TrainerExit[];
  /** Resolves when the next one ends. */
  nextExit: () => Promise<void>;
  /** Once its end is on record. */
  forget: (runId: RunId) => void;
  /** Asks a trainer to save a checkpoint and end, or ends it at once. Also one that an earlier launcher started. */
  stop: (trainer: TrainerProcess, atOnce: boolean) => void;
  /** Bytes of memory that it holds now; undefined where nobody can tell. */
  measureMemory: (trainer: TrainerProcess) => number | undefined;
}
