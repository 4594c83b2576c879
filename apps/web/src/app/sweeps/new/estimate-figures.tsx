'use client';

import { countTrials, SweepRequest } from '@duality/shared';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatStep } from '#charts/axis.ts';
import { formatDuration } from '#components/duration.ts';
import { Facts } from '#components/facts.tsx';
import { useTRPC } from '#trpc/client.tsx';
import { totalSeconds } from './total-seconds.ts';
import type { SweepForm } from './use-sweep-form.ts';

/** How many trials there would be and how long they would take, as far as anything was measured. */
export function EstimateFigures({ form: { input, problems, isFresh } }: { form: SweepForm }) {
  const trpc = useTRPC();
  const isRight = problems.length === 0;
  const [asked] = useDebouncedValue(isRight ? input : undefined, 300);
  const { data: health } = useQuery(trpc.system.health.queryOptions());
  const { data: estimate } = useQuery(
    trpc.sweep.estimate.queryOptions(asked as never, {
      enabled: asked !== undefined,
      placeholderData: keepPreviousData,
      staleTime: 30_000,
      retry: false,
    }),
  );
  const request = SweepRequest.safeParse(input).data;
  const trials = request && Object.keys(request.space).length > 0 ? countTrials(request) : undefined;
  const slots = health?.scheduler?.slots;
  const atOnce = request?.place
    ? request.concurrency
    : Math.min(slots ?? 1, request?.concurrency ?? Number.POSITIVE_INFINITY);
  const each = isRight ? estimate?.secondsPerTrial : undefined;
  const total =
    each && trials !== undefined && Number.isFinite(trials) && atOnce !== undefined
      ? totalSeconds(each, trials, atOnce)
      : undefined;
  const minutes = request?.budget.minutes;
  return (
    <Facts
      facts={[
        ['Trials', trials === undefined ? '–' : <strong key="count">{countText(trials, request)}</strong>],
        ['Each', each ? rangeText(each) : 'not known'],
        [
          'In all',
          total
            ? `${rangeText(total)}${minutes ? `, ${minutes} min at most` : ''}`
            : minutes
              ? `${minutes} min at most`
              : 'not known',
        ],
        ['Measured', basisText(isRight ? estimate?.basis : undefined, atOnceText(request, slots, atOnce), isFresh)],
      ]}
    />
  );
}

function countText(trials: number, request: SweepRequest | undefined): string {
  if (!Number.isFinite(trials)) return 'as many as there is time for';
  const seeds = request?.seeds.length ?? 1;
  return `${formatStep(trials)}${seeds > 1 ? `, with ${seeds} seeds each point` : ''}`;
}

const rangeText = ({ low, high }: { low: number; high: number }) => {
  const [least, most] = [formatDuration(low * 1000), formatDuration(high * 1000)];
  return least === most ? `about ${most}` : `${least} – ${most}`;
};

interface Basis {
  runIds: number[];
  unmeasured: string[];
}

function atOnceText(request: SweepRequest | undefined, slots: number | undefined, atOnce: number | undefined): string {
  if (atOnce === undefined) return 'as many at once as the cluster starts';
  if (!request?.place && slots === undefined) return 'one at a time as no scheduler is running';
  return `${atOnce} at once`;
}

function basisText(basis: Basis | undefined, places: string, isFresh: boolean): string {
  if (!basis) return isFresh ? 'told once something varies' : 'told once nothing is to correct';
  if (basis.runIds.length === 0) return 'no run of this preset and batch has been completed here yet';
  const runs = basis.runIds.length === 1 ? `run ${basis.runIds[0]}` : `${basis.runIds.length} completed runs`;
  const missing = basis.unmeasured.length > 0 ? `; nothing of ${basis.unmeasured.join(', ')}` : '';
  return `by the time per step of ${runs}${missing}, ${places}`;
}
