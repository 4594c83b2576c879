import { presets, type RunConfig, type RunSummary, startingConfig } from '@duality/shared';
import { Card } from '#components/card.tsx';
import { type ConfigField, valueTitle } from '#components/config-fields.ts';
import { groupFields, isShownFirst } from '#components/field-groups.ts';
import classes from './config-table.module.css';

/** Every setting of a run; those that change nothing are folded away. */
export function ConfigTable({ run: { config, preset: presetName } }: { run: RunSummary }) {
  const preset = presets.find((one) => one.name === presetName);
  const before = preset && startingConfig(preset, config.asPrinted);
  const isChanged = ({ key }: ConfigField) =>
    before !== undefined && before[key as keyof RunConfig] !== config[key as keyof RunConfig];
  const isFirst = (field: ConfigField) => isShownFirst(field, config) || isChanged(field);
  const groups = groupFields();
  const changed = groups.flatMap(({ fields }) => fields.filter(isChanged)).length;
  const folded = groups.flatMap(({ fields }) => fields.filter((field) => !isFirst(field)));
  const rows = (fields: readonly ConfigField[]) =>
    fields.map((field) => (
      <Row key={field.key} field={field} config={config} before={isChanged(field) ? before : undefined} />
    ));
  return (
    <Card title="Configuration" note={preset && `${changed === 0 ? 'as' : `${changed} changed from`} ${preset.name}`}>
      <div className={classes.groups}>
        {groups.map(({ title, fields }) => (
          <div key={title} className={classes.group}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.table}>{rows(fields.filter(isFirst))}</dl>
          </div>
        ))}
      </div>
      {folded.length > 0 && (
        <details className={classes.folded}>
          <summary>{folded.length} more: off, by default or without effect here</summary>
          <dl className={`${classes.table} ${classes.more}`}>{rows(folded)}</dl>
        </details>
      )}
    </Card>
  );
}

interface RowProps {
  field: ConfigField;
  config: RunConfig;
  /** What it was changed from. */
  before: RunConfig | undefined;
}

function Row({ field: { key, title }, config, before }: RowProps) {
  const show = (values: RunConfig) => valueTitle(key, values[key as keyof RunConfig]);
  return (
    <div className={classes.row} data-changed={before !== undefined || undefined}>
      <dt>
        {title} <code className={classes.key}>{key}</code>
      </dt>
      <dd className="figures">
        {before && <span className={classes.before}>preset {show(before)} </span>}
        {show(config)}
      </dd>
    </div>
  );
}
