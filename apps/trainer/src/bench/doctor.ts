import type { EngineName } from '@duality/shared';
import type { NewAlert } from '@duality/shared/store';
import type { Benchmark, Row } from './benchmark.ts';
import { clean } from './doctor/clean.ts';
import { type Planted, planted, type Trial } from './doctor/planted.ts';
import { watchRun } from './watched-run.ts';

/** Whether the doctor sees what is planted, and keeps silent about runs that do well. */
export const doctor: Benchmark = {
  name: 'doctor',
  summary: 'alerts of failures that are planted, and of runs that do well',
  run: async ({ startEngine, say }) => {
    const engine = await startEngine();
    const [rows, notes]: [Row[], string[]] = [[], []];
    const add = (row: Row, alerts: NewAlert[]) => {
      rows.push(row);
      say(`doctor: ${row.workload}: ${describe(alerts)}`);
      notes.push(`${row.workload}: ${describe(alerts)}`);
    };
    for (const trial of planted) {
      const alerts = await train(engine, trial);
      for (const row of judgePlanted(trial, alerts)) add(row, alerts);
    }
    for (const trial of clean) {
      const alerts = await train(engine, trial);
      add(rowOf(nameOf(trial), trial, alerts, 'no alert', alerts.length === 0), alerts);
    }
    return { rows, notes };
  },
};

async function train(engine: EngineName, { preset, changes }: Trial): Promise<NewAlert[]> {
  const alerts: NewAlert[] = [];
  await watchRun(
    engine,
    preset,
    changes,
    () => {},
    (alert) => void alerts.push(alert),
  );
  return alerts;
}

const judgePlanted = (trial: Planted, alerts: NewAlert[]): Row[] =>
  trial.rules.map((rule) => {
    const found = alerts.find((alert) => alert.rule === rule);
    const row = rowOf(`planted: ${rule}, ${nameOf(trial)}`, trial, alerts, 'raised', found !== undefined);
    return { ...row, figures: { ...row.figures, 'raised at': found?.step ?? null } };
  });

const rowOf = (workload: string, { changes }: Trial, alerts: NewAlert[], target: string, isMet: boolean): Row => ({
  workload,
  figures: { steps: changes.steps as number, alerts: alerts.length, 'raised at': alerts[0]?.step ?? null },
  target,
  isMet,
});

const nameOf = ({ preset, changes: { seed } }: Trial) => (seed === undefined ? preset : `${preset}, seed ${seed}`);

const describe = (alerts: NewAlert[]) =>
  alerts.length === 0 ? 'nothing' : alerts.map(({ rule, step }) => `${rule} at step ${step}`).join(', ');
