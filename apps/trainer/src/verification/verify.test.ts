/** Against numbers computed in float64 by another program (tests/reference; its format is described there). */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { startTestEngine } from '../engine/test-engine.ts';
import { parseReferenceCase } from './reference-case.ts';
import { verifyCase } from './verify.ts';

beforeAll(startTestEngine);

const folder = new URL('../../../../tests/reference/', import.meta.url);
const cases = readdirSync(folder).flatMap((file) => {
  if (!file.endsWith('.json')) return [];
  const content = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return content.format === 'gan-reference-case' ? [parseReferenceCase(content, file)] : [];
});

test('every reference case is here', () => {
  expect(cases.length).toBe(39);
});

test.each(cases.map((reference) => [reference.name, reference] as const))('%s', async (_, reference) => {
  const failed = (await verifyCase(reference)).filter(({ share }) => !(share <= 1));
  expect(failed).toEqual([]);
});
