import type { Database } from 'better-sqlite3';
import { compareSeries } from './check-pyramid.ts';
import type { OnProgress } from './progress.ts';

interface Problem {
  message: string;
  remedy: string;
}

/** One thing that was looked at: `fine` says what holds where there is no problem. */
export interface Check {
  name: string;
  fine: string;
  problems: Problem[];
}

const fromBackup = 'restore the store from a backup, or save what can still be read: sqlite3 FILE .recover';
const repair = 'npm run store -- check --repair';

/**
 * Looks at everything the store promises, all at one moment: trainers go on writing meanwhile. After damage to the file
 * itself nothing else is looked at.
 */
export function* checkStore(db: Database, onProgress: OnProgress = () => {}): Generator<Check> {
  db.exec('BEGIN');
  try {
    const file = checkFile(db);
    yield file;
    if (file.problems.length > 0) return;
    for (const check of [checkReferences, checkLastSteps, checkGrids]) yield check(db);
    yield checkPyramids(db, onProgress);
  } finally {
    db.exec('ROLLBACK');
  }
}

function checkFile(db: Database): Check {
  const lines = db.pragma('integrity_check') as { integrity_check: string }[];
  const problems = lines.filter(({ integrity_check: line }) => line !== 'ok');
  return {
    name: 'file',
    fine: 'every page and index is whole (integrity_check)',
    problems: problems.map(({ integrity_check: line }) => ({
      message: line.replaceAll('\n', ' '),
      remedy: fromBackup,
    })),
  };
}

function checkReferences(db: Database): Check {
  const lost = db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  return {
    name: 'references',
    fine: 'every row belongs to a run (foreign_key_check)',
    problems: lost.map(({ table, rowid, parent }) => ({
      message: `a row of ${table}${rowid === null ? '' : ` (${rowid})`} names a ${parent} that is not there`,
      remedy: `it is shown nowhere and does no harm; ${fromBackup}`,
    })),
  };
}

/** Runs whose newest metric is beyond the step that they are said to have reached. */
export const behindSql = `SELECT run.id, run.last_step AS lastStep, newest.step AS newest FROM run JOIN
  (SELECT run_id, max((SELECT max(step) FROM metric WHERE series_id = series.id)) AS step FROM series GROUP BY run_id) AS newest
  ON newest.run_id = run.id WHERE newest.step > run.last_step`;

function checkLastSteps(db: Database): Check {
  const behind = db.prepare<[], { id: number; lastStep: number; newest: number }>(behindSql).all();
  return {
    name: 'runs',
    fine: 'no run has metrics beyond its last step',
    problems: behind.map(({ id, lastStep, newest }) => ({
      message: `run ${id} is said to be at step ${lastStep}, but has metrics of step ${newest}`,
      remedy: repair,
    })),
  };
}

function checkGrids(db: Database): Check {
  const broken = db
    .prepare<[], { runId: number; step: number }>(
      "SELECT run_id AS runId, step FROM sample_grid WHERE substr(png, 1, 8) <> x'89504E470D0A1A0A' ORDER BY run_id, step",
    )
    .all();
  return {
    name: 'grids',
    fine: 'every sample grid is a PNG',
    problems: broken.map(({ runId, step }) => ({
      message: `the sample grid of run ${runId} at step ${step} is no PNG`,
      remedy: 'resume or clone the run from before that step to draw it again',
    })),
  };
}

function checkPyramids(db: Database, onProgress: OnProgress): Check {
  const problems: Problem[] = [];
  for (const { runId, name, differences } of compareSeries(db, onProgress)) {
    if (differences === 0) continue;
    const message = `the sums of ${name} of run ${runId} differ from its points in ${differences} row${differences === 1 ? '' : 's'}`;
    problems.push({ message, remedy: repair });
  }
  return { name: 'sums', fine: 'every sum of every curve is that of its points, bit for bit', problems };
}
