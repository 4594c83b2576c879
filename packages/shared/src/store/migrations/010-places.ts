/** Runs that are trained elsewhere, and how far what comes from there has been taken in. */
export const places = /* sql */ `
-- Null for a run of this machine.
ALTER TABLE run ADD COLUMN place TEXT CHECK (json_valid(place));
-- What that place said of it last.
ALTER TABLE run ADD COLUMN job TEXT CHECK (json_valid(job));

-- One row for each file that a worker wrote; a worker that goes on with a run writes the next.
CREATE TABLE fragment_cursor (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  fragment INTEGER NOT NULL,
  -- All records up to this one are taken in.
  record INTEGER NOT NULL,
  -- No record that is missing begins before this byte.
  byte INTEGER NOT NULL,
  PRIMARY KEY (run_id, fragment)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER run_moved AFTER UPDATE OF place, job ON run BEGIN
  INSERT INTO change (run_id, kind, first_step, last_step, at)
  VALUES (new.id, 'run', new.last_step, new.last_step, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER));
END;
`;
