import { GalleryRequest, galleryFormats, presets, RunConfig, RunRequest, SweepRequest } from '@duality/shared';
import fc from 'fast-check';
import { z } from 'zod';
import { appRouter } from '../../apps/web/src/server/router.ts';
import { fromSchema } from './generate/from-schema.ts';
import { aroundValue } from './generate/mutate-value.ts';
import { wildText, wildValue } from './generate/wild.ts';
import { known } from './known.ts';
import { sweepExamples } from './sweep-examples.ts';

export type ProcedureType = 'query' | 'mutation' | 'subscription';

export interface Procedure {
  name: string;
  type: ProcedureType;
  /** Around what it takes; of anything at all where that is not known. */
  inputs: fc.Arbitrary<unknown>;
  /** The names of its fields. */
  fields: string[];
}

interface Form {
  schema: z.ZodType;
  /** Right as they stand: what a schema says is too little to come upon such a value. */
  examples: fc.Arbitrary<unknown>;
}

const sweepForm: Form = { schema: SweepRequest, examples: fc.constantFrom(...sweepExamples) };
const galleryForm: Form = {
  schema: GalleryRequest,
  examples: fc.record({
    runIds: fc.constantFrom([1], [1, 3], [5], [6]),
    format: fc.constantFrom(...galleryFormats),
    steps: fc.constantFrom<unknown>('all', [200], [100, 200]),
  }),
};
const runForm: Form = {
  schema: RunRequest,
  examples: fc.constantFrom(...presets).map(({ name, config }) => ({ preset: name, config, tags: ['a'] })),
};

/** Forms whose problems are told by parsers of their own. One that is not here is tried with anything at all. */
const forms: Record<string, Form> = {
  'run.create': runForm,
  'sweep.create': sweepForm,
  'sweep.estimate': sweepForm,
  'export.preview': galleryForm,
  'export.create': galleryForm,
};

interface Definition {
  _def: { type: ProcedureType; inputs: unknown[] };
}

/** All that the router has: one that is added is fuzzed without being named here. */
export function listProcedures(types: readonly ProcedureType[]): Procedure[] {
  const all = Object.entries(appRouter._def.procedures as unknown as Record<string, Definition>);
  return all
    .filter(([, { _def }]) => types.includes(_def.type))
    .map(([name, { _def }]) => toProcedure(name, _def.type, _def.inputs));
}

function toProcedure(name: string, type: ProcedureType, [input]: unknown[]): Procedure {
  const form = forms[name];
  const schema = form?.schema ?? (isSchema(input) ? input : undefined);
  const valid = form?.examples ?? (schema ? fromSchema(schema, known).map(oneOfTwo) : wildValue);
  const inputs = input === undefined ? fc.oneof(fc.constant(undefined), wildValue) : aroundValue(valid);
  return { name, type, inputs, fields: schema ? fieldsOf(schema) : [] };
}

/** Where one run or many can be named, naming both is refused. */
function oneOfTwo(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('runId' in value && 'runIds' in value)) return value;
  const { runId, runIds, ...rest } = value;
  return Number(runId) % 2 === 0 ? { ...rest, runId } : { ...rest, runIds };
}

const isSchema = (input: unknown): input is z.ZodType => typeof input === 'object' && input !== null && '_zod' in input;

/** Of the object itself, and what a config has. */
function fieldsOf(schema: z.ZodType): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return [...Object.keys(properties), ...Object.keys(RunConfig.shape)];
}

/** The text of a request's input: JSON mostly, at times with something wrong in the text itself. */
export const textOf = (inputs: fc.Arbitrary<unknown>): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    { weight: 12, arbitrary: inputs.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.tuple(inputs, fc.nat()).map(([value, at]) => cut(JSON.stringify(value), at)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{"runId":1,"runId":2}',
        '{"runId":1e999}',
        '{"runId":-0}',
        '{"runId":NaN}',
        '{"__proto__":{"runId":1}}',
        '[[[[[[[[[[',
        '"\\ud800"',
        '\ufeff{}',
        `{"config":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        '{"json":{"runId":1},"meta":{"values":{"runId":["Date"]}}}',
      ),
    },
    { weight: 1, arbitrary: wildText },
  );

const cut = (text: string | undefined, at: number) => text?.slice(0, at % (text.length + 1));
