'use client';

import type { RunSummary } from '@duality/shared';
import { useState } from 'react';
import type { ConfigValue } from '#components/config-fields.ts';
import type { ChangedValue } from '#components/value-rows.tsx';
import { type Fork, planClone, startOfClone } from './clone-plan.ts';

/** What a clone of a run is to be; `steps` are those of its checkpoints, the newest first. */
export function useCloneForm(run: RunSummary, steps: readonly number[], fork?: Fork) {
  const [start] = useState(() => startOfClone(run.config, steps, fork));
  const [at, setAt] = useState(start.at);
  const [name, setName] = useState('');
  const [changes, setChanges] = useState<ChangedValue[]>(start.changes);
  const plan = planClone(run, at, changes);
  return {
    at,
    name,
    changes,
    ...plan,
    setName,
    setAt,
    add: (key: string) =>
      setChanges((old) => [...old, { key, value: run.config[key as keyof typeof run.config] as ConfigValue }]),
    change: (key: string, value: ConfigValue) =>
      setChanges((old) => old.map((one) => (one.key === key ? { key, value } : one))),
    keep: (key: string) => setChanges((old) => old.filter((one) => one.key !== key)),
    request: { runId: run.id, at, config: plan.overrides, ...(name.trim() && { name: name.trim() }) },
  };
}
