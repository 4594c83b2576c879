/** Sample grids, or single tiles of them, that people marked. By step and not by grid, whose id a resume may change. */
export const pins = /* sql */ `
CREATE TABLE pin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  tile INTEGER CHECK (tile >= 0),
  note TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pin_by_run ON pin (run_id, step);
`;
