import classes from './plot-legend.module.css';

/** What the two colours of a plot of points are. */
export function PlotLegend() {
  return (
    <p className={classes.legend}>
      <span className={classes.real}>real, held out</span>
      <span className={classes.generated}>generated</span>
    </p>
  );
}
