import { setImmediate } from 'node:timers/promises';
import {
  describeError,
  EngineChoice,
  type EngineReport,
  type LogLevel,
  type Run,
  type RunStatus,
} from '@duality/shared';
import { describeProcess, explainStoreError, type NewAlert, type Store } from '@duality/shared/store';
import { loadDataset } from './data/dataset.ts';
import { shareDataset } from './data/share.ts';
import { createDiagnosis } from './diagnosis.ts';
import { createDrawing } from './draw-samples.ts';
import { listEngines, startEngine } from './engine/engine.ts';
import { createEvaluations } from './evaluations.ts';
import { createGan } from './gan/gan.ts';
import type { ParameterCount } from './gan/networks/parameter-count.ts';
import { createRecorder } from './recorder.ts';
import { findStartPoint, restoreState, type StartPoint } from './start-point.ts';
import { type TrainedStep, train } from './train.ts';

export interface Outcome {
  status: RunStatus;
  reason: string | null;
  step: number;
}

export interface Watcher {
  /** Asked after every step. */
  isStopping: () => boolean;
  onStart: (engine: EngineReport, firstStep: number) => void;
  onStep: (step: TrainedStep) => void;
  /** Some time after its step. */
  onEvaluation: (step: number, values: Record<string, number>) => void;
  /** As an alert of the doctor begins. */
  onAlert: (alert: NewAlert) => void;
}

const heartbeatMs = 2000;

/** Trains a run that this process holds, from its newest checkpoint to its end, a stop or a failure. */
export async function runOnce(store: Store, run: Run, watcher: Watcher): Promise<Outcome> {
  store.run.setProcess(run.id, describeProcess(process.pid));
  const heartbeat = setInterval(() => attempt(() => store.run.beat(run.id)), heartbeatMs);
  try {
    return end(store, run, await trainToEnd(store, run, watcher));
  } catch (error) {
    const explained = explainStoreError(error, store.file);
    if (process.env.DUALITY_DEBUG) console.error(error);
    return end(store, run, {
      status: 'failed',
      reason: describeError(explained),
      step: store.run.get(run.id).lastStep,
    });
  } finally {
    clearInterval(heartbeat);
  }
}

async function trainToEnd(
  store: Store,
  run: Run,
  { isStopping, onStart, onStep, onEvaluation, onAlert }: Watcher,
): Promise<Outcome> {
  const data = shareDataset(await loadDataset({ ...run.config, folder: run.dataDir ?? undefined }));
  const engine = await startRunsEngine(run);
  store.run.setEngine(run.id, engine);
  const start = findStartPoint(store, run);
  const { optimiserStart } = start;
  const gan = createGan(run.config, { shape: data.train.shape, classes: data.classes }, optimiserStart);
  const log = (level: LogLevel, message: string) => store.log.add(run.id, level, message);
  const own = start.isParents ? 0 : start.step;
  const facts = { sampleShape: data.train.shape };
  const diagnosis = createDiagnosis({ store, run, facts, step: own, log, onAlert });
  const onResult = (at: number, values: Record<string, number>, floors: Record<string, number>) => {
    diagnosis.see(at, values, floors);
    onEvaluation(at, values);
  };
  const evaluations = createEvaluations({ store, run, gan, data, step: own, log, isStopping, onResult });
  try {
    restoreState(gan.state, start);
    let { step } = start;
    const draw = createDrawing(data.test, gan.grid.columns);
    const recorder = createRecorder(store, run, { ...gan, optimiserStart }, draw, own);
    await recorder.save(step); // a clone's own copy: from here on its parent may go
    for (const [level, message] of describeStart(run, start, engine)) log(level, message);
    const { generator, critic } = gan.parameterCounts;
    log(
      'info',
      `${data.train.count} samples of ${data.source}; generator ${describeCount(generator)}, critic ${describeCount(critic)}`,
    );
    onStart(engine, step + 1);
    diagnosis.begin();
    await evaluations.begin();
    for await (const trained of train(run.config, gan, data, step + 1)) {
      await evaluations.follow(trained.step, trained.isCheckpoint);
      diagnosis.see(trained.step, trained.values);
      await recorder.record(trained);
      onStep(trained);
      step = trained.step;
      await setImmediate(); // without this no signal handler would ever run
      if (isStopping() || diagnosis.stopReason()) break;
    }
    evaluations.keep();
    await recorder.save(step);
    const isMeasured = await evaluations.finish();
    const isComplete = step >= run.config.steps && isMeasured;
    log('info', isComplete ? `completed at step ${step}` : `stopped at step ${step}, checkpoint saved`);
    return {
      status: isComplete ? 'completed' : 'stopped',
      reason: isComplete ? null : (diagnosis.stopReason() ?? 'stopped on request'),
      step,
    };
  } finally {
    await evaluations.close();
    gan.dispose();
  }
}

const describeCount = ({ trainable, other }: ParameterCount) =>
  `${trainable + other} parameters${other > 0 ? ` (${trainable} trainable)` : ''}`;

function describeStart(run: Run, { step, isParents, optimiserStart, damaged }: StartPoint, engine: EngineReport) {
  const lines: [LogLevel, string][] = damaged.map((lost) => [
    'warning',
    `the checkpoint of step ${lost} is missing or damaged; an older one serves`,
  ]);
  const how = step === 0 ? 'starts' : `goes on after step ${step}`;
  lines.push(['info', `${how} on ${engine.engine} ${engine.version}: ${engine.reason}`]);
  if (isParents && optimiserStart === step) lines.push(['info', 'another optimiser: its moments start anew']);
  if (run.engine && run.engine.engine !== engine.engine) {
    lines.push(['warning', `was on ${run.engine.engine} before: from here on the curve differs in its last digits`]);
  }
  if (run.engine?.opThreads && engine.opThreads !== run.engine.opThreads) {
    lines.push([
      'warning',
      `had ${run.engine.opThreads} threads an operation before and has ${engine.opThreads ?? 1} now: from here on the curve differs in its last digits`,
    ]);
  }
  return lines;
}

/** A run that has begun stays on its engine where it can, since only that one gives the same curve to the bit. */
function startRunsEngine({ engine, requestedEngine }: Run): Promise<EngineReport> {
  if (engine?.opThreads) process.env.TF_NUM_INTRAOP_THREADS ??= String(engine.opThreads);
  if (requestedEngine !== 'auto') return startEngine(requestedEngine);
  const isThere = listEngines().some((candidate) => candidate.engine === engine?.engine && candidate.available);
  if (engine && isThere) return startEngine(engine.engine, 'the run began on it');
  return startEngine(EngineChoice.catch('auto').parse(process.env.DUALITY_ENGINE));
}

function end(store: Store, run: Run, outcome: Outcome): Outcome {
  attempt(() => {
    if (outcome.status === 'failed') store.log.add(run.id, 'error', outcome.reason ?? 'failed');
    store.run.end(run.id, outcome.status, outcome.reason);
  });
  return outcome;
}

/** What a full disk may refuse without hiding the first error: the scheduler finds out by itself. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {}
}
