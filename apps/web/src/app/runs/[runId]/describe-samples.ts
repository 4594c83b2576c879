import { datasetDescriptions, isPointSet, mistakesOf, type RunConfig, type SampleGrid } from '@duality/shared';

/** One sentence about what the picture of a step shows. */
export function describeSamples(config: RunConfig, { columns, rows }: Pick<SampleGrid, 'columns' | 'rows'>): string {
  if (isPointSet(config.dataset)) {
    const { shape } = datasetDescriptions[config.dataset];
    const drawn = shape?.[0] === 1 ? 'two histograms, real above generated' : 'as many generated points as real ones';
    return `${drawn}, from the run’s fixed noise.`;
  }
  if (config.system === 'acgan') return `each row is one class, each column the same noise in all classes.`;
  const noise = mistakesOf(config).has('fresh-grids')
    ? 'noise that is drawn anew, as printed'
    : 'the run’s fixed noise';
  return `${columns * rows} images from ${noise}.`;
}
