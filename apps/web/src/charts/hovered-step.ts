import { useSyncExternalStore } from 'react';
import { createSharedState } from '#components/shared-state.ts';

/** Where on the x-axis the pointer is, shared by all charts of the page: the step, or what else their axis counts. */
export const hoveredStep = createSharedState<number>();

export const useHoveredStep = () => useSyncExternalStore(hoveredStep.subscribe, hoveredStep.get, () => undefined);
