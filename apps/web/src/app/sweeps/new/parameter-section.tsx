'use client';

import { Select } from '@mantine/core';
import { Plus } from 'lucide-react';
import shell from '../../runs/new/run-form.module.css';
import { variedOptions } from './parameter-options.ts';
import { ParameterRow } from './parameter-row.tsx';
import classes from './sweep-form.module.css';
import type { SweepForm } from './use-sweep-form.ts';

/** Which hyper-parameters vary, and over what. */
export function ParameterSection({ form }: { form: SweepForm }) {
  const { space } = form.typed;
  const taken = new Set(space.map(({ key }) => key));
  return (
    <section className={shell.section} aria-labelledby="sweep-varies">
      <h2 id="sweep-varies" className={shell.heading}>
        What varies
      </h2>
      {space.length > 0 && (
        <ul className={classes.rows} aria-label="Parameters that vary">
          {space.map((one) => (
            <ParameterRow key={one.key} typed={one} form={form} />
          ))}
        </ul>
      )}
      <Select
        id="sweep-space"
        className={classes.picker ?? ''}
        label={space.length === 0 ? 'Vary a parameter' : 'Vary another parameter'}
        placeholder="Search all hyper-parameters"
        leftSection={<Plus size={15} />}
        data={variedOptions(form.base, taken)}
        value={null}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage="No parameter matches"
        maxDropdownHeight={360}
        comboboxProps={{ keepMounted: false }}
        description="From the preset’s values, or any other key of the config; one at least."
        error={form.problemOf('space')}
        onChange={(key) => {
          if (!key) return;
          form.addParameter(key);
          setTimeout(() => document.getElementById(`sweep-space.${key}`)?.focus());
        }}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
      />
    </section>
  );
}
