import { SweepRequest } from '@duality/shared';

/** As the file of `npm run sweep` has it: what is as it would be anyway goes without saying. */
export const writeSweep = (request: Record<string, unknown>): string =>
  JSON.stringify(withoutDefaults(request), null, 2);

const defaults: Record<string, unknown> = Object.fromEntries(
  Object.entries(SweepRequest.shape).flatMap(([key, field]) => {
    const { success, data } = field.safeParse(undefined);
    return success && data !== undefined ? [[key, data]] : [];
  }),
);
const ofDimensions = { scale: 'linear' };
const ofObjectives = { summary: 'last' };

export function withoutDefaults(request: Record<string, unknown>): Record<string, unknown> {
  const { space, objective, ...others } = drop(request, defaults);
  return {
    ...others,
    ...(isRecord(space) && {
      space: Object.fromEntries(
        Object.entries(space).map(([key, one]) => [key, isRecord(one) ? drop(one, ofDimensions) : one]),
      ),
    }),
    ...(isRecord(objective) && { objective: withoutCount(drop(objective, ofObjectives)) }),
  };
}

/** How many values a mean takes says nothing where there is no mean. */
const withoutCount = ({ count, ...objective }: Record<string, unknown>) =>
  objective.summary === 'meanOfLast' ? { ...objective, count } : objective;

const drop = (values: Record<string, unknown>, usual: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(usual[key]),
    ),
  );

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
