import type { Sweep } from '@duality/shared';
import type { Proposing } from './propose.ts';

export function endBadTrials(_: Proposing, __: Sweep): void {}
