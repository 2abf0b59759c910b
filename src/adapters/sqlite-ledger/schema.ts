/** What is in the file: tables, their versions, and the number that says it is a ledger of custos. */
import type { Connection } from './driver.ts';
import { randomHex } from '../random.ts';

/** `application_id`: the letters "cust". */
export const APPLICATION_ID = 0x63757374;

/** One version of the schema and how to get there from the one before. Never change a step that was released: add one. */
export interface Step {
  version: number;
  up(db: Connection): void;
}

/**
 * An event is stored once, as the text that is hashed. Indexes are expressions over that text, so they cannot
 * disagree with it. Personal data are in `private`, keyed by their event: what is erased there leaves the chain whole.
 */
const FIRST: Step = {
  version: 1,
  up(db) {
    db.exec(`
      CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT;
      CREATE TABLE events (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        record TEXT NOT NULL,
        prev TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX events_case ON events (record ->> '$.case');
      CREATE INDEX events_reference ON events (record ->> '$.body.reference', record ->> '$.body.source')
        WHERE record ->> '$.body.reference' IS NOT NULL;
      CREATE TRIGGER events_follow BEFORE INSERT ON events
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
        BEGIN SELECT RAISE(ABORT, 'events follow each other'); END;
      CREATE TRIGGER events_keep BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
      CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
      CREATE TABLE private (
        seq INTEGER PRIMARY KEY REFERENCES events,
        salt TEXT NOT NULL,
        subject_key TEXT,
        value TEXT NOT NULL
      ) STRICT;
      CREATE INDEX private_subject ON private (subject_key) WHERE subject_key IS NOT NULL;
      CREATE TABLE runs (kind TEXT PRIMARY KEY, at TEXT NOT NULL, found TEXT NOT NULL) STRICT;
    `);
    setMeta(db, 'secret', randomHex(32));
  },
};

export const STEPS: readonly Step[] = [FIRST];

export function latest(steps: readonly Step[]): number {
  return steps.at(-1)?.version ?? 0;
}

/** `secret`: key of the subject hashes. `without`: up to this event, private records were left out on import. `erasing`: the last event of an erasure that has not finished. */
export type MetaName = 'secret' | 'without' | 'erasing';

export function getMeta(db: Connection, name: MetaName): unknown {
  return db.prepare('SELECT value FROM meta WHERE name = ?').pluck().get(name);
}

export function setMeta(db: Connection, name: MetaName, value: string | number): void {
  db.prepare('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(name, value);
}

/** Takes a value back, unless another process has put its own in its place since it was read. */
export function clearMeta(db: Connection, name: MetaName, value: unknown): void {
  db.prepare('DELETE FROM meta WHERE name = ? AND value = ?').run(name, value);
}

export function userVersion(db: Connection): number {
  const version = db.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}

/** The definitions in a file, in a form that can be compared. SQLite's own tables are its own affair. */
export function structure(db: Connection): string {
  return db.prepare("SELECT coalesce(group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), char(10) ORDER BY type, name), '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#'").pluck().get() as string;
}
