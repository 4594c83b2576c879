import { parseArgs } from 'node:util';
import { type Outcome, runTarget } from './run-target.ts';
import { runTrial } from './run-trial.ts';
import { targets, trials } from './targets.ts';

const usage = 'npm run test:fuzz -- [--inputs N] [--seed N] [--only TARGET …] [--json]';
const usualInputs = 120_000;
const names = [...targets, ...trials].map(({ name }) => name);

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      inputs: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
  });
  const whole = (name: 'inputs' | 'seed', usual: number) => {
    const text = values[name];
    if (text === undefined) return usual;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new Error(`--${name}: must be a whole number of at least 0, not "${text}"`);
  };
  const unknown = values.only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--only ${unknown}: the targets are ${names.join(', ')}`);
  return {
    inputs: whole('inputs', usualInputs),
    seed: whole('seed', Math.floor(Math.random() * 2 ** 29)),
    only: values.only ?? names,
    json: values.json === true,
  };
}

async function main(args: string[]): Promise<number> {
  const { inputs, seed, only, json } = readArguments(args);
  const chosen = targets.filter(({ name }) => only.includes(name));
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  if (!json) console.log(`${inputs} inputs, seed ${seed}\n${line('target', 'tried', 'taken', 'refused', 'seconds')}`);
  const outcomes: Outcome[] = [];
  const add = (outcome: Outcome) => {
    outcomes.push(outcome);
    if (json) console.log(JSON.stringify(outcome));
    else tell(outcome, seed);
  };
  for (const target of chosen) {
    add(await runTarget(target, { seed, inputs: Math.ceil((inputs * target.share) / shares) }));
  }
  for (const trial of trials.filter(({ name }) => only.includes(name))) {
    add(await runTrial(trial, Math.min(1, inputs / usualInputs)));
  }
  const failed = outcomes.filter(({ failure }) => failure !== undefined);
  const tried = outcomes.reduce((sum, one) => sum + one.tried, 0);
  if (!json) console.log(`${tried} inputs tried, ${failed.length} of ${outcomes.length} targets failed`);
  return failed.length === 0 ? 0 : 1;
}

function tell({ name, tried, accepted, refused, seconds, report, failure }: Outcome, seed: number): void {
  console.log(report ? `${name.padEnd(14)}${report}` : line(name, tried, accepted, refused, seconds.toFixed(1)));
  if (failure === undefined) return;
  const again = `again with: npm run test:fuzz -- --only ${name} --seed ${seed}`;
  console.log(`  FAILED: ${failure}\n  ${again}`);
}

function line(name: string, ...figures: (string | number)[]): string {
  return name.padEnd(14) + figures.map((figure) => String(figure).padStart(10)).join('');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
  process.exitCode = 2;
}
