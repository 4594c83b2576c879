import type { AddressChange } from '#components/use-address.ts';

/** What stands for the objective among the axes. */
export const objectiveAxis = 'objective';

/** An axis as a person asked for it. */
export interface AskedAxis {
  /** A key of the config, or `objective`. */
  by: string;
  isFlipped: boolean;
  /** Undefined where the values decide. */
  scale: 'linear' | 'log' | undefined;
}

export type Goal = 'min' | 'max';

/** What of the address belongs to the tab of parameters; undefined where nobody chose. */
export interface ParametersAddress {
  axes: AskedAxis[] | undefined;
  objective: string | undefined;
  goal: Goal | undefined;
  surface: readonly [string, string] | undefined;
  /** The run with which the others are compared. */
  base: number | undefined;
  /** Whether parameters are listed that are the same in all runs. */
  withSame: boolean;
  colour: 'objective' | 'run';
}

/**
 * `params=learningRate~log,-batchSize,objective` (− for an axis that runs downwards), `objective=VALUE`, `goal=min|max`,
 * `surface=x,y`, `base=RUN`, `same=1` and `colour=run`.
 */
export function parseParameters(query: URLSearchParams): ParametersAddress {
  const goal = query.get('goal');
  const [x, y] = query.get('surface')?.split(',') ?? [];
  const base = Number(query.get('base'));
  const params = query.get('params');
  return {
    axes: params === null ? undefined : params.split(',').flatMap((text) => parseAxis(text) ?? []),
    objective: query.get('objective') || undefined,
    goal: goal === 'min' || goal === 'max' ? goal : undefined,
    surface: x && y ? [x, y] : undefined,
    base: Number.isInteger(base) && base > 0 ? base : undefined,
    withSame: query.get('same') === '1',
    colour: query.get('colour') === 'run' ? 'run' : 'objective',
  };
}

/** The changes of the address that make these true. */
export const changeParameters = {
  axes: (axes: readonly AskedAxis[]): AddressChange => ({ params: axes.map(formatAxis).join(',') }),
  objective: (objective: string | undefined): AddressChange => ({ objective, goal: undefined }),
  goal: (goal: Goal): AddressChange => ({ goal }),
  surface: (x: string, y: string): AddressChange => ({ surface: `${x},${y}` }),
  base: (runId: number): AddressChange => ({ base: String(runId) }),
  withSame: (isOn: boolean): AddressChange => ({ same: isOn ? '1' : undefined }),
  colour: (colour: ParametersAddress['colour']): AddressChange => ({ colour: colour === 'run' ? 'run' : undefined }),
};

function parseAxis(text: string): AskedAxis | undefined {
  const [, minus, by, scale] = /^(-?)([^~]+)(?:~(log|linear))?$/.exec(text) ?? [];
  if (!by) return undefined;
  return { by, isFlipped: minus === '-', scale: scale as AskedAxis['scale'] };
}

const formatAxis = ({ by, isFlipped, scale }: AskedAxis) => `${isFlipped ? '-' : ''}${by}${scale ? `~${scale}` : ''}`;
