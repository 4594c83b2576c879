import { SlurmPlace } from '@duality/shared';
import { expect, test } from 'vitest';
import { findPlaceProblems, problemOfPlace, readPlace, type TypedPlace, typedPlace } from './typed-place.ts';

const whole = SlurmPlace.parse({
  kind: 'slurm',
  partition: 'gpu',
  account: 'lab',
  qos: 'high',
  cpus: 8,
  memoryMb: 16_000,
  gpus: 1,
  minutes: 240,
  flags: ['--exclusive', '--constraint=a100|h100'],
});
const slurm = { ...typedPlace(null), isSlurm: true };
const keysOf = (changes: Partial<TypedPlace>) => findPlaceProblems({ ...slurm, ...changes }).map(({ key }) => key);

test.each([whole, SlurmPlace.parse({ kind: 'slurm' })])('a place goes through the form unchanged', (place) => {
  expect(SlurmPlace.parse(readPlace(typedPlace(place)))).toEqual(place);
});

test('this machine is no place, and a run that was trained offline is begun anew here', () => {
  expect(readPlace(typedPlace(null))).toBeUndefined();
  expect(readPlace(typedPlace({ kind: 'offline', host: 'laptop' }))).toBeUndefined();
  expect(findPlaceProblems({ ...typedPlace(null), cpus: 'many' })).toEqual([]);
});

test('an empty field is as it would be anyway', () => {
  const blank = { cpus: '', memoryMb: ' ', gpus: '', minutes: '', flags: '  ' };
  expect(SlurmPlace.parse(readPlace({ ...slurm, ...blank }))).toEqual(SlurmPlace.parse({ kind: 'slurm' }));
});

test('what is wrong is told at its field', () => {
  expect(keysOf({ cpus: 'many', memoryMb: '99', gpus: '1.5', minutes: '2' })).toEqual([
    'place.cpus',
    'place.memoryMb',
    'place.gpus',
    'place.minutes',
  ]);
  expect(keysOf({ account: '--uid=0', qos: 'a b', partition: '$(id)' })).toEqual([
    'place.partition',
    'place.account',
    'place.qos',
  ]);
});

test('of several flags the wrong one is named', () => {
  const typed = { ...slurm, flags: ' --exclusive   --uid=0 --nice=5' };
  const problems = findPlaceProblems(typed);
  expect(problems.map(({ key }) => key)).toEqual(['place.flags.1']);
  expect(problemOfPlace(typed, problems, 'flags')).toMatch(/^--uid=0 must be --exclusive, or one of --constraint=/);
  expect(problemOfPlace(typed, problems, 'cpus')).toBeUndefined();
  const many = { ...slurm, flags: '--exclusive '.repeat(21) };
  expect(problemOfPlace(many, findPlaceProblems(many), 'flags')).toBe('must have at most 20 entries');
});
