import type { Database } from 'better-sqlite3';
import { fileGuard } from './file/file-guard.ts';

export interface Lease {
  name: string;
  holder: string;
  /** What the holder wants others to know, as JSON. */
  detail: unknown;
  expiresAt: number;
}

interface Row {
  holder: string;
  expiresAt: number;
}

/** No lease lasts longer: one that claims to is from before the clock was set back. */
const longestMs = 60_000;

/** Who may do what only one process may do at a time. A lease that is not renewed is free again. */
export function leaseStore(db: Database) {
  const put = db.prepare<[string, string, string, number]>(
    'INSERT OR REPLACE INTO lease (name, holder, detail, expires_at) VALUES (?, ?, ?, ?)',
  );
  const current = db.prepare<[string], Row>('SELECT holder, expires_at AS expiresAt FROM lease WHERE name = ?');
  const drop = db.prepare<[string, string]>('DELETE FROM lease WHERE name = ? AND holder = ?');
  const one = db.prepare<[string, number, number], Row & { detail: string }>(
    'SELECT holder, detail, expires_at AS expiresAt FROM lease WHERE name = ? AND expires_at BETWEEN ? AND ?',
  );
  const refuseGone = fileGuard(db);
  const hasEnded = watchLeases();
  const hold = db.transaction((name: string, holder: string, lastsMs: number, detail: unknown): boolean => {
    const row = current.get(name);
    if (row && row.holder !== holder && !hasEnded(name, row, lastsMs)) return false;
    put.run(name, holder, JSON.stringify(detail), Date.now() + lastsMs);
    return true;
  });
  return {
    /** Takes or renews, for a minute at most; says whether `holder` has it now. */
    hold: (name: string, holder: string, lastsMs: number, detail: unknown = {}): boolean => {
      refuseGone();
      return hold.immediate(name, holder, Math.min(lastsMs, longestMs), detail);
    },
    release: (name: string, holder: string) => void drop.run(name, holder),
    /** The lease, unless it has run out. */
    find: (name: string): Lease | undefined => {
      const now = Date.now();
      const row = one.get(name, now, now + longestMs);
      return row && { name, holder: row.holder, detail: JSON.parse(row.detail), expiresAt: row.expiresAt };
    },
  };
}

/**
 * Judges leases of others by a clock that is never set: one that was renewed since the last look is held, whatever time
 * it claims, and one that was not for all its time has ended. At the first look only its claim is there to go by.
 */
function watchLeases() {
  const seen = new Map<string, Row & { since: number }>();
  return (name: string, row: Row, lastsMs: number): boolean => {
    const last = seen.get(name);
    const hasExpired = row.expiresAt < Date.now();
    if (last?.holder === row.holder && last.expiresAt === row.expiresAt) {
      const unchangedMs = performance.now() - last.since;
      return unchangedMs >= lastsMs || (hasExpired && unchangedMs >= lastsMs / 2);
    }
    seen.set(name, { ...row, since: performance.now() });
    return hasExpired && last?.holder !== row.holder;
  };
}
