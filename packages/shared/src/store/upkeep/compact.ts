import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { ConflictError, ExplainedError } from '../../domain/errors.ts';
import { pageSize } from '../file/page-size.ts';
import { walBytes } from '../file/wal.ts';
import { refuseInUse } from './refuse-in-use.ts';

export interface Compacted {
  bytesBefore: number;
  bytesAfter: number;
  pageSizeBefore: number;
  pageSizeAfter: number;
}

/** What has to be free for a while: a copy among the temporary files, and a journal beside the store. */
interface Room {
  folder: string;
  needed: number;
  free: number;
}

/**
 * Writes the store anew without its holes, in today's page size. Nobody else may have it open, since a file in WAL mode
 * keeps its page size: it leaves that mode first. A crash at any moment leaves a journal, from which the next to open
 * the file restores it. Throws a ConflictError while it is in use, an ExplainedError where the disks have no room.
 */
export function compactStore(db: Database, file: string, onStart: (rooms: Room[]) => void): Compacted {
  refuseInUse(db, file);
  const [bytesBefore, pageSizeBefore] = [sizeOf(file), pageSizeOf(db)];
  takeAlone(db, file);
  try {
    const rooms = findRooms(file);
    onStart(rooms);
    refuseWithoutRoom(file, rooms);
    db.pragma(`page_size = ${pageSize}`);
    db.exec('VACUUM');
    db.pragma('optimize');
  } finally {
    db.pragma('journal_mode = WAL');
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
  return { bytesBefore, bytesAfter: sizeOf(file), pageSizeBefore, pageSizeAfter: pageSizeOf(db) };
}

/** Keeps everyone out from here to the end of the connection: whoever has the file open is in the way. */
function takeAlone(db: Database, file: string): void {
  db.pragma('busy_timeout = 1000');
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw error;
    throw new ConflictError(`${file} is open in another program (the dashboard, sqlite3?); close it and try again`);
  }
}

function findRooms(file: string): Room[] {
  const bytes = statSync(file).size;
  const folders = [dirname(file), temporaryFolder()];
  const [beside = 0, temporary = 0] = folders.map((folder) => statSync(folder).dev);
  const rooms = beside === temporary ? folders.slice(0, 1) : folders;
  return rooms.map((folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return { folder, needed: (bytes * 2) / rooms.length, free: bavail * bsize };
  });
}

/** Where SQLite puts temporary files. */
function temporaryFolder(): string {
  const { SQLITE_TMPDIR, TMPDIR } = process.env;
  return [SQLITE_TMPDIR, TMPDIR, '/var/tmp', '/usr/tmp', '/tmp'].find(isWritable) ?? '.';
}

function isWritable(folder: string | undefined): folder is string {
  try {
    accessSync(folder ?? '', constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function refuseWithoutRoom(file: string, rooms: Room[]): void {
  const short = rooms.find(({ needed, free }) => free < needed);
  if (!short) return;
  const [needed, free] = [short.needed, short.free].map((bytes) => (bytes / 1e6).toFixed(1));
  throw new ExplainedError(
    `compacting ${file} needs ${needed} MB free in ${short.folder} for a while, and there are ${free} MB; free some space and try again`,
  );
}

const sizeOf = (file: string) => statSync(file).size + walBytes(file);

const pageSizeOf = (db: Database) => db.pragma('page_size', { simple: true }) as number;
