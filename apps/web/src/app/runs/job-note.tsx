import type { RunSummary } from '@duality/shared';
import { describePlace, describeWait, noteOfJob } from '#components/describe-place.ts';
import classes from './job-note.module.css';

/** What a run does on its cluster: waits, and why, or trains, and where. */
export function JobNote({ run }: { run: RunSummary }) {
  const note = noteOfJob(run);
  if (note === null) return null;
  return (
    <span className={classes.note} title={[describeWait(run), describePlace(run)].filter(Boolean).join('; ')}>
      {note}
    </span>
  );
}
