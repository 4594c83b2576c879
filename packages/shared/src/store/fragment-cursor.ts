import type { Database } from 'better-sqlite3';
import type { RunId } from '../domain/run.ts';

/** How far a worker's file has been taken in. */
export interface FragmentCursor {
  fragment: number;
  /** All records up to this one are. */
  record: number;
  /** No record that is missing begins before this byte. */
  byte: number;
}

export function fragmentCursorStore(db: Database) {
  const ofRun = db.prepare<[RunId], FragmentCursor>(
    'SELECT fragment, record, byte FROM fragment_cursor WHERE run_id = ? ORDER BY fragment',
  );
  const put = db.prepare<[FragmentCursor & { runId: RunId }]>(
    'INSERT OR REPLACE INTO fragment_cursor (run_id, fragment, record, byte) VALUES (@runId, @fragment, @record, @byte)',
  );
  return {
    /** In order. */
    list: (runId: RunId): FragmentCursor[] => ofRun.all(runId),
    put: (runId: RunId, cursor: FragmentCursor): void => void put.run({ ...cursor, runId }),
  };
}
