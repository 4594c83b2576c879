'use client';

import { fieldAliases, filterFields, metricDescriptions } from '@duality/shared';
import { Popover, UnstyledButton } from '@mantine/core';
import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { PlainButton } from '#components/plain-button.tsx';
import classes from './filter-help.module.css';

const examples = [
  { text: 'ring failed', meaning: 'every word occurs in the name, system, data, status, reason, tags …' },
  { text: 'lr > 1e-4 and system == "wgan-gp"', meaning: 'settings, compared' },
  { text: 'last(criticEstimate) < 2 or nonFinite(criticLoss) > 0', meaning: 'metrics, by what they came to' },
  { text: '"baseline" in tags and createdAt >= "2026-11-20"', meaning: 'tags and times (UTC)' },
];

const functions = [
  { text: 'last(m)', meaning: 'its newest value' },
  { text: 'min(m) max(m) mean(m)', meaning: 'over all steps' },
  { text: 'count(m) nonFinite(m)', meaning: 'how many values; how many not finite' },
  { text: 'at(m, 1000)', meaning: 'its value at a step' },
];

const width = 'min(30rem, calc(100vw - 2rem))';

const aliasesOf = (name: string) =>
  Object.entries(fieldAliases)
    .filter(([, of]) => of === name)
    .map(([alias]) => ` (${alias})`)
    .join('');
const runFields = filterFields.filter(({ of }) => of === 'run');
const configFields = filterFields.filter(({ of }) => of === 'config').map(({ name }) => `${name}${aliasesOf(name)}`);

/** The filter's language on one card, open from the first moment on; an example that is chosen goes into the box. */
export function FilterHelpCard({ onChoose }: { onChoose: (text: string) => void }) {
  const [isOpen, setOpen] = useState(true);
  const choose = (text: string) => {
    setOpen(false);
    onChoose(text);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" width={width} withRoles trapFocus>
      <Popover.Target>
        <PlainButton isIcon aria-label="How to filter" onClick={() => setOpen(!isOpen)}>
          <CircleQuestionMark size={16} aria-hidden="true" />
        </PlainButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.help ?? ''} aria-label="How to filter">
        <h2 className={classes.title}>Words, or a condition</h2>
        <ul className={classes.examples}>
          {examples.map(({ text, meaning }) => (
            <li key={text}>
              <UnstyledButton className={classes.example ?? ''} onClick={() => choose(text)}>
                <code>{text}</code>
                <span>{meaning}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <p>
          <code>and or not ( )</code>, <code>== != &lt; &lt;= &gt; &gt;=</code> also in chains, <code>in</code>{' '}
          <code>[…]</code>, a text or <code>tags</code>, <code>+ - * /</code>. What is missing compares false;{' '}
          <code>== none</code> finds it.
        </p>
        <Definitions title="Metrics" entries={functions} />
        <List names={metricDescriptions.map(({ name }) => name)} />
        <Definitions title="Fields" entries={runFields.map(({ name, meaning }) => ({ text: name, meaning }))} />
        <h3>Settings</h3>
        <List names={configFields} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Definitions({ title, entries }: { title: string; entries: { text: string; meaning: string }[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {entries.map(({ text, meaning }) => (
          <div key={text}>
            <dt>
              <code>{text}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const List = ({ names }: { names: string[] }) => (
  <p className={classes.names}>
    <code>{names.join(', ')}</code>
  </p>
);
