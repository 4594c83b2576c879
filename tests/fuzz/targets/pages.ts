import fc from 'fast-check';
import { ask } from '../../http/ask.ts';
import { wildText } from '../generate/wild.ts';
import { known } from '../known.ts';
import { demandWhole, fingerprint, serveLab } from '../served-lab.ts';
import { demand, type Target } from '../target.ts';

const paths = [
  '/runs',
  '/runs/1',
  '/runs/4',
  '/runs/99',
  '/runs/new',
  '/compare',
  '/sweeps',
  '/sweeps/1',
  '/sweeps/new',
  '/experiments',
  '/activity',
  '/trash',
];

/** Keys that pages keep their state under, and some that none has. */
const keys = [
  ...['q', 'filter', 'sort', 'group', 'columns', 'runs', 'ids', 'tab', 'view', 'axis', 'smooth', 'panel', 'metrics'],
  ...['from', 'to', 'x', 'log', 'preset', 'sweep', 'run', 'step', 'tiles', 'pair', 'page', 'archived', 'statuses'],
  ...['objective', 'hidden', 'base', 'along', '__proto__', 'nosuch'],
];
const value = fc.oneof(
  fc.constantFrom(
    ...['1', '1,2', '6,5,99', '1-3', '0', 'curves', 'parameters', 'samples', 'all', 'true', 'step', 'time'],
  ),
  fc.constantFrom(...[...(known.filter ?? []), ...(known.values ?? []), ...(known.name ?? [])].map(String)),
  fc.constantFrom('{"name":"a","preset":"wgan-gp-ring","space":{}}', '{"space":{"a":{}}}', '[]', '{', '-criticLoss'),
  wildText,
);
const path = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...paths) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('/runs/', '/sweeps/', '/'), wildText)
      .map(([folder, name]) => `${folder}${encodeURIComponent(name.toWellFormed())}`),
  },
);
const entries = fc.array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 5 });

/** Every page with any search; its texts are those of an address that somebody was sent. */
export const pages: Target = {
  name: 'pages',
  about: 'the search parameters of every page',
  share: 2,
  open: async (folder) => {
    const { port, file, stop } = await serveLab(folder);
    const before = fingerprint(file);
    return {
      inputs: fc
        .tuple(path, entries)
        .map(([page, all]) => `${page}?${new URLSearchParams(all.map(([key, text]) => [key, text.toWellFormed()]))}`),
      attempt: async (address: string) => {
        if (address.length > 15_000) return 'refused';
        const { status, text } = await ask(port, address);
        demand(status < 500, `answered ${status}: ${text.slice(0, 500)}`);
        demand(!text.includes('This page could not be shown'), 'the page could not be shown');
        demand(!/data-dgst="\d+/.test(text), 'a part of the page broke while it was made');
        return status < 400 ? 'accepted' : 'refused';
      },
      show: (address: string) => `GET ${address}`,
      close: async () => {
        const after = fingerprint(file);
        await stop();
        demand(after === before, 'looking at pages has changed the store');
        demandWhole(file);
      },
    };
  },
};
