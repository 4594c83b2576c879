import fc from 'fast-check';
import { ask } from '../../http/ask.ts';
import { judgeAnswer } from '../answers.ts';
import { wildText } from '../generate/wild.ts';
import { serveLab } from '../served-lab.ts';
import { demand, type Target } from '../target.ts';

const folders = ['sample-grids', 'neighbours', 'metrics', 'exports', 'runs', 'nosuch', ''];
const escapes = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..%5c', '....//', '%252e%252e%252f', '..;/', '//', '%00/'];
const names = [
  '1',
  '2.png',
  '1.png',
  '6',
  '99',
  '0',
  '-1',
  '1e3',
  '0x1',
  '%EF%BC%91',
  '9'.repeat(30),
  '1.png.png',
  '1%20',
];

const piece = fc.oneof(
  fc.constantFrom(...names),
  fc
    .tuple(fc.constantFrom(...escapes), fc.nat(6), fc.constantFrom('etc/passwd', 'duality.db', 'package.json', '1.png'))
    .map(([step, count, name]) => step.repeat(count + 1) + name),
  wildText.map((text) => encodeURIComponent(text.toWellFormed())),
);
const search = fc.oneof(
  fc.constantFrom('', '?format=csv', '?format=jsonl', '?format=parquet', '?format=../csv', '?format=__proto__'),
  wildText.map((text) => `?format=${encodeURIComponent(text.toWellFormed())}`),
);

/** Names under `/api/files`: nothing but numbers and ids may lead to bytes. */
export const files: Target = {
  name: 'files',
  about: 'names and formats under /api/files',
  share: 4,
  open: async (folder) => {
    const { port, stop } = await serveLab(folder);
    return {
      inputs: fc
        .tuple(fc.constantFrom(...folders), fc.array(piece, { minLength: 0, maxLength: 2 }), search)
        .map(([inside, pieces, query]) => `/api/files/${[inside, ...pieces].join('/')}${query}`),
      attempt: async (path: string) => {
        // Where slashes are repeated the answer names the path several times, in headers that must stay readable.
        if (path.length > 5000) return 'refused';
        const { status, text, headers } = await ask(port, path);
        demand(!/root:.*:0:0:|^SQLite format 3|"workspaces"/.test(text), 'a file from outside was sent');
        // A page stands in for what there is no route for.
        if (status === 404 && /text\/html/.test(headers['content-type'] ?? '')) return 'refused';
        return judgeAnswer(status, text);
      },
      show: (path: string) => `GET ${path}`,
      close: stop,
    };
  },
};
