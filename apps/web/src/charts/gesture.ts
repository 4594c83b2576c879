import { createSharedState } from '#components/shared-state.ts';
import type { Span } from './range.ts';

/** The part of the x-axis that a hand is choosing right now: all charts of the page follow, before anything is redrawn. */
export const gesture = createSharedState<Span>();
