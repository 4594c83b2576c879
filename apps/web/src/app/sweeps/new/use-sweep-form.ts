'use client';

import {
  type ConfigProblem,
  findFolderProblems,
  findSweepProblems,
  getPreset,
  type RunConfig,
  type SweepRequest,
} from '@duality/shared';
import { useMemo, useState } from 'react';
import type { ConfigValue } from '#components/config-fields.ts';
import type { TypedPlace } from '../../runs/new/typed-place.ts';
import { startingSweep, usualObjective } from './starting-sweep.ts';
import { firstDimension, type TypedDimension } from './typed-dimension.ts';
import { readTyped, type TypedSweep, typedFrom } from './typed-sweep.ts';

type TextKey = { [K in keyof TypedSweep]: string extends TypedSweep[K] ? K : never }[keyof TypedSweep];

/** What was typed so far, what it means, and what is wrong with it. */
export function useSweepForm(start: SweepRequest, isPreset: boolean) {
  // A name that was made up follows what varies.
  const [first] = useState<TypedSweep>(() => ({ ...typedFrom(start), ...(isPreset && { name: '' }) }));
  const [typed, setTyped] = useState(first);
  const [refused, setRefused] = useState<ConfigProblem[]>([]);
  const input = useMemo(() => readTyped(typed), [typed]);
  const preset = getPreset(typed.preset);
  const problems = useMemo(() => {
    const own = findSweepProblems(input);
    const folder =
      own.length > 0 ? [] : findFolderProblems(preset.config).map(({ message }) => ({ key: 'preset', message }));
    return [...own, ...folder, ...refused];
  }, [input, preset, refused]);
  // That nothing varies yet is no mistake of somebody who has just come.
  const [isTried, setTried] = useState(false);
  const isFresh = !isTried && typed === first && typed.space.length === 0;
  const shownProblems = isFresh ? problems.filter(({ key }) => key !== 'space') : problems;
  /** The preset with what is fixed, to know what matters. */
  const base = { ...preset.config, ...(input.set as Partial<RunConfig> | undefined) };

  /** What is wrong with a field, or with anything in it that has no field of its own. */
  const problemOf = (path: string, isWhole = false) =>
    shownProblems.find(({ key }) => key === path || (isWhole && key.startsWith(`${path}.`)))?.message;
  const update = (change: Partial<TypedSweep> | ((old: TypedSweep) => Partial<TypedSweep>)) => {
    setTyped((old) => ({ ...old, ...(typeof change === 'function' ? change(old) : change) }));
    setRefused([]);
  };
  return {
    typed,
    input,
    preset,
    base,
    problems,
    /** Those that somebody is told of. */
    shownProblems,
    isFresh,
    /** Somebody wanted to start it. */
    setTried: () => setTried(true),
    isUntouched: typed === first,
    problemOf,
    update,
    /** For the input of a key that is typed as text, and where the sweep has it. */
    text: (key: TextKey, within?: string) => {
      const path = within ? `${within}.${key}` : key;
      const onChange = (text: string) => update({ [key]: text } as Partial<TypedSweep>);
      return { path, value: typed[key], error: problemOf(path, true), onChange };
    },
    setRefused,
    /** All that is to be typed anew. */
    replace: (request: SweepRequest) => update(typedFrom(request)),
    choosePreset: (name: string) =>
      update(({ space, set, ...old }) => ({ ...old, preset: name, space, set, ...objectiveFor(name, old) })),
    addParameter: (key: string) =>
      update((old) => ({
        space: [...old.space, firstDimension(key, base, old.preset, old.strategy === 'grid')],
        set: old.set.filter((one) => one.key !== key),
      })),
    setParameter: (key: string, change: Partial<TypedDimension>) =>
      update((old) => ({ space: old.space.map((one) => (one.key === key ? { ...one, ...change } : one)) })),
    removeParameter: (key: string) =>
      update((old) => ({
        space: old.space
          .filter((one) => one.key !== key)
          .map((one) => (one.when?.parameter === key ? { ...one, when: null } : one)),
      })),
    setFixed: (key: string, value: ConfigValue) =>
      update((old) => ({
        set: old.set.some((one) => one.key === key)
          ? old.set.map((one) => (one.key === key ? { key, value } : one))
          : [...old.set, { key, value }],
      })),
    setPlace: (change: Partial<TypedPlace>) => update(({ place }) => ({ place: { ...place, ...change } })),
    removeFixed: (key: string) => update((old) => ({ set: old.set.filter((one) => one.key !== key) })),
  };
}

export type SweepForm = ReturnType<typeof useSweepForm>;

/** The usual objective of another preset, where nobody chose one. */
function objectiveFor(name: string, old: Pick<TypedSweep, 'preset' | 'metric'>): Partial<TypedSweep> {
  const { metric } = usualObjective(getPreset(old.preset));
  if (old.metric !== metric) return {};
  const next = startingSweep(name).objective;
  return { metric: next.metric, direction: next.direction };
}
