'use client';

import type { RunSummary } from '@duality/shared';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Curve, runCurve } from '#charts/curve.ts';
import type { Span } from '#charts/range.ts';
import { withMargin } from '#charts/viewport.ts';
import { runLook } from '#components/run-colour.ts';
import { useTRPC } from '#trpc/client.tsx';
import { compareRequest, widthFor } from '#trpc/compare-request.ts';
import type { CurveOptions } from './curve-options.ts';
import { groupCurve } from './group-curve.ts';
import type { Panel } from './panel-plan.ts';
import type { RunGroup } from './run-groups.ts';

interface PanelRequest {
  panel: Panel;
  runs: readonly RunSummary[];
  groups: readonly RunGroup[] | undefined;
  options: CurveOptions;
  view: Span | undefined;
  isLarge: boolean;
  /** Nothing is asked for a panel that is not on the screen. */
  isSeen: boolean;
}

/** The curves of a panel, as finely as the part that is seen allows. */
export function usePanelCurves(request: PanelRequest): { curves: Curve[] | undefined; problem: string | undefined } {
  const single = useRunCurves(request);
  const grouped = useGroupCurves(request);
  return request.groups ? grouped : single;
}

function useRunCurves({ panel, runs, groups, options, view, isLarge, isSeen }: PanelRequest) {
  const trpc = useTRPC();
  const runIds = runs.map(({ id }) => id);
  const { axis } = options;
  const answers = useQueries({
    queries: panel.metrics.map(({ name }) =>
      trpc.metric.compare.queryOptions(compareRequest({ runIds, name, axis, view, isLarge }), {
        enabled: isSeen && !groups && runIds.length > 0,
        placeholderData: keepPreviousData,
      }),
    ),
  });
  const [first, second] = answers;
  const curves = useMemo(() => {
    const names = new Map(runs.map((run) => [run.id, nameOf(run, runs)]));
    return [first?.data, second?.data].every((data) => !data)
      ? undefined
      : [first?.data, second?.data].flatMap((data, at) =>
          (data?.curves ?? [])
            .filter(({ runId }) => names.has(runId))
            .map((one) => {
              const called = [names.get(one.runId), panel.metrics[at]?.called].filter(Boolean).join(', ');
              return runCurve(one, runLook(one.runId), called, at === 0 ? 0 : 1);
            }),
        );
  }, [first?.data, second?.data, runs, panel]);
  return { curves, problem: answers.find(({ error }) => error)?.error?.message };
}

/** Names need not be unique, numbers are. */
const nameOf = ({ id, name }: RunSummary, runs: readonly RunSummary[]) =>
  runs.some((other) => other.name === name && other.id !== id) ? `#${id} ${name}` : name;

function useGroupCurves({ panel, groups = [], options, view, isLarge, isSeen }: PanelRequest) {
  const trpc = useTRPC();
  const name = panel.metrics[0]?.name ?? '';
  const part = view && {
    from: Math.max(0, Math.floor(withMargin(view).low)),
    to: Math.max(0, Math.ceil(withMargin(view).high)),
  };
  const answers = useQueries({
    queries: groups.map(({ runs }) =>
      trpc.metric.group.queryOptions(
        { runIds: runs.map(({ id }) => id), name, width: widthFor(groups.length, isLarge), ...part },
        { enabled: isSeen, placeholderData: keepPreviousData },
      ),
    ),
  });
  const curves = answers.every(({ data }) => !data)
    ? undefined
    : answers.flatMap(({ data }, at) => {
        const { name: called, runs } = groups[at] as RunGroup;
        const count = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`;
        return data ? [groupCurve(data.group, options.band, `${called} (${count})`, at)] : [];
      });
  const key = `${options.band} ${answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join()} ${groups.map(({ name }) => name).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers by when they came
  const kept = useMemo(() => curves, [key]);
  return { curves: kept, problem: answers.find(({ error }) => error)?.error?.message };
}
