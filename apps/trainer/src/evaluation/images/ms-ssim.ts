/** Weights of the scales, finest first (Wang, Simoncelli and Bovik, "Multiscale structural similarity", 2003, §3.2). */
const scaleWeights = [0.0448, 0.2856, 0.3001, 0.2363, 0.1333];
const taps = 11;
const sigma = 1.5;
/** For pixels in [0, 1]. */
const [c1, c2] = [0.01 ** 2, 0.03 ** 2];

const window = Float64Array.from({ length: taps }, (_, i) => Math.exp(-((i - (taps - 1) / 2) ** 2) / (2 * sigma ** 2)));
const windowSum = window.reduce((a, b) => a + b, 0);
for (let i = 0; i < taps; i++) window[i] = (window[i] as number) / windowSum;

interface Plane {
  height: number;
  width: number;
  values: Float64Array;
}

/** How often an image can be halved and still hold a window, five scales at most; 0 where it is smaller than one. */
export function scalesOf(height: number, width: number): number {
  let scales = 0;
  for (let side = Math.min(height, width); side >= taps && scales < scaleWeights.length; side = Math.floor(side / 2)) {
    scales++;
  }
  return scales;
}

/**
 * MS-SSIM of two images [height, width, channels] with pixels in [-1, 1], the mean over channels: 1 for equal ones. It
 * has as many scales as fit, their weights made to sum to 1, and takes a negative similarity for 0.
 */
export function msSsim(
  a: Float32Array,
  b: Float32Array,
  [height = 0, width = 0, channels = 1]: readonly number[],
): number {
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) {
    const plane = (image: Float32Array): Plane => ({
      height,
      width,
      // Luminance means nothing where it can be below 0.
      values: Float64Array.from(
        { length: height * width },
        (_, i) => ((image[i * channels + channel] as number) + 1) / 2,
      ),
    });
    sum += ofPlanes(plane(a), plane(b));
  }
  return sum / channels;
}

function ofPlanes(a: Plane, b: Plane): number {
  const scales = scalesOf(a.height, a.width);
  const weights = scaleWeights.slice(0, scales);
  const total = weights.reduce((x, y) => x + y, 0);
  let product = 1;
  for (const [scale, weight] of weights.entries()) {
    const { contrast, whole } = compare(a, b);
    product *= Math.max(0, scale === scales - 1 ? whole : contrast) ** (weight / total);
    [a, b] = [halve(a), halve(b)];
  }
  return product;
}

/** Means over all windows of contrast · structure, and of that times luminance: SSIM (Wang et al. 2004, eq. 13). */
function compare(a: Plane, b: Plane): { contrast: number; whole: number } {
  const times = (x: Plane, y: Plane): Plane => ({ ...x, values: x.values.map((v, i) => v * (y.values[i] as number)) });
  const [meanA, meanB] = [blur(a), blur(b)];
  const [squareA, squareB, cross] = [blur(times(a, a)), blur(times(b, b)), blur(times(a, b))];
  let [contrastSum, wholeSum] = [0, 0];
  for (let i = 0; i < meanA.length; i++) {
    const [x, y] = [meanA[i] as number, meanB[i] as number];
    const variances = (squareA[i] as number) - x * x + (squareB[i] as number) - y * y;
    const contrast = (2 * ((cross[i] as number) - x * y) + c2) / (variances + c2);
    contrastSum += contrast;
    wholeSum += (contrast * (2 * x * y + c1)) / (x * x + y * y + c1);
  }
  return { contrast: contrastSum / meanA.length, whole: wholeSum / meanA.length };
}

/** The window's weighted means wherever it fits, first along rows, then along columns. */
function blur({ height, width, values }: Plane): Float64Array {
  const columns = width - taps + 1;
  const rows = height - taps + 1;
  const along = new Float64Array(height * columns);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let t = 0; t < taps; t++) sum += (window[t] as number) * (values[y * width + x + t] as number);
      along[y * columns + x] = sum;
    }
  }
  const out = new Float64Array(rows * columns);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let t = 0; t < taps; t++) sum += (window[t] as number) * (along[(y + t) * columns + x] as number);
      out[y * columns + x] = sum;
    }
  }
  return out;
}

/** Means of 2 × 2 pixels; an odd last row or column is left out. */
function halve({ height, width, values }: Plane): Plane {
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const out = new Float64Array(rows * columns);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const first = 2 * y * width + 2 * x;
      const sum = (values[first] as number) + (values[first + 1] as number);
      out[y * columns + x] = (sum + (values[first + width] as number) + (values[first + width + 1] as number)) / 4;
    }
  }
  return { height: rows, width: columns, values: out };
}
