/**
 * Every row in `change` tells open pages that something is new; its seq is the only cursor.
 * Triggers write it for runs, grids and logs, so that no writer can forget; metrics write it once a step.
 */
export const runs = /* sql */ `
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  experiment TEXT NOT NULL,
  preset TEXT NOT NULL,
  config TEXT NOT NULL CHECK (json_valid(config)),
  data_dir TEXT,
  requested_engine TEXT NOT NULL,
  engine TEXT CHECK (engine IS NULL OR json_valid(engine)),
  status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'stopped', 'failed')),
  reason TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  removed_at INTEGER,
  last_step INTEGER NOT NULL DEFAULT 0,
  stop_requested_at INTEGER,
  claimed_by TEXT,
  host TEXT,
  pid INTEGER,
  process_started_at TEXT,
  heartbeat_at INTEGER
) STRICT;
CREATE INDEX run_by_status ON run (status, id);

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  UNIQUE (run_id, name)
) STRICT;

CREATE TABLE metric (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  value REAL,
  kind TEXT CHECK (kind IN ('nan', 'inf', '-inf')),
  PRIMARY KEY (series_id, step),
  CHECK ((value IS NULL) = (kind IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX metric_not_finite ON metric (series_id, step) WHERE value IS NULL;

CREATE TABLE sample_grid (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  columns INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  png BLOB NOT NULL,
  UNIQUE (run_id, step)
) STRICT;
-- Browsers keep a grid for good under its id, so a second store must not start from 1 again.
INSERT INTO sqlite_sequence (name, seq) VALUES ('sample_grid', random() & 0xffffffffff);

CREATE TABLE checkpoint (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('info', 'warning', 'error')),
  message TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_run ON log (run_id, seq);

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('run', 'metrics', 'grid', 'log')),
  first_step INTEGER NOT NULL,
  last_step INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX change_by_step ON change (run_id, kind, first_step);

CREATE TRIGGER run_added AFTER INSERT ON run BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.id, 'run', new.last_step, new.last_step, new.created_at);
END;
CREATE TRIGGER run_changed AFTER UPDATE OF name, status, reason, engine, config, removed_at, stop_requested_at ON run BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (new.id, 'run', new.last_step, new.last_step, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER));
END;
CREATE TRIGGER grid_added AFTER INSERT ON sample_grid BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.run_id, 'grid', new.step, new.step, new.created_at);
END;
CREATE TRIGGER log_added AFTER INSERT ON log BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.run_id, 'log', new.seq, new.seq, new.at);
END;

CREATE VIEW v_run AS
SELECT id AS run_id, name, experiment, preset, status, reason, json_extract(config, '$.seed') AS seed,
  json_extract(engine, '$.engine') AS engine, created_at, started_at, ended_at, last_step, config AS config_json
FROM run WHERE removed_at IS NULL;

CREATE VIEW v_metric AS
SELECT run.id AS run_id, series.name, metric.step, metric.value,
  (SELECT at FROM change WHERE change.run_id = run.id AND change.kind = 'metrics' AND change.first_step <= metric.step
   ORDER BY change.first_step DESC, change.seq DESC LIMIT 1) AS time_ms,
  metric.kind
FROM run JOIN series ON series.run_id = run.id JOIN metric ON metric.series_id = series.id
WHERE run.removed_at IS NULL;

CREATE VIEW v_sample_grid AS
SELECT run_id, step, columns, rows, width, height, png
FROM sample_grid WHERE run_id IN (SELECT id FROM run WHERE removed_at IS NULL);

CREATE VIEW v_checkpoint AS
SELECT run_id, step, bytes, sha256
FROM checkpoint WHERE run_id IN (SELECT id FROM run WHERE removed_at IS NULL);
`;
