'use client';

import type { RunSummary } from '@duality/shared';
import { Tooltip, VisuallyHidden } from '@mantine/core';
import { Fragment, useEffect, useRef } from 'react';
import { highlightedRun, highlights } from '#components/highlighted-run.ts';
import { RunSwatch } from '#components/run-swatch.tsx';
import classes from './difference-table.module.css';
import type { DifferenceGroup, DifferenceRow } from './differences.ts';

interface DifferenceTableProps {
  groups: readonly DifferenceGroup[];
  runs: readonly RunSummary[];
  base: RunSummary;
  /** Key of the difference that was gone to. */
  current: string | undefined;
}

/** A column for each run; what is not as in the base run bears a sign. */
export function DifferenceTable({ groups, runs, base, current }: DifferenceTableProps) {
  const table = useLitColumn();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={classes.scroll} aria-label="Parameters side by side" tabIndex={0}>
      <table ref={table} className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              Parameter
            </th>
            {runs.map((run) => (
              <th key={run.id} scope="col" data-run={run.id} {...highlights(run.id)}>
                <span className={classes.run}>
                  <RunSwatch runId={run.id} /> <span className="figures">#{run.id}</span>
                  {run.id === base.id && <span className={classes.base}>base</span>}
                </span>
                <span className={classes.name} title={run.name}>
                  {run.name}
                </span>
                <span className={classes.seed}>
                  seed <span className="figures">{run.config.seed}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ title, rows }) => (
            <Fragment key={title}>
              <tr>
                <th scope="colgroup" colSpan={runs.length + 1} className={classes.group}>
                  <span>{title}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.key} row={row} runs={runs} isCurrent={row.key === current} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Marks the cells of the highlighted run without rendering hundreds of others with them. */
function useLitColumn() {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const light = () => {
      for (const cell of table.current?.querySelectorAll('[data-lit]') ?? []) cell.removeAttribute('data-lit');
      const cells = table.current?.querySelectorAll(`[data-run="${highlightedRun.get()}"]`);
      for (const cell of cells ?? []) cell.setAttribute('data-lit', 'true');
    };
    return highlightedRun.subscribe(light);
  }, []);
  return table;
}

interface RowProps {
  row: DifferenceRow;
  runs: readonly RunSummary[];
  isCurrent: boolean;
}

function Row({ row: { key, title, description, cells }, runs, isCurrent }: RowProps) {
  const head = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (isCurrent) head.current?.focus();
  }, [isCurrent]);
  return (
    <tr data-current={isCurrent || undefined}>
      <th scope="row" className={classes.key}>
        <Tooltip label={description} multiline w={280} position="top-start" disabled={!description}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what the parameter means is told on focus */}
          <span ref={head} tabIndex={0} className={classes.title}>
            {title}
            <VisuallyHidden>: {description}</VisuallyHidden>
          </span>
        </Tooltip>
        <code className={classes.code}>{key}</code>
      </th>
      {cells.map(({ text, isOther }, at) => (
        <td key={runs[at]?.id} className="figures" data-run={runs[at]?.id} data-other={isOther || undefined}>
          {isOther && (
            <span className={classes.sign} role="img" aria-label="differs:">
              ≠
            </span>
          )}
          {text}
        </td>
      ))}
    </tr>
  );
}
