'use client';

import { Select } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { ConfigValue } from '#components/config-fields.ts';
import { ValueRows } from '#components/value-rows.tsx';
import shell from '../../runs/new/run-form.module.css';
import { fixedOptions } from './parameter-options.ts';
import classes from './sweep-form.module.css';
import type { SweepForm } from './use-sweep-form.ts';

/** What is the same in all trials and not as in the preset. */
export function FixedSection({ form }: { form: SweepForm }) {
  const { set, space } = form.typed;
  const taken = new Set([...set, ...space].map(({ key }) => key));
  const usual: Readonly<Record<string, unknown>> = form.preset.config;
  return (
    <section className={shell.section} aria-labelledby="sweep-fixed">
      <h2 id="sweep-fixed" className={shell.heading}>
        The same in all trials
      </h2>
      <p className={classes.meaning}>Everything else is as in the preset.</p>
      {set.length > 0 && (
        <div className={classes.fixed}>
          <ValueRows
            label="Values that differ from the preset"
            values={set}
            usual={usual}
            source="preset"
            idOf={(key) => `sweep-set.${key}`}
            problemOf={(key) => form.problemOf(`set.${key}`)}
            onChange={form.setFixed}
            onRemove={form.removeFixed}
          />
        </div>
      )}
      <Select
        className={classes.picker ?? ''}
        label="Set a value"
        placeholder="Steps, batch size, …"
        leftSection={<Plus size={15} />}
        data={fixedOptions(form.base, taken)}
        value={null}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="No parameter matches"
        maxDropdownHeight={320}
        comboboxProps={{ keepMounted: false }}
        onChange={(key) => {
          if (!key) return;
          form.setFixed(key, usual[key] as ConfigValue);
          setTimeout(() => document.getElementById(`sweep-set.${key}`)?.focus());
        }}
      />
    </section>
  );
}
