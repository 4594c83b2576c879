import { describeLosses, type RunConfig, systemDescriptions } from '@duality/shared';
import classes from './formulas.module.css';

/** What the two networks minimise, as the source of the system has it. */
export function Formulas({ config }: { config: RunConfig }) {
  const { critic, generator, values, source, letters } = describeLosses(config);
  const { title } = systemDescriptions[config.system];
  return (
    <div className={classes.formulas}>
      <dl className={classes.losses}>
        <dt>Critic minimises</dt>
        <dd>{critic}</dd>
        <dt>Generator minimises</dt>
        <dd>{generator}</dd>
        {values.length > 0 && (
          <>
            <dt>Here</dt>
            <dd>{values.join('; ')}</dd>
          </>
        )}
      </dl>
      <p className={classes.source}>
        {title}: arXiv {source}. {letters.join(' · ')}.
      </p>
    </div>
  );
}
