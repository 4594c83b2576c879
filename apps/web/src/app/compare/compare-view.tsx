'use client';

import { Tabs } from '@mantine/core';
import { ChartSpline, Grid3x3, SlidersHorizontal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { SavedViews } from '#components/saved-views/saved-views.tsx';
import { useAddress } from '#components/use-address.ts';
import { type CompareTab, changeTo, hasChoice, parseCompare } from './compare-address.ts';
import classes from './compare-view.module.css';
import { ComparedRuns } from './compared-runs.tsx';
import { FilterNotice } from './filter-notice.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { useComparedRuns } from './use-compared-runs.ts';

const Curves = dynamic(() => import('./curves/curves-tab.tsx').then((tab) => tab.CurvesTab));
const Parameters = dynamic(() => import('./parameters/parameters-tab.tsx').then((tab) => tab.ParametersTab));
const Samples = dynamic(() => import('./samples/samples-tab.tsx').then((tab) => tab.SamplesTab));

/** One choice of runs, looked at from three sides; the address holds all of it. */
export function CompareView() {
  const { query, change } = useAddress();
  const address = useMemo(() => parseCompare(query), [query]);
  const { found, runs, shown, problem } = useComparedRuns(address);
  if (!hasChoice(address)) return <NothingChosen />;
  if (problem || found?.runs.length === 0) return <FilterNotice filter={address.filter} problem={problem} />;

  return (
    <div className={classes.page}>
      <ComparedRuns address={address} runs={runs} shown={shown} total={found?.total ?? 0} onChange={change} />
      <Tabs
        className={classes.main ?? ''}
        value={address.tab}
        keepMounted={false}
        onChange={(tab) => change(changeTo.tab(tab as CompareTab))}
      >
        <div className={classes.top}>
          <Tabs.List aria-label="Compare by" className={classes.tabs ?? ''}>
            <Tabs.Tab value="curves" leftSection={<ChartSpline size={15} />}>
              Curves
            </Tabs.Tab>
            <Tabs.Tab value="parameters" leftSection={<SlidersHorizontal size={15} />}>
              Parameters
            </Tabs.Tab>
            <Tabs.Tab value="samples" leftSection={<Grid3x3 size={15} />}>
              Samples
            </Tabs.Tab>
          </Tabs.List>
          <SavedViews page="compare" />
        </div>
        <Tabs.Panel value="curves">
          <Curves runs={shown} />
        </Tabs.Panel>
        <Tabs.Panel value="parameters">
          <Parameters runs={runs} shown={shown} brushes={address.brushes} />
        </Tabs.Panel>
        <Tabs.Panel value="samples">
          <Samples runs={shown} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
