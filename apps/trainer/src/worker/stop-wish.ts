import { setTimeout } from 'node:timers/promises';
import { stopName } from '@duality/shared/exchange';
import type { CarryTarget } from './carry-target.ts';

/** A shared folder that is away must not cost the checkpoint. */
const patienceMs = 5000;

/**
 * Whether a person wants the run to end, as its folder says. A signal does not: a cluster sends the same when it wants its
 * node back.
 */
export function createStopWish(target: CarryTarget, isThere: boolean) {
  let isWanted = isThere;
  let isKnown = false;
  let isAsking = false;
  const look = async (): Promise<void> => {
    isAsking = true;
    const found = await Promise.race([target.list(), setTimeout(patienceMs)]).catch(() => undefined);
    isWanted ||= found?.some(({ name }) => name === stopName) === true;
    isKnown = true;
  };
  return {
    isWanted: () => isWanted,
    /** It has been seen there. */
    come: () => {
      isWanted = true;
    },
    /** To be asked until it says yes: whether the folder was looked at since the first time of asking. */
    isKnown: (): boolean => {
      if (!isAsking) void look();
      return isKnown;
    },
  };
}
