import type { RunSummary } from '@duality/shared';

/** Share of all steps that are done, from 0 to 1. */
export const shareDone = ({ lastStep, config }: RunSummary) => Math.min(1, lastStep / config.steps);

/** Milliseconds until the last step at the present speed; null when nothing is going on or the speed is unknown. */
export function timeLeftMs({ status, lastStep, config, stepsPerSecond }: RunSummary): number | null {
  if (status !== 'running' || !stepsPerSecond) return null;
  return ((config.steps - lastStep) / stepsPerSecond) * 1000;
}

/** Milliseconds between start and end, or until `now`. */
export function elapsedMs({ startedAt, endedAt }: RunSummary, now: number): number | null {
  return startedAt === null ? null : Math.max(0, (endedAt ?? now) - startedAt);
}

export function formatSpeed(stepsPerSecond: number): string {
  if (stepsPerSecond < 1) return `${(60 * stepsPerSecond).toFixed(1)}/min`;
  return `${stepsPerSecond < 99.5 ? stepsPerSecond.toPrecision(2) : Math.round(stepsPerSecond)}/s`;
}
