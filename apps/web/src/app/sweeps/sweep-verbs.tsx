'use client';

import type { SweepStatus, SweepSummary } from '@duality/shared';
import { Button, Popover, Tooltip } from '@mantine/core';
import { Ban, CirclePause, CirclePlay, CircleStop, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import classes from './sweep-verbs.module.css';
import { isLive } from './trial-counts.ts';
import { useSweepActions } from './use-sweep-actions.ts';

interface Verb {
  name: 'pause' | 'resume' | 'stop' | 'cancel';
  title: string;
  meaning: string;
  icon: LucideIcon;
  /** Where it can be asked for. */
  from: readonly SweepStatus[];
  /** There is no way back. */
  isFinal?: true;
}

const verbs: readonly Verb[] = [
  {
    name: 'resume',
    title: 'Resume',
    meaning: 'Go on: resting trials continue from their checkpoints.',
    icon: CirclePlay,
    from: ['paused'],
  },
  {
    name: 'pause',
    title: 'Pause',
    meaning: 'Running trials save a checkpoint and rest until it is resumed.',
    icon: CirclePause,
    from: ['running'],
  },
  {
    name: 'stop',
    title: 'Stop',
    meaning: 'No new trials; those that train go on to their end.',
    icon: CircleStop,
    from: ['running', 'paused'],
    isFinal: true,
  },
  {
    name: 'cancel',
    title: 'Cancel',
    meaning: 'Stop all trials now. Their runs stay, with what they reached.',
    icon: Ban,
    from: ['running', 'paused', 'stopped'],
    isFinal: true,
  },
];

/** Those of the four verbs that the sweep's status allows, each with what it means. */
export function SweepVerbs({ sweep, size = 'sm' }: { sweep: SweepSummary; size?: 'xs' | 'sm' }) {
  const actions = useSweepActions();
  const allowed = verbs.filter(({ from }) => from.includes(sweep.status) && isLive(sweep));
  return (
    <div className={classes.verbs}>
      {allowed.map((verb) =>
        verb.isFinal ? (
          <FinalVerb key={verb.name} verb={verb} sweep={sweep} size={size} onDo={() => actions[verb.name](sweep.id)} />
        ) : (
          <Tooltip key={verb.name} label={verb.meaning} multiline maw="17rem">
            <Button
              size={size}
              variant={verb.name === 'resume' ? 'filled' : 'default'}
              leftSection={<verb.icon size={15} />}
              aria-label={`${verb.title} ${sweep.name}`}
              onClick={() => actions[verb.name](sweep.id)}
            >
              {verb.title}
            </Button>
          </Tooltip>
        ),
      )}
    </div>
  );
}

interface FinalVerbProps {
  verb: Verb;
  sweep: SweepSummary;
  size: 'xs' | 'sm';
  onDo: () => void;
}

/** Says what it means before it is done, since it cannot be taken back. */
function FinalVerb({ verb, sweep, size, onDo }: FinalVerbProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Popover opened={isAsking} onChange={setAsking} width={260} shadow="md" withRoles trapFocus returnFocus>
      <Popover.Target>
        <Button
          size={size}
          variant="default"
          leftSection={<verb.icon size={15} />}
          aria-label={`${verb.title} ${sweep.name}`}
          onClick={() => setAsking(!isAsking)}
        >
          {verb.title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`${verb.title} the sweep?`}>
        <p className={classes.meaning}>{verb.meaning} A sweep cannot be taken up again after that, only cloned.</p>
        <div className={classes.verbs}>
          <Button
            size="xs"
            color="red"
            onClick={() => {
              setAsking(false);
              onDo();
            }}
          >
            {verb.title} the sweep
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsking(false)}>
            Leave it
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
