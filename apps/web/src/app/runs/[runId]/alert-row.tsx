'use client';

import { type Alert, alertRules, type RunSummary } from '@duality/shared';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { formatStep } from '#charts/axis.ts';
import { hoveredStep } from '#charts/hovered-step.ts';
import { useAddress } from '#components/use-address.ts';
import classes from './alert-row.module.css';
import { ForkButton } from './fork-button.tsx';

interface AlertRowProps {
  run: RunSummary;
  alert: Alert;
  /** Whether it is explained from the start. */
  isOpen: boolean;
}

export function AlertRow({ run, alert, isOpen }: AlertRowProps) {
  const { severity, step, endedStep, message, edits } = alert;
  const { title, why, advice } = alertRules[alert.rule];
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  const isMendable = endedStep === null && Object.keys(edits).length > 0 && run.removedAt === null;
  return (
    <li className={classes.alert} data-severity={severity} data-over={endedStep !== null || undefined}>
      <Icon size={17} className={classes.icon} aria-hidden="true" />
      <div className={classes.body}>
        <p className={classes.line}>
          <strong className={classes.title}>{title}</strong>
          <span className={classes.severity}>{severity}</span>
          <span className={classes.steps}>
            since <StepLink step={step} />
            {endedStep !== null && (
              <>
                {' '}
                until <StepLink step={endedStep} />
              </>
            )}
          </span>
        </p>
        <p className={classes.message}>{message}</p>
        <details className={classes.more} open={isOpen}>
          <summary>Why, and what to try</summary>
          <p>{why}</p>
          <p>{advice}</p>
        </details>
        {isMendable && <ForkButton run={run} fork={{ before: step, edits }} />}
      </div>
    </li>
  );
}

/** Leads the samples and the crosshair of every chart to a step. */
function StepLink({ step }: { step: number }) {
  const { change } = useAddress();
  if (step === 0) return 'the start';
  const show = () => {
    change({ step: String(step) });
    hoveredStep.set(step);
  };
  return (
    <button type="button" className={classes.step} onClick={show} title="Show this step in samples and curves">
      step <span className="figures">{formatStep(step)}</span>
    </button>
  );
}
