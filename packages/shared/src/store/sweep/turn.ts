/**
 * Number of the queued run that starts next on this machine. Sweeps, and all single runs together, take turns: first whoever has the
 * fewest that train, then whoever was served longest ago; within each the oldest. Nothing that is to rest, and of no
 * sweep more at once than it was given.
 */
export const nextInTurn = /* sql */ `
WITH busy AS MATERIALIZED (
  SELECT coalesce(sweep_id, 0) AS owner, count(*) AS count
  FROM run LEFT JOIN trial ON trial.run_id = run.id WHERE run.status = 'running' AND run.place IS NULL GROUP BY 1
), served AS MATERIALIZED (
  SELECT coalesce(sweep_id, 0) AS owner, max(run.started_at) AS at
  FROM run LEFT JOIN trial ON trial.run_id = run.id WHERE run.started_at IS NOT NULL GROUP BY 1
)
SELECT run.id FROM run
LEFT JOIN trial ON trial.run_id = run.id
LEFT JOIN sweep ON sweep.id = trial.sweep_id
LEFT JOIN busy ON busy.owner = coalesce(trial.sweep_id, 0)
LEFT JOIN served ON served.owner = coalesce(trial.sweep_id, 0)
WHERE run.status = 'queued' AND run.place IS NULL AND run.removed_at IS NULL AND (
  trial.id IS NULL OR (
    NOT trial.is_paused AND sweep.status <> 'paused'
    AND coalesce(busy.count, 0) < coalesce(json_extract(sweep.request, '$.concurrency'), 1000000)
  )
)
ORDER BY coalesce(busy.count, 0), coalesce(served.at, 0), run.id LIMIT 1`;
