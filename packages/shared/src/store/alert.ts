import type { Database } from 'better-sqlite3';
import { Alert } from '../domain/alert.ts';
import type { AlertRuleName } from '../domain/doctor/rule-names.ts';
import type { RunId } from '../domain/run.ts';

export type NewAlert = Omit<Alert, 'id' | 'endedStep' | 'createdAt'>;

export function alertStore(db: Database) {
  const columns = `id, run_id AS runId, step, rule, severity, message, edits, ended_step AS endedStep,
    created_at AS createdAt`;
  const insert = db.prepare(
    `INSERT INTO alert (run_id, step, rule, severity, message, edits, created_at)
     VALUES (@runId, @step, @rule, @severity, @message, @edits, @now)
     ON CONFLICT (run_id, rule, step) DO UPDATE SET message = excluded.message, ended_step = NULL`,
  );
  const end = db.prepare<[number, RunId, string]>(
    'UPDATE alert SET ended_step = ? WHERE run_id = ? AND rule = ? AND ended_step IS NULL',
  );
  const reopen = db.prepare<[RunId, number]>('UPDATE alert SET ended_step = NULL WHERE run_id = ? AND ended_step > ?');
  const forget = db.prepare<[RunId, number]>('DELETE FROM alert WHERE run_id = ? AND step > ?');
  const ofRun = db.prepare<[RunId], Record<string, unknown>>(
    `SELECT ${columns} FROM alert WHERE run_id = ? ORDER BY step, id`,
  );
  const rewind = db.transaction((runId: RunId, step: number): void => {
    forget.run(runId, step);
    reopen.run(runId, step);
  });
  return {
    /** One that is raised again at the same step holds again. */
    raise: (alert: NewAlert, now = Date.now()): void =>
      void insert.run({ ...alert, edits: JSON.stringify(alert.edits), now }),
    /** The rule of this run holds no more, from `step` on. */
    end: (runId: RunId, rule: AlertRuleName, step: number): void => void end.run(step, runId, rule),
    /** As it was after `step`: what a resumed run repeats says it again. */
    rewind: (runId: RunId, step: number): void => rewind(runId, step),
    /** In step order. */
    list: (runId: RunId): Alert[] =>
      ofRun.all(runId).map((row) => Alert.parse({ ...row, edits: JSON.parse(String(row.edits)) })),
  };
}
