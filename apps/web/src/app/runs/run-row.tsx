'use client';

import type { FoundRun } from '@duality/shared';
import Link from 'next/link';
import { memo } from 'react';
import { describeConfig } from '#components/describe-config.ts';
import { Figures } from '#components/figures.tsx';
import { highlights, useIsHighlighted } from '#components/highlighted-run.ts';
import { RunMenuButton } from '#components/run-menu-button.tsx';
import { RunSwatch } from '#components/run-swatch.tsx';
import { SampleThumbnail } from '#components/sample-thumbnail.tsx';
import { Cell } from './cell.tsx';
import type { Column } from './columns.ts';
import { Part } from './part.tsx';
import { RunLabelLine } from './run-label-line.tsx';
import classes from './run-table.module.css';
import { SelectBox } from './select-box.tsx';
import { ValuePart } from './value-part.tsx';

interface RunRowProps {
  run: FoundRun;
  /** On the page, from 0. */
  index: number;
  columns: readonly Column[];
  isSelected: boolean;
  onSelect: (index: number, id: number, isSelected: boolean, isRange: boolean) => void;
}

export const RunRow = memo(function RunRow({ run, index, columns, isSelected, onSelect }: RunRowProps) {
  const isHighlighted = useIsHighlighted(run.id);
  return (
    <Part
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      data-row="run"
      data-index={index}
      data-selected={isSelected || undefined}
      data-highlighted={isHighlighted || undefined}
      {...highlights(run.id)}
    >
      <Part role="cell" className={classes.box}>
        <SelectBox
          label={`Select ${run.name}`}
          isChecked={isSelected}
          onChange={(isChecked, isRange) => onSelect(index, run.id, isChecked, isRange)}
        />
      </Part>
      <Part role="cell" className={`${classes.pinned} ${classes.run}`}>
        <SampleThumbnail run={run} />
        <div className={classes.naming}>
          <Link href={`/runs/${run.id}`} prefetch={false} className={classes.name} title={run.name} data-stop="name">
            {run.name}
          </Link>
          <span className={classes.origin}>
            <RunSwatch runId={run.id} /> <Figures>#{run.id}</Figures> · {describeConfig(run.config)}
            {run.engine && ` · ${run.engine.engine}`}
          </span>
          <RunLabelLine run={run} />
        </div>
      </Part>
      {columns.map((column) => (
        <ValuePart key={column.key} column={column} kind={column.kind}>
          <Cell column={column} run={run} />
        </ValuePart>
      ))}
      <Part role="cell" className={classes.menu}>
        <RunMenuButton run={run} />
      </Part>
    </Part>
  );
});

/** In place of a run that is on its way. */
export const MissingRow = ({ index }: { index: number }) => (
  <Part role="row" aria-rowindex={index + 2} aria-busy="true" className={classes.row} data-index={index}>
    <Part role="cell" className={classes.missing}>
      <span className={classes.hidden}>Run on its way</span>
    </Part>
  </Part>
);
