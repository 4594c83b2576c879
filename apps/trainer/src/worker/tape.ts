import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunId } from '@duality/shared';
import { checkpointName, copyWhole, fileNamePattern, type Record, stateName } from '@duality/shared/exchange';
import { checkpointFolder, type Store } from '@duality/shared/store';

interface Needed {
  store: Store;
  runId: RunId;
  /** Of the worker's own disk. */
  folder: string;
  add: (record: Record) => void;
  /** Why the run is to be gone on with by another worker, although this one stops. */
  yieldReason: () => string | undefined;
}

/** The same store, of which everything that is written for the run is told as records too. */
export function tapeOf({ store, runId, folder, add, yieldReason }: Needed): Store {
  const { metric, log, sampleGrid, evaluation, alert, checkpoint, run } = store;
  const keepState = () => mirrorState(checkpointFolder(store, runId), folder);
  return {
    ...store,
    metric: {
      ...metric,
      append: (id, step, values) => {
        metric.append(id, step, values);
        add({ kind: 'metrics', step, values, at: Date.now() });
      },
    },
    log: {
      ...log,
      add: (id, level, message, at = Date.now()) => {
        log.add(id, level, message, at);
        add({ kind: 'log', level, message, at });
      },
    },
    sampleGrid: {
      ...sampleGrid,
      add: (grid, at = Date.now()) => {
        sampleGrid.add(grid, at);
        const { runId: _, png, ...rest } = grid;
        add({ kind: 'grid', ...rest, png: toBase64(png), at });
      },
    },
    evaluation: {
      ...evaluation,
      add: (id, found, at = Date.now()) => {
        evaluation.add(id, found, at);
        const { neighbours, ...rest } = found;
        add({ kind: 'evaluation', ...rest, ...(neighbours && { neighbours: toBase64(neighbours) }), at });
      },
    },
    alert: {
      ...alert,
      raise: (one, at = Date.now()) => {
        alert.raise(one, at);
        const { runId: _, ...rest } = one;
        add({ kind: 'alert', ...rest, at });
      },
      end: (id, rule, step) => {
        alert.end(id, rule, step);
        add({ kind: 'alertEnd', rule, step });
      },
      rewind: (id, step) => {
        alert.rewind(id, step);
        add({ kind: 'rewind', step });
      },
    },
    checkpoint: {
      ...checkpoint,
      add: (record, at = Date.now()) => {
        checkpoint.add(record, at);
        keepState();
        const { runId: _, ...rest } = record;
        add({ kind: 'checkpoint', ...rest, at });
      },
      prune: (id, kept, removeFile) => {
        const steps: number[] = [];
        checkpoint.prune(id, kept, (step) => {
          steps.push(step);
          removeFile(step);
        });
        if (steps.length > 0) add({ kind: 'forget', steps });
        for (const step of steps) rmSync(join(folder, stateName(checkpointName(step))), { force: true });
      },
    },
    run: {
      ...run,
      setEngine: (id, report) => {
        run.setEngine(id, report);
        add({ kind: 'engine', report });
      },
      end: (id, status, reason) => {
        keepState(); // of what was kept since the last checkpoint
        const why = status === 'stopped' ? yieldReason() : undefined;
        if (why !== undefined) add({ kind: 'yield', reason: why, at: Date.now() });
        else if (status !== 'queued' && status !== 'running') add({ kind: 'end', status, reason, at: Date.now() });
        return run.end(id, status, reason);
      },
    },
  };
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Makes the state of the run's folder that of `from`: checkpoints, and what was drawn and is not measured yet. */
function mirrorState(from: string, folder: string): void {
  const to = join(folder, stateName(''));
  mkdirSync(to, { recursive: true });
  const isState = (name: string) => fileNamePattern.test(stateName(name));
  const names = existsSync(from) ? readdirSync(from).filter(isState) : [];
  for (const name of names) {
    if (isSame(join(from, name), join(to, name))) continue;
    copyWhole(join(from, name), join(to, name));
  }
  for (const name of readdirSync(to)) {
    if (/^evaluation-/.test(name) && !names.includes(name)) rmSync(join(to, name), { force: true });
  }
}

/** By size alone: of one name there is ever one content, but for what a resumed run repeats to the bit. */
function isSame(a: string, b: string): boolean {
  return statSync(b, { throwIfNoEntry: false })?.size === statSync(a).size;
}
