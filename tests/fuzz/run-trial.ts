import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, tell } from './run-target.ts';
import type { Trial } from './trial.ts';

/** Tries it once, at a share of its full size. */
export async function runTrial({ name, run }: Trial, scale: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), `duality-fuzz-${name}-`));
  const began = performance.now();
  const end = () => ({ name, tried: 0, accepted: 0, refused: 0, seconds: (performance.now() - began) / 1000 });
  try {
    const report = await run(folder, scale);
    return { ...end(), report };
  } catch (error) {
    return { ...end(), failure: tell(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
