import type { SampleSet } from './sample-set.ts';

/** Images in grey (1 channel) or colour (3); grey is luma as Pillow's convert('L') has it, ITU-R BT.601. */
export function withChannels({ shape, values, ...rest }: SampleSet, channels: 1 | 3): SampleSet {
  const [height = 0, width = 0, had] = shape;
  if (had === channels) return { shape, values, ...rest };
  const pixels = rest.count * height * width;
  const out = new Uint8Array(pixels * channels);
  for (let i = 0; i < pixels; i++) {
    if (channels === 3) {
      out.fill(values[i] as number, 3 * i, 3 * i + 3);
    } else {
      const [red = 0, green = 0, blue = 0] = [values[3 * i], values[3 * i + 1], values[3 * i + 2]];
      out[i] = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    }
  }
  return { shape: [height, width, channels], values: out, ...rest };
}
