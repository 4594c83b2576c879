import { getPreset, presets } from '@duality/shared';
import type { Metadata } from 'next';
import { getQueryClient, Hydrate, trpc } from '#trpc/server.tsx';
import classes from './page.module.css';
import { RunForm } from './run-form.tsx';

export const metadata: Metadata = { title: 'New run' };

interface NewRunPageProps {
  /** `?from=RUN_ID` starts from the config of another run, `?preset=NAME` from a preset. */
  searchParams: Promise<{ from?: string | string[]; preset?: string | string[] }>;
}

export default async function NewRunPage({ searchParams }: NewRunPageProps) {
  const { from, preset } = await searchParams;
  const source = await findRun(Number(from));
  await getQueryClient().prefetchQuery(trpc.system.health.queryOptions());
  return (
    <Hydrate>
      <h1 className={classes.title}>New run</h1>
      <p className={classes.lead}>
        {source ? (
          <>
            Starting from the config of <em>{source.name}</em>. Change what you want to know about.
          </>
        ) : (
          'Every field starts from the preset. The same seed gives the same curve on the same engine.'
        )}
      </p>
      <RunForm from={source} preset={findPreset(source?.preset ?? preset)} key={source?.id} />
    </Hydrate>
  );
}

async function findRun(runId: number) {
  if (!Number.isSafeInteger(runId) || runId < 1) return undefined;
  try {
    return (await getQueryClient().fetchQuery(trpc.run.get.queryOptions({ runId }))).run;
  } catch {
    // Whatever is wrong with the other run, a new one can be made.
    return undefined;
  }
}

/** The first of all where there is none of that name. */
const findPreset = (name: unknown) => presets.find((preset) => preset.name === name) ?? getPreset('wgan-gp-mnist');
