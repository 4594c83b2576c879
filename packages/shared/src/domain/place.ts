import { z } from 'zod';

/** A name as Slurm's administrators give them. It begins with no dash, so that it is never taken for an option. */
const SlurmName = z
  .string()
  .regex(
    /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}$/,
    'must be a name of letters, digits and ".", "_", "+", "-", not beginning with a dash',
  );

const hosts = String.raw`[A-Za-z0-9][A-Za-z0-9_.,\[\]-]{0,199}`;

/** Further options of `sbatch` that may be asked for, each with what its value may be made of. */
const flags: Record<string, string> = {
  constraint: '[A-Za-z0-9_][A-Za-z0-9_.&|*-]{0,199}',
  exclude: hosts,
  nodelist: hosts,
  reservation: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}',
  licenses: '[A-Za-z0-9_][A-Za-z0-9_.:,-]{0,199}',
  nice: '[0-9]{1,9}',
  'cpu-freq': '[A-Za-z0-9][A-Za-z0-9:-]{0,49}',
  tmp: '[0-9]{1,9}[KMGT]?',
};
export const slurmFlagNames = Object.keys(flags);
const flagPattern = new RegExp(
  `^(--exclusive|${Object.entries(flags)
    .map(([name, value]) => `--${name}=${value}`)
    .join('|')})$`,
);

const SlurmFlag = z
  .string()
  .regex(flagPattern, `must be --exclusive, or one of ${slurmFlagNames.map((name) => `--${name}=…`).join(', ')}`);

/** What a job asks of a Slurm cluster. Every text of it is held to a pattern: it becomes an argument of `sbatch`. */
export const SlurmPlace = z.strictObject({
  kind: z.literal('slurm'),
  /** The cluster's own choice when null, here and below. */
  partition: SlurmName.nullable().default(null),
  account: SlurmName.nullable().default(null),
  qos: SlurmName.nullable().default(null),
  cpus: z.int().min(1).max(1024).default(2),
  memoryMb: z.int().min(100).max(100_000_000).default(4000),
  gpus: z.int().min(0).max(64).default(0),
  /** Minutes until Slurm ends the job. A run that needs longer saves a checkpoint before, and goes on in the next. */
  minutes: z.int().min(3).max(1_000_000).default(60),
  flags: z.array(SlurmFlag).max(20).default([]),
});
export type SlurmPlace = z.infer<typeof SlurmPlace>;

/** A run that was trained without a hub, and brought here afterwards or meanwhile. */
const OfflinePlace = z.strictObject({ kind: z.literal('offline'), host: z.string().max(255) });
export type OfflinePlace = z.infer<typeof OfflinePlace>;

/** Where a run is trained, unless that is this machine. */
export const Place = z.discriminatedUnion('kind', [SlurmPlace, OfflinePlace]);
export type Place = z.infer<typeof Place>;

/** What a run's place says of it now. */
export const Job = z.object({
  /** As Slurm names it, `123` or `123_4`. */
  id: z.string(),
  /** In Slurm's words, as PENDING or RUNNING. */
  state: z.string(),
  /** Why it waits, or how it ended, in Slurm's words; as "Priority" or "Resources". */
  reason: z.string().nullable(),
  node: z.string().nullable(),
  /** How often it was put back into the queue. */
  requeues: z.int().min(0),
  /** It is in the queue no more. */
  isOver: z.boolean(),
});
export type Job = z.infer<typeof Job>;

/** What a scheduler that can submit to a cluster tells of it, as part of its lease. */
export const SlurmReport = z.object({
  /** As `22.05.8`. */
  version: z.string(),
  partitions: z.array(z.string()),
  /** Which of them serves whoever names none. */
  defaultPartition: z.string().nullable(),
  /** Why nothing can be submitted now; null when all is well. */
  problem: z.string().nullable(),
});
export type SlurmReport = z.infer<typeof SlurmReport>;
