import { createHash } from 'node:crypto';
import type { Store } from '@duality/shared/store';
import sharp from 'sharp';
import { query } from '../fixtures/query.ts';

/** All steps at which one of the runs has a grid, ascending. */
export const storedSteps = (store: Store, runIds: readonly number[]) => {
  const isOneOf = `run_id IN (${runIds.join()})`;
  return query(store.file, `SELECT DISTINCT step FROM v_sample_grid WHERE ${isOneOf} ORDER BY step`).map(({ step }) =>
    Number(step),
  );
};

/** The PNG that a run had drawn last by a step. */
export const gridUntil = (store: Store, runId: number, step: number) =>
  query(
    store.file,
    'SELECT png FROM v_sample_grid WHERE run_id = ? AND step <= ? ORDER BY step DESC LIMIT 1',
    runId,
    step,
  )[0]?.png as Uint8Array;

export const digestOfPixels = async (png: Uint8Array) =>
  createHash('sha256')
    .update(await sharp(png).toColourspace('srgb').ensureAlpha().raw().toBuffer())
    .digest('hex');
