import { describeLosses, formulaLetters, type RunConfig, systemDescriptions } from '@duality/shared';
import classes from './formulas.module.css';

/** What the two networks minimise, as the source of the system has it. */
export function Formulas({ config }: { config: RunConfig }) {
  const { critic, generator, values, source } = describeLosses(config);
  const { title } = systemDescriptions[config.system];
  return (
    <div className={classes.formulas}>
      <dl className={classes.losses}>
        <dt>Critic minimises</dt>
        <dd>{critic}</dd>
        <dt>Generator minimises</dt>
        <dd>{generator}</dd>
      </dl>
      {values.length > 0 && <p className={classes.values}>{values.join('; ')}</p>}
      <p className={classes.source}>
        {title}: arXiv {source}. {formulaLetters}.
      </p>
    </div>
  );
}
