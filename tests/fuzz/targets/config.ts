import { configure, findConfigProblems, parseAssignment, presets, RunConfig } from '@duality/shared';
import fc from 'fast-check';
import { demandSentence } from '../answers.ts';
import { fromSchema } from '../generate/from-schema.ts';
import { aroundValue } from '../generate/mutate-value.ts';
import { wildText } from '../generate/wild.ts';
import { known } from '../known.ts';
import { demand, type Target, type Verdict } from '../target.ts';

const preset = fc.constantFrom(...presets);
const whole = aroundValue(
  fc.tuple(preset, fromSchema(RunConfig, known)).map(([{ config }, other]) => ({ ...config, ...(other as object) })),
);
const near = aroundValue(preset.map(({ config }) => config));
const key = fc.oneof(fc.constantFrom(...(known.key ?? []).map(String)), wildText);
const assignments = fc.array(
  fc
    .tuple(
      key,
      fc.oneof(fc.constantFrom('0', '1', '-1', '0.5', 'true', 'adam', 'null', '[]', '{}', '1e400', ''), wildText),
    )
    .map(([name, text]) => `${name}=${text}`),
  { maxLength: 5 },
);

type Input = { preset: (typeof presets)[number]; assignments: string[] } | { config: unknown };

/** Configs as JSON, and `--set key=value` on top of every preset. */
export const config: Target = {
  name: 'config',
  about: 'configs as JSON, and --set on every preset',
  share: 14,
  open: () => ({
    inputs: fc.oneof(
      fc.oneof(whole, near).map((value): Input => ({ config: value })),
      fc.record({ preset, assignments }),
    ),
    attempt: (input: Input) => ('config' in input ? judgeConfig(input.config) : judgeAssignments(input)),
    show: (input: Input) =>
      'config' in input
        ? String(JSON.stringify(input.config))
        : `${input.preset.name} --set ${input.assignments.join(' --set ')}`,
  }),
};

function judgeConfig(value: unknown): Verdict {
  const problems = findConfigProblems(value);
  for (const { key: named, message } of problems) {
    demandSentence(message);
    demand(named !== '' || typeof value !== 'object' || value === null || Array.isArray(value), `no key: ${message}`);
  }
  return problems.length === 0 ? 'accepted' : 'refused';
}

function judgeAssignments({ preset: of, assignments: texts }: Extract<Input, { assignments: string[] }>): Verdict {
  try {
    configure(of, Object.fromEntries(texts.map(parseAssignment)));
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ArgumentError') throw error;
    demandSentence(error.message);
    return 'refused';
  }
}
