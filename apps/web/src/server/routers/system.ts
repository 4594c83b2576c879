import { SlurmReport } from '@duality/shared';
import { storeVersion } from '@duality/shared/store';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';
import { version } from '../version.ts';

/** What the scheduler says of itself in its lease. */
const Scheduler = z.object({
  slots: z.int(),
  running: z.int(),
  engine: z.string(),
  /** Null where it can submit to no cluster; absent from the leases of older ones. */
  slurm: SlurmReport.nullish(),
});

export const systemRouter = router({
  health: procedure.query(({ ctx: { store } }) => {
    const detail = Scheduler.safeParse(store.lease.find('scheduler')?.detail);
    // A lease that has run out is not found, so the scheduler behind one that is found is alive.
    return { version, storeVersion, scheduler: detail.success ? { alive: true, ...detail.data } : null };
  }),
});
