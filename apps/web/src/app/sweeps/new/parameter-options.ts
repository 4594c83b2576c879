import { hasEffect, type RunConfig } from '@duality/shared';
import { groupFields, isShownFirst } from '#components/field-groups.ts';
import type { ParameterGroup } from '#components/parameter-picker.tsx';

/** Seeds are a sweep's own, and these only say what is kept or how often. */
const notSearched: ReadonlySet<string> = new Set([
  'seed',
  'dataset',
  'sampleEvery',
  'checkpointEvery',
  'keepCheckpointEvery',
  'imageSize',
  'imageChannels',
  'onlyClass',
]);

/** Parameters to vary: first those that matter for a config, in their groups, then all others. */
export function variedOptions(config: RunConfig, taken: ReadonlySet<string>): ParameterGroup[] {
  const isOffered = ({ key }: { key: string }) => !taken.has(key) && !notSearched.has(key);
  const groups = groupFields().map(({ title, fields }) => ({ title, fields: fields.filter(isOffered) }));
  const toItem = ({ key, title }: { key: string; title: string }) => ({ value: key, label: title });
  const matter = groups.map(({ title, fields }) => ({
    group: title,
    items: fields.filter((field) => isShownFirst(field, config)).map(toItem),
  }));
  const others = groups.flatMap(({ fields }) => fields.filter((field) => !isShownFirst(field, config)).map(toItem));
  const whole = taken.has('preset') ? [] : [{ group: 'All at once', items: [{ value: 'preset', label: 'Preset' }] }];
  return [...matter, ...whole, { group: 'Seldom, or without effect here', items: others }].filter(
    ({ items }) => items.length > 0,
  );
}

/** Parameters to fix: all but the seed and what varies. */
export function fixedOptions(config: RunConfig, taken: ReadonlySet<string>): ParameterGroup[] {
  return groupFields()
    .map(({ title, fields }) => ({
      group: title,
      items: fields
        .filter(({ key }) => key !== 'seed' && !taken.has(key) && hasEffect(key, config))
        .map(({ key, title: label }) => ({ value: key, label })),
    }))
    .filter(({ items }) => items.length > 0);
}
