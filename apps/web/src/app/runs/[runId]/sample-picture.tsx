import { isPointSet, type RunSummary, type SampleGrid } from '@duality/shared';
import { PlotLegend } from '#components/plot-legend.tsx';
import { gridUrl } from '#components/sample-thumbnail.tsx';
import classes from './sample-picture.module.css';

interface SamplePictureProps {
  run: RunSummary;
  grid: SampleGrid;
}

/** Images as tiles, the classes of a conditional system beside their rows; points as a plot with its legend. */
export function SamplePicture({ run, grid }: SamplePictureProps) {
  const { system, dataset } = run.config;
  const isPlot = isPointSet(dataset);
  const count = grid.columns * grid.rows;
  const what = isPlot ? 'Generated points over real ones' : `${count} samples`;
  return (
    <figure className={classes.picture}>
      <div className={classes.body}>
        {system === 'acgan' && (
          <div className={classes.rows} aria-hidden="true">
            {Array.from({ length: grid.rows }, (_, row) => row).map((row) => (
              <span key={row}>{row}</span>
            ))}
          </div>
        )}
        {/* biome-ignore lint/performance/noImgElement: pixels are wanted as they are */}
        <img
          className={isPlot ? classes.plot : classes.tiles}
          src={gridUrl(grid.id)}
          width={grid.width}
          height={grid.height}
          alt={`${what} of ${run.name} at step ${grid.step}`}
        />
      </div>
      {isPlot && (
        <figcaption className={classes.legend}>
          <PlotLegend />
        </figcaption>
      )}
    </figure>
  );
}
