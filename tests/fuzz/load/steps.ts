import { configure, getPreset } from '@duality/shared';
import type { Store } from '@duality/shared/store';

const names = ['criticEstimate', 'criticLoss', 'generatorLoss', 'gradientNorm'];

/** Stands for `stepMs`: when the step was committed, in ms since the epoch. */
export const sentAt = 'stepMs';

/** What a trainer logs at a step. */
export const metricsAt = (step: number): Record<string, number> => ({
  ...Object.fromEntries(names.map((name, at) => [name, Math.sin(step / 97 + at)])),
  [sentAt]: Date.now(),
});

/** A run that a trainer has taken. */
export function beginRun(store: Store, steps: number): number {
  const preset = getPreset('wgan-gp-ring');
  const config = configure(preset, { steps });
  const { id } = store.run.queue({ preset: preset.name, name: 'load', engine: 'auto', config });
  store.run.take(id, 'load');
  return id;
}
