import fc from 'fast-check';
import { wildValue } from './wild.ts';

type Path = (string | number)[];

/** The paths of all that is within a value, the value itself first. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).slice(0, 50);
  return [path, ...inner.flatMap(([key, one]) => (path.length > 8 ? [] : pathsIn(one, [...path, key])))];
}

type Change = (old: unknown, wild: unknown) => unknown;
const gone = Symbol('gone');

const changes: Change[] = [
  (_, wild) => wild,
  (_, wild) => wild,
  () => gone,
  (old) => [old],
  (old) => JSON.stringify(old),
  (old) => (typeof old === 'number' ? -old : null),
  (old) => (typeof old === 'number' ? old + 0.5 : { old }),
  (old) => (Array.isArray(old) ? Array.from({ length: 1200 }, (_, i) => old[i % Math.max(1, old.length)] ?? 1) : old),
  (old, wild) => (typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, nosuch: wild } : wild),
];

function changeAt(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  const changed = changeAt(copy[key], rest, change);
  if (changed === gone) delete copy[key];
  else Object.defineProperty(copy, key, { value: changed, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** A valid value in which one thing is another, missing or too many. */
const mutateValue = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, fc.nat(), fc.constantFrom(...changes), wildValue).map(([value, place, change, wild]) => {
    const paths = pathsIn(value);
    const changed = changeAt(value, paths[place % paths.length] ?? [], (old) => change(old, wild));
    return changed === gone ? undefined : changed;
  });

/** Mostly right, often with one thing wrong, now and then anything at all. */
export const aroundValue = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 6, arbitrary: mutateValue(valid) },
    { weight: 1, arbitrary: wildValue },
  );
