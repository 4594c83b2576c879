export type StepChoiceKind = 'all' | 'every' | 'list' | 'range';

/** What a person says about steps, as it is typed. */
export interface StepChoice {
  kind: StepChoiceKind;
  every: number | string;
  list: string;
  first: number | string;
  last: number | string;
}

/** The steps that are meant, `all` where it is every one; or why they cannot be told. */
export interface ChosenSteps {
  steps: number[] | 'all';
  /** What the typed words came to, where they came to something else. */
  note?: string | undefined;
  problem?: string | undefined;
}

/** `stored` ascends. */
export function chooseSteps(stored: readonly number[], choice: StepChoice): ChosenSteps {
  if (choice.kind === 'every') return chooseEvery(stored, Number(choice.every));
  if (choice.kind === 'list') return chooseListed(stored, choice.list);
  if (choice.kind === 'range') return chooseRange(stored, Number(choice.first), Number(choice.last));
  return { steps: 'all' };
}

/** The first, every k-th after it, and the last, which is what all came to. */
function chooseEvery(stored: readonly number[], every: number): ChosenSteps {
  if (!Number.isInteger(every) || every < 1) return { steps: 'all', problem: 'must be a whole number of at least 1' };
  const steps = stored.filter((_, i) => i % every === 0 || i === stored.length - 1);
  return { steps: steps.length === stored.length ? 'all' : steps };
}

/** The stored step nearest to each that is typed. */
function chooseListed(stored: readonly number[], list: string): ChosenSteps {
  const words = list.split(/[\s,;]+/).filter(Boolean);
  const bad = words.find((word) => !/^\d{1,12}$/.test(word));
  if (bad !== undefined) return { steps: 'all', problem: `must be step numbers between commas, unlike “${bad}”` };
  if (words.length === 0) return { steps: 'all', problem: 'must have one step or more, as 1, 2, 4, 10' };
  const pairs = words.map((word) => ({ wanted: Number(word), step: nearest(stored, Number(word)) }));
  const moved = pairs.filter(({ wanted, step }) => wanted !== step);
  const note = moved.map(({ wanted, step }) => `${say(wanted)} → ${say(step)}`).join(', ');
  const steps = [...new Set(pairs.map(({ step }) => step))].sort((a, b) => a - b);
  return { steps, note: note ? `Nearest that are stored: ${note}` : undefined };
}

function chooseRange(stored: readonly number[], first: number, last: number): ChosenSteps {
  const steps = stored.filter((step) => step >= first && step <= last);
  if (steps.length === 0) return { steps: 'all', problem: `no step from ${say(first)} to ${say(last)} is stored` };
  return { steps: steps.length === stored.length ? 'all' : steps };
}

const nearest = (stored: readonly number[], wanted: number): number =>
  stored.reduce((best, step) => (Math.abs(step - wanted) < Math.abs(best - wanted) ? step : best), stored[0] ?? wanted);

const say = (step: number) => step.toLocaleString('en');
