'use client';

import { interaction } from '@duality/shared/analysis';
import { Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ImportanceBars } from '#charts/importance-bars.tsx';
import { Card } from '#components/card.tsx';
import { fieldTitle } from '#components/config-fields.ts';
import { type Assessed, explainLeft, explainNoForest, explainTrust } from './assessed.ts';
import classes from './importance-card.module.css';
import nothing from './nothing-to-plot.module.css';
import type { GrownForest } from './use-forest.ts';

export function ImportanceCard(props: Assessed) {
  const { forest, left, objective } = props;
  const problem = explainNoForest(props);
  return (
    <Card title="Importance" note={!problem && objective && `for ${objective}`}>
      {problem ? (
        <p className={nothing.nothing}>{problem}</p>
      ) : forest ? (
        <Assessment grown={forest} left={left} />
      ) : (
        <p className={nothing.nothing}>Growing the forest …</p>
      )}
    </Card>
  );
}

function Assessment({ grown, left }: { grown: GrownForest; left: number }) {
  const trust = explainTrust(grown);
  const bars = (grown.effects ?? [])
    .map((effect, at) => ({ key: grown.parameters[at]?.key ?? '', effect }))
    .sort((a, b) => b.effect.mean - a.effect.mean)
    .map(({ key, effect }) => ({ key, title: fieldTitle(key), ...effect }));
  return (
    <div className={classes.assessment} data-runs={grown.runs}>
      {trust.isPoor && (
        <p className={classes.warning}>
          <TriangleAlert size={15} aria-hidden="true" /> {trust.text}
        </p>
      )}
      {bars.length > 0 && <ImportanceBars bars={bars} />}
      <p className={classes.caption}>
        Share of the variance that each parameter explains alone, over the whole range that was tried (functional ANOVA
        of a random forest). Whiskers hold the middle 80 % of its trees. {!trust.isPoor && trust.text}{' '}
        {explainLeft(left)}
      </p>
      {bars.length > 1 && <Pairs key={grown.runs} grown={grown} />}
    </div>
  );
}

/** Pairs that are worth telling of. */
const pairsShown = 3;

function Pairs({ grown }: { grown: GrownForest }) {
  const [of, setOf] = useState<{ grown: GrownForest; bars: ReturnType<typeof pairsOf> }>();
  if (of?.grown !== grown) {
    return (
      <Button variant="default" size="compact-sm" onClick={() => setOf({ grown, bars: pairsOf(grown) })}>
        Work out pairs
      </Button>
    );
  }
  return (
    <>
      <ImportanceBars bars={of.bars.slice(0, pairsShown)} head="Pair" />
      <p className={classes.caption}>What two parameters explain only together, beyond what each explains alone.</p>
    </>
  );
}

function pairsOf({ forest, parameters }: GrownForest) {
  return parameters
    .flatMap((first, a) =>
      parameters.slice(a + 1).map((second, b) => ({
        key: `${first.key} ${second.key}`,
        title: `${fieldTitle(first.key)} × ${fieldTitle(second.key)}`,
        ...(interaction(forest, a, a + 1 + b) ?? { mean: 0, low: 0, high: 0 }),
      })),
    )
    .sort((a, b) => b.mean - a.mean);
}
