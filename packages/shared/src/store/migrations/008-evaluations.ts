/** What evaluations found beside their values, which are metrics, and what the doctor said of a run. */
export const evaluations = /* sql */ `
CREATE TABLE metric_interval (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  step INTEGER NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  PRIMARY KEY (run_id, name, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE metric_floor (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  PRIMARY KEY (run_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE evaluation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  -- Samples over their nearest training images; null where there are no images.
  neighbours BLOB,
  created_at INTEGER NOT NULL,
  UNIQUE (run_id, step)
) STRICT;
-- Browsers keep a picture for good under its id, so a second store must not start from 1 again.
INSERT INTO sqlite_sequence (name, seq) VALUES ('evaluation', random() & 0xffffffffff);

CREATE TABLE alert (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  -- From this step on the rule held; 0 for what the config alone says.
  step INTEGER NOT NULL,
  rule TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('warning', 'error')),
  message TEXT NOT NULL,
  -- Config keys with values that may mend it.
  edits TEXT NOT NULL CHECK (json_valid(edits)),
  -- The first step at which it held no more.
  ended_step INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (run_id, rule, step)
) STRICT;
CREATE TRIGGER alert_added AFTER INSERT ON alert BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.run_id, 'run', new.step, new.step, new.created_at);
END;
CREATE TRIGGER alert_ended AFTER UPDATE OF ended_step ON alert WHEN old.ended_step IS NOT new.ended_step BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (new.run_id, 'run', new.step, new.step, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER));
END;

CREATE VIEW v_alert AS
SELECT run_id, step, rule, severity, message, ended_step, created_at
FROM alert WHERE run_id IN (SELECT id FROM run WHERE removed_at IS NULL);
`;
