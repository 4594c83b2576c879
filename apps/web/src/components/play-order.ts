export const playTurns = ['loop', 'ping-pong', 'once'] as const;
/** What playing does at the end: begin anew, turn round, or stop. */
export type PlayTurn = (typeof playTurns)[number];

/** Pictures a second. */
export const playSpeeds = [2, 6, 12, 24] as const;
export type PlaySpeed = (typeof playSpeeds)[number];

export interface Frame {
  at: number;
  /** Which way it goes on from here. */
  direction: 1 | -1;
}

/** The frame after this one, of frames 0 to `last`; undefined where playing ends. */
export function nextFrame({ at, direction }: Frame, last: number, turn: PlayTurn): Frame | undefined {
  const next = at + direction;
  if (next >= 0 && next <= last) return { at: next, direction };
  if (turn === 'loop') return { at: 0, direction: 1 };
  if (turn === 'ping-pong')
    return { at: Math.min(Math.max(0, at - direction), last), direction: direction === 1 ? -1 : 1 };
  return undefined;
}

/** Where playing begins: what has come to its end is begun anew. */
export const firstFrame = (at: number, last: number, turn: PlayTurn): Frame =>
  at < last ? { at, direction: 1 } : turn === 'ping-pong' ? { at, direction: -1 } : { at: -1, direction: 1 };
