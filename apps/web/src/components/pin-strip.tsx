'use client';

import { isPointSet, type Pin, type RunSummary } from '@duality/shared';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTRPC } from '#trpc/client.tsx';
import { PinItem } from './pin-item.tsx';
import classes from './pin-strip.module.css';

interface PinStripProps {
  runs: readonly RunSummary[];
  /** Shows what was pinned. */
  onOpen: (pin: Pin) => void;
}

/** What people marked of these runs. Without pins there is nothing. */
export const PinStrip = memo(({ runs, onOpen }: PinStripProps) => {
  const runIds = runs.map(({ id }) => id);
  const { data: pins = [] } = useQuery(
    useTRPC().pin.list.queryOptions({ runIds }, { staleTime: 2000, enabled: runIds.length > 0 }),
  );
  const byId = new Map(runs.map((run) => [run.id, run]));
  if (pins.length === 0) return null;
  return (
    <section aria-label="Pins" className={classes.pins}>
      <h2 className={classes.title}>Pins</h2>
      <ul className={classes.list}>
        {pins.map((pin) => {
          const run = byId.get(pin.runId);
          return (
            run && (
              <PinItem
                key={pin.id}
                pin={pin}
                runName={run.name}
                isPlot={isPointSet(run.config.dataset)}
                onOpen={() => onOpen(pin)}
              />
            )
          );
        })}
      </ul>
    </section>
  );
});
