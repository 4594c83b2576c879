import { configure, getPreset } from '@duality/shared';
import { openStore, type Store } from '@duality/shared/store';

export const runs = 100;
const steps = 50_000;
/** One step of every run, a different one each, stands this far out. */
export const spike = 1234.5;

/** The step of a run at which its spike is: none of them at a bucket's edge more often than by chance. */
const spikeOf = (run: number) => 1 + ((run * 7919 + 421) % steps);

/** A falling curve with noise on it, the same each time. */
function curveAt(step: number, run: number): number {
  const noise = Math.sin(step * 12.9898 + run * 78.233) * 43_758.5453;
  return 10 * Math.exp(-step / (10_000 + 200 * run)) + (noise - Math.floor(noise)) * 0.3;
}

/** A hundred runs of fifty thousand steps. */
export function seed(file: string): void {
  const store = openStore(file);
  for (let run = 0; run < runs; run++) {
    const id = begin(store, `run ${run}`, steps);
    const at = store.run.get(id).startedAt ?? 0;
    for (let first = 1; first <= steps; first += 10_000) {
      store.metric.appendMany(
        id,
        Array.from({ length: 10_000 }, (_, i) => {
          const step = first + i;
          const value = step === spikeOf(run) ? spike : curveAt(step, run);
          return { step, values: { criticEstimate: value }, at: at + step * 20 };
        }),
      );
    }
    store.run.end(id, 'completed', null);
  }
  store.close();
}

/** A run that a trainer has taken. */
export function begin(store: Store, name: string, wanted: number): number {
  const preset = getPreset('wgan-gp-mnist');
  const config = configure(preset, { steps: wanted });
  const { id } = store.run.queue({ preset: preset.name, name, engine: 'auto', config });
  store.run.take(id, 'benchmark');
  return id;
}
