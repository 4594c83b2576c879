import type { Database } from 'better-sqlite3';
import { ArgumentError, NotFoundError } from '../../domain/errors.ts';
import type { NewPin, Pin } from '../../domain/pin.ts';
import type { RunId } from '../../domain/run.ts';
import type { sampleGridStore } from '../sample-grid.ts';
import type { auditStore } from './audit.ts';
import type { Editor } from './edit.ts';

type EntryId = number | null;
interface Needed {
  audit: ReturnType<typeof auditStore>;
  editor: Editor;
  sampleGrid: ReturnType<typeof sampleGridStore>;
}

type Row = Omit<Pin, 'grid'>;
type Place = Pick<NewPin, 'runId' | 'step' | 'tile'>;

/** Pictures that people marked, each with a note. A pin goes with its run. */
export function pinStore(db: Database, { audit, editor, sampleGrid }: Needed) {
  const columns = 'pin.id, pin.run_id AS runId, pin.step, tile, note, pin.created_at AS createdAt';
  const ofRuns = db.prepare<[string], Row>(
    `SELECT ${columns} FROM pin JOIN run ON run.id = pin.run_id
     WHERE pin.run_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL
     ORDER BY pin.run_id, pin.step, tile, pin.id`,
  );
  const byId = db.prepare<[number], Row>(`SELECT ${columns} FROM pin WHERE id = ?`);
  const lastId = db.prepare<[], number>("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'pin'").pluck();

  const withGrid = (pin: Row): Pin => ({ ...pin, grid: sampleGrid.find(pin.runId, pin.step) ?? null });
  const get = (id: number): Pin => {
    const pin = byId.get(id);
    if (!pin) throw new NotFoundError(`there is no pin ${id}`);
    return withGrid(pin);
  };
  const refuseMissing = ({ runId, step, tile }: Place): void => {
    const grid = sampleGrid.find(runId, step);
    if (!grid) throw new NotFoundError(`run ${runId} has no sample grid of step ${step}`);
    const tiles = grid.columns * grid.rows;
    if (tile !== null && tile >= tiles)
      throw new ArgumentError(`there is no tile ${tile} in a grid of ${tiles}; choose one from 0 to ${tiles - 1}`);
  };

  return {
    /** In the order of runs and steps; those of runs in the trash are left out. */
    list: (runIds: readonly RunId[]): Pin[] => ofRuns.all(JSON.stringify(runIds)).map(withGrid),
    add: ({ runId, step, tile, note }: NewPin): { pin: Pin; entry: EntryId } => {
      let id = 0;
      const deed = { action: 'pin', summary: `Pinned ${nameOf({ runId, step, tile })}`, runIds: [runId] } as const;
      const entry = audit.perform(deed, () => {
        refuseMissing({ runId, step, tile });
        id = (lastId.get() ?? 0) + 1;
        return editor.set(['pin', id], { runId, step, tile, note, createdAt: Date.now() });
      });
      return { pin: get(id), entry };
    },
    note: (id: number, note: string): EntryId => {
      const { runId, step, tile, createdAt } = get(id);
      const summary = `Wrote another note to the pin on ${nameOf({ runId, step, tile })}`;
      return audit.perform({ action: 'notePin', summary, runIds: [runId] }, () =>
        editor.set(['pin', id], { runId, step, tile, note, createdAt }),
      );
    },
    remove: (id: number): EntryId => {
      const pin = get(id);
      return audit.perform({ action: 'unpin', summary: `Took the pin off ${nameOf(pin)}`, runIds: [pin.runId] }, () =>
        editor.set(['pin', id], null),
      );
    },
  };
}

const nameOf = ({ runId, step, tile }: Place) =>
  `${tile === null ? 'the grid' : `tile ${tile}`} of run ${runId} at step ${step}`;
