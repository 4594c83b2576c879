import { ExplainedError } from '@duality/shared';
import { type NumberFields, readNumberFields } from '../evaluation/number-fields.ts';
import { type Check, check, type Value } from './check.ts';
import { distanceSections } from './distance-sections.ts';

/**
 * Evaluates every entry of a file of exact distances (format: tests/reference/README.md, "distances.json"), given its
 * parsed content, and compares each expected number. Sections and single numbers may be missing. Throws an
 * ExplainedError that names the file, the entry and the field of what cannot be read.
 */
export function checkDistances(content: unknown, file: string): Check[] {
  const place = `the distances file ${file}`;
  const fields = readNumberFields(content, place);
  const tolerances = fields.object('tolerance');
  const sections = Object.keys(distanceSections).filter((section) => fields.has(section));
  if (sections.length === 0) throw new ExplainedError(`${place} has no section that is known here`);
  return sections.flatMap((section) => {
    const entries = fields.raw(section);
    if (!Array.isArray(entries)) throw fields.wrong(section, 'a list of entries');
    return entries.flatMap((entry, i) => {
      const name = nameOf(entry, i);
      const entryPlace = `${place}: ${section}, ${name}`;
      return checkEntry(section, name, readNumberFields(entry, entryPlace), tolerances, entryPlace);
    });
  });
}

function checkEntry(section: string, name: string, entry: NumberFields, tolerances: NumberFields, place: string) {
  const checks: Check[] = [];
  for (const [tolerance, values] of Object.entries(evaluate(section, entry, place))) {
    for (const [field, actual] of Object.entries(values)) {
      if (!entry.has(field)) continue;
      const expected = readExpected(entry, field);
      const allowed = tolerances.number(tolerance, 'a number of at least 0', (number) => number >= 0);
      // Above 1 the tolerance is relative, as it is for the values of the training steps.
      checks.push(check(section, `${name}: ${field}`, actual, expected, allowed * Math.max(1, sizeOf(expected))));
    }
  }
  return checks;
}

/** What the functions refuse (points of different dimensions, weights that sum to 0) is a mistake in the file here. */
function evaluate(section: string, entry: NumberFields, place: string) {
  try {
    return distanceSections[section]?.(entry) ?? {};
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ExplainedError(`${place}: ${error.message}`);
  }
}

function readExpected(entry: NumberFields, field: string): Value {
  const expected = entry.raw(field);
  if (expected === 'Infinity') return Infinity;
  if (expected === null) return null;
  return Array.isArray(expected) ? entry.vector(field) : entry.number(field, 'a number, a list of them or "Infinity"');
}

const sizeOf = (value: Value) => (typeof value === 'number' && Number.isFinite(value) ? Math.abs(value) : 0);

const nameOf = (entry: unknown, i: number) =>
  typeof entry === 'object' && entry !== null && 'name' in entry ? String(entry.name) : `entry ${i + 1}`;
