import { type ConfigProblem, parseSafely, problemsOfIssue, type Run, SlurmPlace } from '@duality/shared';
import { readNumber } from '#components/read-number.ts';

/** Where a run is to train, as it stands in a form; numbers may be half typed, and empty is as it would be anyway. */
export interface TypedPlace {
  isSlurm: boolean;
  partition: string;
  account: string;
  qos: string;
  cpus: string;
  memoryMb: string;
  gpus: string;
  minutes: string;
  /** Words between spaces. */
  flags: string;
}

/** What the fields of a place need of the form that they are part of. */
export interface PlaceForm {
  typed: TypedPlace;
  problems: readonly ConfigProblem[];
  /** Of a field, by the path that problems name it by. */
  idOf: (path: string) => string;
  onChange: (change: Partial<TypedPlace>) => void;
}

export type PlaceKey = Exclude<keyof TypedPlace, 'isSlurm'>;

export const placeTitles: Record<PlaceKey, string> = {
  partition: 'Partition',
  account: 'Account',
  qos: 'QOS',
  cpus: 'CPUs',
  memoryMb: 'Memory (MB)',
  gpus: 'GPUs',
  minutes: 'Minutes',
  flags: 'Further flags',
};

export const usualPlace = SlurmPlace.parse({ kind: 'slurm' });

/** Of a run that was trained offline a new one begins here: nobody can be asked to train it there. */
export function typedPlace(from: Run['place'] | undefined): TypedPlace {
  const place = from?.kind === 'slurm' ? from : undefined;
  const { partition, account, qos, cpus, memoryMb, gpus, minutes, flags } = place ?? usualPlace;
  return {
    isSlurm: place !== undefined,
    partition: partition ?? '',
    account: account ?? '',
    qos: qos ?? '',
    cpus: String(cpus),
    memoryMb: String(memoryMb),
    gpus: String(gpus),
    minutes: String(minutes),
    flags: flags.join(' '),
  };
}

/** What the form stands for, as a request has it; undefined for this machine. */
export function readPlace(typed: TypedPlace): Record<string, unknown> | undefined {
  if (!typed.isSlurm) return undefined;
  const text = (key: 'partition' | 'account' | 'qos') => typed[key].trim() || undefined;
  return {
    kind: 'slurm',
    partition: text('partition'),
    account: text('account'),
    qos: text('qos'),
    cpus: readNumber(typed.cpus),
    memoryMb: readNumber(typed.memoryMb),
    gpus: readNumber(typed.gpus),
    minutes: readNumber(typed.minutes),
    flags: wordsOf(typed.flags),
  };
}

/** All that is wrong with it, by paths such as `place.cpus`. */
export function findPlaceProblems(typed: TypedPlace): ConfigProblem[] {
  const place = readPlace(typed);
  const issues = place ? (parseSafely(SlurmPlace, place).error?.issues ?? []) : [];
  return issues.flatMap(problemsOfIssue).map(({ key, message }) => ({ key: `place.${key}`, message }));
}

/** What is wrong with a field; of the flags, which of them. */
export function problemOfPlace(
  typed: TypedPlace,
  problems: readonly ConfigProblem[],
  field: PlaceKey,
): string | undefined {
  const path = `place.${field}`;
  const problem = problems.find(({ key }) => key === path || key.startsWith(`${path}.`));
  if (!problem) return undefined;
  const word = field === 'flags' ? wordsOf(typed.flags)[Number(problem.key.split('.')[2])] : undefined;
  return word === undefined ? problem.message : `${word} ${problem.message}`;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
