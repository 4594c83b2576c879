'use client';

import { Sparkles } from 'lucide-react';
import { LinkButton } from '#components/link-button.tsx';
import { Notice } from '#components/notice.tsx';

/** What a first visitor does. */
export function NoRuns() {
  return (
    <Notice
      title="Nothing has been trained yet"
      icon={<Sparkles size={26} />}
      actions={
        <>
          <LinkButton href="/runs/new">Start the first run</LinkButton>
          <LinkButton href="/trash" variant="default">
            Trash
          </LinkButton>
        </>
      }
    >
      A WGAN-GP on MNIST draws digits that can be read after a few minutes on two cores. Its curves and samples appear
      here as they are made.
    </Notice>
  );
}
