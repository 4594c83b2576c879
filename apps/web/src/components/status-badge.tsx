import type { Run } from '@duality/shared';
import { CircleAlert, CircleCheck, CirclePause, Hourglass, type LucideIcon, Play } from 'lucide-react';
import classes from './status-badge.module.css';

const icons: Record<Run['status'], LucideIcon> = {
  queued: Hourglass,
  running: Play,
  completed: CircleCheck,
  stopped: CirclePause,
  failed: CircleAlert,
};

/** Icon and word: a colour alone says nothing to many people. */
export function StatusBadge({ run }: { run: Pick<Run, 'status' | 'stopRequested'> }) {
  const Icon = icons[run.status];
  return (
    <span className={classes.badge} data-status={run.status}>
      <Icon size={13} strokeWidth={2.25} aria-hidden="true" />
      {run.stopRequested && run.status === 'running' ? 'stopping' : run.status}
    </span>
  );
}
