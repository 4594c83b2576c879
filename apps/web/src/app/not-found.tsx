import { Compass } from 'lucide-react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Notice
      title="There is nothing at this address"
      icon={<Compass size={26} />}
      actions={<LinkButton href="/runs">See all runs</LinkButton>}
    >
      The run may belong to another store, or the address has a slip in it.
    </Notice>
  );
}
