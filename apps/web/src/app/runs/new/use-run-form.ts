'use client';

import {
  type ConfigProblem,
  type EngineChoice,
  findConfigProblems,
  getPreset,
  type Preset,
  type RunConfig,
  RunName,
  type RunRequest,
  type RunSummary,
  startingConfig,
  Tag,
} from '@duality/shared';
import { useState } from 'react';
import { type ConfigField, type ConfigValue, configFields, readField } from '#components/config-fields.ts';
import { isShownFirst } from '#components/field-groups.ts';
import { switchPrinted, type Typed, typedFrom } from './typed-config.ts';
import { findPlaceProblems, readPlace, type TypedPlace, typedPlace } from './typed-place.ts';

/** What was typed so far, what it means, and what is wrong with it. */
export function useRunForm(first: Preset, from: RunSummary | undefined) {
  const [preset, setPreset] = useState(first);
  const [start, setStart] = useState(from?.config ?? first.config);
  const [name, setName] = useState('');
  const [experiment, setExperiment] = useState(from?.experiment === 'default' ? '' : (from?.experiment ?? ''));
  const [tags, setTags] = useState<string[]>([]);
  const [engine, setEngine] = useState<EngineChoice>(from?.requestedEngine ?? 'auto');
  const [place, setPlace] = useState<TypedPlace>(() => typedPlace(from?.place));
  const [typed, setTyped] = useState<Typed>(() => typedFrom(start));
  const [refused, setRefused] = useState<ConfigProblem[]>([]);

  const config = Object.fromEntries(
    configFields.map((field) => [field.key, readField(field, typed[field.key] ?? '')]),
  ) as RunConfig;
  const problems = [
    ...findConfigProblems(config),
    ...nameProblems(name),
    ...tagProblems(tags),
    ...findPlaceProblems(place),
    ...refused,
  ];
  const wantedPlace = readPlace(place) as RunRequest['place'];
  const valueIn = (values: RunConfig, key: string) => values[key as keyof RunConfig];
  const unchanged = { ...startingConfig(preset, config.asPrinted === true), asPrinted: preset.config.asPrinted };
  const presetValue = (key: string) => valueIn(unchanged, key);
  const isChanged = (key: string) => valueIn(config, key) !== presetValue(key);

  return {
    preset,
    name,
    experiment,
    tags,
    engine,
    place,
    typed,
    config,
    problems,
    problemOf: (key: string) => problems.find((problem) => problem.key === key)?.message,
    /** What the preset has, as printed where that is chosen. */
    presetValue,
    isChanged,
    changedFields: configFields.filter(({ key }) => isChanged(key)),
    /** What the corrected preset has, where the document prints something else. */
    correctedValue: (key: string) =>
      presetValue(key) === valueIn(preset.config, key) ? undefined : valueIn(preset.config, key),
    isShownFirst: (field: ConfigField) => isShownFirst(field, config, start),
    setName: (text: string) => {
      setName(text);
      setRefused([]);
    },
    setExperiment: (text: string) => {
      setExperiment(text);
      setRefused([]);
    },
    setTags: (words: string[]) => {
      setTags(words);
      setRefused([]);
    },
    setEngine,
    setPlace: (change: Partial<TypedPlace>) => {
      setPlace((old) => ({ ...old, ...change }));
      setRefused([]);
    },
    setField: (key: string, value: ConfigValue) => {
      setTyped((old) => (key === 'asPrinted' ? switchPrinted(preset, old, value === true) : { ...old, [key]: value }));
      setRefused([]);
    },
    /** Everything as the preset has it. */
    choosePreset: (presetName: string) => {
      const chosen = getPreset(presetName);
      setPreset(chosen);
      setStart(chosen.config);
      setTyped(typedFrom(chosen.config));
      setRefused([]);
    },
    /** What the server found wrong, until something is changed. */
    setRefused,
    request: {
      preset: preset.name,
      engine,
      config,
      ...(name.trim() && { name: name.trim() }),
      ...(experiment.trim() && { experiment: experiment.trim() }),
      ...(tags.length > 0 && { tags }),
      ...(wantedPlace && { place: wantedPlace }),
    },
  };
}

export type RunForm = ReturnType<typeof useRunForm>;

function nameProblems(name: string): ConfigProblem[] {
  if (name.trim() === '' || RunName.safeParse(name).success) return [];
  return [{ key: 'name', message: 'must be at most 120 characters' }];
}

function tagProblems(tags: readonly string[]): ConfigProblem[] {
  if (tags.every((tag) => Tag.safeParse(tag).success)) return [];
  return [{ key: 'tags', message: 'must each have at most 50 characters and no commas' }];
}
