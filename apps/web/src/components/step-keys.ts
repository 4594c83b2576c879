import type { KeyboardEvent } from 'react';
import type { SampleStep } from './use-sample-step.ts';

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

const takesKeys = 'input, textarea, select, [role="slider"], [role="radio"], [role="listbox"], [role="dialog"]';

/** For the part of a page that shows samples: arrow keys, Home and End move the step wherever the focus is in it. */
export const stepKeys = (position: SampleStep, last: number) => (event: KeyboardEvent<HTMLElement>) => {
  const move = moves[event.key];
  if (!move || event.defaultPrevented || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!(event.target instanceof Element) || event.target.closest(takesKeys)) return;
  // A dialog that opens from here passes its keys on, too.
  if (!event.currentTarget.contains(event.target)) return;
  event.preventDefault();
  position.moveTo(move(position.at, last));
};
