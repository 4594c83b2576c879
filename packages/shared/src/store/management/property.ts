import type { Database } from 'better-sqlite3';
import { ConflictError } from '../../domain/errors.ts';

/** As it stands in JSON. */
export type Value = string | number | boolean | null | { [name: string]: Value };
export type Key = (string | number)[];

/** A value that people change, and how it is read, written and spoken of. */
interface Property {
  /** Undefined where there is no such thing. */
  read: (key: Key) => Value | undefined;
  /** Throws a ConflictError where the thing is in no state for it. */
  write: (key: Key, value: Value) => void;
  nameThing: (key: Key) => string;
  /** A sentence on what it is now, not what it `was`. */
  tell: (key: Key, now: Value, was: Value) => string;
}

export type Properties = ReturnType<typeof propertiesOf>;

export function propertiesOf(db: Database) {
  const column = (name: string, tell: Property['tell']): Property => {
    const read = db.prepare<Key, Value>(`SELECT ${name} FROM run WHERE id = ?`).pluck();
    const write = db.prepare(`UPDATE run SET ${name} = ? WHERE id = ?`);
    return {
      read: ([id]) => read.get(id as number),
      write: ([id], value) => void write.run(value, id),
      nameThing,
      tell,
    };
  };
  const removedAt = column('removed_at', ([id], now) =>
    now === null ? `run ${id} is no longer in the trash` : `run ${id} has been put into the trash again`,
  );
  return {
    name: column('name', ([id], now, was) => `run ${id} is called “${now}” now, no longer “${was}”`),
    notes: column('notes', ([id]) => `the notes of run ${id} have been written anew`),
    experiment: column(
      'experiment',
      ([id], now, was) => `run ${id} is in experiment “${now}” now, no longer in “${was}”`,
    ),
    archivedAt: column('archived_at', ([id], now) =>
      now === null ? `run ${id} is no longer archived` : `run ${id} has been archived again`,
    ),
    removedAt: { ...removedAt, write: writeRemoval(db, removedAt) },
    state: stateOf(db),
    progress: progressOf(db),
    tag: tagOf(db),
    experimentRow: experimentRowOf(db),
    experimentNotes: experimentNotesOf(db),
    pin: pinOf(db),
    savedView: savedViewOf(db),
  } satisfies Record<string, Property>;
}

const nameThing: Property['nameThing'] = ([id]) => `run ${id}`;
const nameExperiment: Property['nameThing'] = ([name]) => `experiment “${name}”`;

/** A run that is being deleted for good has lost a part of itself already. */
function writeRemoval(db: Database, { write }: Property): Property['write'] {
  const isPurged = db.prepare<Key, number>('SELECT purge_bytes IS NOT NULL FROM run WHERE id = ?').pluck();
  return (key, value) => {
    if (isPurged.get(...key)) throw new ConflictError(`run ${key[0]} is being deleted for good and is no longer whole`);
    write(key, value);
  };
}

interface State {
  status: string;
  reason: string | null;
  endedAt: number | null;
}

/** A run's status with all that is said of its end. */
function stateOf(db: Database): Property {
  const read = db.prepare<Key, State & { [name: string]: Value }>(
    'SELECT status, reason, ended_at AS endedAt FROM run WHERE id = ?',
  );
  const write = db.prepare('UPDATE run SET status = ?, reason = ?, ended_at = ? WHERE id = ? AND removed_at IS NULL');
  return {
    read: (key) => read.get(...key),
    write: ([id], value) => {
      const { status, reason, endedAt } = value as unknown as State;
      if (write.run(status, reason, endedAt, id).changes === 0) throw new ConflictError(`run ${id} is in the trash`);
    },
    nameThing,
    tell: ([id], now) => `run ${id} is ${(now as unknown as State).status} now`,
  };
}

/** Whether a run that was training goes on or has stopped; between the two it is stopping. */
function progressOf(db: Database): Property {
  const read = db
    .prepare<Key, string>(
      `SELECT CASE WHEN status = 'running' AND stop_requested_at IS NOT NULL THEN 'stopping'
         WHEN status IN ('queued', 'running') THEN 'going' ELSE status END FROM run WHERE id = ?`,
    )
    .pluck();
  const goOn = db.prepare<Key>(
    "UPDATE run SET status = 'queued', reason = NULL, ended_at = NULL WHERE id = ? AND removed_at IS NULL",
  );
  const stopQueued = db.prepare(
    "UPDATE run SET status = 'stopped', reason = 'stopped before it started', ended_at = ? WHERE id = ? AND status = 'queued'",
  );
  const askToStop = db.prepare(
    "UPDATE run SET stop_requested_at = coalesce(stop_requested_at, ?) WHERE id = ? AND status = 'running'",
  );
  return {
    read: (key) => read.get(...key),
    write: ([id], value) => {
      if (value !== 'going') {
        for (const stop of [stopQueued, askToStop]) stop.run(Date.now(), id);
      } else if (goOn.run(id as number).changes === 0) throw new ConflictError(`run ${id} is in the trash`);
    },
    nameThing,
    tell: ([id], now) =>
      now === 'stopping' ? `run ${id} is still stopping; try again once it has stopped` : `run ${id} is ${now} now`,
  };
}

/** Whether a run has a tag; the key is both. */
function tagOf(db: Database): Property {
  const read = db
    .prepare<[number, string, number], number>(
      'SELECT EXISTS (SELECT 1 FROM tag WHERE run_id = ? AND name = ?) FROM run WHERE id = ?',
    )
    .pluck();
  const add = db.prepare<Key>('INSERT OR IGNORE INTO tag (run_id, name) VALUES (?, ?)');
  const drop = db.prepare<Key>('DELETE FROM tag WHERE run_id = ? AND name = ?');
  return {
    read: ([id, tag]) => {
      const has = read.get(id as number, tag as string, id as number);
      return has === undefined ? undefined : has === 1;
    },
    write: (key, value) => void (value ? add : drop).run(...key),
    nameThing,
    tell: ([id, tag], now) => `run ${id} ${now ? 'has the tag' : 'no longer has the tag'} “${tag}”`,
  };
}

/** Whether there is an experiment: null, or all that is known of it. */
function experimentRowOf(db: Database): Property {
  const read = db.prepare<Key, { [name: string]: Value }>(
    'SELECT notes, created_at AS createdAt FROM experiment WHERE name = ?',
  );
  const add = db.prepare('INSERT INTO experiment (name, notes, created_at) VALUES (?, ?, ?)');
  const drop = db.prepare<Key>('DELETE FROM experiment WHERE name = ?');
  const runs = db.prepare<Key, number>('SELECT count(*) FROM run WHERE experiment = ?').pluck();
  return {
    read: (key) => read.get(...key) ?? null,
    write: ([name], value) => {
      if (value !== null) {
        const { notes, createdAt } = value as { notes: string; createdAt: number };
        add.run(name, notes, createdAt);
        return;
      }
      const count = runs.get(name as string) ?? 0;
      if (count > 0)
        throw new ConflictError(
          `experiment “${name}” has ${count} ${count === 1 ? 'run' : 'runs'}, the trash included; move them first`,
        );
      drop.run(name as string);
    },
    nameThing: nameExperiment,
    tell: ([name], now, was) =>
      now === null
        ? `there is no experiment “${name}” any more`
        : was === null
          ? `there is an experiment “${name}” again`
          : `the notes of experiment “${name}” have been written anew`,
  };
}

function experimentNotesOf(db: Database): Property {
  const read = db.prepare<Key, string>('SELECT notes FROM experiment WHERE name = ?').pluck();
  const write = db.prepare('UPDATE experiment SET notes = ? WHERE name = ?');
  return {
    read: (key) => read.get(...key),
    write: ([name], value) => void write.run(value, name),
    nameThing: nameExperiment,
    tell: ([name]) => `the notes of experiment “${name}” have been written anew`,
  };
}

/** Whether there is a pin: null, or all that it is. */
function pinOf(db: Database): Property {
  const read = db.prepare<Key, { [name: string]: Value }>(
    'SELECT run_id AS runId, step, tile, note, created_at AS createdAt FROM pin WHERE id = ?',
  );
  const put = db.prepare(
    `INSERT INTO pin (id, run_id, step, tile, note, created_at) VALUES (@id, @runId, @step, @tile, @note, @createdAt)
     ON CONFLICT (id) DO UPDATE SET note = excluded.note`,
  );
  const drop = db.prepare('DELETE FROM pin WHERE id = ?');
  const hasRun = db.prepare<[Value], number>('SELECT count(*) FROM run WHERE id = ?').pluck();
  return {
    read: (key) => read.get(...key) ?? null,
    write: ([id], value) => {
      if (value === null) {
        drop.run(id);
        return;
      }
      const pin = value as { [name: string]: Value };
      if (!hasRun.get(pin.runId as number)) throw new ConflictError(`run ${pin.runId} is no more`);
      put.run({ id, ...pin });
    },
    nameThing: ([id]) => `pin ${id}`,
    tell: (_, now) => (now === null ? 'the pin is no longer there' : 'its note has been written anew'),
  };
}

/** Whether there is a view of a page by a name: null, or all that it is; the key is both. */
function savedViewOf(db: Database): Property {
  const read = db.prepare<Key, { [name: string]: Value }>(
    'SELECT query, created_at AS createdAt, updated_at AS updatedAt FROM saved_view WHERE page = ? AND name = ?',
  );
  const put = db.prepare(
    `INSERT INTO saved_view (page, name, query, created_at, updated_at)
     VALUES (@page, @name, @query, @createdAt, @updatedAt)
     ON CONFLICT (page, name) DO UPDATE SET query = excluded.query, updated_at = excluded.updated_at`,
  );
  const drop = db.prepare('DELETE FROM saved_view WHERE page = ? AND name = ?');
  return {
    read: (key) => read.get(...key) ?? null,
    write: ([page, name], value) =>
      void (value === null ? drop.run(page, name) : put.run({ page, name, ...(value as { [name: string]: Value }) })),
    nameThing: ([, name]) => `view “${name}”`,
    tell: ([, name], now) =>
      now === null ? `there is no view “${name}” any more` : `view “${name}” has been saved anew`,
  };
}
