import { ArgumentError, ExplainedError, NotFoundError } from '@duality/shared';
import {
  adoptRun,
  fileNamePattern,
  keptRun,
  orderName,
  readOrder,
  runFolder,
  uidPattern,
} from '@duality/shared/exchange';
import type { Store } from '@duality/shared/store';
import { z } from 'zod';
import { exchangeFolder } from '../exchange-folder.ts';
import { procedure, router } from '../trpc.ts';

/** Of one request, before base64: it must stay below what the door lets in. */
const pieceBytes = 512 * 1024;
const mostBytes = 8_000_000_000;

const Uid = z.string().regex(uidPattern, 'must be the UID of a run');
const Name = z.string().regex(fileNamePattern, "must be the name of a file in a run's folder");
const Fragment = z.string().regex(/^fragment-[1-9]\d{0,5}\.jsonl$/, "must be the name of a worker's fragment");
const at = z.int().min(0).max(mostBytes);
const data = z.base64().max(Math.ceil(pieceBytes / 3) * 4);

const RunRef = z.strictObject({ uid: Uid });
const FileRef = z.strictObject({ uid: Uid, name: Name });
const WholePiece = z.strictObject({
  ...{ uid: Uid, name: Name, at, data, total: z.int().min(0).max(mostBytes) },
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
});

/** How workers bring what they trained where hub and worker share no file system, a piece at a time. */
export const exchangeRouter = router({
  list: procedure.input(RunRef).query(({ ctx: { store }, input }) => open(store, input.uid).list()),
  read: procedure
    .input(FileRef.extend({ at }))
    .query(({ ctx: { store }, input: { uid, name, at } }) =>
      open(store, uid).read(name, at, pieceBytes).toString('base64'),
    ),
  /** False where another worker has this fragment. */
  claim: procedure
    .input(z.strictObject({ uid: Uid, name: Fragment }))
    .mutation(({ ctx: { store }, input: { uid, name } }) => open(store, uid).claim(name)),
  append: procedure
    .input(z.strictObject({ uid: Uid, name: Fragment, at, data }))
    .mutation(({ ctx: { store }, input: { uid, name, at, data } }) =>
      open(store, uid).append({ name, at, bytes: Buffer.from(data, 'base64') }),
    ),
  put: procedure.input(WholePiece).mutation(({ ctx: { store }, input: { uid, data, ...piece } }) => {
    const folder = folderOf(store, uid);
    const isNew = store.arrival.findRun(uid) === undefined;
    if (isNew && piece.name !== orderName) refuseUnknown(uid);
    const isWhole = keptRun(folder).put({ ...piece, bytes: Buffer.from(data, 'base64') });
    if (isWhole && isNew) adopt(store, uid, folder);
    return isWhole;
  }),
  remove: procedure
    .input(FileRef)
    .mutation(({ ctx: { store }, input: { uid, name } }) => open(store, uid).remove(name)),
});

const folderOf = (store: Store, uid: string): string => runFolder(exchangeFolder(store.file), uid);

/** The folder of a run that is trained elsewhere; no other has one. */
function open(store: Store, uid: string): ReturnType<typeof keptRun> {
  const runId = store.arrival.findRun(uid);
  if (runId === undefined || store.run.get(runId).place === null) refuseUnknown(uid);
  return keptRun(folderOf(store, uid));
}

function refuseUnknown(uid: string): never {
  throw new NotFoundError(`no run ${uid} is trained elsewhere for this hub; its order must come first`);
}

/** A run that began without a hub. */
function adopt(store: Store, uid: string, folder: string): void {
  try {
    const order = readOrder(folder);
    if (order.uid !== uid) throw new ArgumentError(`uid: the order is that of run ${order.uid}`);
    adoptRun(store, { ...order, dataDir: null }); // no path comes through the network
  } catch (error) {
    keptRun(folder).remove(orderName);
    throw error instanceof ExplainedError ? new ArgumentError(error.message) : error;
  }
}
