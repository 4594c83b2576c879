import type { RunSummary } from '@duality/shared';
import { Card } from '#components/card.tsx';
import { Facts } from '#components/facts.tsx';

/** Where the numbers of the page come from. */
export function EngineCard({ run }: { run: RunSummary }) {
  const { engine, requestedEngine } = run;
  return (
    <Card
      title="Engine"
      note={`every number here: run ${run.id}, seed ${run.config.seed}, ${engine?.engine ?? 'no engine yet'}`}
    >
      <Facts
        facts={
          engine
            ? [
                ['Engine', `${engine.engine} ${engine.version}`],
                ['Device', engine.device],
                ['Chosen', engine.reason],
                ['Asked for', requestedEngine],
              ]
            : [['Asked for', `${requestedEngine}; what it becomes is known once the run starts`]]
        }
      />
    </Card>
  );
}
