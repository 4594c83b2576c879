'use client';

import {
  type ConfigProblem,
  type EngineChoice,
  findConfigProblems,
  getPreset,
  type Preset,
  type RunConfig,
  RunName,
  type RunSummary,
} from '@duality/shared';
import { useState } from 'react';
import { type ConfigValue, configFields, readField } from '#components/config-fields.ts';

type Typed = Record<string, ConfigValue>;

const typedFrom = (config: RunConfig): Typed =>
  Object.fromEntries(configFields.map(({ key }) => [key, config[key as keyof RunConfig]]));

/** What was typed so far, what it means, and what is wrong with it. */
export function useRunForm(first: Preset, from: RunSummary | undefined) {
  const [preset, setPreset] = useState(first);
  const [name, setName] = useState('');
  const [engine, setEngine] = useState<EngineChoice>(from?.requestedEngine ?? 'auto');
  const [typed, setTyped] = useState<Typed>(() => typedFrom(from?.config ?? first.config));
  const [refused, setRefused] = useState<ConfigProblem[]>([]);

  const config = Object.fromEntries(
    configFields.map((field) => [field.key, readField(field, typed[field.key] ?? '')]),
  ) as RunConfig;
  const problems = [...findConfigProblems(config), ...nameProblems(name), ...refused];
  const presetValue = (key: string) => (preset.config as Record<string, unknown>)[key];

  return {
    preset,
    name,
    engine,
    typed,
    config,
    problems,
    problemOf: (key: string) => problems.find((problem) => problem.key === key)?.message,
    presetValue,
    isChanged: (key: string) => (config as Record<string, unknown>)[key] !== presetValue(key),
    setName: (text: string) => {
      setName(text);
      setRefused([]);
    },
    setEngine,
    setField: (key: string, value: ConfigValue) => {
      setTyped((old) => ({ ...old, [key]: value }));
      setRefused([]);
    },
    /** Everything as the preset has it. */
    choosePreset: (presetName: string) => {
      const chosen = getPreset(presetName);
      setPreset(chosen);
      setTyped(typedFrom(chosen.config));
      setRefused([]);
    },
    /** What the server found wrong, until something is changed. */
    setRefused,
    request: { preset: preset.name, engine, config, ...(name.trim() && { name: name.trim() }) },
  };
}

export type RunForm = ReturnType<typeof useRunForm>;

function nameProblems(name: string): ConfigProblem[] {
  if (name.trim() === '' || RunName.safeParse(name).success) return [];
  return [{ key: 'name', message: 'must be at most 120 characters' }];
}
