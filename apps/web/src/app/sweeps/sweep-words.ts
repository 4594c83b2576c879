import { type EarlyStopping, type Objective, quoteText, type SweepStrategy } from '@duality/shared';

/** What each strategy does, in a sentence. */
export const strategyWords: Record<SweepStrategy, { title: string; meaning: string }> = {
  grid: { title: 'Grid', meaning: 'Every combination once, in order. Best for a few choices each.' },
  random: { title: 'Random', meaning: 'Points drawn evenly from the space: hard to beat where few parameters matter.' },
  sobol: {
    title: 'Sobol',
    meaning: 'A quasi-random sequence: as easy to plan as random, but without its clumps and gaps.',
  },
  tpe: {
    title: 'TPE',
    meaning: 'Learns from finished trials where good values lie, and tries more of those (Bergstra et al., 2011).',
  },
};

type Rule = EarlyStopping['rule'];

/** What each rule for ending trials early does. */
export const ruleWords: Record<Rule, { title: string; meaning: string }> = {
  median: {
    title: 'Median rule',
    meaning: 'Ends a trial that is worse than the median of what earlier ones had reached at the same step.',
  },
  asha: {
    title: 'ASHA',
    meaning: 'At each rung only the best 1/factor of those that came so far go on to the next.',
  },
  hyperband: {
    title: 'Hyperband',
    meaning: 'Several such ladders; those that begin later spare trials which start slowly.',
  },
};

const metricIn = (metric: string) => (/^[A-Za-z_][\w.]*$/.test(metric) ? metric : quoteText(metric));

/** As people read it: `last(eval.modes)`. */
export function nameObjective({ metric, summary, count, direction }: Objective): string {
  if (summary === 'last') return `last(${metric})`;
  if (summary === 'best') return `${direction === 'minimise' ? 'min' : 'max'}(${metric})`;
  return `mean of the last ${count} of ${metric}`;
}

/** The same in the language of filters, which has no mean of the last few: there it is the last. */
export function objectiveExpression({ metric, summary, direction }: Objective): string {
  const reduction = summary === 'best' ? (direction === 'minimise' ? 'min' : 'max') : 'last';
  return `${reduction}(${metricIn(metric)})`;
}

export const goalOf = ({ direction }: Pick<Objective, 'direction'>) => (direction === 'minimise' ? 'min' : 'max');
