import { useSyncExternalStore } from 'react';
import { createSharedState } from './shared-state.ts';

/** The run under the pointer or with the focus, shared by everything on the page that shows runs. */
export const highlightedRun = createSharedState<number>();

export const useHighlightedRun = () =>
  useSyncExternalStore(highlightedRun.subscribe, highlightedRun.get, () => undefined);

/** Renders anew only when this run's own state changes. */
export const useIsHighlighted = (runId: number) =>
  useSyncExternalStore(
    highlightedRun.subscribe,
    () => highlightedRun.get() === runId,
    () => false,
  );

/** For an element that stands for a run: pointing at it or focusing it highlights the run everywhere. */
export const highlights = (runId: number) => ({
  onPointerEnter: () => highlightedRun.set(runId),
  onPointerLeave: () => highlightedRun.set(undefined),
  onFocus: () => highlightedRun.set(runId),
  onBlur: () => highlightedRun.set(undefined),
});
