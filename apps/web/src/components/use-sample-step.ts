'use client';

import { useInterval } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { hoveredStep } from '#charts/hovered-step.ts';
import { firstFrame, nextFrame, type PlaySpeed, type PlayTurn, playSpeeds, playTurns } from './play-order.ts';
import { indexAt } from './steps-of-grids.ts';
import { useAddress } from './use-address.ts';
import { useNewest } from './use-newest.ts';

const writeAfterMs = 200;

export type StepMove = 'first' | 'previous' | 'next' | 'last';

type Wanted = number | 'newest';
const readStep = (text: string | null): Wanted => (/^\d{1,12}$/.test(text ?? '') ? Number(text) : 'newest');

/**
 * Which of these steps is shown: the address's `step`, and the newest where it says none. Moving follows the hand at
 * once and the address a moment later, as browsers refuse to have it changed with every frame. Its functions stay the
 * same from step to step.
 */
export function useSampleStep(steps: readonly number[]) {
  const { query, change } = useAddress();
  const written = query.get('step');
  const [wanted, setWanted] = useState<Wanted>(() => readStep(written));
  const writing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const direction = useRef<1 | -1>(1);
  const speed = playSpeeds.find((known) => String(known) === query.get('speed')) ?? 6;
  const turn = playTurns.find((known) => known === query.get('turn')) ?? 'loop';

  useEffect(() => {
    if (writing.current === undefined) setWanted(readStep(written));
  }, [written]);
  useEffect(
    () => () => {
      clearTimeout(writing.current);
      hoveredStep.set(undefined);
    },
    [],
  );

  const last = steps.length - 1;
  const at = wanted === 'newest' ? last : Math.min(Math.max(indexAt(steps, wanted), 0), last);
  const show = (next: Wanted) => {
    setWanted(next);
    hoveredStep.set(next === 'newest' ? undefined : next);
    clearTimeout(writing.current);
    writing.current = setTimeout(() => {
      writing.current = undefined;
      change({ step: next === 'newest' ? undefined : String(next) });
    }, writeAfterMs);
  };
  const showAt = (index: number) => show(steps[Math.min(Math.max(index, 0), last)] ?? 'newest');
  const goOn = (from: Parameters<typeof nextFrame>[0]) => {
    const frame = nextFrame(from, last, turn);
    if (!frame) return player.stop();
    direction.current = frame.direction;
    showAt(frame.at);
  };
  const player = useInterval(() => goOn({ at, direction: direction.current }), 1000 / speed);

  const moveTo = useNewest((index: number) => {
    player.stop();
    showAt(index);
  });
  return {
    at,
    /** Of the shown step; undefined where there is none. */
    step: steps[at],
    isFollowing: wanted === 'newest',
    isPlaying: player.active,
    speed,
    turn,
    setSpeed: useNewest((next: PlaySpeed) => change({ speed: next === 6 ? undefined : String(next) })),
    setTurn: useNewest((next: PlayTurn) => change({ turn: next === 'loop' ? undefined : next })),
    moveTo,
    go: useNewest((move: StepMove) => moveTo({ first: 0, previous: at - 1, next: at + 1, last }[move])),
    showStep: useNewest((step: number) => {
      player.stop();
      show(step);
    }),
    follow: useNewest(() => {
      player.stop();
      show('newest');
    }),
    togglePlay: useNewest(() => {
      if (player.active) return player.stop();
      goOn(firstFrame(at, last, turn));
      player.start();
    }),
  };
}

export type SampleStep = ReturnType<typeof useSampleStep>;
