/** Whatever is done to the file behind the ledger's back: `verify` finds it, and says where. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type Database from 'better-sqlite3';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { loadDriver } from '../src/adapters/sqlite-ledger/driver.ts';
import { checkPages } from '../src/adapters/sqlite-ledger/pages.ts';
import type { CaseEvent } from '../src/core/event.ts';
import { type Verification, canonicalJson, chainHash, privateDigest, recordText } from '../src/core/ledger.ts';
import { all, log, marked, stamp } from './ledger-contract.ts';
import { raw, root, scratchFolder } from './ledger-helpers.ts';

const folder = scratchFolder();
after(folder.remove);

const CASES = 60;
/** A closed ledger; the person of the first case is erased. */
const model = path.join(folder.make(), 'ledger.db');
let events: CaseEvent[] = [];
before(async () => {
  const ledger = await openSqliteLedger(model, { mode: 'write', root });
  for (let i = 1; i <= CASES; i += 1) await log(ledger, `A-${i}`, i % 3 === 1 ? `person ${i}` : undefined);
  await ledger.transact((tx) => tx.append('R-2', [marked('answered', '2026-11-25', 'a long note '.repeat(1000))], stamp));
  await ledger.erase('R-1', ['P-1'], 'asked', undefined, stamp);
  events = await all(ledger.read());
  assert.equal((await ledger.verify()).ok, true);
  await ledger.close();
});

function copy(): string {
  const file = path.join(folder.make(), 'ledger.db');
  fs.copyFileSync(model, file);
  return file;
}

async function verify(file: string): Promise<Verification> {
  const ledger = await openSqliteLedger(file, { mode: 'read', root });
  try {
    return await ledger.verify();
  } finally {
    await ledger.close();
  }
}

/** Changes a copy by SQL as somebody would who knows how: without the triggers, which are put back. */
async function tampered(change: (db: Database.Database) => void): Promise<Verification> {
  const file = copy();
  const db = raw(file);
  const triggers = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  change(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
  return verify(file);
}

function found(answer: Verification, at: number | null, why: RegExp): void {
  assert.equal(answer.ok, false);
  assert.deepEqual([answer.at, why.test(answer.why)], [at, true], answer.why);
}

/** Seals all events anew from one on, as somebody would who knows the scheme. */
function reseal(db: Database.Database, seq: number, change: (record: string) => string): void {
  let prev = db.prepare<[number], string>('SELECT prev FROM events WHERE seq = ?').pluck().get(seq) ?? '';
  for (const event of events.slice(seq - 1)) {
    const record = event.seq === seq ? change(recordText(event)) : recordText(event);
    const hash = chainHash(prev, record);
    db.prepare('UPDATE events SET record = ?, prev = ?, hash = ? WHERE seq = ?').run(record, prev, hash, event.seq);
    prev = hash;
  }
}

describe('events changed by SQL', () => {
  it('one character anywhere', async () => {
    for (const seq of [1, 2, 61, 122]) {
      for (const column of ['record', 'prev', 'hash'] as const) {
        for (const part of [0.1, 0.3, 0.7, 0.98]) {
          found(await tampered((db) => {
            const text = db.prepare<[number], string>(`SELECT ${column} FROM events WHERE seq = ?`).pluck().get(seq) ?? '';
            // In the record a letter or a digit: the indexes take no text that is not JSON.
            let at = Math.floor(text.length * part);
            while (!/[a-z0-9]/.test(text[at] ?? '')) at -= 1;
            const other = text[at] === '7' ? '8' : '7';
            db.prepare(`UPDATE events SET ${column} = ? WHERE seq = ?`).run(text.slice(0, at) + other + text.slice(at + 1), seq);
          }), seq, /hash of event|does not follow/);
        }
      }
    }
  });

  it('an event removed, in the middle or at the end', async () => {
    found(await tampered((db) => db.exec('DELETE FROM events WHERE seq = 7')), 7, /event 7 is missing/);
    found(await tampered((db) => db.exec('DELETE FROM events WHERE seq = 1')), 1, /event 1 is missing/);
    found(await tampered((db) => db.exec('DELETE FROM events WHERE seq > 119')), 120, /events 120 to 122 are missing at the end/);
    found(await tampered((db) => db.exec('DELETE FROM events WHERE seq = 122')), 122, /missing at the end/);
    found(await tampered((db) => db.exec('DELETE FROM events')), 1, /events 1 to 122 are missing at the end/);
  });

  it('the memory of how many there were', async () => {
    found(await tampered((db) => db.exec("DELETE FROM sqlite_sequence WHERE name = 'events'")), 123, /count/);
    found(await tampered((db) => db.exec("UPDATE sqlite_sequence SET seq = 500 WHERE name = 'events'")), 123, /events 123 to 500/);
    found(await tampered((db) => db.exec("UPDATE sqlite_sequence SET seq = 5 WHERE name = 'events'")), 123, /count/);
    found(await tampered((db) => db.exec("INSERT INTO sqlite_sequence SELECT * FROM sqlite_sequence WHERE name = 'events'")), 123, /count/);
  });

  it('an event repeated, moved, renumbered or swapped with another', async () => {
    found(await tampered((db) => db.exec('INSERT INTO events SELECT 123, record, prev, hash FROM events WHERE seq = 122')), 123, /does not follow/);
    found(await tampered((db) => db.exec('INSERT INTO events SELECT 200, record, prev, hash FROM events WHERE seq = 122')), 123, /event 123 is missing/);
    found(await tampered((db) => db.exec('UPDATE events SET seq = 0 WHERE seq = 1')), 1, /missing/);
    found(await tampered((db) => db.exec('UPDATE events SET seq = -5 WHERE seq = 122')), null, /before the first/);
    found(await tampered((db) => db.exec('INSERT INTO events SELECT -5, record, prev, hash FROM events WHERE seq = 122')), null, /before the first/);
    found(await tampered((db) => db.exec('UPDATE events SET seq = 900 WHERE seq = 7; UPDATE events SET seq = 7 WHERE seq = 8; UPDATE events SET seq = 8 WHERE seq = 900')), 7, /does not follow/);
  });

  it('a text that only hashes rightly', async () => {
    found(await tampered((db) => reseal(db, 5, (record) => record.replace('"by":"anna"', '"by": "anna"'))), 5, /not written in the form/);
    found(await tampered((db) => reseal(db, 5, (record) => record.replace('"seq":5', '"seq":6'))), 5, /not written in the form/);
    found(await tampered((db) => reseal(db, 5, (record) => record.replace('"A-3"', '"ann@example.org"'))), 5, /not written in the form/);
  });

  it('a whole new history is a history: only a head kept elsewhere tells', async () => {
    const file = copy();
    const db = raw(file);
    db.exec('DROP TRIGGER events_keep');
    reseal(db, 4, (record) => record.replace('2026-11-25', '2026-11-01'));
    db.exec("CREATE TRIGGER events_keep BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END");
    db.close();
    assert.equal((await verify(file)).ok, true);
    const ledger = await openSqliteLedger(file, { mode: 'read', root });
    assert.equal(await ledger.hasHash(events.at(-1)?.hash ?? ''), false);
    assert.equal(await ledger.hasHash(events[2]?.hash ?? ''), true);
    await ledger.close();
  });
});

describe('private records changed by SQL', () => {
  it('a value, a salt, a record removed, moved or added', async () => {
    found(await tampered((db) => db.exec("UPDATE private SET value = replace(value, 'person', 'Person') WHERE seq = 7")), 7, /private record P-7 was changed/);
    found(await tampered((db) => db.exec("UPDATE private SET salt = replace(salt, substr(salt, 1, 1), 'x') WHERE seq = 7")), 7, /P-7 was changed/);
    found(await tampered((db) => db.exec('DELETE FROM private WHERE seq = 7')), 7, /P-7 is gone, and no event says/);
    found(await tampered((db) => db.exec('UPDATE private SET seq = 8 WHERE seq = 7')), 8, /P-8 is named by no event/);
    found(await tampered((db) => db.exec('INSERT INTO private SELECT 900, salt, subject_key, value FROM private WHERE seq = 7')), null, /belongs to no event/);
  });

  it('one that an event says is erased', async () => {
    const event = events[0];
    assert.ok(event?.body.type === 'opened' && event.body.private);
    found(await tampered((db) => db.exec("INSERT INTO private SELECT 1, salt, subject_key, value FROM private WHERE seq = 7")), 1, /P-1 was changed/);
    // With the right salt it would be the very record that was erased.
    const [salt, values] = ['0'.repeat(32), canonicalJson({ name: 'person 1' })];
    const digest = privateDigest(salt, values);
    found(await tampered((db) => {
      reseal(db, 1, (record) => record.replace(/"digest":"[0-9a-f]+"/, `"digest":"${digest}"`));
      db.prepare('INSERT INTO private VALUES (1, ?, NULL, ?)').run(salt, values);
    }), 1, /P-1 was to be erased, and was not/);
  });
});

async function restructured(sql: string): Promise<Verification> {
  const file = copy();
  const db = raw(file);
  db.exec(sql);
  db.close();
  return verify(file);
}

describe('the structure', () => {
  it('a trigger, an index or a table removed, changed or added', async () => {
    for (const sql of [
      'DROP TRIGGER events_keep', 'DROP TRIGGER events_stay', 'DROP INDEX events_case', 'CREATE TABLE more (x)', 'DROP TRIGGER events_stay; CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT 1; END',
      "CREATE TRIGGER thief AFTER INSERT ON private BEGIN UPDATE meta SET value = NEW.value WHERE name = 'secret'; END",
    ]) found(await restructured(sql), null, /tables, indexes or triggers/);
  });

  it('is not what SQLite keeps for itself', async () => {
    const file = copy();
    const db = raw(file);
    db.exec('ANALYZE; VACUUM; REINDEX');
    db.close();
    assert.equal((await verify(file)).ok, true);
  });
});

/** Bytes of the file that belong to a table or index, by page. */
function pagesOf(name: string): number[] {
  const db = raw(model, { readonly: true });
  const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name);
  db.close();
  return pages;
}

describe('bytes changed in the file', () => {
  let bytes = Buffer.alloc(0);
  before(() => {
    bytes = fs.readFileSync(model);
  });
  /** Repeatable: which byte, which bits. */
  let seed = 20_261_125;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  const target = path.join(folder.make(), 'ledger.db');

  async function flipped(at: number, bits: number): Promise<Verification> {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ bits;
    fs.writeFileSync(target, changed);
    return verify(target);
  }

  it('any byte of an event', async () => {
    for (let n = 0; n < 400; n += 1) {
      const event = events[random(events.length)];
      assert.ok(event);
      const text = recordText(event) + event.prev + event.hash;
      const start = bytes.indexOf(text);
      assert.ok(start > 0, `event ${event.seq} stands in the file in one piece`);
      const at = start + random(text.length);
      const answer = await flipped(at, 1 + random(255));
      assert.equal(answer.ok, false, `event ${event.seq}, byte ${at}`);
      assert.equal(answer.at, event.seq);
    }
  });

  it('any byte that means something in the pages of events, private records and their indexes', async () => {
    for (const name of ['events', 'events_case', 'events_reference', 'private', 'private_subject', 'sqlite_sequence']) {
      const pages = pagesOf(name);
      assert.ok(pages.length > 0, name);
      for (let n = 0; n < 80; n += 1) {
        const at = meaningful(((pages[random(pages.length)] ?? 1) - 1) * 4096);
        if (bytes[at] === 0) continue;
        assert.equal((await flipped(at, 1 + random(255))).ok, false, `${name}: byte ${at}`);
      }
    }
  });

  /**
   * A byte of a page that is not unused: in its header, among its pointers or in its cells. The one byte of a row that
   * SQLite does not look at is the type of the row number: it is zero, and left out by the caller.
   */
  function meaningful(page: number): number {
    const type = bytes[page] ?? 0;
    if (![2, 5, 10, 13].includes(type)) return page + 4 + random(1000); // a page of a long value
    const pointers = type === 2 || type === 5 ? 12 : 8;
    const cells = bytes.readUInt16BE(page + 5);
    return page + (random(2) === 0 ? random(pointers + bytes.readUInt16BE(page + 3) * 2) : cells + random(4096 - cells));
  }

  it('pages overwritten or exchanged', async () => {
    const pages = pagesOf('events');
    for (const page of pages) {
      const changed = Buffer.from(bytes);
      changed.fill(random(2) === 0 ? 0 : 0xff, (page - 1) * 4096, page * 4096);
      fs.writeFileSync(target, changed);
      const answer = await verify(target);
      assert.equal(answer.ok, false);
    }
    const [one = 0, two = 0] = pages.slice(-2);
    const changed = Buffer.from(bytes);
    bytes.copy(changed, (one - 1) * 4096, (two - 1) * 4096, two * 4096);
    bytes.copy(changed, (two - 1) * 4096, (one - 1) * 4096, one * 4096);
    fs.writeFileSync(target, changed);
    assert.equal((await verify(target)).ok, false);
  });

  it('are found by a thread of its own as well', async () => {
    const driver = loadDriver(root);
    const whatItSays = async (file: string): Promise<unknown> => {
      const db = driver.open(file, { readonly: true });
      try {
        return await checkPages(db, { driver, file }, 1, 1).answer();
      } finally {
        db.close();
      }
    };
    assert.equal(await whatItSays(copy()), 'ok');
    const changed = Buffer.from(bytes);
    const page = (pagesOf('events_case').at(-1) ?? 1) * 4096;
    changed[page - 10] = (changed[page - 10] ?? 0) ^ 1;
    fs.writeFileSync(target, changed);
    assert.match(String(await whatItSays(target)), /index events_case/);
  });

  it('reading a damaged event is an error with a hint, not a wrong event', async () => {
    const event = events[4];
    assert.ok(event);
    const changed = Buffer.from(bytes);
    changed[bytes.indexOf(recordText(event)) + 3] = 0x20;
    fs.writeFileSync(target, changed);
    const ledger = await openSqliteLedger(target, { mode: 'read', root });
    await assert.rejects(all(ledger.read()), { code: 'ledger-broken' });
    await ledger.close();
  });
});

describe('before anybody relies on it', () => {
  /** A copy in whose last event of a case one digit of a date is another. */
  function changed(seq: number): string {
    const file = copy();
    const db = raw(file);
    for (const { name } of db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) db.exec(`DROP TRIGGER ${name}`);
    db.prepare("UPDATE events SET record = replace(record, '2026-', '2027-') WHERE seq = ?").run(seq);
    db.close();
    return file;
  }

  it('a case with a changed event is not read', async () => {
    const [event] = events.filter((e) => e.case === 'R-3').slice(-1);
    const ledger = await openSqliteLedger(changed((event as CaseEvent).seq), { mode: 'read', root });
    await assert.rejects(all(ledger.read('R-3')), /cannot be read/);
    assert.ok((await all(ledger.read('R-4'))).length > 0, 'others are');
    await ledger.close();
  });

  it('nothing is chained to a changed event', async () => {
    const ledger = await openSqliteLedger(changed(events.length), { mode: 'write', root });
    await assert.rejects(log(ledger, 'A-new'), /cannot be read/);
    await ledger.close();
  });
});
