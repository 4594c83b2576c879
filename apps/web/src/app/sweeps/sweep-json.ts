import { SlurmPlace, SweepRequest } from '@duality/shared';

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
const { kind, ...ofPlaces } = SlurmPlace.parse({ kind: 'slurm' });

/** In the order in which the request is described. */
export function withoutDefaults(request: Record<string, unknown>): Record<string, unknown> {
  const kept = drop(request, defaults);
  const short: Record<string, unknown> = {
    ...kept,
    ...(isRecord(kept.space) && {
      space: Object.fromEntries(
        Object.entries(kept.space).map(([key, one]) => [key, isRecord(one) ? drop(one, ofDimensions) : one]),
      ),
    }),
    ...(isRecord(kept.place) && { place: drop(kept.place, ofPlaces) }),
    ...(isRecord(kept.objective) && { objective: withoutCount(drop(kept.objective, ofObjectives)) }),
  };
  return Object.fromEntries(
    Object.keys(SweepRequest.shape).flatMap((key) => (key in short ? [[key, short[key]]] : [])),
  );
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
