import type { BulkChange, BulkOutcome } from '@duality/shared';

const done: Record<BulkChange['action'], string> = {
  tag: 'tagged',
  untag: 'no longer tagged',
  move: 'moved',
  stop: 'told to stop',
  resume: 'in the queue again',
  archive: 'archived',
  unarchive: 'back from the archive',
  remove: 'in the trash',
  restore: 'back from the trash',
};

/** What became of a change of many runs, in two lines. */
export function tellBulk(change: BulkChange, outcome: BulkOutcome): { title: string; message: string } {
  const what = 'tag' in change ? ` “${change.tag}”` : 'experiment' in change ? ` to “${change.experiment}”` : '';
  const title = outcome.done === 0 ? 'Nothing to do' : `${count(outcome.done)} ${done[change.action]}${what}`;
  const left = outcome.left.map(({ reason, count }) => `${count} ${reason}`).join('; ');
  return { title, message: left ? `Left as they were: ${left}.` : 'All that were selected.' };
}

const count = (runs: number) => (runs === 1 ? 'One run' : `${runs.toLocaleString('en-US')} runs`);
