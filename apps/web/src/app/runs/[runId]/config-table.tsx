import { presets, type RunConfig, type RunSummary } from '@duality/shared';
import { Card } from '#components/card.tsx';
import { configFields } from '#components/config-fields.ts';
import classes from './config-table.module.css';

export function ConfigTable({ run }: { run: RunSummary }) {
  const preset = presets.find((one) => one.name === run.preset);
  const rows = Object.entries(run.config).map(([key, value]) => {
    const before = preset?.config[key as keyof RunConfig];
    return { key, title: titleOf(key), value, before, isChanged: preset !== undefined && before !== value };
  });
  const changed = rows.filter((row) => row.isChanged).length;
  return (
    <Card title="Configuration" note={preset && `${changed === 0 ? 'as' : `${changed} changed from`} ${preset.name}`}>
      <dl className={classes.table}>
        {rows.map(({ key, title, value, before, isChanged }) => (
          <div key={key} className={classes.row} data-changed={isChanged || undefined}>
            <dt>
              {title} <code className={classes.key}>{key}</code>
            </dt>
            <dd className="figures">
              {isChanged && <span className={classes.before}>preset {String(before)} </span>}
              {String(value)}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function titleOf(key: string): string {
  return configFields.find((field) => field.key === key)?.title ?? key;
}
