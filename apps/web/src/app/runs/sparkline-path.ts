/** A curve in little: buckets of steps, where one without a finite value is null. */
export interface Curve {
  name: string;
  steps: number[];
  values: (number | null)[];
  lows: (number | null)[];
  highs: (number | null)[];
  /** How many values are not finite. */
  nonFinite: number;
}

interface Drawn {
  /** The mean of each bucket; empty where there is none. */
  line: string;
  /** From the lowest to the highest value of each, so that a spike of one step is seen. */
  band: string;
}

/** A curve within a box of `width` × `height` pixels, a gap where a value is missing. */
export function drawCurve({ steps, values, lows, highs }: Curve, width: number, height: number): Drawn {
  const finite = [...lows, ...highs].filter((value) => value !== null);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const [first, last] = [steps[0] ?? 0, steps.at(-1) ?? 0];
  const x = (step: number) => round(last > first ? ((step - first) / (last - first)) * width : width / 2);
  const y = (value: number) => round(most > least ? height - ((value - least) / (most - least)) * height : height / 2);

  const stretches: number[][] = [];
  for (const [i, value] of values.entries()) {
    if (value === null) continue;
    const current = stretches.at(-1);
    if (current?.at(-1) === i - 1) current.push(i);
    else stretches.push([i]);
  }
  const at = (i: number, list: readonly (number | null)[]) => `${x(steps[i] ?? 0)} ${y(list[i] ?? 0)}`;
  // A stretch of one is given some length, or nothing of it would be seen.
  const tail = (of: readonly number[]) => (of.length === 1 ? 'h1' : '');
  return {
    line: stretches.map((of) => `M${of.map((i) => at(i, values)).join('L')}${tail(of)}`).join(''),
    band: stretches
      .map(
        (of) =>
          `M${of.map((i) => at(i, highs)).join('L')}L${of
            .toReversed()
            .map((i) => at(i, lows))
            .join('L')}Z`,
      )
      .join(''),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
