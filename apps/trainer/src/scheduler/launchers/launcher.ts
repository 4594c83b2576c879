import type { RunId } from '@duality/shared';

/** How a trainer process ended: nothing of it is left. */
export interface TrainerExit {
  runId: RunId;
  /** In words, as `exited with code 1` or `was ended by SIGKILL`, with the last lines it wrote where there are any. */
  reason: string;
}

/** Starts trainers somewhere. What it knows of processes stays behind this interface. */
export interface Launcher {
  launch: (runId: RunId) => void;
  /** Whether it started this run's trainer and has not been told to forget it. */
  holds: (runId: RunId) => boolean;
  /** Trainers that have ended and are not forgotten yet. */
  listExits: () => readonly TrainerExit[];
  /** Once its end is on record. */
  forget: (runId: RunId) => void;
}
