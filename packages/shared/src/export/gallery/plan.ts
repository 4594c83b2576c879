import { isPointSet } from '../../domain/dataset.ts';
import { GalleryError, type GalleryRequest } from '../../domain/gallery.ts';
import type { Run } from '../../domain/run.ts';
import type { SampleGrid } from '../../domain/sample-grid.ts';

/** A run and its sample grids, in step order. */
export interface RunWithGrids {
  run: Run;
  grids: SampleGrid[];
}

export interface PlannedRun extends RunWithGrids {
  /** A grid is one plot of points instead of tiles. */
  isPlot: boolean;
  /** The tiles that are shown, or undefined for all as they are stored. */
  tiles: number[] | undefined;
}

export interface GalleryPlan extends Pick<GalleryRequest, 'format' | 'options'> {
  runs: PlannedRun[];
  /** Ascending; each is stored for one run at least. */
  steps: number[];
  /** What is other than one might expect, in sentences. */
  notes: string[];
}

/** Holds a request against what is stored; throws a GalleryError for what is not there. */
export function planGallery(found: readonly RunWithGrids[], request: Omit<GalleryRequest, 'runIds'>): GalleryPlan {
  const { format, options } = request;
  const empty = found.filter(({ grids }) => grids.length === 0).map(({ run }) => run.id);
  if (empty.length > 0) {
    throw new GalleryError('runIds', `${nameRuns(empty)} no sample grids yet; leave ${them(empty)} out`);
  }
  const runs = found.map(({ run, grids }) => ({ run, grids, ...planTiles({ run, grids }, request.tiles) }));
  const plots = runs.filter(({ isPlot }) => isPlot).map(({ run }) => run.id);
  const notes: string[] = [];
  if (request.tiles !== 'all' && plots.length > 0) {
    notes.push(`${nameRuns(plots, 'draws', 'draw')} points: the whole plot is shown, since it has no tiles.`);
  }
  return { format, options, runs, steps: planSteps(runs, request.steps), notes };
}

function planTiles(
  { run, grids }: RunWithGrids,
  wanted: GalleryRequest['tiles'],
): Omit<PlannedRun, keyof RunWithGrids> {
  const isPlot = isPointSet(run.config.dataset);
  if (isPlot || wanted === 'all') return { isPlot, tiles: undefined };
  const tiles = [...new Set(wanted)];
  const count = Math.min(...grids.map(({ columns, rows }) => columns * rows));
  const missing = tiles.find((tile) => tile >= count);
  if (missing === undefined) return { isPlot, tiles };
  throw new GalleryError(
    'tiles',
    `there is no tile ${missing} in the grids of run ${run.id}, which are 0 to ${count - 1}`,
  );
}

function planSteps(runs: readonly PlannedRun[], wanted: GalleryRequest['steps']): number[] {
  const stored = storedSteps(runs);
  if (wanted === 'all') return stored;
  const steps = [...new Set(wanted)].sort((a, b) => a - b);
  const missing = steps.find((step) => !stored.includes(step));
  if (missing === undefined) return steps;
  const whose = runs.length === 1 ? `run ${runs[0]?.run.id}` : 'any of these runs';
  const near = nearestSteps(stored, missing).map(say).join(' and ');
  throw new GalleryError(
    'steps',
    `no sample grid of step ${say(missing)} is stored for ${whose}; the nearest are ${near}`,
  );
}

/** Of all runs together, ascending. */
export const storedSteps = (runs: readonly RunWithGrids[]): number[] =>
  [...new Set(runs.flatMap(({ grids }) => grids.map(({ step }) => step)))].sort((a, b) => a - b);

/** The last one before and the first one after. */
const nearestSteps = (stored: readonly number[], step: number): number[] =>
  [stored.findLast((other) => other < step), stored.find((other) => other > step)].filter((near) => near !== undefined);

/** The very grid of a step. */
export const gridAt = ({ grids }: RunWithGrids, step: number): SampleGrid | undefined =>
  grids.find((grid) => grid.step === step);

/** What a run has to show at a step: the grid of that step, or the last one before it. */
export const gridUntil = ({ grids }: RunWithGrids, step: number): SampleGrid | undefined =>
  grids.findLast((grid) => grid.step <= step);

const say = (step: number) => step.toLocaleString('en');
const them = (runs: readonly unknown[]) => (runs.length === 1 ? 'it' : 'them');
const nameRuns = (ids: readonly number[], one = 'has', many = 'have') =>
  ids.length === 1 ? `run ${ids[0]} ${one}` : `runs ${ids.join(', ')} ${many}`;
