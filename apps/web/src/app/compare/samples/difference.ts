/** Pixels as a canvas has them: red, green, blue and opacity, 0 to 255 each. */
export interface Pixels {
  width: number;
  height: number;
  data: ArrayLike<number>;
}

export interface Difference {
  /** Of each pixel, the mean over the three channels of how far apart they are, 0 to 255. */
  values: Float32Array;
  /** Over all pixels. */
  mean: number;
  largest: number;
}

/** How far two pictures of one size are apart, pixel by pixel; undefined where their sizes differ. */
export function differenceOf(a: Pixels, b: Pixels): Difference | undefined {
  if (a.width !== b.width || a.height !== b.height) return undefined;
  const values = new Float32Array(a.width * a.height);
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    let apart = 0;
    for (let channel = 0; channel < 3; channel++)
      apart += Math.abs((a.data[4 * i + channel] as number) - (b.data[4 * i + channel] as number));
    const value = apart / 3;
    values[i] = value;
    sum += value;
    if (value > largest) largest = value;
  }
  return { values, mean: sum / values.length, largest };
}

/** The difference as a picture: 0 is the first colour of the ramp, `scale` and more the last. */
export function paintDifference({ values }: Difference, scale: number, ramp: Ramp): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(values.length * 4);
  for (const [i, value] of values.entries()) data.set(colourAt(ramp, value / scale), 4 * i);
  return data;
}

type Colour = readonly [red: number, green: number, blue: number];
export type Ramp = readonly Colour[];

/** Dark to light by way of violet and orange, so that more difference is brighter also without telling colours apart. */
export const heatRamp: Ramp = [
  [8, 8, 20],
  [60, 20, 100],
  [150, 40, 110],
  [225, 85, 70],
  [250, 160, 60],
  [253, 250, 190],
];

/** Between the ramp's colours in a straight line; shares outside 0 to 1 take its ends. */
export function colourAt(ramp: Ramp, share: number): [red: number, green: number, blue: number, opacity: number] {
  const place = Math.min(Math.max(share, 0), 1) * (ramp.length - 1);
  const index = Math.min(Math.floor(place), ramp.length - 2);
  const [from, to] = [ramp[index] as Colour, ramp[index + 1] as Colour];
  const mix = (channel: 0 | 1 | 2) => Math.round(from[channel] + (to[channel] - from[channel]) * (place - index));
  return [mix(0), mix(1), mix(2), 255];
}
