import { RunConfig } from '@duality/shared';
import { z } from 'zod';

/** One key of the config as a form shows it. */
export interface ConfigField {
  key: string;
  title: string;
  description: string;
  kind: 'whole' | 'real' | 'choice';
  choices: string[];
}

interface JsonField {
  title?: string;
  description?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
}

/** Every key of the config schema: a new one appears in the form without anyone having to think of it. */
export const configFields: ConfigField[] = Object.entries(
  (z.toJSONSchema(RunConfig).properties ?? {}) as Record<string, JsonField>,
).map(([key, field]) => {
  const choices = field.enum ?? (field.const === undefined ? [] : [field.const]);
  return {
    key,
    title: field.title ?? key,
    description: field.description ?? '',
    kind: choices.length > 0 ? 'choice' : field.type === 'integer' ? 'whole' : 'real',
    choices: choices.map(String),
  };
});

/** What was typed, as the value it stands for: a number where it is one, otherwise the text itself. */
export function readField(field: ConfigField, typed: string | number): unknown {
  if (field.kind === 'choice' || typeof typed === 'number') return typed;
  const text = typed.trim();
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? text : number;
}
