import { getPreset } from '@duality/shared';
import type { Store } from '@duality/shared/store';

export { openTestStore } from '@duality/shared/open-test-store';

export const runRequestFor = (name: string) => {
  const { name: preset, config } = getPreset('wgan-gp-mnist');
  return { preset, name, engine: 'auto' as const, config };
};

export function addRunningRun(store: Store, name = 'a run'): number {
  const { id } = store.run.queue(runRequestFor(name));
  store.run.take(id, 'test');
  return id;
}
