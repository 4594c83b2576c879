/** A clone remembers the run and the step whose checkpoint it starts from. */
export const clones = /* sql */ `
ALTER TABLE run ADD COLUMN parent_run_id INTEGER REFERENCES run (id) ON DELETE SET NULL;
ALTER TABLE run ADD COLUMN parent_step INTEGER;
CREATE INDEX run_by_parent ON run (parent_run_id) WHERE parent_run_id IS NOT NULL;

DROP VIEW v_run;
CREATE VIEW v_run AS
SELECT id AS run_id, name, experiment, preset, status, reason, json_extract(config, '$.seed') AS seed,
  json_extract(engine, '$.engine') AS engine, created_at, started_at, ended_at, last_step, config AS config_json,
  parent_run_id, parent_step
FROM run WHERE removed_at IS NULL;
`;
