'use client';

import type { SweepSummary } from '@duality/shared';
import { Card } from '#components/card.tsx';
import { describeAsked } from '#components/describe-place.ts';
import { Facts } from '#components/facts.tsx';
import { CopyJsonButton } from '../copy-json-button.tsx';
import { describeDimension, parameterTitle } from '../describe-space.ts';
import { writeSweep } from '../sweep-json.ts';
import { ruleWords } from '../sweep-words.ts';
import classes from './definition-card.module.css';

/** What was asked for. */
export function DefinitionCard({ sweep: { request } }: { sweep: SweepSummary }) {
  const { space, set, seeds, earlyStopping, retries, place } = request;
  const fixed = Object.entries(set);
  return (
    <Card title="What is searched">
      <Facts
        facts={[
          ...Object.entries(space).map(
            ([key, dimension]) => [parameterTitle(key), describeDimension(key, dimension)] as const,
          ),
          ...fixed.map(([key, value]) => [parameterTitle(key), `${String(value)}, in all trials`] as const),
          ['Seeds', seeds.join(', ')] as const,
          ...(earlyStopping ? [['Early end', ruleWords[earlyStopping.rule].title] as const] : []),
          ['Retries', retries === 0 ? 'none' : `${retries} of a failed trial`] as const,
          ...(place ? [['Where', `Slurm: ${describeAsked(place)}`] as const] : []),
          ...(place && place.flags.length > 0 ? [['Flags', place.flags.join(' ')] as const] : []),
        ]}
      />
      <div className={classes.foot}>
        <CopyJsonButton json={writeSweep(request)} />
        <span>
          for <code>npm run sweep -- FILE</code>
        </span>
      </div>
    </Card>
  );
}
