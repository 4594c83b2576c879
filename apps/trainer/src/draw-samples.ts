import { type SampleSet, sampleSize } from './data/sample-set.ts';
import { drawSampleGrid, type GridImage } from './sample-grid.ts';
import { areaAround, drawSamplePlot } from './sample-plot.ts';

/** Draws samples of the fixed noise, [count, …shape of a sample]. */
export type DrawSamples = (values: Float32Array, shape: readonly number[]) => GridImage;

/** Images as a grid of `columns`, points as a plot over as many held-out ones. */
export function createDrawing(heldOut: SampleSet, columns: number): DrawSamples {
  const dimensions = sampleSize(heldOut);
  if (heldOut.shape.length > 1) return (values, shape) => drawSampleGrid(values, shape, columns);
  const area = areaAround(heldOut.values, dimensions);
  return (values) => drawSamplePlot(values, heldOut.values.subarray(0, values.length), dimensions, area);
}
