import { datasetDescriptions, RunConfig, systemDescriptions } from '@duality/shared';
import { z } from 'zod';

/** What a config can hold, also half typed. */
export type ConfigValue = string | number | boolean;

/** One key of the config as a form shows it. */
export interface ConfigField {
  key: string;
  title: string;
  description: string;
  kind: 'whole' | 'real' | 'choice' | 'switch';
  choices: { value: ConfigValue; title: string }[];
  /** What the schema takes where a config says nothing. */
  fallback: ConfigValue | undefined;
}

interface JsonField {
  title?: string;
  description?: string;
  type?: string;
  const?: ConfigValue;
  enum?: ConfigValue[];
  anyOf?: JsonField[];
  default?: ConfigValue;
}

/** Names for people of values that have a longer one. */
const titles: Record<string, Record<string, { title: string }>> = {
  system: systemDescriptions,
  dataset: datasetDescriptions,
};

const kinds: Record<string, ConfigField['kind']> = { integer: 'whole', number: 'real', boolean: 'switch' };

const choicesOf = (field: JsonField): ConfigValue[] =>
  field.enum ?? field.anyOf?.flatMap(choicesOf) ?? (field.const === undefined ? [] : [field.const]);

/** Every key of the config schema: a new one appears in the form without anyone having to think of it. */
export const configFields: ConfigField[] = Object.entries(
  (z.toJSONSchema(RunConfig).properties ?? {}) as Record<string, JsonField>,
).map(([key, field]) => {
  const choices = choicesOf(field);
  return {
    key,
    title: field.title ?? key,
    description: field.description ?? '',
    kind: choices.length > 0 ? 'choice' : (kinds[field.type ?? ''] ?? 'real'),
    choices: choices.map((value) => ({ value, title: valueTitle(key, value) })),
    fallback: field.default,
  };
});

export const fieldOf = (key: string): ConfigField | undefined => configFields.find((field) => field.key === key);

/** What people read for a key; one that the schema does not know stands for itself. */
export const fieldTitle = (key: string): string => fieldOf(key)?.title ?? key;

/** The value as a person reads it. */
export function valueTitle(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return titles[key]?.[String(value)]?.title ?? String(value);
}

/** What was typed, as the value it stands for: a choice or a number where it is one, otherwise the text itself. */
export function readField(field: ConfigField, typed: ConfigValue): unknown {
  if (field.kind === 'choice')
    return field.choices.find(({ value }) => String(value) === String(typed))?.value ?? typed;
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? text : number;
}
