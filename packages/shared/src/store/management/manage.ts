import type { Database } from 'better-sqlite3';
import type { AuditAction } from '../../domain/management.ts';
import type { CloneRequest, Run, RunId, RunRequest } from '../../domain/run.ts';
import type { cloneStore } from '../clone.ts';
import type { runStore } from '../run.ts';
import type { auditStore, Outcome } from './audit.ts';
import type { Edit, Editor, Place } from './edit.ts';

interface Needed {
  run: ReturnType<typeof runStore>;
  clone: ReturnType<typeof cloneStore>;
  audit: ReturnType<typeof auditStore>;
  editor: Editor;
}

/** What became of a wish: the entry to undo it by, null when there is nothing to undo. */
type EntryId = number | null;

/**
 * What people do to runs. Each of these is one transaction over all its runs, one entry in the audit, and undone as
 * one. What schedulers and trainers do is in `run`.
 */
export function manageStore(db: Database, { run, clone, audit, editor }: Needed) {
  const describe = (ids: readonly RunId[]): string => {
    const [first] = ids;
    if (ids.length === 1 && first !== undefined) return `run ${first} “${run.get(first).name}”`;
    return `${ids.length} runs (${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ' …' : ''})`;
  };
  const perform = (action: AuditAction, ids: readonly RunId[], tell: (runs: string) => string, body: () => Outcome) =>
    audit.perform({ action, summary: tell(describe(ids)), runIds: ids }, body);
  const setEach = (ids: readonly RunId[], place: (id: RunId) => Place, to: Edit['to']) => () =>
    ids.flatMap((id) => editor.set(place(id), to));
  const watchEach = (ids: readonly RunId[], body: (id: RunId) => void) => () =>
    ids.flatMap((id) =>
      editor.watch(
        [
          ['state', id],
          ['removedAt', id],
        ],
        () => body(id),
      ),
    );
  /** A queued run stops at once; of a running one an undo can only make another start, once it has stopped. */
  const stopOne = (id: RunId): Edit[] => {
    const isRunning = run.get(id).status === 'running';
    const edits = watchEach([id], run.requestStop)();
    return isRunning ? [{ place: ['progress', id], from: 'going', to: 'stopped' }] : edits;
  };
  const tags = db.prepare<[], { name: string; runs: number }>(
    `SELECT tag.name, count(*) AS runs FROM tag JOIN run ON run.id = run_id WHERE removed_at IS NULL
     GROUP BY tag.name ORDER BY runs DESC, tag.name`,
  );
  const queue = db.transaction(
    (make: () => Run, deed: (made: Run) => { action: AuditAction; summary: string }): Run => {
      const made = make();
      const whyFinal = `a run that was queued is taken back by removing it`;
      audit.perform({ ...deed(made), runIds: [made.id] }, () => ({ whyFinal }));
      return made;
    },
  );

  return {
    /** Queues a new run for a scheduler. */
    queue: (request: RunRequest): Run =>
      queue.immediate(
        () => run.queue(request),
        ({ id, name }) => ({ action: 'queue', summary: `Queued run ${id} “${name}”` }),
      ),
    /** Starts a new run that this process trains. */
    begin: (request: RunRequest, holder: string, dataDir: string | null): Run =>
      queue.immediate(
        () => run.begin(request, holder, dataDir),
        ({ id, name }) => ({ action: 'queue', summary: `Started run ${id} “${name}”` }),
      ),
    clone: (request: CloneRequest, holder?: string): Run =>
      queue.immediate(
        () => (holder === undefined ? clone.queue(request) : clone.begin(request, holder)),
        ({ id, name, parent }) => ({
          action: 'clone',
          summary: `Cloned run ${request.runId} from step ${parent?.step} as run ${id} “${name}”`,
        }),
      ),
    stop: (ids: readonly RunId[]): EntryId =>
      perform(
        'stop',
        ids,
        (runs) => `Stopped ${runs}`,
        () => ids.flatMap(stopOne),
      ),
    resume: (ids: readonly RunId[]): EntryId =>
      perform('resume', ids, (runs) => `Resumed ${runs}`, watchEach(ids, run.requeue)),
    rename: (id: RunId, name: string): EntryId =>
      perform(
        'rename',
        [id],
        (runs) => `Renamed ${runs} to “${name}”`,
        setEach([id], () => ['name', id], name),
      ),
    tag: (ids: readonly RunId[], tag: string): EntryId =>
      perform(
        'tag',
        ids,
        (runs) => `Tagged ${runs} “${tag}”`,
        setEach(ids, (id) => ['tag', id, tag], true),
      ),
    untag: (ids: readonly RunId[], tag: string): EntryId =>
      perform(
        'untag',
        ids,
        (runs) => `Took the tag “${tag}” off ${runs}`,
        setEach(ids, (id) => ['tag', id, tag], false),
      ),
    note: (id: RunId, notes: string): EntryId =>
      perform(
        'note',
        [id],
        (runs) => `Changed the notes of ${runs}`,
        setEach([id], () => ['notes', id], notes),
      ),
    /** Out of the list, yet not into the trash. */
    archive: (ids: readonly RunId[]): EntryId => {
      const now = Date.now();
      return perform(
        'archive',
        ids,
        (runs) => `Archived ${runs}`,
        () => ids.filter((id) => run.get(id).archivedAt === null).flatMap((id) => editor.set(['archivedAt', id], now)),
      );
    },
    unarchive: (ids: readonly RunId[]): EntryId =>
      perform(
        'unarchive',
        ids,
        (runs) => `Brought ${runs} back from the archive`,
        setEach(ids, (id) => ['archivedAt', id], null),
      ),
    /** To an experiment, which is made where there is none of that name. */
    move: (ids: readonly RunId[], experiment: string): EntryId =>
      perform(
        'move',
        ids,
        (runs) => `Moved ${runs} to experiment “${experiment}”`,
        () => {
          const moved: Edit[] = [];
          const made = editor.watch([['experimentRow', experiment]], () => {
            moved.push(...setEach(ids, (id) => ['experiment', id], experiment)());
          });
          return [...made.map((edit) => ({ ...edit, isIncidental: true })), ...moved];
        },
      ),
    /** Into the trash. */
    remove: (ids: readonly RunId[]): EntryId =>
      perform('remove', ids, (runs) => `Removed ${runs}`, watchEach(ids, run.remove)),
    /** Out of the trash. */
    restore: (ids: readonly RunId[]): EntryId =>
      perform('restore', ids, (runs) => `Restored ${runs}`, watchEach(ids, run.restore)),
    /** Every tag in use outside the trash, with how many runs have it, the most used first. */
    listTags: (): { name: string; runs: number }[] => tags.all(),
  };
}
