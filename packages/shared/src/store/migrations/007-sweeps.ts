/** Sweeps and their trials. A trial owns one run, and its state is that of the run, so that the two cannot disagree. */
export const sweeps = /* sql */ `
CREATE TABLE sweep (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  status TEXT NOT NULL CHECK (status IN ('running', 'paused', 'stopped', 'cancelled', 'completed')),
  request TEXT NOT NULL,
  data_dir TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER
) STRICT;

CREATE TABLE trial (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sweep_id INTEGER NOT NULL REFERENCES sweep (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  point INTEGER NOT NULL,
  params TEXT NOT NULL,
  seed INTEGER NOT NULL,
  -- Null once the run was deleted for good.
  run_id INTEGER UNIQUE REFERENCES run (id) ON DELETE SET NULL,
  -- A person wants it to rest.
  is_paused INTEGER NOT NULL DEFAULT 0,
  -- Its run was stopped to be gone on with, not to be over.
  is_resting INTEGER NOT NULL DEFAULT 0,
  pruned_reason TEXT,
  -- The last step that the rule of early stopping has judged.
  judged_step INTEGER NOT NULL DEFAULT -1,
  retries INTEGER NOT NULL DEFAULT 0,
  -- Interruptions since it last got any further, and the step at which it was last interrupted.
  interruptions INTEGER NOT NULL DEFAULT 0,
  interrupted_step INTEGER NOT NULL DEFAULT -1,
  -- Of an ended trial; null when it has none.
  objective REAL,
  -- Of trials that are not looked at again.
  is_settled INTEGER NOT NULL DEFAULT 0,
  UNIQUE (sweep_id, number)
) STRICT;

-- A run that is gone on with by hand is looked at again.
CREATE TRIGGER trial_goes_on AFTER UPDATE OF status ON run WHEN new.status IN ('queued', 'running')
BEGIN
  UPDATE trial SET is_settled = 0 WHERE run_id = new.id;
END;

CREATE VIEW trial_state AS
SELECT trial.id AS trial_id, CASE
  WHEN run.id IS NULL THEN 'stopped'
  WHEN run.status = 'stopped' AND trial.pruned_reason IS NOT NULL THEN 'pruned'
  WHEN run.status = 'stopped' AND trial.is_resting THEN 'paused'
  WHEN run.status = 'queued' AND trial.is_paused THEN 'paused'
  ELSE run.status END AS state
FROM trial LEFT JOIN run ON run.id = trial.run_id;

CREATE VIEW v_sweep AS
SELECT id AS sweep_id, name, status, json_extract(request, '$.strategy') AS strategy,
  json_extract(request, '$.objective.metric') AS objective, json_extract(request, '$.objective.direction') AS direction,
  json_extract(request, '$.space') AS space_json, created_at, started_at, ended_at
FROM sweep;

CREATE VIEW v_trial AS
SELECT id AS trial_id, sweep_id, run_id, number, state, params AS params_json, objective AS objective_value, point, seed,
  pruned_reason, retries
FROM trial JOIN trial_state ON trial_state.trial_id = trial.id;
`;
