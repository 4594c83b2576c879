import { isActive, type Run, type RunSummary } from '@duality/shared';
import { Card } from '#components/card.tsx';
import { describeAsked, describePlace, describeRequeues, describeWait } from '#components/describe-place.ts';
import { Facts } from '#components/facts.tsx';

/** Where a run trains that trains elsewhere, and what is said of it there. */
export function PlaceCard({ run }: { run: RunSummary }) {
  if (run.place === null) return null;
  const facts = factsOf(run, run.place).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return (
    <Card title="Where" note={describePlace(run)}>
      {facts.length > 0 && <Facts facts={facts} />}
    </Card>
  );
}

function factsOf(run: Run, place: NonNullable<Run['place']>): [name: string, value: string | null][] {
  const { job, status, uid } = run;
  if (place.kind === 'offline') return [['To go on', isActive(status) ? null : `there, with --resume ${uid}`]];
  const wait = describeWait(run);
  return [
    ['Now', wait],
    ['Slurm says', wait === null && job ? [job.state, job.reason].filter(Boolean).join(', ') : null],
    ['So far', job && describeRequeues(job.requeues)],
    ['Asked for', describeAsked(place)],
    ['Flags', place.flags.join(' ')],
  ];
}
