import classes from './nothing-to-plot.module.css';

interface NothingToPlotProps {
  runs: number;
  varying: number;
  axes: number;
}

/** Why a chart over parameters is empty, and what would fill it. */
export function NothingToPlot({ runs, varying, axes }: NothingToPlotProps) {
  return <p className={classes.nothing}>{explain(runs, varying, axes)}</p>;
}

function explain(runs: number, varying: number, axes: number): string {
  if (runs < 2) return 'One run has nothing to be compared with. Choose more runs in the list.';
  if (varying === 0) return 'All parameters are equal in these runs, so there is nothing to draw them along.';
  if (axes < 2) return 'It takes two axes at least: choose some above.';
  return 'There is nothing to draw.';
}
