'use client';

import { hasDiverged, type SweepSummary, type Trial } from '@duality/shared';
import { ActionIcon, Tooltip } from '@mantine/core';
import { CirclePause, CirclePlay, CircleStop, type LucideIcon, RotateCcw } from 'lucide-react';
import { useRunActions } from '#components/use-run-actions.tsx';
import { useSweepActions } from '../use-sweep-actions.ts';
import classes from './trial-table.module.css';

/** What can be done to one trial while its sweep goes on. */
export function TrialVerbs({ trial, sweep }: { trial: Trial; sweep: SweepSummary }) {
  const { pauseTrial, resumeTrial } = useSweepActions();
  const { stop, resume } = useRunActions();
  const { id, number, state, runId, isPaused, isStopping } = trial;
  const isActive = state === 'queued' || state === 'running';
  const isTaken = sweep.status === 'running' || sweep.status === 'stopped';
  return (
    <div className={classes.verbs}>
      {isActive && !isPaused && sweep.status === 'running' && (
        <Verb title={`Pause trial ${number}`} icon={CirclePause} onDo={() => pauseTrial(id)} />
      )}
      {isPaused && sweep.status === 'running' && (
        <Verb title={`Resume trial ${number}`} icon={CirclePlay} onDo={() => resumeTrial(id)} />
      )}
      {isActive && runId !== null && !isStopping && (
        <Verb title={`Stop trial ${number}`} icon={CircleStop} onDo={() => stop(runId)} />
      )}
      {state === 'failed' && runId !== null && isTaken && !hasDiverged({ status: 'failed', reason: trial.reason }) && (
        <Verb title={`Try trial ${number} again`} icon={RotateCcw} onDo={() => resume(runId)} />
      )}
    </div>
  );
}

const Verb = ({ title, icon: Icon, onDo }: { title: string; icon: LucideIcon; onDo: () => void }) => (
  <Tooltip label={title}>
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={title} onClick={onDo}>
      <Icon size={15} />
    </ActionIcon>
  </Tooltip>
);
