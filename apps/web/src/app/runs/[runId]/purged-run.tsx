import { Trash2 } from 'lucide-react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';

/** In place of a run that was deleted for good while its page was open. */
export function PurgedRun() {
  return (
    <Notice
      title="This run was deleted for good"
      icon={<Trash2 size={26} />}
      actions={<LinkButton href="/runs">See all runs</LinkButton>}
    >
      That happened while this page was open. Nothing of the run is left but its entry in the activity.
    </Notice>
  );
}
