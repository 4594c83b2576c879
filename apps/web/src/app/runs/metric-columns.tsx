'use client';

import { NumberInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import { matches } from './choosable.ts';
import classes from './column-chooser.module.css';
import { metricValue } from './metric-value.ts';

interface MetricColumnsProps {
  metrics: { name: string; title: string }[];
  search: string;
  chosen: readonly string[];
  onToggle: (key: string) => void;
}

const reductions = ['last', 'min', 'max', 'mean'] as const;

/** Each metric by what it came to, or at a step. */
export function MetricColumns({ metrics, search, chosen, onToggle }: MetricColumnsProps) {
  const [step, setStep] = useState<number | string>(1000);
  const found = metrics.filter(({ name, title }) => matches({ key: name, title }, search));
  if (found.length === 0) return null;
  return (
    <section aria-label="Metrics">
      <div className={classes.heading}>
        <h2>Metrics</h2>
        <NumberInput
          size="xs"
          className={classes.step ?? ''}
          aria-label="Step for columns at a step"
          prefix="step "
          min={0}
          allowDecimal={false}
          value={step}
          onChange={setStep}
        />
      </div>
      <ul className={classes.metrics}>
        {found.map(({ name, title }) => (
          <li key={name}>
            <span>{title}</span>
            {reductions.map((reduction) => {
              const key = metricValue(reduction, name);
              return (
                <button
                  key={reduction}
                  type="button"
                  aria-pressed={chosen.includes(key)}
                  aria-label={`${title}, ${reduction}`}
                  onClick={() => onToggle(key)}
                >
                  {reduction}
                </button>
              );
            })}
            <PlainButton
              isIcon
              disabled={typeof step !== 'number'}
              aria-label={`${title} at step ${step}`}
              title={`At step ${step}`}
              onClick={() => {
                const key = metricValue('at', name, Number(step));
                if (!chosen.includes(key)) onToggle(key);
              }}
            >
              <Plus size={14} aria-hidden="true" />
            </PlainButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
