/** The ledger as a file: what is created, what is refused and left alone, upgrades, backups, erasing down to the bytes. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { backupLedger } from '../src/adapters/sqlite-ledger/backup.ts';
import { publish } from '../src/adapters/sqlite-ledger/file.ts';
import { STEPS, type Step } from '../src/adapters/sqlite-ledger/schema.ts';
import { UserError } from '../src/core/errors.ts';
import { all, from, log, marked, stamp } from './ledger-contract.ts';
import { buildWorker, contents, raw, root, scratchFolder, start } from './ledger-helpers.ts';

const folder = scratchFolder();
let worker = '';
before(async () => {
  worker = await buildWorker(folder.make());
});
after(folder.remove);

const fresh = (): string => path.join(folder.make(), 'ledger.db');
const open = (file: string, mode: 'read' | 'write' = 'write', more: { patience?: number; steps?: readonly Step[] } = {}) => openSqliteLedger(file, { mode, root, ...more });
const modeOf = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

/** A ledger with a few cases, closed. */
async function filled(file = fresh()): Promise<string> {
  const ledger = await open(file);
  await log(ledger, 'A-1', 'ann');
  await log(ledger, 'A-2', 'ben');
  await ledger.close();
  return file;
}

/** A file system without hard links. */
function noLinks(): never {
  throw Object.assign(new Error('no links here'), { code: 'EPERM', syscall: 'link' });
}

/** A database that is none of ours. */
function foreign(...sql: string[]): string {
  const file = fresh();
  const db = raw(file);
  for (const statement of ['CREATE TABLE t (x)', ...sql]) db.exec(statement);
  db.close();
  return file;
}

function text(content: string): string {
  const file = fresh();
  fs.writeFileSync(file, content);
  return file;
}

/** A ledger with some bytes replaced. */
async function changed(at: number, bytes: number[]): Promise<string> {
  const file = await filled();
  const content = fs.readFileSync(file);
  content.set(bytes, at);
  fs.writeFileSync(file, content);
  return file;
}

describe('a new ledger', () => {
  it('is readable by its owner alone, in folders that only the owner can enter', async () => {
    const outer = folder.make();
    fs.chmodSync(outer, 0o755);
    const file = path.join(outer, 'a', 'b', 'ledger.db');
    const old = process.umask(0);
    try {
      const ledger = await open(file);
      await log(ledger);
      assert.deepEqual(['', '-wal', '-shm'].map((s) => modeOf(file + s)), ['600', '600', '600']);
      await ledger.close();
    } finally {
      process.umask(old);
    }
    assert.deepEqual([modeOf(outer), modeOf(path.join(outer, 'a')), modeOf(path.dirname(file))], ['755', '700', '700']);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['ledger.db']);
  });

  it('is not created by reading', async () => {
    const file = path.join(folder.make(), 'none', 'ledger.db');
    await assert.rejects(open(file, 'read'), (e) => e instanceof UserError && e.code === 'no-ledger' && e.hint !== undefined);
    assert.equal(fs.existsSync(path.dirname(file)), false);
    await assert.rejects(open(path.join(await filled(), 'below'), 'read'), { code: 'no-ledger' });
  });

  it('carries the marks by which it is known', async () => {
    const db = raw(await filled(), { readonly: true });
    assert.equal(db.pragma('application_id', { simple: true }), 0x63757374);
    assert.equal(db.pragma('user_version', { simple: true }), 1);
    assert.equal(db.pragma('journal_mode', { simple: true }), 'wal');
    db.close();
  });

  it('appears at once even where the file system has no hard links', () => {
    const place = folder.make();
    const [scratch, file] = [path.join(place, 'scratch'), path.join(place, 'file')];
    fs.writeFileSync(scratch, 'x');
    assert.equal(publish(scratch, file, noLinks), true);
    assert.equal(publish(scratch, file, noLinks), false);
    assert.equal(publish(scratch, file), false);
    assert.equal(fs.readFileSync(file, 'utf8'), 'x');
  });

  it('follows a link to the file, and refuses one that points to nothing', async () => {
    const place = folder.make();
    const [link, file] = [path.join(place, 'link.db'), await filled()];
    fs.symlinkSync(file, link);
    const ledger = await open(link);
    await log(ledger);
    await ledger.close();
    assert.deepEqual([fs.readdirSync(place), fs.readdirSync(path.dirname(file))], [['link.db'], ['ledger.db']]);
    fs.symlinkSync(path.join(place, 'nowhere'), path.join(place, 'dangling.db'));
    await assert.rejects(open(path.join(place, 'dangling.db')), { code: 'ledger-unwritable' });
  });
});

describe('append-only', () => {
  it('holds against SQL too', async () => {
    const db = raw(await filled());
    for (const sql of [
      "UPDATE events SET record = 'x' WHERE seq = 1", 'UPDATE events SET seq = 9 WHERE seq = 1', 'DELETE FROM events', 'DELETE FROM events WHERE seq = 4',
      'REPLACE INTO events SELECT * FROM events WHERE seq = 4', 'INSERT INTO events SELECT 9, record, prev, hash FROM events WHERE seq = 4', 'INSERT INTO events (record, prev, hash) SELECT record, prev, hash FROM events WHERE seq = 4',
    ]) assert.throws(() => db.exec(sql), /events (are never|follow)/, sql);
    db.close();
  });
});

describe('files that are refused', () => {
  const cases: [string, string, () => Promise<string> | string][] = [
    ['an empty file', 'not-a-ledger', () => text('')],
    ['a text', 'not-a-ledger', () => text('R-1;access;2026-11-25\n'.repeat(100))],
    ['a short text', 'not-a-ledger', () => text('x')],
    ['a folder', 'not-a-ledger', () => folder.make()],
    ['a database of another program', 'not-a-ledger', () => foreign()],
    ['one with another application_id', 'not-a-ledger', () => foreign('PRAGMA application_id = 1')],
    ['one that only claims to be a ledger', 'ledger-broken', () => foreign('PRAGMA application_id = 0x63757374', 'PRAGMA user_version = 1')],
    ['one without a version', 'ledger-broken', () => foreign('PRAGMA application_id = 0x63757374')],
    ['a ledger of a newer version', 'ledger-newer', () => changed(60, [0, 0, 0, 2])],
    ['a ledger whose tables cannot be read', 'ledger-broken', () => changed(100, [0xff])],
    ['a ledger cut short', 'ledger-broken', async () => {
      const file = await filled();
      fs.truncateSync(file, 4096);
      return file;
    }],
  ];
  for (const [what, code, make] of cases) {
    for (const mode of ['read', 'write'] as const) {
      it(`${what} (${mode})`, async () => {
        const file = await make();
        const place = fs.statSync(file).isDirectory() ? file : path.dirname(file);
        const untouched = [contents(place), fs.statSync(file).mtimeMs];
        await assert.rejects(open(file, mode), { name: 'UserError', code });
        assert.deepEqual([contents(place), fs.statSync(file).mtimeMs], untouched);
      });
    }
  }

  it('a ledger whose newer version is still in the log', async () => {
    const file = await filled();
    const db = raw(file);
    db.pragma('wal_autocheckpoint = 0');
    db.pragma('user_version = 2');
    const copy = fresh();
    for (const suffix of ['', '-wal', '-shm']) fs.copyFileSync(file + suffix, copy + suffix);
    db.close();
    const untouched = fs.readFileSync(`${copy}-wal`);
    for (const mode of ['read', 'write'] as const) await assert.rejects(open(copy, mode), { code: 'ledger-newer' });
    assert.deepEqual(fs.readFileSync(`${copy}-wal`), untouched);
  });

  it('when the binding is not installed, with the command that helps', async () => {
    await assert.rejects(openSqliteLedger(await filled(), { mode: 'read', root: folder.make() }), { code: 'not-installed', hint: 'npm rebuild better-sqlite3' });
  });
});

describe('other processes and users', () => {
  it('a lock that is never let go is reported', async () => {
    const file = await filled();
    const other = raw(file);
    other.exec('BEGIN IMMEDIATE');
    const untouched = fs.readFileSync(file);
    const ledger = await open(file, 'write', { patience: 100 });
    await assert.rejects(log(ledger), { code: 'ledger-locked' });
    await assert.rejects(ledger.recordRun({ kind: 'audit', at: stamp.recordedAt, found: [] }), { code: 'ledger-locked' });
    assert.equal((await all(ledger.read())).length, 4);
    other.exec('ROLLBACK');
    assert.deepEqual(fs.readFileSync(file), untouched);
    await log(ledger);
    await ledger.close();
    other.close();
  });

  it('an exclusive lock is reported when opening', async () => {
    const file = await filled();
    const other = raw(file);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN IMMEDIATE; COMMIT');
    for (const mode of ['read', 'write'] as const) await assert.rejects(open(file, mode, { patience: 50 }), { code: 'ledger-locked' });
    other.close();
  });

  it('a newer program that upgrades meanwhile stops this one', async () => {
    const file = await filled();
    const ledger = await open(file);
    const other = raw(file);
    other.pragma('user_version = 2');
    other.close();
    await assert.rejects(log(ledger), { code: 'ledger-newer' });
    await ledger.close();
  });

  it('reading leaves no file behind and refuses to write', async () => {
    const file = await filled();
    const untouched = contents(path.dirname(file));
    const ledger = await open(file, 'read');
    assert.equal((await ledger.head()).count, 4);
    await assert.rejects(log(ledger), { code: 'ledger-unwritable' });
    await assert.rejects(ledger.recordRun({ kind: 'audit', at: stamp.recordedAt, found: [] }), { code: 'ledger-unwritable' });
    await assert.rejects(ledger.erase('R-1', ['P-1'], 'asked', undefined, stamp), { code: 'ledger-unwritable' });
    await assert.rejects(ledger.restore(from([])), { code: 'ledger-unwritable' });
    assert.deepEqual(await ledger.transact((tx) => tx.findSubject('ann')), ['R-1']);
    await ledger.close();
    assert.deepEqual(contents(path.dirname(file)), untouched);
  });

  // Root may do everything, so these run as nobody where the tests run as root.
  const asUser = process.getuid?.() === 0 ? { uid: 65_534 } : {};
  const run = async (command: string, file: string): Promise<string> => {
    const { code, out, err } = await start(worker, [command, file, 'X-1'], asUser).done;
    return code === 0 ? out.trim() : err.trim();
  };
  const give = (file: string, mode: number, folderMode: number): void => {
    if ('uid' in asUser) for (const name of [file, path.dirname(file)]) fs.chownSync(name, asUser.uid, asUser.uid);
    fs.chmodSync(file, mode);
    fs.chmodSync(path.dirname(file), folderMode);
  };

  it('a read-only file can be read and not written', { skip: process.platform === 'win32' }, async () => {
    const file = await filled();
    give(file, 0o400, 0o700);
    const untouched = fs.readFileSync(file);
    assert.match(await run('read', file), /"count":4/);
    assert.equal(await run('append', file), 'ledger-unwritable');
    assert.deepEqual(fs.readFileSync(file), untouched);
  });

  it('in a read-only folder only a backup can be read', { skip: process.platform === 'win32' }, async () => {
    const file = await filled();
    const copy = fresh();
    await backupLedger(file, copy, { root });
    for (const name of [file, copy]) give(name, 0o400, 0o500);
    assert.equal(await run('read', file), 'file-unreadable');
    assert.match(await run('read', copy), /"count":4/);
    assert.equal(await run('append', copy), 'ledger-unwritable');
    for (const name of [file, copy]) assert.deepEqual(fs.readdirSync(path.dirname(name)), ['ledger.db']);
  });

  it('a file or folder of somebody else is neither read nor written', { skip: process.platform === 'win32' }, async () => {
    const file = await filled();
    give(file, 0o000, 0o700);
    assert.deepEqual([await run('read', file), await run('append', file)], ['file-unreadable', 'ledger-unwritable']);
    give(file, 0o600, 0o500);
    assert.equal(await run('append', path.join(path.dirname(file), 'new.db')), 'ledger-unwritable');
    assert.equal(await run('append', path.join(path.dirname(file), 'new', 'ledger.db')), 'ledger-unwritable');
  });
});

/** A second version of the schema, as a release might bring. */
const SECOND: Step = { version: 2, up: (db) => void db.exec('CREATE TABLE later (x INTEGER) STRICT') };
const THIRD: Step = { version: 3, up: (db) => void db.exec('ALTER TABLE later ADD COLUMN y TEXT') };

describe('upgrades', () => {
  it('go step by step, after a copy, and lose nothing', async () => {
    const file = await filled();
    const ledger = await open(file, 'write', { steps: [...STEPS, SECOND, THIRD] });
    assert.deepEqual({ ...(await ledger.verify()), head: '' }, { ok: true, count: 4, head: '' });
    await log(ledger);
    await ledger.close();
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['ledger.db', 'ledger.db.v1.bak']);
    assert.equal(modeOf(`${file}.v1.bak`), '600');
    const copy = await open(`${file}.v1.bak`, 'read');
    assert.equal((await copy.verify()).ok, true);
    assert.equal((await copy.head()).count, 4);
    await copy.close();
    await assert.rejects(open(file), { code: 'ledger-newer' });
  });

  it('happen when reading too, and are the same as a new file', async () => {
    const steps = [...STEPS, SECOND, THIRD];
    const reader = await open(await filled(), 'read', { steps });
    assert.equal((await reader.verify()).ok, true);
    await reader.close();
    const file = fresh();
    await (await open(file, 'write', { steps })).close();
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['ledger.db']);
  });

  it('that fail leave the version before', async () => {
    const file = await filled();
    const broken: Step = { version: 3, up: (db) => void db.exec('CREATE TABLE half (x); CREATE TABLE later (x)') };
    await assert.rejects(open(file, 'write', { steps: [...STEPS, SECOND, broken] }), /already exists/);
    const ledger = await open(file, 'write', { steps: [...STEPS, SECOND] });
    assert.equal((await ledger.verify()).ok, true);
    await ledger.close();
  });

  it('by many at once happen once', async () => {
    const file = await filled();
    const ledgers = await Promise.all(Array.from({ length: 10 }, () => open(file, 'write', { steps: [...STEPS, SECOND, THIRD] })));
    for (const ledger of ledgers) {
      await log(ledger);
      await ledger.close();
    }
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['ledger.db', 'ledger.db.v1.bak']);
  });

  it('read what the first version wrote', async () => {
    const file = fresh();
    fs.copyFileSync(path.join(root, 'fixtures', 'ledger', 'v1.db'), file);
    const ledger = await open(file, 'read');
    const head = await ledger.head();
    assert.deepEqual(await ledger.verify(), { ok: true, ...head });
    assert.equal((await all(ledger.read())).length, head.count);
    await ledger.close();
    const lines = fs.readFileSync(path.join(root, 'fixtures', 'ledger', 'v1.ndjson'), 'utf8').trimEnd().split('\n');
    const copy = await open(fresh());
    assert.deepEqual(await copy.restore(from(lines)), head);
    assert.deepEqual(await copy.verify(), { ok: true, ...head });
    assert.equal((await copy.recall(['P-4'])).get('P-4')?.['name'], 'Ben Example');
    await copy.close();
  });
});

describe('a backup', () => {
  it('is whole, private, and taken while others write', async () => {
    const file = await filled();
    const writer = await open(file);
    await log(writer);
    const target = path.join(folder.make(), 'copy.db');
    assert.deepEqual(await backupLedger(file, target, { root }), await writer.head());
    await writer.close();
    assert.equal(modeOf(target), '600');
    assert.deepEqual(fs.readdirSync(path.dirname(target)), ['copy.db']);
    const copy = await open(target);
    assert.equal((await copy.verify()).ok, true);
    assert.deepEqual(await copy.transact((tx) => tx.findSubject('ann')), ['R-1']);
    await log(copy);
    assert.equal((await copy.head()).count, 8);
    await copy.close();
  });

  it('overwrites nothing, and says where it cannot write', async () => {
    const file = await filled();
    const target = path.join(folder.make(), 'copy.db');
    fs.writeFileSync(target, 'precious');
    await assert.rejects(backupLedger(file, target, { root }), { code: 'file-exists' });
    assert.equal(fs.readFileSync(target, 'utf8'), 'precious');
    await assert.rejects(backupLedger(file, path.join(folder.make(), 'no', 'copy.db'), { root }), { code: 'file-unwritable' });
    await assert.rejects(backupLedger(fresh(), path.join(folder.make(), 'copy.db'), { root }), { code: 'no-ledger' });
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['ledger.db']);
  });
});

describe('a case with many private records', () => {
  it('is recalled by id, in any number', async () => {
    const ledger = await open(fresh());
    await log(ledger);
    await ledger.transact((tx) => tx.append('R-1', Array.from({ length: 3000 }, (_, i) => marked('received', '2026-11-25', `note ${i}`)), stamp));
    const ids = (await ledger.privates('R-1')).map((p) => p.id);
    assert.equal(ids.length, 3000);
    assert.equal((await ledger.recall(ids)).get(ids.at(-1) ?? '')?.['note'], 'note 2999');
    await ledger.close();
  });
});
