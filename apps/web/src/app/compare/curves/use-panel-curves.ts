'use client';

import type { RunSummary } from '@duality/shared';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Curve, runCurve } from '#charts/curve.ts';
import type { Span } from '#charts/range.ts';
import { stepsWithMargin } from '#charts/viewport.ts';
import { runLook } from '#components/run-colour.ts';
import { useTRPC } from '#trpc/client.tsx';
import { compareRequests, widthFor } from '#trpc/compare-request.ts';
import type { CurveOptions } from './curve-options.ts';
import { groupCurve } from './group-curve.ts';
import type { Panel } from './panel-plan.ts';
import type { RunGroup } from './run-groups.ts';
import { useLastWhole } from './use-last-whole.ts';
import { useSteadyList } from './use-steady-list.ts';

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
  const requests = panel.metrics.flatMap(({ name, called }, at) =>
    compareRequests({ runIds, name, axis, view, isLarge }).map(
      (input) => ({ input, called, at: at === 0 ? 0 : 1 }) as const,
    ),
  );
  const answers = useQueries({
    queries: requests.map(({ input }) =>
      trpc.metric.compare.queryOptions(input, { enabled: isSeen && !groups, placeholderData: keepPreviousData }),
    ),
  });
  const parts = useSteadyList(answers.map(({ data }) => data?.curves));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked follows from the panel and the runs
  const curves = useMemo(() => {
    if (parts.every((part) => !part)) return undefined;
    const names = namesOf(runs);
    return parts.flatMap((part, index) =>
      (part ?? []).flatMap((one): Curve[] => {
        const name = names.get(one.runId);
        const { called, at = 0 } = requests[index] ?? {};
        return name === undefined ? [] : [runCurve(one, runLook(one.runId), titleOf(name, called, runs.length), at)];
      }),
    );
  }, [parts, runs, panel]);
  const about = [axis, runIds.join(), ...panel.metrics.map(({ name }) => name)].join(' ');
  return {
    curves: useLastWhole(curves, about, parts.every(Boolean)),
    problem: answers.find(({ error }) => error)?.error?.message,
  };
}

/** A run that is alone need not be told from others. */
const titleOf = (name: string, called: string | undefined, runs: number) =>
  called ? (runs === 1 ? called : `${name}, ${called}`) : name;

/** Names need not be unique, numbers are. */
function namesOf(runs: readonly RunSummary[]): Map<number, string> {
  const counts = new Map<string, number>();
  for (const { name } of runs) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(runs.map(({ id, name }) => [id, counts.get(name) === 1 ? name : `#${id} ${name}`]));
}

function useGroupCurves({ panel, groups = noGroups, options, view, isLarge, isSeen }: PanelRequest) {
  const trpc = useTRPC();
  const name = panel.metrics[0]?.name ?? '';
  const answers = useQueries({
    queries: groups.map(({ runs }) =>
      trpc.metric.group.queryOptions(
        {
          runIds: runs.map(({ id }) => id),
          name,
          width: widthFor(groups.length, isLarge),
          ...(view && stepsWithMargin(view)),
        },
        { enabled: isSeen, placeholderData: keepPreviousData },
      ),
    ),
  });
  const parts = useSteadyList(answers.map(({ data }) => data?.group));
  const { band } = options;
  const curves = useMemo(() => {
    if (parts.every((part) => !part)) return undefined;
    return parts.flatMap((part, at) => {
      const { name: called = '', runs = [] } = groups[at] ?? {};
      const count = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`;
      return part ? [groupCurve(part, band, `${called} (${count})`, at)] : [];
    });
  }, [parts, groups, band]);
  const about = [name, ...groups.map((group) => group.name)].join(' ');
  return {
    curves: useLastWhole(curves, about, parts.every(Boolean)),
    problem: answers.find(({ error }) => error)?.error?.message,
  };
}

const noGroups: readonly RunGroup[] = [];
