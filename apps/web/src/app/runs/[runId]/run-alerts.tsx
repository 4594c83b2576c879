'use client';

import type { Alert, RunSummary } from '@duality/shared';
import { Stethoscope } from 'lucide-react';
import { AlertRow } from './alert-row.tsx';
import classes from './run-alerts.module.css';

/** What the doctor says: what holds now, and folded away what held once. */
export function RunAlerts({ run, alerts }: { run: RunSummary; alerts: readonly Alert[] }) {
  const holding = alerts.filter(({ endedStep }) => endedStep === null);
  const over = alerts.filter(({ endedStep }) => endedStep !== null);
  return (
    <section id="alerts" className={classes.card} aria-label="Alerts">
      <h2 className={classes.title}>
        <Stethoscope size={16} aria-hidden="true" />
        The doctor
        <span className={classes.note}>
          {holding.length === 0 ? 'nothing is wrong at present' : 'what looks wrong with this run'}
        </span>
      </h2>
      {holding.length > 0 && (
        <ul className={classes.list}>
          {holding.map((alert, at) => (
            <AlertRow key={alert.id} run={run} alert={alert} isOpen={at === 0} />
          ))}
        </ul>
      )}
      {over.length > 0 && (
        <details className={classes.over}>
          <summary>{over.length === 1 ? 'One alert that holds' : `${over.length} alerts that hold`} no more</summary>
          <ul className={classes.list}>
            {over.map((alert) => (
              <AlertRow key={alert.id} run={run} alert={alert} isOpen={false} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
