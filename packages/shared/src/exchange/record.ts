import { z } from 'zod';
import { Severity } from '../domain/alert.ts';
import { alertRuleNames } from '../domain/doctor/rule-names.ts';
import { EngineReport } from '../domain/engine.ts';
import { EvaluationDetail } from '../domain/evaluation.ts';
import { LogLevel } from '../domain/log.ts';
import { kindOf, nonFiniteKinds, nonFiniteValues } from '../domain/metric.ts';

const step = z.int().min(0);
/** Of a clock, in ms since the epoch. */
const at = z.int().min(0);
/** JSON has no number that is not finite: those travel by name. */
const AnyNumber = z.union([z.number(), z.enum(nonFiniteKinds).transform((kind) => nonFiniteValues[kind])]);
const Estimates = z.record(
  z.string().max(200),
  z.object({ value: AnyNumber, low: AnyNumber, high: AnyNumber }).strict(),
);
const Picture = z.base64().max(40_000_000);
const length = z.int().min(0).max(100_000);

const record = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/**
 * What a worker tells of a run, a kind for each thing that it writes to a store. All but `log` say it again without harm:
 * a repeated step replaces itself.
 */
export const Record = z.discriminatedUnion('kind', [
  record('metrics', { step, at, values: z.record(z.string().min(1).max(200), AnyNumber) }),
  record('log', { at, level: LogLevel, message: z.string() }),
  record('grid', { step, at, columns: length, rows: length, width: length, height: length, png: Picture }),
  record('evaluation', {
    ...{ step, at, detail: EvaluationDetail },
    estimates: Estimates,
    floors: Estimates.optional(),
    neighbours: Picture.optional(),
  }),
  record('alert', {
    ...{ step, at, rule: z.enum(alertRuleNames), severity: Severity },
    message: z.string(),
    edits: z.record(z.string(), z.unknown()),
  }),
  record('alertEnd', { step, rule: z.enum(alertRuleNames) }),
  /** Alerts are as they were after `step`. */
  record('rewind', { step }),
  /** The file of this step is whole. */
  record('checkpoint', { step, at, bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The files of these steps are no more. */
  record('forget', { steps: z.array(step).max(100_000) }),
  record('engine', { report: EngineReport }),
  /** The first of each fragment: who writes it, and how many records of each earlier one it has gone on from. */
  record('begin', {
    at,
    host: z.string().max(255),
    job: z.string().max(100).nullable(),
    seen: z.array(z.int().min(0)),
  }),
  /** The worker was asked to go by the cluster, not by a person: another goes on. */
  record('yield', { at, reason: z.string() }),
  record('end', { at, status: z.enum(['completed', 'stopped', 'failed']), reason: z.string().nullable() }),
]);
export type Record = z.infer<typeof Record>;

/** As JSON that `Record` reads back to the bit. */
export const toJson = (record: Record): string =>
  JSON.stringify(record, (_, value) => (typeof value === 'number' ? (kindOf(value) ?? value) : value));
