import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArgumentError } from '@duality/shared';
import { type Order, runFolder, uidPattern } from '@duality/shared/exchange';
import type { CarryTarget } from '../worker/carry-target.ts';
import { folderTarget } from '../worker/folder-target.ts';
import { hubTarget } from '../worker/hub-target.ts';
import { callersFolder } from './door.ts';

interface Values {
  offline?: string | undefined;
  hub?: string | undefined;
  key?: string | undefined;
  resume?: string | undefined;
  clone?: string | undefined;
  store?: string | undefined;
}

/** Where a run goes that is trained without a store: a folder, or the folder of a hub by HTTP. */
export function planAway(
  values: Values,
  order: Order | null,
): { target: CarryTarget; uid: string; order: Order | null } {
  const { offline, hub, resume, clone, store } = values;
  const option = offline === undefined ? '--hub' : '--offline';
  if (offline !== undefined && hub !== undefined) throw new ArgumentError('give --offline or --hub, not both');
  if (clone !== undefined) throw new ArgumentError(`--clone: needs the store of its parent, so not with ${option}`);
  if (store !== undefined) throw new ArgumentError(`--store: not with ${option}, which takes the place of a store`);
  if (offline === '') throw new ArgumentError('--offline: must name a folder');
  if (resume !== undefined && !uidPattern.test(resume)) {
    throw new ArgumentError(`--resume ${resume}: with ${option} it takes the run's UID, 32 digits as in run-UID`);
  }
  const uid = order?.uid ?? (resume as string);
  if (offline !== undefined) {
    return { uid, order, target: folderTarget(runFolder(resolve(callersFolder(), offline), uid)) };
  }
  return { uid, order, target: hubTarget({ hub: parseHub(hub ?? ''), key: findKey(values.key), uid }) };
}

function parseHub(text: string): URL {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.hash === '') return url;
  throw new ArgumentError(`--hub ${text}: must be the address of a dashboard, such as http://lab:3000`);
}

/** Of a file, or of DUALITY_KEY: an argument would be seen by everybody on the machine. */
function findKey(file: string | undefined): string {
  if (file === undefined) {
    const key = process.env.DUALITY_KEY;
    if (key) return key.trim();
    throw new ArgumentError('--hub: needs the key of its store: --key FILE (a copy of STORE-key), or DUALITY_KEY');
  }
  try {
    return readFileSync(resolve(callersFolder(), file), 'utf8').trim();
  } catch {
    throw new ArgumentError(`--key ${file}: cannot be read; give a copy of the file STORE-key of the hub`);
  }
}
