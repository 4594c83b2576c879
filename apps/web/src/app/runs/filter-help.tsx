'use client';

import { CircleQuestionMark } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';

const FilterHelpCard = dynamic(() => import('./filter-help-card.tsx').then((card) => card.FilterHelpCard), {
  loading: () => <CircleQuestionMark size={16} aria-hidden="true" />,
});

/** Explains the filter's language; the explanation is fetched when it is first wanted. */
export function FilterHelp({ onChoose }: { onChoose: (text: string) => void }) {
  const [isWanted, setWanted] = useState(false);
  if (isWanted) return <FilterHelpCard onChoose={onChoose} />;
  return (
    <PlainButton isIcon aria-label="How to filter" aria-haspopup="dialog" onClick={() => setWanted(true)}>
      <CircleQuestionMark size={16} aria-hidden="true" />
    </PlainButton>
  );
}
