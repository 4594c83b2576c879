import { alertRules, type EngineReport, type Run } from '@duality/shared';
import type { NewAlert } from '@duality/shared/store';
import type { TrainedStep } from '../train.ts';

/** How a run's progress is shown while it trains. */
export interface Progress {
  start: (run: Run, engine: EngineReport, firstStep: number) => void;
  step: (step: TrainedStep) => void;
  /** What was measured at a step, some time after it. */
  evaluation: (step: number, values: Record<string, number>) => void;
  alert: (alert: NewAlert) => void;
  /** Ends the line that a bar has left open. */
  close: () => void;
}

const lineEveryMs = 2000;
const barEveryMs = 100;

/** One JSON object a line for every event. */
export function jsonProgress(): Progress {
  const print = (event: object) => console.log(JSON.stringify(event));
  return {
    start: (run, engine, firstStep) => print({ type: 'start', runId: run.id, name: run.name, firstStep, ...engine }),
    step: ({ step, values, samples, isCheckpoint }) => {
      print({ type: 'metrics', step, values });
      if (samples) print({ type: 'sampleGrid', step });
      if (isCheckpoint) print({ type: 'checkpoint', step });
    },
    evaluation: (step, values) => print({ type: 'evaluation', step, values }),
    alert: ({ step, rule, severity, message, edits }) => print({ type: 'alert', step, rule, severity, message, edits }),
    close: () => {},
  };
}

/** A bar on a terminal, a plain line every two seconds elsewhere. */
export function textProgress(stream: NodeJS.WriteStream = process.stdout): Progress {
  let total = 0;
  let shownAt = 0;
  const speed = createSpeedometer();
  return {
    start: (run, engine, firstStep) => {
      total = run.config.steps;
      const from = firstStep === 1 ? '' : `, from step ${firstStep}`;
      stream.write(`Run ${run.id} · ${run.name} · ${engine.engine} ${engine.version} (${engine.device})${from}\n`);
    },
    step: ({ step, values }) => {
      const now = performance.now();
      speed.count(now);
      if (step < total && now - shownAt < (stream.isTTY ? barEveryMs : lineEveryMs)) return;
      shownAt = now;
      const line = formatProgress(step, total, speed.stepsPerSecond(), values.criticEstimate ?? Number.NaN);
      stream.write(stream.isTTY ? `\r\x1b[2K${fitLine(step / total, line, stream.columns ?? 80)}` : `${line}\n`);
    },
    evaluation: () => {},
    alert: ({ step, rule, severity, message }) =>
      void stream.write(
        `${stream.isTTY ? '\r\x1b[2K' : ''}${severity}, step ${step}: ${alertRules[rule].title}: ${message}\n`,
      ),
    close: () => void (stream.isTTY && shownAt > 0 && stream.write('\n')),
  };
}

export function formatProgress(step: number, total: number, stepsPerSecond: number, criticEstimate: number): string {
  const left = formatDuration((total - step) / stepsPerSecond);
  return `step ${step}/${total} · ${stepsPerSecond.toFixed(1)} steps/s · ${left} left · critic estimate ${criticEstimate.toFixed(3)}`;
}

export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** A bar and `line` within `columns`: a line that wraps could not be drawn over. The bar gives way first. */
export function fitLine(share: number, line: string, columns: number): string {
  const width = Math.min(20, columns - line.length - 4);
  if (width < 4) return line.slice(0, columns - 1);
  const full = Math.round(Math.min(1, share) * width);
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}] ${line}`;
}

/** Over the last few steps, so that the first slow one is soon forgotten. */
function createSpeedometer() {
  const times: number[] = [performance.now()];
  return {
    count: (now: number) => {
      times.push(now);
      if (times.length > 30) times.shift();
    },
    stepsPerSecond: () => ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0)),
  };
}
