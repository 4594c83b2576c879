'use client';

import type { RunSummary } from '@duality/shared';
import { Eye, EyeOff, Focus, type LucideIcon, X } from 'lucide-react';
import Link from 'next/link';
import { Figures } from '#components/figures.tsx';
import { highlights, useIsHighlighted } from '#components/highlighted-run.ts';
import { PlainButton } from '#components/plain-button.tsx';
import { RunSwatch } from '#components/run-swatch.tsx';
import classes from './compared-runs.module.css';

interface ComparedRunProps {
  run: RunSummary;
  isDrawn: boolean;
  isHidden: boolean;
  onToggle: () => void;
  onOnly: () => void;
  onRemove: () => void;
}

export function ComparedRun({ run, isDrawn, isHidden, onToggle, onOnly, onRemove }: ComparedRunProps) {
  const isHighlighted = useIsHighlighted(run.id);
  return (
    <li
      className={classes.run}
      data-drawn={isDrawn || undefined}
      data-highlighted={isHighlighted || undefined}
      {...highlights(run.id)}
    >
      <RunSwatch runId={run.id} />
      <span className={classes.naming}>
        <Link href={`/runs/${run.id}`} prefetch={false} className={classes.name} title={run.name}>
          {run.name}
        </Link>
        <span className={classes.origin}>
          <Figures>#{run.id}</Figures> · {run.status}
        </span>
      </span>
      <span className={classes.actions}>
        <Act
          label={`${isHidden ? 'Show' : 'Hide'} run ${run.id}`}
          Icon={isHidden ? EyeOff : Eye}
          isPressed={isHidden}
          onClick={onToggle}
        />
        <Act label={`Show only run ${run.id}`} Icon={Focus} onClick={onOnly} />
        <Act label={`Leave run ${run.id} out of the comparison`} Icon={X} onClick={onRemove} />
      </span>
    </li>
  );
}

interface ActProps {
  label: string;
  Icon: LucideIcon;
  isPressed?: boolean;
  onClick: () => void;
}

/** Plain, since hundreds of them may be on the page. */
function Act({ label, Icon, isPressed, onClick }: ActProps) {
  return (
    <PlainButton isIcon aria-label={label} title={label} aria-pressed={isPressed} onClick={onClick}>
      <Icon size={14} aria-hidden="true" />
    </PlainButton>
  );
}
