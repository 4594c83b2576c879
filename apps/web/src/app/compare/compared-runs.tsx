'use client';

import type { RunSummary } from '@duality/shared';
import { Button, CloseButton } from '@mantine/core';
import { startTransition, useEffect, useState } from 'react';
import { LinkButton } from '#components/link-button.tsx';
import { runsHref } from '#components/runs-href.ts';
import type { AddressChange } from '#components/use-address.ts';
import { describeBrush } from './brush.ts';
import { type CompareAddress, changeTo } from './compare-address.ts';
import { ComparedRun } from './compared-run.tsx';
import classes from './compared-runs.module.css';

interface ComparedRunsProps {
  address: CompareAddress;
  runs: readonly RunSummary[];
  shown: readonly RunSummary[];
  /** How many the filter finds, which may be more than are compared. */
  total: number;
  onChange: (change: AddressChange) => void;
}

/** The legend of the whole page: which runs are compared, how each is drawn, and which are left out for now. */
export function ComparedRuns({ address, runs, shown, total, onChange }: ComparedRunsProps) {
  const { hidden, brushes } = address;
  const drawn = new Set(shown.map(({ id }) => id));
  const ids = runs.map(({ id }) => id);
  const listed = useListed(runs);
  const toggle = (id: number) =>
    onChange(changeTo.hidden(hidden.includes(id) ? hidden.filter((one) => one !== id) : [...hidden, id]));
  return (
    <section aria-label="Compared runs" className={classes.side}>
      <h1 className={classes.title}>Compare {runs.length === 1 ? '1 run' : `${runs.length} runs`}</h1>
      {total > runs.length && (
        <p className={classes.note}>
          The first {runs.length} of {total} that are found.
        </p>
      )}
      {address.filter && (
        <p className={classes.note}>
          found by <code>{address.filter}</code>
        </p>
      )}
      {brushes.map((brush) => (
        <p key={brush.by} className={classes.brush}>
          {describeBrush(brush)}
          <CloseButton
            size="xs"
            aria-label={`Take away the brush on ${brush.by}`}
            onClick={() => onChange(changeTo.brushes(brushes.filter(({ by }) => by !== brush.by)))}
          />
        </p>
      ))}
      <ul className={classes.list}>
        {listed.map((run) => (
          <ComparedRun
            key={run.id}
            run={run}
            isDrawn={drawn.has(run.id)}
            isHidden={hidden.includes(run.id)}
            onToggle={() => toggle(run.id)}
            onOnly={() => onChange(changeTo.hidden(ids.filter((id) => id !== run.id)))}
            onRemove={() => onChange(changeTo.runs(ids.filter((id) => id !== run.id)))}
          />
        ))}
      </ul>
      <p className={classes.note}>{shown.length < runs.length && `${shown.length} of ${runs.length} drawn`}</p>
      <LinkButton href={runsHref(address.filter)} variant="default">
        Choose other runs
      </LinkButton>
      {hidden.length > 0 && (
        <Button variant="default" size="compact-sm" onClick={() => onChange(changeTo.hidden([]))}>
          Show all
        </Button>
      )}
    </section>
  );
}

/** Rows that are in view when the page comes. */
const rowsAtFirst = 20;

/** The rows that no one sees yet come after the curves. */
function useListed(runs: readonly RunSummary[]): readonly RunSummary[] {
  const [areAll, setAll] = useState(false);
  useEffect(() => startTransition(() => setAll(true)), []);
  return areAll ? runs : runs.slice(0, rowsAtFirst);
}
