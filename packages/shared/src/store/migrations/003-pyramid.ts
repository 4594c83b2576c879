/**
 * Metrics summed up while they are written: `pyramid` has a row for each closed bucket of 16^level steps, `series` the
 * sum of all steps before `closed_before`. The rows of older files are made by `rebuildAll` right after this.
 * `change` loses AUTOINCREMENT, which wrote one page more a commit: a purge leaves a newest row behind, so that no
 * number is ever given twice. Runs get what people keep them apart by.
 */
export const pyramid = /* sql */ `
CREATE TABLE pyramid (
  series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  level INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  n INTEGER NOT NULL,
  lo REAL,
  lo_step INTEGER,
  hi REAL,
  hi_step INTEGER,
  last REAL,
  mean REAL,
  non_finite INTEGER NOT NULL,
  PRIMARY KEY (series_id, level, bucket)
) STRICT, WITHOUT ROWID;

ALTER TABLE series ADD COLUMN closed_before INTEGER NOT NULL DEFAULT 0;
ALTER TABLE series ADD COLUMN n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE series ADD COLUMN lo REAL;
ALTER TABLE series ADD COLUMN lo_step INTEGER;
ALTER TABLE series ADD COLUMN hi REAL;
ALTER TABLE series ADD COLUMN hi_step INTEGER;
ALTER TABLE series ADD COLUMN last REAL;
ALTER TABLE series ADD COLUMN mean REAL;
ALTER TABLE series ADD COLUMN non_finite INTEGER NOT NULL DEFAULT 0;

DROP VIEW v_run;
DROP VIEW v_metric;
DROP TRIGGER run_added;
DROP TRIGGER run_changed;
DROP TRIGGER grid_added;
DROP TRIGGER log_added;

ALTER TABLE run ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN archived_at INTEGER;
-- Moves with every write of metrics: a writer that finds another number than its own reads the series anew.
ALTER TABLE run ADD COLUMN metric_writes INTEGER NOT NULL DEFAULT 0;
UPDATE run SET uid = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX run_by_uid ON run (uid);

CREATE TABLE tag (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (run_id, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE change RENAME TO old_change;
CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('run', 'metrics', 'grid', 'log', 'purged')),
  first_step INTEGER NOT NULL,
  last_step INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
INSERT INTO change SELECT seq, run_id, kind, first_step, last_step, at FROM old_change;
DROP TABLE old_change;
CREATE INDEX change_by_run ON change (run_id, first_step);

CREATE TRIGGER run_added AFTER INSERT ON run BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.id, 'run', new.last_step, new.last_step, new.created_at);
END;
CREATE TRIGGER run_changed
AFTER UPDATE OF name, experiment, status, reason, engine, config, notes, archived_at, removed_at, stop_requested_at ON run BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (new.id, 'run', new.last_step, new.last_step, CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;
CREATE TRIGGER run_purged BEFORE DELETE ON run BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (old.id, 'purged', old.last_step, old.last_step, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  DELETE FROM change WHERE run_id = old.id AND kind <> 'purged';
END;
CREATE TRIGGER tag_added AFTER INSERT ON tag BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (new.run_id, 'run', 0, 0, CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;
CREATE TRIGGER tag_dropped AFTER DELETE ON tag WHEN EXISTS (SELECT 1 FROM run WHERE id = old.run_id) BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (old.run_id, 'run', 0, 0, CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;
CREATE TRIGGER grid_added AFTER INSERT ON sample_grid BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.run_id, 'grid', new.step, new.step, new.created_at);
END;
CREATE TRIGGER log_added AFTER INSERT ON log BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at) VALUES (new.run_id, 'log', new.seq, new.seq, new.at);
END;

CREATE VIEW v_run AS
SELECT id AS run_id, name, experiment, preset, status, reason, json_extract(config, '$.seed') AS seed,
  json_extract(engine, '$.engine') AS engine, created_at, started_at, ended_at, last_step, config AS config_json,
  parent_run_id, parent_step, uid, notes, archived_at,
  (SELECT json_group_array(name) FROM (SELECT name FROM tag WHERE tag.run_id = run.id ORDER BY name)) AS tags_json
FROM run WHERE removed_at IS NULL;

CREATE VIEW v_metric AS
SELECT run.id AS run_id, series.name, metric.step, metric.value,
  (SELECT at FROM change WHERE change.run_id = run.id AND change.kind = 'metrics' AND change.first_step <= metric.step
   ORDER BY change.first_step DESC, change.seq DESC LIMIT 1) AS time_ms,
  metric.kind
FROM run JOIN series ON series.run_id = run.id JOIN metric ON metric.series_id = series.id
WHERE run.removed_at IS NULL;
`;
