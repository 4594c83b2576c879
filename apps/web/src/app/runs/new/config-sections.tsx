'use client';

import { UnstyledButton } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ConfigField } from '#components/config-fields.ts';
import { groupFields } from '#components/field-groups.ts';
import { Formulas } from '#components/formulas.tsx';
import { SeedDifference } from '#components/seed-difference.tsx';
import { ConfigInput } from './config-input.tsx';
import { FormSection } from './form-section.tsx';
import classes from './run-form.module.css';
import type { RunForm } from './use-run-form.ts';

const groups = groupFields();

/** Every key of the config: those that matter here in groups, the others one click away. */
export function ConfigSections({ form }: { form: RunForm }) {
  const others = groups.flatMap(({ fields }) => fields.filter((field) => !form.isShownFirst(field)));
  return (
    <>
      {groups.map(({ title, fields }) => (
        <FormSection key={title} id={`group-${title}`} title={title}>
          <Inputs fields={fields.filter(form.isShownFirst)} form={form} />
          {title === 'System' && (
            <div className={classes.formulas}>
              <Formulas config={form.config} />
              <SeedDifference config={form.config} />
            </div>
          )}
        </FormSection>
      ))}
      <More fields={others} form={form} />
    </>
  );
}

interface InputsProps {
  fields: ConfigField[];
  form: RunForm;
}

const Inputs = ({ fields, form }: InputsProps) => (
  <div className={`${classes.grid} ${classes.numbers}`}>
    {fields.map((field) => (
      <ConfigInput key={field.key} field={field} form={form} />
    ))}
  </div>
);

/** Opens by itself when something in it has to be corrected. */
function More({ fields, form }: InputsProps) {
  const [isWanted, setWanted] = useState(false);
  const isOpen = isWanted || fields.some(({ key }) => form.problemOf(key) !== undefined);
  const changed = fields.filter(({ key }) => form.isChanged(key)).length;
  return (
    <section className={classes.section} aria-labelledby="group-more">
      <h2 className={classes.moreHeading}>
        <UnstyledButton
          id="group-more"
          className={classes.more}
          aria-expanded={isOpen}
          onClick={() => setWanted(!isOpen)}
        >
          <ChevronDown size={16} aria-hidden="true" />
          More settings
          <span className={classes.count}>
            {fields.length} seldom changed or without effect here{changed > 0 && `, ${changed} changed`}
          </span>
        </UnstyledButton>
      </h2>
      {isOpen && <Inputs fields={fields} form={form} />}
    </section>
  );
}
