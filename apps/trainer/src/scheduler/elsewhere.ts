import type { SlurmReport } from '@duality/shared';
import type { Store } from '@duality/shared/store';
import { createSlurm } from './launchers/slurm/slurm.ts';
import { createIntake } from './take-in.ts';

export interface Elsewhere {
  /** To be called in each round; answers whether there is more to take in at once. */
  round: () => boolean;
  describeCluster: () => SlurmReport | null;
  /** Resolves once nothing is asked any more. Jobs go on: they need no hub. */
  end: () => Promise<void>;
}

const askEveryMs = 1000;

/** Runs that train elsewhere: what comes of them, through the folder `exchange`, and what a cluster is told and tells. */
export function createElsewhere(store: Store, exchange: string, say: (line: string) => void): Elsewhere {
  const intake = createIntake(store, exchange, say);
  const slurm = createSlurm({ store, exchange, say, takeAll: intake.takeAll });
  let asking: Promise<void> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    round: () => {
      // Beside the rounds, which must not wait for a cluster that does not answer.
      if (!asking && performance.now() - askedAt > askEveryMs) {
        askedAt = performance.now();
        asking = slurm.round().finally(() => {
          asking = undefined;
        });
      }
      return intake.take();
    },
    describeCluster: slurm.report,
    end: async () => asking,
  };
}
