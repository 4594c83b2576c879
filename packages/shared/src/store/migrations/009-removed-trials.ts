/** A trial whose run lies in the trash is over, unless it had come to a value; once restored, it is looked at again. */
export const removedTrials = /* sql */ `
DROP VIEW trial_state;
CREATE VIEW trial_state AS
SELECT trial.id AS trial_id, CASE
  WHEN run.id IS NULL THEN 'stopped'
  WHEN run.status = 'stopped' AND trial.pruned_reason IS NOT NULL THEN 'pruned'
  WHEN run.removed_at IS NOT NULL AND run.status <> 'completed' THEN 'stopped'
  WHEN run.status = 'stopped' AND trial.is_resting THEN 'paused'
  WHEN run.status = 'queued' AND trial.is_paused THEN 'paused'
  ELSE run.status END AS state
FROM trial LEFT JOIN run ON run.id = trial.run_id;

CREATE TRIGGER trial_restored AFTER UPDATE OF removed_at ON run WHEN old.removed_at IS NOT NULL AND new.removed_at IS NULL
BEGIN
  UPDATE trial SET is_settled = 0 WHERE run_id = new.id;
END;
`;
