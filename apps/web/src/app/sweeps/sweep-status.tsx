import type { SweepStatus, Trial } from '@duality/shared';
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CirclePause,
  CircleStop,
  Hourglass,
  type LucideIcon,
  Play,
  Scissors,
} from 'lucide-react';
import classes from '#components/status-badge.module.css';
import { stateWords } from './trial-counts.ts';

const icons: Record<SweepStatus | Trial['state'], LucideIcon> = {
  queued: Hourglass,
  running: Play,
  paused: CirclePause,
  completed: CircleCheck,
  pruned: Scissors,
  stopped: CircleStop,
  cancelled: Ban,
  failed: CircleAlert,
};

/** Which of the badges of runs it looks like. */
const looks: Partial<Record<SweepStatus | Trial['state'], string>> = {
  running: 'running',
  paused: 'stopped',
  stopped: 'stopped',
  cancelled: 'stopped',
  failed: 'failed',
};

export const SweepBadge = ({ status }: { status: SweepStatus }) => <Badge of={status}>{status}</Badge>;

export function TrialBadge({ trial: { state, isPaused, isStopping } }: { trial: Trial }) {
  const isLeaving = state === 'running' && isStopping;
  return <Badge of={state}>{isLeaving ? (isPaused ? 'pausing' : 'stopping') : stateWords[state]}</Badge>;
}

function Badge({ of, children }: { of: SweepStatus | Trial['state']; children: string }) {
  const Icon = icons[of];
  return (
    <span className={classes.badge} data-status={looks[of]}>
      <Icon size={13} strokeWidth={2.25} aria-hidden="true" />
      {children}
    </span>
  );
}
