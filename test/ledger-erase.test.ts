/** Erasing: nothing of a person is left in any file of the ledger, or the ledger says where. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { openSqliteLedger } from '../src/adapters/sqlite-ledger.ts';
import { backupLedger } from '../src/adapters/sqlite-ledger/backup.ts';
import { ByteSearch, needlesOf } from '../src/adapters/sqlite-ledger/bytes.ts';
import { STEPS, type Step } from '../src/adapters/sqlite-ledger/schema.ts';
import { UserError } from '../src/core/errors.ts';
import type { Ledger } from '../src/core/ledger.ts';
import { log, marked, opened, stamp } from './ledger-contract.ts';
import { raw, root, scratchFolder } from './ledger-helpers.ts';

const folder = scratchFolder();
after(folder.remove);

const fresh = (): string => path.join(folder.make(), 'ledger.db');
const open = (file: string, more: { patience?: number; steps?: readonly Step[] } = {}): Promise<Ledger> => openSqliteLedger(file, { mode: 'write', root, ...more });

/** Files of a folder that hold one of the texts. */
function holding(file: string, texts: readonly string[]): string[] {
  const place = path.dirname(file);
  return fs.readdirSync(place).filter((name) => {
    const bytes = fs.readFileSync(path.join(place, name));
    return texts.some((text) => bytes.includes(text) || bytes.includes(JSON.stringify(text).slice(1, -1)));
  });
}

/** Makes words that stand nowhere else, so that each piece of a long text can be looked for; always the same ones. */
function wordMaker(): (count: number) => string[] {
  let n = 0;
  return (count) => Array.from({ length: count }, () => `w${(n += 1)}q${((n * 2_654_435_761) % 4_294_967_296).toString(36)}Z`);
}

/** Repeatable numbers. */
function randomFrom(start: number): (below: number) => number {
  let seed = start;
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(seed / 65_536) % below;
  };
}

/** Every such word that stands in a file of the folder. */
function wordsIn(file: string): Set<string> {
  const place = path.dirname(file);
  return new Set(fs.readdirSync(place).flatMap((name) => fs.readFileSync(path.join(place, name), 'latin1').match(/w\d+q[0-9a-z]+Z/g) ?? []));
}

async function logPerson(ledger: Ledger, values: Record<string, string>): Promise<{ id: string; records: string[] }> {
  const events = await ledger.transact(async (tx) => tx.append(await tx.nextCase('R'), [{ ...opened(), private: { values, subject: values['email'] ?? 'x' } }], stamp));
  return { id: events[0]?.case ?? '', records: [`P-${events[0]?.seq}`] };
}

const erase = (ledger: Ledger, { id, records }: { id: string; records: string[] }) => ledger.erase(id, records, 'asked', undefined, stamp);

async function rejected(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(() => undefined, (e: unknown) => e);
  assert.ok(error instanceof UserError && error.code === 'erase-incomplete', String(error));
  return error;
}

/** The files that an error names. */
const named = (error: UserError): string[] => error.problems.map((p) => path.basename(p.at ?? '')).toSorted();

function find(needles: readonly string[], text: Buffer): Set<string> {
  const search = new ByteSearch(needles.map((n) => Buffer.from(n, 'latin1')));
  search.look(text);
  return search.found;
}

describe('erasing down to the bytes', () => {
  it('short and long values, escaped and not', async () => {
    const file = fresh();
    const ledger = await open(file);
    const long = wordMaker()(4000);
    const person = await logPerson(ledger, { name: 'Zoë "Zed" O’Neill\\Smith', email: 'zoe@example.org', phone: '+49 30 1234', narrative: long.join(' '), lines: 'first line\nsecond line' });
    await logPerson(ledger, { name: 'Ben Bystander', email: 'ben@example.org' });
    assert.equal(holding(file, ['zoe@example.org']).length > 0, true);
    await erase(ledger, person);
    const texts = ['Zoë "Zed" O’Neill\\Smith', 'O’Neill', 'zoe@example.org', '+49 30 1234', 'first line', 'second line', ...long];
    assert.deepEqual(holding(file, texts), []);
    assert.deepEqual(holding(file, ['Ben Bystander']).includes('ledger.db'), true);
    await ledger.close();
    assert.deepEqual(holding(file, texts), []);
  });

  it('leaves the mark of an erasure that another process began meanwhile: what that one deleted is not rewritten yet', async (t) => {
    const file = fresh();
    const ledger = await open(file);
    const person = await logPerson(ledger, { email: 'zoe@example.org' });
    const exists = fs.existsSync;
    let begun = false;
    t.mock.method(fs, 'existsSync', (name: string) => {
      // The files are searched after they were rewritten: just then the other process deletes.
      if (name === file && !begun) {
        begun = true;
        const other = raw(file);
        other.prepare("INSERT INTO meta (name, value) VALUES ('erasing', 999) ON CONFLICT DO UPDATE SET value = excluded.value").run();
        other.close();
      }
      return exists(name);
    });
    await erase(ledger, person);
    assert.ok(begun);
    const db = raw(file, { readonly: true });
    assert.equal(db.prepare("SELECT value FROM meta WHERE name = 'erasing'").pluck().get(), 999);
    db.close();
    await ledger.close();
  });

  it('among many rows that come and go', async () => {
    const file = fresh();
    const ledger = await open(file);
    const [words, random] = [wordMaker(), randomFrom(7)];
    let alive: { id: string; seq: number; texts: string[] }[] = [];
    for (let round = 0; round < 12; round += 1) {
      const most = [3, 20, 80, 400][round % 4] ?? 3;
      await ledger.transact(async (tx) => {
        for (let i = 0; i < 60; i += 1) {
          const texts = words(1 + random(most));
          const [event] = await tx.append(await tx.nextCase('R'), [{ ...opened(), private: { values: { name: texts.join(' ') }, subject: texts[0] ?? '' } }], stamp);
          alive.push({ id: event?.case ?? '', seq: event?.seq ?? 0, texts });
        }
      });
      const going = new Set(Array.from({ length: 25 }, () => alive[random(alive.length)]));
      await ledger.eraseAll([...going].map((person) => ({ case: person?.id ?? '', ids: [`P-${person?.seq}`], why: 'retention' })), stamp);
      alive = alive.filter((person) => !going.has(person));
      // Long values are spread over pages, so of the living not every word stands in one piece.
      const living = new Set(alive.flatMap((person) => person.texts));
      assert.deepEqual([...wordsIn(file)].filter((text) => !living.has(text)), [], `round ${round}`);
    }
    assert.equal((await ledger.verify()).ok, true);
    await ledger.close();
  });

  it('also what deleting alone would leave', async () => {
    // With exactly these rows, pages are merged while rows are deleted, and SQLite leaves copies behind: 41 words, were the file not rewritten.
    const file = fresh();
    const ledger = await open(file);
    const [words, random] = [wordMaker(), randomFrom(28)];
    const alive = await ledger.transact(async (tx) => {
      const people: { id: string; seq: number; texts: string[] }[] = [];
      for (let n = 1; n <= 400; n += 1) {
        const texts = words(1 + random(60));
        await tx.append(`R-${n}`, [{ ...opened(), private: { values: { name: texts.join(' ') }, subject: String(n) } }], stamp);
        people.push({ id: `R-${n}`, seq: n, texts });
      }
      return people;
    });
    const gone = Array.from({ length: 200 }, () => alive.splice(random(alive.length), 1)).flat();
    await ledger.eraseAll(gone.map(({ id, seq }) => ({ case: id, ids: [`P-${seq}`], why: 'asked' })), stamp);
    const left = wordsIn(file);
    assert.deepEqual(gone.flatMap((person) => person.texts).filter((text) => left.has(text)), []);
    await ledger.close();
  });

  it('leaves other people of the same name alone', async () => {
    const file = fresh();
    const ledger = await open(file);
    const [one, two] = [await logPerson(ledger, { name: 'Anna Schmidt', email: 'a1@example.org', year: '2026', code: 'erased' }), await logPerson(ledger, { name: 'Anna Schmidt', email: 'a2@example.org', year: '2026' })];
    await erase(ledger, one);
    assert.deepEqual(holding(file, ['a1@example.org']), []);
    assert.equal((await ledger.recall(two.records)).get(two.records[0] ?? '')?.['name'], 'Anna Schmidt');
    await erase(ledger, two);
    assert.deepEqual(holding(file, ['Anna Schmidt', 'a2@example.org']), []);
    await ledger.close();
  });

  it('a value that is also a reference, a source or a code of an event', async () => {
    const ledger = await open(fresh());
    const [event] = await ledger.transact((tx) => tx.append('R-1', [{ ...opened('SCHMIDT-2026'), private: { values: { name: 'SCHMIDT-2026', what: 'access', by: 'anna', source: 'manual', file: 'SQLite format 3', mark: 'cust', sql: 'CREATE TABLE private' } } }], stamp));
    await ledger.erase('R-1', [`P-${event?.seq}`], 'asked', undefined, stamp);
    assert.equal((await ledger.verify()).ok, true);
    await ledger.close();
  });
});

describe('an erasure that cannot finish', () => {
  it('names the log that somebody still reads, and finishes later', async () => {
    const file = fresh();
    const ledger = await open(file, { patience: 100 });
    const person = await logPerson(ledger, { name: 'Rita Reader', email: 'rita@example.org' });
    const reader = raw(file, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM private').all();
    await rejected(erase(ledger, person));
    assert.equal((await ledger.recall(person.records)).size, 0);
    assert.ok(holding(file, ['rita@example.org']).includes('ledger.db-wal'));
    await rejected(erase(ledger, person));
    reader.exec('COMMIT');
    reader.close();
    assert.deepEqual(await erase(ledger, person), []);
    assert.deepEqual(holding(file, ['Rita Reader', 'rita@example.org']), []);
    await ledger.close();
  });

  it('is finished by the next writer', async () => {
    const file = fresh();
    const ledger = await open(file, { patience: 50 });
    const person = await logPerson(ledger, { name: 'Rita Reader', email: 'rita@example.org' });
    const reader = raw(file, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM private').all();
    await rejected(erase(ledger, person));
    // A writer that opens while the other still reads leaves it for later and is not hindered.
    const second = await open(file, { patience: 50 });
    await log(second);
    reader.close();
    const third = await open(file);
    assert.deepEqual(holding(file, ['Rita Reader', 'rita@example.org']), []);
    assert.equal((await third.verify()).ok, true);
    for (const one of [ledger, second, third]) await one.close();
  });
});

describe('copies beside the ledger', () => {
  const SECOND: Step = { version: 2, up: (db) => void db.exec('CREATE TABLE later (x INTEGER) STRICT') };

  it('made before an upgrade are named until they are gone', async () => {
    const file = fresh();
    const before = await open(file);
    const person = await logPerson(before, { name: 'Bea Backup', email: 'bea@example.org' });
    await before.close();
    const steps = [...STEPS, SECOND];
    const ledger = await open(file, { steps });
    const other = await logPerson(ledger, { name: 'Nina New', email: 'nina@example.org' });
    await erase(ledger, other);
    const error = await rejected(erase(ledger, person));
    assert.deepEqual(error.problems.map((p) => p.at), [`${fs.realpathSync(file)}.v1.bak`]);
    assert.match(error.hint ?? '', /delete/);
    assert.deepEqual(holding(file, ['bea@example.org']), ['ledger.db.v1.bak']);
    assert.equal((await ledger.recall(person.records)).size, 0);
    assert.equal((await ledger.verify()).ok, true);
    assert.deepEqual((await rejected(erase(ledger, person))).problems.length, 1);
    fs.rmSync(`${file}.v1.bak`);
    assert.deepEqual(await erase(ledger, person), []);
    await ledger.close();
  });

  it('of any name are found, other files are not mistaken for one', async () => {
    const file = fresh();
    const place = path.dirname(file);
    const ledger = await open(file);
    const person = await logPerson(ledger, { name: 'Bea Backup', email: 'bea@example.org' });
    await backupLedger(file, path.join(place, 'monday.db'), { root });
    fs.copyFileSync(file, path.join(place, 'plain-copy.db'));
    fs.copyFileSync(`${file}-wal`, path.join(place, 'plain-copy.db-wal'));
    fs.writeFileSync(`${file}.0123456789abcdef.tmp`, fs.readFileSync(`${file}-wal`));
    fs.writeFileSync(`${file}.txt`, 'bea@example.org asked on Monday');
    fs.mkdirSync(`${file}.d`);
    const stranger = await open(path.join(place, 'other.db'));
    await logPerson(stranger, { name: 'Bea Backup', email: 'bea@example.org' });
    await stranger.close();
    assert.deepEqual(named(await rejected(erase(ledger, person))), ['ledger.db.0123456789abcdef.tmp', 'monday.db']);
    await ledger.close();
  });
});

describe('the search', () => {
  it('finds what Buffer.includes finds', () => {
    const bytes = fc.string({ unit: fc.constantFrom('a', 'b', '\u00ff', '\u0000'), minLength: 4, maxLength: 12 });
    fc.assert(fc.property(fc.array(bytes, { maxLength: 8 }), fc.string({ unit: fc.constantFrom('a', 'b', '\u00ff', '\u0000'), maxLength: 300 }), (needles, text) => {
      const hay = Buffer.from(text, 'latin1');
      assert.deepEqual([...find(needles, hay)].toSorted(), [...new Set(needles.filter((n) => hay.includes(n, 'latin1')))].toSorted());
    }), { numRuns: 500 });
  });

  it('finds needles that lie across the chunks in which a file is read', () => {
    const file = fresh();
    for (const shift of [-40, -31, -17, -4, -1, 0, 1]) {
      const bytes = Buffer.alloc(3 << 20, 0x2e);
      bytes.write('Needle-in-a-haystack-of-32-bytes', (1 << 20) + shift);
      bytes.write('ned!', (2 << 20) + Math.floor(shift / 8));
      fs.writeFileSync(file, bytes);
      const search = new ByteSearch([...needlesOf('Needle-in-a-haystack-of-32-bytes'), ...needlesOf('ned!'), ...needlesOf('absent')]);
      search.lookInto(file);
      assert.deepEqual([...search.found].toSorted(), ['Needle-in-a-haystack-of-32-bytes', 'ned!'], String(shift));
    }
  });

  it('cuts long values into pieces, and leaves out what is too short to mean anything', () => {
    assert.deepEqual(needlesOf('abc'), []);
    assert.deepEqual(needlesOf('é"x').map(String), ['é"x', 'é\\"x']);
    const text = wordMaker()(100).join(' ');
    const found = find(needlesOf(text).map((b) => b.toString('latin1')), Buffer.from(text));
    assert.ok(found.size > 20);
  });
});

describe('private notes of one case', () => {
  it('go together, whatever their event', async () => {
    const file = fresh();
    const ledger = await open(file);
    await log(ledger, 'A-1', 'ann-of-green-gables');
    await ledger.transact((tx) => tx.append('R-1', [marked('answered', '2026-11-25', 'she called about her brother')], stamp));
    await ledger.erase('R-1', (await ledger.privates('R-1')).map((p) => p.id), 'asked', undefined, stamp);
    assert.deepEqual(holding(file, ['ann-of-green-gables', 'her brother']), []);
    await ledger.close();
  });
});
