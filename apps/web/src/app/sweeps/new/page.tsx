import type { Metadata } from 'next';
import { queryOf, type SearchParams } from '#trpc/page-query.ts';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import classes from '../../runs/new/page.module.css';
import { readAddress, startingSweep } from './starting-sweep.ts';
import { SweepForm } from './sweep-form.tsx';

export const metadata: Metadata = { title: 'New sweep' };

interface NewSweepPageProps {
  /** `?from=SWEEP_ID` starts from another sweep, `?sweep=JSON` from a whole one, `?preset=NAME` from a preset. */
  searchParams: SearchParams;
}

export default async function NewSweepPage({ searchParams }: NewSweepPageProps) {
  const query = await queryOf(searchParams);
  const source = await findSweep(Number(query.get('from')));
  await getQueryClient().prefetchQuery(trpc.system.health.queryOptions());
  const written = source ? undefined : readAddress(query.get('sweep') ?? '');
  return (
    <Hydrate>
      <h1 className={classes.title}>New sweep</h1>
      <p className={classes.lead}>
        {source ? (
          <>
            Starting from <em>{source.name}</em>. Change what you want to know about.
          </>
        ) : (
          'The same training many times, with other hyper-parameters: say what varies, what is to be driven, and when it ends.'
        )}
      </p>
      <SweepForm
        start={source?.request ?? written ?? startingSweep(query.get('preset'))}
        isPreset={!source && !written}
        key={source?.id}
      />
    </Hydrate>
  );
}

async function findSweep(sweepId: number) {
  if (!Number.isSafeInteger(sweepId) || sweepId < 1) return undefined;
  try {
    return (await getQueryClient().fetchQuery(trpc.sweep.get.queryOptions({ sweepId }))).summary;
  } catch {
    // Whatever is wrong with the other sweep, a new one can be made.
    return undefined;
  }
}
