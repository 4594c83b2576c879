'use client';

import type { RunSummary } from '@duality/shared';
import { useIntersection } from '@mantine/hooks';
import { Maximize2, Minimize2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { LineChart } from '#charts/line-chart.tsx';
import type { Span } from '#charts/range.ts';
import type { ChartOptions } from '#components/chart-options.ts';
import { PlainButton } from '#components/plain-button.tsx';
import type { CurveOptions } from './curve-options.ts';
import classes from './curve-panel.module.css';
import { type Panel, panelAids } from './panel-plan.ts';
import type { RunGroup } from './run-groups.ts';
import { useFloors } from './use-floors.ts';
import { usePanelCurves } from './use-panel-curves.ts';

interface CurvePanelProps {
  panel: Panel;
  runs: readonly RunSummary[];
  groups: readonly RunGroup[] | undefined;
  options: CurveOptions;
  chart: ChartOptions;
  /** Where the shared axis begins and ends; undefined until a panel has told. */
  whole: Span | undefined;
  /** Above the fold, so that nobody need look first. */
  isSoonSeen: boolean;
  isLarge: boolean;
  onLarge: (isLarge: boolean) => void;
  onView: (view: Span | undefined) => void;
  /** The step that was marked, and how to mark one; only where the axis has steps. */
  step: number | undefined;
  onStep: (step: number) => void;
}

/** One chart over all runs, read from the server once it comes near the screen. */
export function CurvePanel(props: CurvePanelProps) {
  const { panel, runs, groups, options, chart, whole, isSoonSeen, isLarge, onLarge, onView, step, onStep } = props;
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  const wasSeen = useRef(isSoonSeen);
  if (entry?.isIntersecting) wasSeen.current = true;
  const { curves, problem } = usePanelCurves({
    panel,
    runs,
    groups,
    options,
    view: chart.view,
    isLarge,
    isSeen: wasSeen.current,
  });
  const floors = useFloors(panel, runs, wasSeen.current);
  const drawn = useMemo(
    () => ({
      ...chart,
      whole,
      aids: [
        ...panelAids(
          panel,
          runs.map(({ config }) => config),
        ),
        ...floors,
      ],
    }),
    [chart, whole, panel, runs, floors],
  );
  const { title } = panel.description;
  const Icon = isLarge ? Minimize2 : Maximize2;
  return (
    <div ref={ref} className={classes.panel} data-large={isLarge || undefined}>
      <LineChart
        description={panel.description}
        curves={curves ?? none}
        options={drawn}
        axis={options.axis}
        isTall={isLarge}
        onView={onView}
        {...(options.axis === 'step' && { picked: step, onPick: (x: number) => onStep(Math.round(x)) })}
        empty={problem ?? (curves ? emptyBecause(options) : 'Reading the curves …')}
      >
        <PlainButton
          isIcon
          title={isLarge ? 'Small again' : 'Large'}
          aria-label={`${isLarge ? 'Shrink' : 'Enlarge'} ${title}`}
          onClick={() => onLarge(!isLarge)}
        >
          <Icon size={14} aria-hidden="true" />
        </PlainButton>
      </LineChart>
    </div>
  );
}

const none: never[] = [];

const emptyBecause = ({ axis }: CurveOptions) =>
  axis === 'epoch'
    ? 'None of these runs has epochs: points are drawn without end, and only the files know how many images a folder has.'
    : 'None of the runs that are shown has this metric in the part that is seen.';
