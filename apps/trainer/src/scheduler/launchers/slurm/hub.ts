import type { RunId } from '@duality/shared';
import type { Store } from '@duality/shared/store';

/** What submits to a cluster, as far as that needs to know it. */
export interface Hub {
  store: Store;
  /** Folder that hub and nodes share. */
  exchange: string;
  say: (line: string) => void;
  /** Takes in all that a run's worker has written so far. */
  takeAll: (runId: RunId, uid: string) => void;
}
