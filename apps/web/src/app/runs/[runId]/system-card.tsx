import { type RunSummary, systemDescriptions } from '@duality/shared';
import { Card } from '#components/card.tsx';
import { Formulas } from '#components/formulas.tsx';
import { SeedDifference } from '#components/seed-difference.tsx';

export function SystemCard({ run: { config } }: { run: RunSummary }) {
  return (
    <Card title="System" note={systemDescriptions[config.system].title}>
      <Formulas config={config} />
      <SeedDifference config={config} />
    </Card>
  );
}
