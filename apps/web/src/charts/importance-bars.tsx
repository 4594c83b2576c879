import classes from './importance-bars.module.css';

export interface ImportanceBar {
  key: string;
  title: string;
  /** Shares from 0 to 1. */
  mean: number;
  low: number;
  high: number;
}

/** A bar with whiskers for each, and the numbers beside it. */
export function ImportanceBars({ bars, head = 'Parameter' }: { bars: readonly ImportanceBar[]; head?: string }) {
  return (
    <table className={classes.bars}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className={classes.number}>
            Share
          </th>
          <th scope="col" className={classes.number}>
            80 % of trees
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, title, mean, low, high }) => (
          <tr key={key}>
            <th scope="row">
              {title}
              <span className={classes.track} aria-hidden="true">
                <span className={classes.bar} style={{ width: `${100 * mean}%` }} />
                <span className={classes.whisker} style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }} />
              </span>
            </th>
            <td className={`figures ${classes.number}`}>{percent(mean)}</td>
            <td className={`figures ${classes.interval}`}>
              {percent(low)} – {percent(high)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Tenths of a percent where that is all there is. */
const percent = (share: number) =>
  `${(100 * share).toFixed(share >= 0.0005 && share < 0.01 ? 1 : 0)} %`.replace(' ', '\u202f');
