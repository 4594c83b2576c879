import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Order, orderName } from '@duality/shared/exchange';
import type { CarryTarget } from '../worker/carry-target.ts';
import { type WorkDone, work } from '../worker/work.ts';
import { watchInterruption } from './interruption.ts';
import type { RunPlan } from './plan-run.ts';
import { jsonProgress, textProgress } from './progress.ts';

/** A foreground run waits so long at its end for a hub that is out of reach. */
const patienceMs = 60_000;

/** One run in this process that no store here knows: everything of it goes into its folder. */
export async function trainAway({ target, uid, order }: NonNullable<RunPlan['away']>, json: boolean): Promise<number> {
  if (order) await putOrder(target, order);
  const progress = json ? jsonProgress() : textProgress();
  const interruption = watchInterruption();
  try {
    const done = await work({
      ...{ target, job: null, isCalledOff: () => false, isStopping: interruption.isAsked, patienceMs },
      onStart: progress.start,
      onStep: progress.step,
      onEvaluation: progress.evaluation,
      onAlert: progress.alert,
      say: (line) => console.error(line),
    });
    progress.close();
    return finish(uid, done, json);
  } finally {
    interruption.end();
  }
}

async function putOrder(target: CarryTarget, order: Order): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duality-order-'));
  try {
    const file = join(folder, orderName);
    writeFileSync(file, JSON.stringify(order, null, 2));
    await target.put(orderName, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function finish(uid: string, { status, reason, step, isCarried }: WorkDone, json: boolean): number {
  if (json) console.log(JSON.stringify({ type: 'done', uid, status, step, ...(reason && { reason }) }));
  if (!isCarried) {
    console.error(
      `Not all of run ${uid} could be taken to where it belongs; it goes on from its last checkpoint there.`,
    );
    return 1;
  }
  if (status === 'failed') console.error(`run ${uid} failed: ${reason}`);
  else if (status === 'stopped')
    console.error(`Stopped at step ${step}, checkpoint saved; go on with: --resume ${uid}`);
  else if (!json) console.log(`Run ${uid} is complete at step ${step}.`);
  return status === 'completed' ? 0 : status === 'stopped' ? 130 : 1;
}
