import { slower } from '../edits.ts';
import { figure } from '../format.ts';
import type { Rule } from '../rule.ts';
import { createWindow, range } from '../window.ts';

const steps = 200;
/** Of the loss: what rounding in float32 leaves. */
const rounding = 1e-6;

export const frozenLoss: Rule = {
  patience: { begin: 1, end: 20 },
  watch: () => {
    const critic = createWindow(steps);
    const generator = createWindow(steps);
    const isStill = (values: readonly number[]) => range(values) <= rounding * Math.abs(values[0] as number);
    return (_step, { criticLoss, generatorLoss }) => {
      if (criticLoss === undefined || generatorLoss === undefined) return undefined;
      const isFull = [critic.push(criticLoss), generator.push(generatorLoss)].every(Boolean);
      if (!isFull) return undefined;
      if (!isStill(critic.values()) || !isStill(generator.values())) return null;
      return `for ${steps} steps the critic’s loss has been ${figure(criticLoss)} and the generator’s ${figure(generatorLoss)}, whatever the batch`;
    };
  },
  edits: slower,
};
