import { rampColour, rampTokens } from './colour-ramp.ts';
import type { ReadToken } from './drawn-canvas.tsx';

/** A run as charts over parameters draw it. */
export interface PaintedRun {
  id: number;
  /** From 0, the worst, to 1, the best; null without an objective. */
  goodness: number | null;
  /** Whether it is only hinted at. */
  isOut: boolean;
  positions: number[];
  /** By run where this is there, otherwise by how good it is. */
  look?: { token: string; dash: readonly number[] } | undefined;
}

/** The colour of each run, read from the tokens once a drawing. */
export function painter(token: ReadToken): (run: PaintedRun) => string {
  const stops = rampTokens.map(token);
  const [faint, unknown] = [token('--line-strong'), token('--ink-faint')];
  return ({ isOut, look, goodness }) => {
    if (isOut) return faint;
    if (look) return token(look.token);
    return goodness === null ? unknown : rampColour(goodness, stops);
  };
}

/** Those that are left out first, then from worst to best: what matters lies on top. */
export function inPaintOrder<Run extends PaintedRun>(runs: readonly Run[]): Run[] {
  const rank = ({ isOut, goodness }: PaintedRun) => (isOut ? -2 : (goodness ?? -1));
  return runs.toSorted((a, b) => rank(a) - rank(b));
}
