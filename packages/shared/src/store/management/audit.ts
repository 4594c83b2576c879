import type { Database } from 'better-sqlite3';
import { ConflictError, NotFoundError } from '../../domain/errors.ts';
import { type AuditAction, AuditEntry, type ListedEntry } from '../../domain/management.ts';
import type { RunId } from '../../domain/run.ts';
import type { Edit, Editor } from './edit.ts';

/** A change as its entry tells it. */
export interface Deed {
  action: AuditAction;
  summary: string;
  runIds: readonly RunId[];
  /** Another one than who opened the store. */
  actor?: string;
}

/** What a deed changed, or why that can never be undone. */
export type Outcome = Edit[] | { whyFinal: string };

type Row = Record<string, unknown>;

/** An entry for each change that a person makes, written with the change itself. */
export function auditStore(db: Database, editor: Editor, actor: string) {
  const insert = db.prepare<[Row]>(
    `INSERT INTO audit (at, actor, action, summary, run_ids, undo, why_final)
     VALUES (@at, @actor, @action, @summary, @runIds, @undo, @whyFinal)`,
  );
  const page = db.prepare<[number, number], Row>('SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?');
  const byId = db.prepare<[number], Row>('SELECT * FROM audit WHERE id = ?');
  const setUndone = db.prepare<[number, number]>('UPDATE audit SET undone_at = ? WHERE id = ?');

  const add = ({ action, summary, runIds, actor: other }: Deed, outcome: Outcome): number => {
    const isFinal = 'whyFinal' in outcome;
    return Number(
      insert.run({
        at: Date.now(),
        actor: other ?? actor,
        action,
        summary,
        runIds: JSON.stringify(runIds),
        undo: isFinal ? null : JSON.stringify(outcome),
        whyFinal: isFinal ? outcome.whyFinal : null,
      }).lastInsertRowid,
    );
  };
  const perform = db.transaction((deed: Deed, body: () => Outcome): number | null => {
    const outcome = body();
    if (Array.isArray(outcome) && outcome.length === 0) return null;
    const id = add(deed, outcome);
    return Array.isArray(outcome) ? id : null;
  });
  const undo = db.transaction((id: number): AuditEntry => {
    const row = byId.get(id);
    if (!row) throw new NotFoundError(`there is no change ${id}`);
    const entry = parse(row);
    const { action, summary, runIds, whyFinal, undoneAt } = entry;
    if (whyFinal !== null) throw new ConflictError(`“${summary}” cannot be undone: ${whyFinal}`);
    if (undoneAt !== null) throw new ConflictError(`“${summary}” has been undone already`);
    const back = revert(summary, JSON.parse(String(row.undo)));
    setUndone.run(Date.now(), id);
    const again = action === 'undo';
    const deed = { action: again ? 'redo' : 'undo', summary: tellUndo(entry), runIds } as const;
    return parse(byId.get(add(deed, back)) as Row);
  });
  const revert = (summary: string, edits: Edit[]): Edit[] => {
    try {
      return editor.revert(edits);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      throw new ConflictError(`“${summary}” cannot be undone any more: ${error.message}`);
    }
  };
  const findObstacle = (row: Row, { whyFinal, undoneAt }: AuditEntry): string | null => {
    if (undoneAt !== null) return 'it has been undone';
    return whyFinal ?? editor.findObstacle(JSON.parse(String(row.undo))) ?? null;
  };

  return {
    /** Newest first, those before the entry `before`. */
    list: (limit: number, before = Number.MAX_SAFE_INTEGER): ListedEntry[] =>
      page.all(before, limit).map((row) => {
        const entry = parse(row);
        return { ...entry, obstacle: findObstacle(row, entry) };
      }),
    /**
     * Makes a change and its entry in one transaction, and returns the entry's id; null when there is nothing to
     * undo. For the store's own use: what people can do is in `manage` and `experiment`.
     */
    perform: (deed: Deed, body: () => Outcome): number | null => perform.immediate(deed, body),
    /**
     * Takes a change back, all of it or nothing, and returns the entry of that, which can be undone in turn. Throws a
     * ConflictError that says what has changed since.
     */
    undo: (id: number): AuditEntry => undo.immediate(id),
  };
}

/** An undo of an undo does the first thing again, however often that is repeated. */
function tellUndo({ action, summary }: AuditEntry): string {
  const plain = summary.replace(/^(Undid|Redid): /, '');
  return `${action === 'undo' ? 'Redid' : 'Undid'}: ${plain}`;
}

function parse(row: Row): AuditEntry {
  return AuditEntry.parse({
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    summary: row.summary,
    runIds: JSON.parse(String(row.run_ids)),
    whyFinal: row.why_final,
    undoneAt: row.undone_at,
  });
}
