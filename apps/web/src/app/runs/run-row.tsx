'use client';

import type { RunSummary } from '@duality/shared';
import { Table } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatValue } from '#charts/axis.ts';
import { describeConfig } from '#components/describe-config.ts';
import { formatDuration } from '#components/duration.ts';
import { Figures } from '#components/figures.tsx';
import { ProgressBar } from '#components/progress-bar.tsx';
import { RunMenu } from '#components/run-menu.tsx';
import { formatSpeed, timeLeftMs } from '#components/run-progress.ts';
import { SampleThumbnail } from '#components/sample-thumbnail.tsx';
import { StatusBadge } from '#components/status-badge.tsx';
import { TimeAgo } from '#components/time-ago.tsx';
import { RunLabelLine } from './run-label-line.tsx';
import classes from './run-table.module.css';

export function RunRow({ run }: { run: RunSummary }) {
  const leftMs = timeLeftMs(run);
  const { stepsPerSecond, criticEstimate, startedAt, reason } = run;
  return (
    <Table.Tr role="row" className={classes.row ?? ''}>
      <Table.Td role="cell" className={classes.run ?? ''}>
        <SampleThumbnail run={run} />
        <div className={classes.naming}>
          <Link href={`/runs/${run.id}`} prefetch={false} className={classes.name}>
            {run.name}
          </Link>
          <span className={classes.origin}>
            <Figures>#{run.id}</Figures> · {describeConfig(run.config)}
            {run.engine && ` · ${run.engine.engine}`}
          </span>
          <RunLabelLine run={run} />
        </div>
      </Table.Td>
      <Table.Td role="cell" className={classes.status ?? ''}>
        <StatusBadge run={run} />
        {run.status === 'failed' && reason && <span className={classes.reason}>{reason}</span>}
      </Table.Td>
      <Table.Td role="cell" className={classes.progress ?? ''}>
        <ProgressBar run={run} />
      </Table.Td>
      <Cell label="Speed">{stepsPerSecond === null ? none : <Figures>{formatSpeed(stepsPerSecond)}</Figures>}</Cell>
      <Cell label="Time left">{leftMs === null ? none : <Figures>{formatDuration(leftMs)}</Figures>}</Cell>
      <Cell label="Critic estimate">
        {criticEstimate === null ? none : <Figures>{formatValue(criticEstimate)}</Figures>}
      </Cell>
      <Cell label="Started">{startedAt === null ? none : <TimeAgo at={startedAt} />}</Cell>
      <Table.Td role="cell" className={classes.menu ?? ''}>
        <RunMenu run={run} />
      </Table.Td>
    </Table.Tr>
  );
}

const none = (
  <span className={classes.none} title="not known">
    –
  </span>
);

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Table.Td role="cell" className={classes.figure ?? ''} data-label={label}>
      {children}
    </Table.Td>
  );
}
