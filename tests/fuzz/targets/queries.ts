import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { ask } from '../../http/ask.ts';
import { judgeAnswer } from '../answers.ts';
import { listProcedures, type Procedure, textOf } from '../procedures.ts';
import { demandWhole, fingerprint, serveLab } from '../served-lab.ts';
import { demand, type Target } from '../target.ts';

interface Question {
  procedure: Procedure;
  text: string | undefined;
}

const pathOf = ({ procedure, text }: Question) =>
  `/api/trpc/${procedure.name}${text === undefined ? '' : `?input=${encodeURIComponent(text.toWellFormed())}`}`;

/** Every query, over HTTP; what only reads must leave the store as it was. */
export const queries: Target = {
  name: 'queries',
  about: 'every tRPC query',
  share: 14,
  open: async (folder) => {
    const { port, file, stop } = await serveLab(folder);
    const before = fingerprint(file);
    return {
      inputs: fc
        .constantFrom(...listProcedures(['query']))
        .chain((procedure) => textOf(procedure.inputs).map((text): Question => ({ procedure, text }))),
      attempt: async (question: Question) => {
        const path = pathOf(question);
        // A longer address than servers take is refused by Node itself.
        if (path.length > 15_000) return 'refused';
        const { status, text } = await ask(port, path);
        return judgeAnswer(status, text, question.procedure.fields);
      },
      show: (question: Question) => `GET ${pathOf(question)}`,
      close: async () => {
        await sleep(0);
        const after = fingerprint(file);
        await stop();
        demand(after === before, 'reading has changed the store');
        demandWhole(file);
      },
    };
  },
};
