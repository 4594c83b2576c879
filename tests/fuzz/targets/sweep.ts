import { countTrials, findSweepProblems, gridPoints, oddLength, parseSweep, SweepRequest } from '@duality/shared';
import fc from 'fast-check';
import { demandSentence } from '../answers.ts';
import { fromSchema } from '../generate/from-schema.ts';
import { aroundValue } from '../generate/mutate-value.ts';
import { known } from '../known.ts';
import { sweepExamples } from '../sweep-examples.ts';
import { demand, type Target } from '../target.ts';

/** Sweep definitions, as the file and the form have them; of those that are taken, the trials are counted. */
export const sweep: Target = {
  name: 'sweep',
  about: 'sweep definitions, and how many trials they have',
  share: 10,
  open: () => ({
    inputs: fc.oneof(
      { weight: 4, arbitrary: aroundValue(fc.constantFrom(...sweepExamples)) },
      { weight: 1, arbitrary: aroundValue(fromSchema(SweepRequest, known)) },
    ),
    attempt: (input: unknown) => {
      const problems = findSweepProblems(input);
      for (const { key, message } of problems) {
        demandSentence(message);
        demand(
          key !== '' || message === oddLength || typeof input !== 'object' || input === null || Array.isArray(input),
          `no key: ${message}`,
        );
      }
      if (problems.length > 0) return 'refused';
      const request = parseSweep(input);
      demand(countTrials(request) >= 0, 'the number of trials is no number');
      if (request.strategy === 'grid')
        demand(!gridPoints(request.space).next().done, 'a grid without a point was taken');
      return 'accepted';
    },
  }),
};
