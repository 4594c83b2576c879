import type { RunSummary } from '@duality/shared';
import { FlaskConical } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { runsOfExperiment } from '#components/runs-of-experiment.ts';
import classes from './run-label-line.module.css';

/** Fetched for the first run that has alerts. */
const AlertBadge = dynamic(() => import('./alert-badge.tsx').then((badge) => badge.AlertBadge));

const shownTags = 4;

/** Alerts that hold, a run's experiment and its tags in a line; nothing where all runs would say the same. */
export function RunLabelLine({ run }: { run: RunSummary }) {
  const { experiment, tags, archivedAt, alerts } = run;
  const isWell = alerts.error + alerts.warning === 0;
  if (experiment === 'default' && tags.length === 0 && archivedAt === null && isWell) return null;
  const hidden = tags.length - shownTags;
  return (
    <span className={classes.labels}>
      {!isWell && <AlertBadge run={run} />}
      {archivedAt !== null && <span className={classes.label}>archived</span>}
      {experiment !== 'default' && (
        <Link
          href={runsOfExperiment(experiment)}
          prefetch={false}
          className={classes.label}
          title="All runs of this experiment"
        >
          <FlaskConical size={11} aria-label="Experiment" role="img" /> {experiment}
        </Link>
      )}
      {tags.slice(0, shownTags).map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      {hidden > 0 && (
        <span className={classes.label} title={tags.slice(shownTags).join(', ')}>
          {hidden} more
        </span>
      )}
    </span>
  );
}
