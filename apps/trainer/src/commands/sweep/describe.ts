import { type SweepSummary, type Trial, trialStates } from '@duality/shared';

/** `3 completed, 1 running; best 0.12 (trial 2)`. */
export function describeCounts({ counts, best }: SweepSummary): string {
  const states = trialStates.filter((state) => counts[state]).map((state) => `${counts[state]} ${state}`);
  const said = states.join(', ') || 'no trials yet';
  return best ? `${said}; best ${formatObjective(best.objective)} (trial ${best.number})` : said;
}

/** `4  run 9  completed  0.31  gradientPenaltyWeight 10, seed 2`. */
export function describeTrial({ number, runId, state, objective, params, seed, reason }: Trial): string {
  const values = Object.entries(params).map(([key, value]) => `${key} ${value}`);
  const why = reason && state !== 'completed' ? ` (${reason})` : '';
  const reached = objective === null ? '–' : formatObjective(objective);
  return [number, `run ${runId ?? '–'}`, state + why, reached, [...values, `seed ${seed}`].join(', ')].join('  ');
}

const formatObjective = (value: number) => String(Number(value.toPrecision(5)));
