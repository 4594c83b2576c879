import { request } from 'node:http';
import fc from 'fast-check';
import { keys } from '../../fixtures/serve-store.ts';
import { judgeAnswer } from '../answers.ts';
import { listProcedures, type Procedure, textOf } from '../procedures.ts';
import { serveLab } from '../served-lab.ts';
import { demand, type Target, type Verdict } from '../target.ts';

interface Question {
  procedure: Procedure;
  text: string | undefined;
}

const pathOf = ({ procedure, text }: Question) =>
  `/api/trpc/${procedure.name}${text === undefined ? '' : `?input=${encodeURIComponent(text.toWellFormed())}`}`;

/** Every subscription: its first event is enough to know whether it was taken. */
export const streams: Target = {
  name: 'streams',
  about: 'every tRPC subscription, up to its first event',
  share: 3,
  open: async (folder) => {
    const { port, stop } = await serveLab(folder);
    return {
      inputs: fc
        .constantFrom(...listProcedures(['subscription']))
        .chain((procedure) => textOf(procedure.inputs).map((text): Question => ({ procedure, text }))),
      attempt: async (question: Question) => {
        const path = pathOf(question);
        if (path.length > 15_000) return 'refused';
        const { status, text } = await askForEvent(port, path);
        return text.includes('event: ') ? judgeEvent(text) : judgeAnswer(status, text, question.procedure.fields);
      },
      show: (question: Question) => `GET ${pathOf(question)}`,
      close: stop,
    };
  },
};

function judgeEvent(text: string): Verdict {
  if (!text.includes('event: serialized-error')) return 'accepted';
  demand(!text.includes('INTERNAL_SERVER_ERROR'), `the stream broke: ${text.slice(0, 500)}`);
  return 'refused';
}

/** An error follows the event "connected" at once, or an answer that is no stream ends. */
function askForEvent(port: number, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${keys.get(port)}` };
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      const status = response.statusCode ?? 0;
      const settle = () => {
        resolve({ status, text });
        asked.destroy();
      };
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        if (text.includes('event: ')) setTimeout(settle, 2);
      });
      response.on('end', settle).on('error', () => settle());
    });
    asked.on('error', reject);
    asked.end();
  });
}
