import { z } from 'zod';
import { alertRuleNames } from './doctor/rule-names.ts';

export const Severity = z.enum(['warning', 'error']);
export type Severity = z.infer<typeof Severity>;

/** What the doctor says of a run: a rule that holds from `step` on. */
export const Alert = z.object({
  id: z.int(),
  runId: z.int(),
  /** 0 for what the config alone says. */
  step: z.int(),
  rule: z.enum(alertRuleNames),
  severity: Severity,
  /** One sentence with the figures. */
  message: z.string(),
  /** Config keys with values that may mend it. */
  edits: z.record(z.string(), z.unknown()),
  /** The first step at which it held no more. */
  endedStep: z.int().nullable(),
  createdAt: z.int(),
});
export type Alert = z.infer<typeof Alert>;
