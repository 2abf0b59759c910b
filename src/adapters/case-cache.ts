/**
 * Derived dates of many cases, kept in a file of their own so that a list need not replay every event. It is never
 * the truth: it may be deleted at any time, is made for one ledger and one state of the law data, and holds codes and
 * dates only.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../core/hash.ts';
import { compareText } from '../core/order.ts';
import { type Connection, loadDriver } from './sqlite-ledger/driver.ts';

/** One case without anything that hangs on today. Days are day numbers, `dueAt` milliseconds. */
export interface CachedCase {
  number: number;
  requestType: string;
  jurisdiction: string;
  state: string;
  received: number;
  answered: number | null;
  outcome: string | null;
  reference: string | null;
  zone: string;
  law: string | null;
  obligation: string | null;
  due: number | null;
  dueAt: number | null;
  earliest: number | null;
  target: number | null;
  running: number;
  /** The last day on which something happened. */
  last: number;
  /** Has to be counted anew each day: a clock stands still or cannot be counted. */
  volatile: number;
}

const COLUMNS = ['number', 'requestType', 'jurisdiction', 'state', 'received', 'answered', 'outcome', 'reference', 'zone', 'law', 'obligation', 'due', 'dueAt', 'earliest', 'target', 'running', 'last', 'volatile'] as const satisfies readonly (keyof CachedCase)[];

/** Of the tables below: change it with them. */
const VERSION = 2;

/** The columns of one row, in the order of COLUMNS. */
type Row = [
  number: number, requestType: string, jurisdiction: string, state: string, received: number, answered: number | null, outcome: string | null, reference: string | null, zone: string,
  law: string | null, obligation: string | null, due: number | null, dueAt: number | null, earliest: number | null, target: number | null, running: number, last: number, volatile: number,
];

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS data (id INTEGER PRIMARY KEY CHECK (id = 1), look TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS cases (number INTEGER PRIMARY KEY, requestType TEXT NOT NULL, jurisdiction TEXT NOT NULL, state TEXT NOT NULL, received INTEGER NOT NULL,
    answered INTEGER, outcome TEXT, reference TEXT, zone TEXT NOT NULL, law TEXT, obligation TEXT, due INTEGER, dueAt INTEGER, earliest INTEGER, target INTEGER,
    running INTEGER NOT NULL, last INTEGER NOT NULL, volatile INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS earlier (number INTEGER PRIMARY KEY, law TEXT, obligation TEXT, due INTEGER, earliest INTEGER, dueAt INTEGER) STRICT;
  CREATE TABLE IF NOT EXISTS earlier_state (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS by_due ON cases (state, due);
  CREATE INDEX IF NOT EXISTS by_earliest ON cases (state, earliest);
  CREATE INDEX IF NOT EXISTS by_last ON cases (last);
  CREATE INDEX IF NOT EXISTS by_volatile ON cases (volatile) WHERE volatile = 1;`;

/** What a case's first clock was before the law data changed. */
export type EarlierDates = Pick<CachedCase, 'number' | 'law' | 'obligation' | 'due' | 'earliest' | 'dueAt'>;

/** Which cases to fetch, generously: the caller looks at each again. */
export interface CacheQuery {
  open?: boolean;
  dueBefore?: number;
  earliestBefore?: number;
  /** Cases in which something happened after this day come as well, and those that must be counted anew. */
  staleAt: number;
}

export class CaseCache {
  private readonly db: Connection;

  constructor(db: Connection) {
    this.db = db;
    db.pragma('synchronous = OFF');
    if (db.pragma('user_version', { simple: true }) !== VERSION) {
      db.pragma('journal_mode = WAL');
      db.exec(`${SCHEMA} PRAGMA user_version = ${VERSION};`);
    }
  }

  /** Empties the cache if the law data are not those that it was made with. */
  agree(key: (known: KnownData | undefined) => KnownData): void {
    const known = this.db.prepare<[], KnownData>('SELECT look, hash FROM data').get();
    const now = key(known);
    if (known?.look === now.look) return;
    if (known?.hash !== now.hash) {
      if (known && this.state()) this.keepEarlier();
      this.clear();
    }
    this.db.prepare('INSERT OR REPLACE INTO data (id, look, hash) VALUES (1, ?, ?)').run(now.look, now.hash);
  }

  /** Dates of open cases that hang on nothing but the data stay, to be compared with those of the new data. */
  private keepEarlier(): void {
    this.db.exec(`DELETE FROM earlier; DELETE FROM earlier_state;
      INSERT INTO earlier SELECT number, law, obligation, due, earliest, dueAt FROM cases WHERE state = 'open' AND volatile = 0;
      INSERT INTO earlier_state SELECT id, seq, hash FROM state;`);
  }

  /** The dates of open cases before the data changed for the last time, and the last event that they know. */
  earlier(): { state: { seq: number; hash: string }; cases: EarlierDates[] } | undefined {
    const state = this.db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM earlier_state').get();
    return state && { state, cases: this.db.prepare<[], EarlierDates>('SELECT number, law, obligation, due, earliest, dueAt FROM earlier ORDER BY number').all() };
  }

  /** The last event that went in. */
  state(): { seq: number; hash: string } | undefined {
    return this.db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM state').get();
  }

  clear(): void {
    this.db.exec('DELETE FROM cases; DELETE FROM state');
  }

  /** Runs a change as a whole. */
  async whole(work: () => Promise<void>): Promise<void> {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      await work();
      this.db.exec('COMMIT');
    } finally {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
    }
  }

  put(cases: readonly CachedCase[]): void {
    const insert = this.db.prepare(`INSERT OR REPLACE INTO cases (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((c) => `@${c}`).join(', ')})`);
    for (const one of cases) insert.run(one);
  }

  setState(seq: number, hash: string): void {
    this.db.prepare('INSERT OR REPLACE INTO state (id, seq, hash) VALUES (1, ?, ?)').run(seq, hash);
  }

  find(query: CacheQuery): CachedCase[] {
    const [where, values] = [[] as string[], [] as number[]];
    const add = (clause: string, ...value: number[]): void => void (where.push(clause), values.push(...value));
    if (query.open !== undefined) add(query.open ? "state = 'open'" : "state <> 'open'");
    if (query.dueBefore !== undefined) add('due < ?', query.dueBefore);
    if (query.earliestBefore !== undefined) add('earliest < ?', query.earliestBefore);
    const asked = where.length === 0 ? '1' : where.join(' AND ');
    const rows = this.db.prepare<number[]>(`SELECT ${COLUMNS.join(', ')} FROM cases WHERE (${asked}) OR volatile = 1 OR last > ?`).raw(true).all(...values, query.staleAt);
    return (rows as Row[]).map(([number, requestType, jurisdiction, state, received, answered, outcome, reference, zone, law, obligation, due, dueAt, earliest, target, running, last, volatile]) => ({
      number, requestType, jurisdiction, state, received, answered, outcome, reference, zone, law, obligation, due, dueAt, earliest, target, running, last, volatile,
    }));
  }

  close(): void {
    this.db.close();
  }
}

/** The cache of a ledger. `key` names the state of the law data; a cache made for another is emptied. */
export function openCaseCache(root: string, folder: string, ledgerFile: string, key: (known: KnownData | undefined) => KnownData): CaseCache {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Named after the file itself, whatever path leads to it. A name used again is harmless: the head's hash differs.
  const { dev, ino } = statSync(ledgerFile);
  const file = path.join(folder, `cases-${dev.toString(36)}-${ino.toString(36)}.db`);
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const cache = new CaseCache(loadDriver(root).open(file));
  cache.agree(key);
  return cache;
}

/** The state of the law data: how the files look from outside, and the hash of what is in them. */
export interface KnownData {
  look: string;
  hash: string;
}

/** The data as they are now. The files are read only if they look different from what is known. */
export function lookAtData(root: string, more: readonly string[], known: KnownData | undefined): KnownData {
  const files = ['laws', 'holidays', 'data'].flatMap((folder) => filesIn(path.join(root, 'src', folder)));
  const look = JSON.stringify([...more, process.versions['tz'] ?? '', ...files.map((file) => {
    const { size, mtimeMs } = statSync(file);
    return [file, size, mtimeMs];
  })]);
  if (known?.look === look) return known;
  return { look, hash: sha256(JSON.stringify([...more, process.versions['tz'] ?? '', ...files.map((file) => [path.relative(root, file), sha256(readFileSync(file))])])) };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => compareText(a.name, b.name)).flatMap((entry) => (entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
}
