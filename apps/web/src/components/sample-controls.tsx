'use client';

import { ActionIcon, NativeSelect, Slider, Switch, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import {
  ArrowLeftRight,
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  type LucideIcon,
  MoveRight,
  Pause,
  Play,
  Repeat,
} from 'lucide-react';
import { memo } from 'react';
import { formatStep } from '#charts/axis.ts';
import { type PlayTurn, playSpeeds, playTurns } from './play-order.ts';
import classes from './sample-controls.module.css';
import type { SampleStep, StepMove } from './use-sample-step.ts';

/** More marks than this would run into each other. */
const marksAtMost = 48;

const turns: Record<PlayTurn, { label: string; Icon: LucideIcon }> = {
  loop: { label: 'Plays in a loop', Icon: Repeat },
  'ping-pong': { label: 'Plays forth and back', Icon: ArrowLeftRight },
  once: { label: 'Plays once', Icon: MoveRight },
};

interface SampleControlsProps {
  steps: readonly number[];
  position: SampleStep;
  /** What there is at each step. */
  of?: 'grid' | 'evaluation';
}

/** The one slider over all stored steps, and what plays them. */
export function SampleControls({ steps, position, of = 'grid' }: SampleControlsProps) {
  const { at, moveTo, go } = position;
  const last = steps.length - 1;
  const nameOf = (index: number) => `step ${formatStep(steps[index] ?? 0)}, ${index + 1} of ${steps.length}`;
  return (
    <div className={classes.controls}>
      <Slider
        className={classes.slider ?? ''}
        size="sm"
        min={0}
        max={Math.max(last, 1)}
        value={at}
        onChange={moveTo}
        disabled={last < 1}
        label={(index) => formatStep(steps[index] ?? 0)}
        thumbLabel={of === 'grid' ? 'Step of the sample grid' : 'Step of the evaluation'}
        thumbValueText={nameOf}
        marks={last < marksAtMost ? steps.map((_, value) => ({ value })) : []}
      />
      <div className={classes.buttons}>
        <Move label={`First ${of}`} Icon={ChevronFirst} disabled={at <= 0} go={go} to="first" />
        <Move label={`Previous ${of}`} Icon={ChevronLeft} disabled={at <= 0} go={go} to="previous" />
        <PlayButtons
          isPlaying={position.isPlaying}
          speed={position.speed}
          turn={position.turn}
          togglePlay={position.togglePlay}
          setSpeed={position.setSpeed}
          setTurn={position.setTurn}
          isDisabled={last < 1}
        />
        <Move label={`Next ${of}`} Icon={ChevronRight} disabled={at >= last} go={go} to="next" />
        <Move label={`Last ${of}`} Icon={ChevronLast} disabled={at >= last} go={go} to="last" />
        <Switch
          className={classes.follow ?? ''}
          size="xs"
          label="Follow newest"
          checked={position.isFollowing}
          onChange={(event) => (event.currentTarget.checked ? position.follow() : moveTo(at))}
        />
      </div>
    </div>
  );
}

type PlayButtonsProps = Pick<SampleStep, 'isPlaying' | 'speed' | 'turn' | 'togglePlay' | 'setSpeed' | 'setTurn'> & {
  isDisabled: boolean;
};

const PlayButtons = memo((props: PlayButtonsProps) => {
  const { isPlaying, speed, turn, isDisabled } = props;
  const stillness = useReducedMotion();
  const nextTurn = playTurns[(playTurns.indexOf(turn) + 1) % playTurns.length] ?? 'loop';
  return (
    <>
      <Act
        label={stillness ? 'Play is off: your system asks for less motion' : isPlaying ? 'Pause' : 'Play'}
        Icon={isPlaying ? Pause : Play}
        disabled={isDisabled || stillness}
        onClick={props.togglePlay}
      />
      {!stillness && (
        <>
          <Act
            label={`${turns[turn].label}; change`}
            Icon={turns[turn].Icon}
            disabled={isDisabled}
            onClick={() => props.setTurn(nextTurn)}
          />
          <NativeSelect
            className={classes.speed ?? ''}
            size="xs"
            aria-label="Speed of playing"
            disabled={isDisabled}
            value={speed}
            data={playSpeeds.map((value) => ({ value: String(value), label: `${value}/s` }))}
            onChange={(event) => {
              const wanted = Number(event.currentTarget.value);
              props.setSpeed(playSpeeds.find((known) => known === wanted) ?? speed);
            }}
          />
        </>
      )}
    </>
  );
});

interface ButtonProps {
  label: string;
  Icon: LucideIcon;
  disabled: boolean;
}

const Move = memo(({ go, to, ...button }: ButtonProps & { go: SampleStep['go']; to: StepMove }) => (
  <Act {...button} onClick={() => go(to)} />
));

function Act({ label, Icon, disabled, onClick }: ButtonProps & { onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
