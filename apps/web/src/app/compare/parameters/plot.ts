import type { Run } from '@duality/shared';
import { describeParameters, isVarying, type Parameter } from '@duality/shared/analysis';
import { goodnessByRank } from '#charts/colour-ramp.ts';
import { type AxisValue, makeAxis, positionOn, type ValueAxis } from '#charts/value-axis.ts';
import { fieldTitle } from '#components/config-fields.ts';
import { describeValue } from './differences.ts';
import { type AskedAxis, type Goal, objectiveAxis } from './parameters-address.ts';

/** A run with what it came to; null where it has no finite value. */
export interface JudgedRun extends Pick<Run, 'id' | 'name' | 'status' | 'config'> {
  objective: number | null;
}

interface PlottedRun {
  id: number;
  name: string;
  /** By rank from 0, the worst, to 1, the best; null without an objective. */
  goodness: number | null;
  /** Whether a brush or an eye leaves it out. */
  isOut: boolean;
  /** One for each axis. */
  positions: number[];
  values: AxisValue[];
}

export interface Plot {
  axes: ValueAxis[];
  runs: PlottedRun[];
}

/** Axes at first; more can be chosen. */
const axesAtFirst = 7;
/** Their values come from chance or change nothing that is measured. */
const notMeant: ReadonlySet<string> = new Set(['seed', 'sampleEvery', 'checkpointEvery', 'keepCheckpointEvery']);

/** What tells runs apart, in the order of the schema. */
export const varyingParameters = (runs: readonly Pick<Run, 'config'>[]): Parameter[] =>
  describeParameters(runs.map(({ config }) => config)).filter(isVarying);

export const canMatter = ({ key }: Parameter) => !notMeant.has(key);

/** What was asked for and is there, or all that vary with meaning, then the objective. */
export function chooseAxes(
  asked: readonly AskedAxis[] | undefined,
  varying: readonly Parameter[],
  hasObjective: boolean,
): AskedAxis[] {
  const isThere = ({ by }: AskedAxis) => (by === objectiveAxis ? hasObjective : varying.some(({ key }) => key === by));
  if (asked) return asked.filter(isThere);
  const plain = (by: string): AskedAxis => ({ by, isFlipped: false, scale: undefined });
  const meant = varying.filter(canMatter).map(({ key }) => plain(key));
  const keys = meant.length > 0 ? meant : varying.map(({ key }) => plain(key));
  return [...keys.slice(0, axesAtFirst), ...(hasObjective ? [plain(objectiveAxis)] : [])];
}

interface PlotRequest {
  runs: readonly JudgedRun[];
  shown: ReadonlySet<number>;
  asked: readonly AskedAxis[];
  objective: string | undefined;
  goal: Goal;
}

/** Every compared run on every axis: what is left out stays where it was. */
export function makePlot({ runs, shown, asked, objective, goal }: PlotRequest): Plot {
  const columns = asked.map((one) => columnOf(one, runs, objective));
  const goodness = goodnessByRank(
    runs.map((run) => run.objective),
    goal,
  );
  return {
    axes: columns.map(({ axis }) => axis),
    runs: runs.map((run, at) => ({
      id: run.id,
      name: run.name,
      goodness: goodness[at] ?? null,
      isOut: !shown.has(run.id),
      positions: columns.map(({ axis, values }) => positionOn(axis, values[at])),
      values: columns.map(({ values }) => values[at]),
    })),
  };
}

function columnOf({ by, isFlipped, scale }: AskedAxis, runs: readonly JudgedRun[], objective: string | undefined) {
  const isObjective = by === objectiveAxis;
  const values: AxisValue[] = runs.map((run) => (isObjective ? run.objective : readKey(run.config, by)));
  const title = isObjective ? (objective ?? by) : fieldTitle(by);
  const nameOf = (value: string | number | boolean) => describeValue(by, value);
  return {
    axis: makeAxis({ by: isObjective ? (objective ?? by) : by, title, values, scale, isFlipped, nameOf }),
    values,
  };
}

function readKey(config: Run['config'], key: string): AxisValue {
  const value = (config as Record<string, unknown>)[key];
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as AxisValue);
}
