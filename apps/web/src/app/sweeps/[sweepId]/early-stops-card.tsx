import Link from 'next/link';
import { formatStep } from '#charts/axis.ts';
import { Card } from '#components/card.tsx';
import { describePoint } from '../describe-space.ts';
import { ruleWords } from '../sweep-words.ts';
import type { ShownSweep } from '../use-sweep-actions.ts';
import classes from './trial-table.module.css';

/** Which trials were ended early, at which step and why. */
export function EarlyStopsCard({ shown: { summary, trials } }: { shown: ShownSweep }) {
  const { earlyStopping } = summary.request;
  if (!earlyStopping) return null;
  const ended = trials.filter(({ state }) => state === 'pruned');
  const { title, meaning } = ruleWords[earlyStopping.rule];
  return (
    <Card title="Early-stop decisions" note={`${title}: ${ended.length} of ${trials.length} trials`}>
      <p className={classes.meaning}>{meaning}</p>
      {ended.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className={classes.scroll} aria-label="Trials that were ended early" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Trial</th>
                <th scope="col">At step</th>
                <th scope="col">Reason</th>
                <th scope="col">Parameters</th>
              </tr>
            </thead>
            <tbody>
              {ended.map(({ number, runId, lastStep, reason, params }) => (
                <tr key={number}>
                  <th scope="row">
                    {runId === null ? (
                      number
                    ) : (
                      <Link href={`/runs/${runId}`} prefetch={false}>
                        {number}
                      </Link>
                    )}
                  </th>
                  <td className="figures">{formatStep(lastStep)}</td>
                  <td className={classes.words}>{reason}</td>
                  <td className={classes.words}>{describePoint(params)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}
