import { describeMetric, type RunConfig, type Series } from '@duality/shared';
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { useMemo } from 'react';
import { formatValue } from '#charts/axis.ts';
import { StepScatter } from '#charts/step-scatter.tsx';
import { TableBehind } from '#charts/table-behind.tsx';
import { Card } from '#components/card.tsx';
import captions from './caption.module.css';
import { compareLoss, judge } from './loss-meaning.ts';
import classes from './loss-meaning-card.module.css';

const icons = { means: CircleCheck, misleads: CircleX, open: CircleHelp };

/** The claim of 1701.07875 §4.2, that the loss goes with the quality of samples, asked of this run. */
export function LossMeaningCard({ config, series }: { config: RunConfig; series: readonly Series[] }) {
  const meaning = useMemo(() => compareLoss(series, config), [series, config]);
  if (!meaning) return null;
  const [x, y] = [meaning.loss, meaning.quality].map((name) => describeMetric(name, config).title) as [string, string];
  const watched = meaning.loss === 'generatorLoss' ? 'generator loss' : 'critic estimate';
  const { verdict, sentence } = judge(meaning, watched);
  const Icon = icons[verdict];
  const points = meaning.points.map(({ step, loss, quality }) => ({ step, x: loss, y: quality }));
  return (
    <Card title="Does the loss mean anything?">
      <p className={classes.verdict} data-verdict={verdict}>
        <Icon size={17} aria-hidden="true" /> {sentence}
      </p>
      {points.length > 1 && (
        <StepScatter points={points} xTitle={x} yTitle={y} label={`${y} over ${x}, ${points.length} evaluations`} />
      )}
      <div className={captions.caption}>
        <span>
          Spearman’s rank correlation with its 95 % interval (Bonett and Wright 2000), as if evaluations were
          independent; those of one run are not quite, so the true interval is wider.
          {watched === 'generator loss' && ' The loss is its mean since the evaluation before.'}
        </span>
        <TableBehind
          title="Loss and quality"
          head={['Step', x, y]}
          rows={points.map((point) => [point.step, point.x, point.y])}
          show={(cell) => (typeof cell === 'number' ? formatValue(cell) : String(cell))}
        />
      </div>
    </Card>
  );
}
