import { excerptAround } from './excerpt.ts';
import classes from './filter-problem.module.css';

interface FilterProblemProps {
  message: string;
  text: string;
  /** Null where the problem is not one of the text. */
  place: { position: number; length: number } | null;
}

/** What is wrong with a filter, under the very characters. */
export function FilterProblem({ message, text, place }: FilterProblemProps) {
  const excerpt = place && excerptAround(text, place.position, place.length);
  return (
    <div className={classes.problem} role="status">
      {excerpt && (
        <code className={classes.text} aria-hidden="true">
          {excerpt.before}
          <mark className={classes.place}>{excerpt.at || ' '}</mark>
          {excerpt.after}
        </code>
      )}
      <p className={classes.message}>
        {message}
        {place && <span className={classes.hidden}>, at character {place.position + 1}</span>}
      </p>
    </div>
  );
}
