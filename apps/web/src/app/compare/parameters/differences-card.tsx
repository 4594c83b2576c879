'use client';

import type { RunSummary } from '@duality/shared';
import { Button, Kbd, Select, Switch } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Card } from '#components/card.tsx';
import type { AddressChange } from '#components/use-address.ts';
import { DifferenceTable } from './difference-table.tsx';
import { compareConfigs, findDifference, onlyDifferences } from './differences.ts';
import classes from './differences-card.module.css';
import { changeParameters, type ParametersAddress } from './parameters-address.ts';

/** Columns that a table side by side can still be read with. */
const columnsAtMost = 40;

interface DifferencesCardProps {
  runs: readonly RunSummary[];
  wanted: ParametersAddress;
  onChange: (change: AddressChange) => void;
}

export function DifferencesCard({ runs, wanted, onChange }: DifferencesCardProps) {
  const base = runs.find(({ id }) => id === wanted.base) ?? runs[0];
  const columns = useMemo(
    () => (base ? [base, ...runs.filter(({ id }) => id !== base.id)].slice(0, columnsAtMost) : []),
    [runs, base],
  );
  const all = useMemo(() => (base ? compareConfigs(columns, base) : []), [columns, base]);
  const differing = useMemo(() => onlyDifferences(all), [all]);
  const count = differing.reduce((sum, { rows }) => sum + rows.length, 0);
  const total = all.reduce((sum, { rows }) => sum + rows.length, 0);
  const [current, setCurrent] = useState<string>();
  const go = (way: 1 | -1) => setCurrent((from) => findDifference(all, from, way));
  useHotkeys([
    ['n', () => go(1)],
    ['p', () => go(-1)],
  ]);
  return (
    <Card title="Differences" note={`${count} of ${total} parameters differ`}>
      <div className={classes.controls}>
        <Switch
          size="xs"
          label="Only differences"
          checked={!wanted.withSame}
          onChange={(event) => onChange(changeParameters.withSame(!event.currentTarget.checked))}
        />
        <Button.Group aria-label="Go from difference to difference">
          <Button
            variant="default"
            size="compact-sm"
            disabled={count === 0}
            leftSection={<ArrowUp size={14} />}
            rightSection={<Kbd size="xs">p</Kbd>}
            onClick={() => go(-1)}
          >
            Previous
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={count === 0}
            leftSection={<ArrowDown size={14} />}
            rightSection={<Kbd size="xs">n</Kbd>}
            onClick={() => go(1)}
          >
            Next
          </Button>
        </Button.Group>
        <Select
          size="xs"
          className={classes.base ?? ''}
          aria-label="Run to compare with"
          leftSection={<span className={classes.against}>against</span>}
          leftSectionWidth={62}
          searchable
          allowDeselect={false}
          value={base ? String(base.id) : null}
          data={runs.map(({ id, name }) => ({ value: String(id), label: `#${id} ${name}` }))}
          onChange={(id) => id && onChange(changeParameters.base(Number(id)))}
        />
      </div>
      {runs.length > columnsAtMost && (
        <p className={classes.note}>
          {columnsAtMost} of {runs.length} runs side by side: the one compared with and the next ones in the list.
          Brush, or hide runs, to see others.
        </p>
      )}
      {runs.length < 2 ? (
        <p className={classes.note}>One run has nothing to differ from. Choose another beside it.</p>
      ) : (
        count === 0 && <p className={classes.note}>All parameters are equal in these runs.</p>
      )}
      {base && (wanted.withSame || count > 0) && (
        <DifferenceTable groups={wanted.withSame ? all : differing} runs={columns} base={base} current={current} />
      )}
    </Card>
  );
}
