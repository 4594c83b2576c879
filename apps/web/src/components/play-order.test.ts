import { expect, test } from 'vitest';
import { type Frame, firstFrame, nextFrame, type PlayTurn } from './play-order.ts';

function play(from: number, last: number, turn: PlayTurn, frames: number): number[] {
  let frame: Frame | undefined = firstFrame(from, last, turn);
  const shown: number[] = [];
  for (let i = 0; i < frames && frame; i++) {
    frame = nextFrame(frame, last, turn);
    if (frame) shown.push(frame.at);
  }
  return shown;
}

test('a loop begins anew after the last picture', () => {
  expect(play(1, 3, 'loop', 6)).toEqual([2, 3, 0, 1, 2, 3]);
});

test('ping-pong turns round at both ends and shows neither twice', () => {
  expect(play(1, 3, 'ping-pong', 8)).toEqual([2, 3, 2, 1, 0, 1, 2, 3]);
});

test('playing once ends with the last picture', () => {
  expect(play(1, 3, 'once', 9)).toEqual([2, 3]);
});

test('what is at its end is played from the beginning, or backwards', () => {
  expect(play(3, 3, 'loop', 2)).toEqual([0, 1]);
  expect(play(3, 3, 'once', 9)).toEqual([0, 1, 2, 3]);
  expect(play(3, 3, 'ping-pong', 2)).toEqual([2, 1]);
});

test('a single picture stays', () => {
  expect(play(0, 0, 'ping-pong', 3)).toEqual([0, 0, 0]);
});
