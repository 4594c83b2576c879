import type { Database } from 'better-sqlite3';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { type Experiment, noCounts } from '../../domain/management.ts';
import type { RunId, RunStatus } from '../../domain/run.ts';
import type { auditStore } from './audit.ts';
import type { Editor } from './edit.ts';

type EntryId = number | null;

/** Named groups of runs. Each name that a run uses has a row; triggers see to that. */
export function experimentStore(db: Database, audit: ReturnType<typeof auditStore>, editor: Editor) {
  const rows = db.prepare<[], Pick<Experiment, 'name' | 'notes' | 'createdAt'>>(
    'SELECT name, notes, created_at AS createdAt FROM experiment ORDER BY name',
  );
  const counted = db.prepare<
    [],
    { name: string; status: RunStatus; isRemoved: number; runs: number; newestAt: number | null }
  >(
    `SELECT experiment AS name, status, removed_at IS NOT NULL AS isRemoved, count(*) AS runs,
       max(max(created_at, coalesce(started_at, 0), coalesce(ended_at, 0))) AS newestAt
     FROM run GROUP BY experiment, status, removed_at IS NOT NULL`,
  );
  const runsOf = db.prepare<[string], RunId>('SELECT id FROM run WHERE experiment = ?').pluck();
  const exists = db.prepare<[string], number>('SELECT count(*) FROM experiment WHERE name = ?').pluck();

  const newRow = () => ({ notes: '', createdAt: Date.now() });
  const refuseTaken = (name: string, remedy: string): void => {
    if (exists.get(name)) throw new ConflictError(`there is an experiment “${name}” already; ${remedy}`);
  };
  const refuseMissing = (name: string): void => {
    if (!exists.get(name)) throw new NotFoundError(`there is no experiment “${name}”`);
  };
  const list = (): Experiment[] => {
    const all = new Map<string, Experiment>();
    for (const row of rows.all()) all.set(row.name, { ...row, counts: noCounts(), removed: 0, newestAt: null });
    for (const { name, status, isRemoved, runs, newestAt } of counted.all()) {
      const experiment = all.get(name);
      if (!experiment) continue;
      if (isRemoved) experiment.removed += runs;
      else {
        experiment.counts[status] += runs;
        experiment.newestAt = Math.max(experiment.newestAt ?? 0, newestAt ?? 0);
      }
    }
    // The latest activity first, the empty ones last.
    return [...all.values()].sort((a, b) => (b.newestAt ?? 0) - (a.newestAt ?? 0));
  };

  return {
    list: (): Experiment[] => db.transaction(list)(),
    create: (name: string): EntryId =>
      audit.perform({ action: 'createExperiment', summary: `Created experiment “${name}”`, runIds: [] }, () => {
        refuseTaken(name, 'choose another name');
        return editor.set(['experimentRow', name], newRow());
      }),
    /** Its runs move along, those in the trash as well. */
    rename: (name: string, to: string): EntryId => {
      const summary = `Renamed experiment “${name}” to “${to}”`;
      return audit.perform({ action: 'renameExperiment', summary, runIds: [] }, () => {
        refuseMissing(name);
        if (name === to) return [];
        refuseTaken(to, 'move the runs there instead');
        const kept = rows.all().find((row) => row.name === name) ?? newRow();
        return [
          ...editor.set(['experimentRow', to], { notes: kept.notes, createdAt: kept.createdAt }),
          ...runsOf.all(name).flatMap((id) => editor.set(['experiment', id], to)),
          ...editor.set(['experimentRow', name], null),
        ];
      });
    },
    note: (name: string, notes: string): EntryId => {
      const summary = `Changed the notes of experiment “${name}”`;
      return audit.perform({ action: 'noteExperiment', summary, runIds: [] }, () =>
        editor.set(['experimentNotes', name], notes),
      );
    },
    /** An empty one only; throws a ConflictError that says how many runs it has. */
    remove: (name: string): EntryId => {
      const summary = `Deleted experiment “${name}”`;
      return audit.perform({ action: 'removeExperiment', summary, runIds: [] }, () => {
        refuseMissing(name);
        return editor.set(['experimentRow', name], null);
      });
    },
  };
}
