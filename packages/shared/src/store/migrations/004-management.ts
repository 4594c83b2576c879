/**
 * What people keep runs in order by: experiments as things of their own, and an entry for each change that a person
 * made. `purge_bytes` says that a purge has begun, and what it frees: such a run is no longer whole.
 */
export const management = /* sql */ `
CREATE TABLE experiment (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  notes TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO experiment (name, created_at) SELECT experiment, min(created_at) FROM run GROUP BY experiment;
CREATE INDEX run_by_experiment ON run (experiment);

CREATE TRIGGER run_added_to_experiment AFTER INSERT ON run BEGIN
  INSERT OR IGNORE INTO experiment (name, created_at) VALUES (new.experiment, new.created_at);
END;
CREATE TRIGGER run_moved_to_experiment AFTER UPDATE OF experiment ON run BEGIN
  INSERT OR IGNORE INTO experiment (name, created_at)
  VALUES (new.experiment, CAST(unixepoch('subsec') * 1000 AS INTEGER));
END;

ALTER TABLE run ADD COLUMN purge_bytes INTEGER;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  summary TEXT NOT NULL,
  run_ids TEXT NOT NULL CHECK (json_valid(run_ids)),
  undo TEXT CHECK (json_valid(undo)),
  why_final TEXT,
  undone_at INTEGER,
  CHECK ((undo IS NULL) = (why_final IS NOT NULL))
) STRICT;
`;
