import type { Database } from 'better-sqlite3';

export interface Lease {
  name: string;
  holder: string;
  /** What the holder wants others to know, as JSON. */
  detail: unknown;
  expiresAt: number;
}

/** Who may do what only one process may do at a time. A lease that is not renewed is free again. */
export function leaseStore(db: Database) {
  const take = db.prepare<[Record<string, unknown>]>(
    `INSERT INTO lease (name, holder, detail, expires_at) VALUES (@name, @holder, @detail, @expiresAt)
     ON CONFLICT DO UPDATE SET holder = excluded.holder, detail = excluded.detail, expires_at = excluded.expires_at
     WHERE lease.holder = excluded.holder OR lease.expires_at < @now`,
  );
  const drop = db.prepare<[string, string]>('DELETE FROM lease WHERE name = ? AND holder = ?');
  const one = db.prepare<[string, number], { holder: string; detail: string; expiresAt: number }>(
    'SELECT holder, detail, expires_at AS expiresAt FROM lease WHERE name = ? AND expires_at >= ?',
  );
  return {
    /** Takes or renews; says whether `holder` has it now. */
    hold: (name: string, holder: string, lastsMs: number, detail: unknown = {}): boolean => {
      const now = Date.now();
      return take.run({ name, holder, detail: JSON.stringify(detail), expiresAt: now + lastsMs, now }).changes > 0;
    },
    release: (name: string, holder: string) => void drop.run(name, holder),
    /** The lease, unless it has run out. */
    find: (name: string): Lease | undefined => {
      const row = one.get(name, Date.now());
      return row && { name, holder: row.holder, detail: JSON.parse(row.detail), expiresAt: row.expiresAt };
    },
  };
}
