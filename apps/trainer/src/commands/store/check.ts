import { ArgumentError } from '@duality/shared';
import type { Check, Upkeep } from '@duality/shared/upkeep';
import { type CheckedFiles, checkFiles } from '../../check-files.ts';
import { parseArguments } from '../arguments.ts';
import { showProgress } from './show-progress.ts';
import { withUpkeep } from './with-upkeep.ts';

const usage = 'npm run store -- check [--repair] [--deep] [--store FILE] [--json]';
const options = {
  repair: { type: 'boolean' },
  deep: { type: 'boolean' },
  store: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Says whether the store keeps what it promises; 1 where it does not. `--repair` makes sums anew, and deletes nothing. */
export async function checkCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, options, usage);
  if (positionals.length > 0) throw new ArgumentError(`leave out ${positionals.join(' ')}\nUsage: ${usage}`);
  return withUpkeep(values.store, async (store) => {
    const print = values.json ? () => {} : printCheck;
    const repaired = values.repair ? repair(store, values.json === true) : undefined;
    const checks: Check[] = [];
    for (const check of listChecks(store)) {
      checks.push(check);
      print(check);
    }
    const files = await checkFiles(store, values.deep === true);
    checks.push(files);
    print(files);
    const isWell = checks.every(({ problems }) => problems.length === 0);
    if (values.json) console.log(JSON.stringify({ store: store.file, isWell, checks, repaired }));
    else printEnd(files, isWell);
    return isWell ? 0 : 1;
  });
}

function* listChecks(store: Upkeep): Generator<Check> {
  const progress = showProgress('comparing sums with points');
  for (const check of store.check(progress.update)) {
    progress.clear();
    yield check;
  }
}

function repair(store: Upkeep, isQuiet: boolean) {
  const repaired = store.repair();
  const { series, runs } = repaired;
  if (!isQuiet) console.log(`repaired: the sums of ${series} curves, the last step of ${runs} runs`);
  return repaired;
}

function printCheck({ name, fine, problems }: Check): void {
  if (problems.length === 0) console.log(`fine     ${name.padEnd(12)}${fine}`);
  for (const { message, remedy } of problems) console.log(`PROBLEM  ${name.padEnd(12)}${message}; ${remedy}`);
}

function printEnd({ notes }: CheckedFiles, isWell: boolean): void {
  for (const note of notes) console.log(`note     ${note}`);
  console.log(isWell ? 'All is well.' : 'Not all is well: see the problems above.');
}
