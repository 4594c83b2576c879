import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConflictError, type GalleryFormat, NotFoundError } from '@duality/shared';
import { mediaTypes, nameExport } from './export-name.ts';

export interface ExportJob {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  format: GalleryFormat;
  fileName: string;
  done: number;
  /** 0 before anyone knows. */
  total: number;
  /** Once it is done. */
  bytes: number | null;
  /** Why it failed, for people. */
  problem: string | null;
  createdAt: number;
}

/** Writes the file, telling how far it is; answers its size in bytes. */
type WriteExport = (
  file: string,
  making: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
) => Promise<number>;

interface HeldJob {
  view: ExportJob;
  write: WriteExport;
  leaving: AbortController;
}

const atOnce = 2;
const waitingAtMost = 20;

/** Files that are being made in this process, two at a time, and those that wait to be fetched, for an hour. */
export function createExportJobs(folder: string, explain: (error: unknown) => string, { keepMs = 3_600_000 } = {}) {
  const jobs = new Map<string, HeldJob>();
  const all = () => [...jobs.values()];
  const fileOf = (id: string) => join(folder, id);

  const get = (id: string): HeldJob => {
    const job = jobs.get(id);
    if (!job) throw new NotFoundError('there is no such export any more; files are kept for an hour');
    return job;
  };

  const forgetLater = (id: string) =>
    setTimeout(() => {
      jobs.delete(id);
      rmSync(fileOf(id), { force: true });
    }, keepMs).unref();

  const run = async ({ view, write, leaving }: HeldJob): Promise<void> => {
    view.state = 'running';
    const onProgress = (done: number, total: number) => void Object.assign(view, { done, total });
    try {
      view.bytes = await write(fileOf(view.id), { signal: leaving.signal, onProgress });
      view.state = 'done';
    } catch (error) {
      view.state = leaving.signal.aborted ? 'cancelled' : 'failed';
      if (view.state === 'failed') view.problem = explain(error);
    }
    forgetLater(view.id);
    startNext();
  };

  const startNext = (): void => {
    const isFree = all().filter(({ view }) => view.state === 'running').length < atOnce;
    const next = all().find(({ view }) => view.state === 'waiting');
    if (isFree && next) void run(next);
  };

  return {
    add: (runIds: readonly number[], format: GalleryFormat, write: WriteExport): ExportJob => {
      if (all().filter(({ view }) => view.state === 'waiting').length >= waitingAtMost) {
        throw new ConflictError(`${waitingAtMost} exports are waiting already; cancel some, or wait for them`);
      }
      const view: ExportJob = {
        id: randomBytes(16).toString('hex'),
        state: 'waiting',
        format,
        fileName: nameExport(runIds, format),
        done: 0,
        total: 0,
        bytes: null,
        problem: null,
        createdAt: Date.now(),
      };
      jobs.set(view.id, { view, write, leaving: new AbortController() });
      startNext();
      return { ...view };
    },
    get: (id: string): ExportJob => ({ ...get(id).view }),
    /** The newest first. */
    list: (): ExportJob[] =>
      all()
        .map(({ view }) => ({ ...view }))
        .reverse(),
    /** One that is over stays as it is. */
    cancel: (id: string): ExportJob => {
      const { view, leaving } = get(id);
      leaving.abort();
      if (view.state === 'waiting') {
        view.state = 'cancelled';
        forgetLater(id);
      }
      return { ...view };
    },
    /** What is there to be fetched. */
    open: (id: string) => {
      const { view } = get(id);
      if (view.state !== 'done') throw new NotFoundError('this export is not done');
      return { file: fileOf(id), name: view.fileName, mediaType: mediaTypes[view.format] };
    },
  };
}

export type ExportJobs = ReturnType<typeof createExportJobs>;
