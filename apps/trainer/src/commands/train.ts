import { alertRules, hasDiverged, type Run } from '@duality/shared';
import { explainStoreError, openStore, type Store } from '@duality/shared/store';
import { type Outcome, runOnce } from '../run-once.ts';
import { watchInterruption } from './interruption.ts';
import { planRun } from './plan-run.ts';
import { jsonProgress, type Progress, textProgress } from './progress.ts';
import { trainAway } from './train-away.ts';

/** One run in this process: a new one of a preset, one to go on with, or one that a scheduler claimed. */
export async function trainCommand(args: string[]): Promise<number> {
  const { away, storeFile, json, prepare } = planRun(args); // before the store is opened: bad arguments leave no trace
  if (away) return trainAway(away, json);
  const store = openStore(storeFile);
  try {
    const run = prepare(store);
    return finish(store, run, await trainShown(store, run, json ? jsonProgress() : textProgress()), json);
  } catch (error) {
    throw explainStoreError(error, storeFile);
  } finally {
    store.close();
  }
}

async function trainShown(store: Store, run: Run, progress: Progress): Promise<Outcome> {
  const interruption = watchInterruption();
  try {
    return await runOnce(store, run, {
      isStopping: interruption.isAsked,
      onStart: (engine, firstStep) => progress.start(run, engine, firstStep),
      onStep: progress.step,
      onEvaluation: progress.evaluation,
      onAlert: progress.alert,
    });
  } finally {
    progress.close();
    interruption.end();
  }
}

function finish(store: Store, run: Run, { status, reason, step }: Outcome, asJson: boolean): number {
  const alerts = store.alert.list(run.id).filter(({ endedStep }) => endedStep === null);
  if (asJson) {
    const held = alerts.map(({ rule, step }) => ({ rule, step }));
    const rest = { ...(reason && { reason }), ...(held.length > 0 && { alerts: held }) };
    console.log(JSON.stringify({ type: 'done', runId: run.id, status, step, ...rest }));
  } else {
    for (const { rule, step } of alerts) console.log(`The doctor, since step ${step}: ${alertRules[rule].title}.`);
  }
  if (status === 'failed') console.error(`run ${run.id} failed: ${reason}${findWayOn(store, run, status, reason)}`);
  else if (status === 'stopped')
    console.error(
      `Stopped at step ${step}, checkpoint saved${reason?.startsWith('the doctor') ? ` (${reason})` : ''}; go on with: npm run train -- --resume ${run.id}`,
    );
  else if (!asJson) console.log(`Run ${run.id} is complete at step ${step}.`);
  return status === 'completed' ? 0 : status === 'stopped' ? 130 : 1;
}

/** Where a run that diverged can be taken up again. */
function findWayOn(store: Store, { id }: Run, status: Outcome['status'], reason: string | null): string {
  const [lastGood] = store.checkpoint.list(id);
  if (!hasDiverged({ status, reason }) || !lastGood) return '';
  return `; step ${lastGood.step} was still good: npm run train -- --clone ${id} --set learningRate=…`;
}
