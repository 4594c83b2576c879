import fc from 'fast-check';
import { ask, query } from '../../http/ask.ts';
import { judgeAnswer } from '../answers.ts';
import { listProcedures, type Procedure, textOf } from '../procedures.ts';
import { demandWhole, serveLab } from '../served-lab.ts';
import type { Target } from '../target.ts';

interface Change {
  procedure: Procedure;
  text: string | undefined;
}

const headers = { 'content-type': 'application/json' };

/** Every mutation, over HTTP, on a store of its own; whatever they did to it, it must be whole and answer afterwards. */
export const mutations: Target = {
  name: 'mutations',
  about: 'every tRPC mutation',
  share: 10,
  open: async (folder) => {
    const { port, file, stop } = await serveLab(folder);
    return {
      inputs: fc
        .constantFrom(...listProcedures(['mutation']))
        .chain((procedure) => textOf(procedure.inputs).map((text): Change => ({ procedure, text }))),
      attempt: async ({ procedure, text = '' }: Change) => {
        const { status, text: answer } = await ask(port, `/api/trpc/${procedure.name}`, {
          method: 'POST',
          headers,
          body: text.toWellFormed(),
        });
        return judgeAnswer(status, answer, procedure.fields);
      },
      show: ({ procedure, text }: Change) => `POST /api/trpc/${procedure.name} ${text ?? ''}`,
      close: async () => {
        for (const name of ['run.list', 'run.trash', 'experiment.list', 'audit.list', 'sweep.list', 'export.list']) {
          await query(port, name, name === 'audit.list' ? {} : undefined);
        }
        await stop();
        demandWhole(file);
      },
    };
  },
};
