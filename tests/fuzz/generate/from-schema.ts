import fc from 'fast-check';
import { z } from 'zod';
import { wildValue } from './wild.ts';

/** The parts of JSON Schema that zod writes. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

/** Words and numbers that mean something to what is asked, by the name of their field. */
export type Known = Record<string, readonly unknown[]>;

/** Values that a schema takes, or nearly: patterns and refinements are left to chance. */
export const fromSchema = (schema: z.ZodType, known: Known): fc.Arbitrary<unknown> =>
  valuesOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, '', known);

function valuesOf(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  const usual = known[name];
  const own = () => ownValuesOf(schema, name, known);
  return usual && schema.type !== 'array' && schema.type !== 'object'
    ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: own() })
    : own();
}

function ownValuesOf(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const any = schema.anyOf ?? schema.oneOf;
  if (any) return fc.oneof(...any.map((one) => valuesOf(one, name, known)));
  if (schema.allOf?.[0]) return valuesOf(schema.allOf[0], name, known);
  switch (schema.type) {
    case 'object':
      return objectsOf(schema, known);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, name, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, Math.max(5, schema.minItems ?? 0)),
      });
    case 'string':
      return fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 20, 20) });
    case 'integer':
      return fc.oneof(fc.integer(boundsOf(schema, 20)), fc.maxSafeInteger()).map((n) => within(n, schema));
    case 'number':
      return fc.double({ noNaN: true, ...boundsOf(schema, 1e6) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return wildValue;
  }
}

function objectsOf({ properties = {}, required = [], additionalProperties }: JsonSchema, known: Known) {
  const named = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one, name, known)]));
  const fixed = fc.record(named, { requiredKeys: required });
  if (typeof additionalProperties !== 'object') return fixed;
  const keys = fc.constantFrom(...(known.key ?? ['a', 'b']).map(String));
  const others = fc.dictionary(keys, valuesOf(additionalProperties, 'value', known), { maxKeys: 4 });
  return fc.tuple(fixed, others).map(([a, b]) => ({ ...a, ...b }));
}

function boundsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema, usual: number) {
  const min = minimum ?? exclusiveMinimum ?? -usual;
  const max = maximum ?? exclusiveMaximum ?? usual;
  return { min: Math.max(min, -1e9), max: Math.max(min, Math.min(max, min + usual)) };
}

const within = (n: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema) =>
  Math.min(maximum, Math.max(minimum, n));
