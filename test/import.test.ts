/** `custos request import`: the tables of fixtures/trackers, what changes between two imports, and what must not get lost. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { loadPlaces } from '../src/adapters/data.ts';
import { memoryLedger } from '../src/adapters/memory-ledger.ts';
import { createApp, type Globals } from '../src/cli/app.ts';
import { importTracker, type Receipt } from '../src/cli/tracker/importing.ts';
import type { TrackerOptions } from '../src/cli/tracker/options.ts';
import type { Ask } from '../src/cli/tracker/unclear.ts';
import { months, wordReader } from '../src/cli/tracker/words.ts';
import { formatMoment } from '../src/core/date.ts';
import type { EventBody } from '../src/core/event.ts';
import { UserError } from '../src/core/errors.ts';
import type { Ledger } from '../src/core/ledger.ts';
import type { Outcome, Records } from '../src/core/report.ts';
import { momentOf, readDate } from '../src/core/written-date.ts';
import { ROOT, ask } from './session.ts';

const FIXTURES = path.join(ROOT, 'fixtures', 'trackers');
const folder = mkdtempSync(path.join(tmpdir(), 'custos-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger that outlives the commands of one test. */
function lasting(): Ledger {
  const ledger = memoryLedger();
  ledger.close = async () => undefined;
  return ledger;
}

interface Taken {
  outcome: Outcome;
  receipts: readonly Receipt[];
  summary: Record<string, unknown>;
  err: string;
}

async function take(ledger: Ledger, file: string, options: TrackerOptions = {}, globals: Partial<Globals> = {}, asking?: Ask): Promise<Taken> {
  const err: string[] = [];
  const io = { out: () => undefined, err: (text: string) => void err.push(text), env: { HOME: folder }, cwd: folder, clock: () => 0, stdoutIsTerminal: false, canAsk: asking !== undefined, columns: undefined, user: async () => 'tester' };
  const app = createApp(io, ROOT, { input: true, asOf: '2026-11-25', ...globals });
  app.ledger = async () => ledger;
  app.hasLedger = async () => true;
  const outcome = await importTracker(app, file, options, asking);
  const report = outcome.report as Records;
  return { outcome, receipts: report.items as Receipt[], summary: { ...report.summary }, err: [...err, ...(outcome.notes ?? [])].join('\n') };
}

let files = 0;
function put(text: string | Buffer, name = `t${(files += 1)}.csv`): string {
  writeFileSync(path.join(folder, name), text);
  return name;
}

/** Every case as the ledger holds it, without its number. */
async function held(ledger: Ledger): Promise<{ case: string; bodies: EventBody[] }[]> {
  const found: { case: string; bodies: EventBody[] }[] = [];
  for await (const batch of ledger.cases()) found.push(...batch.map((events) => ({ case: events[0]?.case ?? '', bodies: events.map((e) => e.body) })));
  return found;
}

function sayCase(bodies: readonly EventBody[]): string {
  return bodies.map((body) => {
    if (body.type === 'opened' && body.kind === 'request') return `${body.requestType} ${body.jurisdiction}`;
    if (body.type === 'marked') return [body.mark, body.on, body.until && `until ${body.until}`, body.outcome, body.ground].filter((part) => part !== undefined).join(' ');
    return JSON.stringify(body);
  }).join(', ');
}

const HEAD = 'id,type,country,received,status,answered,outcome,name,email\n';
const MAPPING = 'source: test\ncolumns: { reference: id, type: type, jurisdiction: country, received: received, status: status, answered: answered, outcome: outcome, name: name, email: email }\n';
const mapping = put(MAPPING, 'mapping.yaml');
const row = (cells: string): string => put(HEAD + cells);

describe('fixtures/trackers', () => {
  for (const name of readdirSync(FIXTURES)) {
    it(`${name}: every row as expected, and nothing more the second time`, async () => {
      const ledger = lasting();
      const own = path.join(FIXTURES, name, 'mapping.yaml');
      const options = existsSync(own) ? { mapping: own } : {};
      const { receipts, summary } = await take(ledger, path.join(FIXTURES, name, 'tracker.csv'), options);
      const cases = new Map((await held(ledger)).map((c) => [c.case, sayCase(c.bodies)]));
      const expected = readFileSync(path.join(FIXTURES, name, 'import.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      const seen = receipts.map((r, i) => {
        const [, warning] = / ~ (.*)$/.exec(expected[i] ?? '') ?? [];
        const [, why] = / ! (.*)$/.exec(expected[i] ?? '') ?? [];
        const head = `${r.line} ${r.result} ${r.reference ?? '-'}`;
        const recorded = r.result === 'created' ? `: ${cases.get(r.case ?? '')}` : '';
        const said = warning !== undefined && r.warnings.some((w) => w.includes(warning)) ? ` ~ ${warning}` : r.warnings.length > 0 ? ` ~ ${r.warnings.join('; ')}` : '';
        const reason = why !== undefined && r.why?.includes(why) ? ` ! ${why}` : r.why === null ? '' : ` ! ${r.why}`;
        return head + recorded + said + reason;
      });
      assert.deepEqual(seen, expected);
      assert.equal(summary['rows'], (summary['created'] as number) + (summary['unchanged'] as number) + (summary['changed'] as number) + (summary['skipped'] as number));
      const before = await ledger.head();
      const again = await take(ledger, path.join(FIXTURES, name, 'tracker.csv'), options);
      assert.deepEqual(await ledger.head(), before);
      assert.deepEqual(again.receipts.map((r) => r.result), receipts.map((r) => (r.result === 'created' ? 'unchanged' : r.result)));
      assert.equal((await ledger.verify()).ok, true);
    });
  }
});

describe('a second import', () => {
  it('adds the marks that are missing, and an outcome to an answer without one', async () => {
    const ledger = lasting();
    await take(ledger, row('A-1,access,DE,2026-10-01,open,,,,\nA-2,access,DE,2026-10-01,closed,2026-10-20,,,\n'), { mapping });
    const { receipts } = await take(ledger, row('A-1,access,DE,2026-10-01,closed,2026-10-15,granted,,\nA-2,access,DE,2026-10-01,closed,2026-10-20,refused,,\n'), { mapping });
    assert.deepEqual(receipts.map((r) => [r.result, r.case]), [['changed', 'R-1'], ['changed', 'R-2']]);
    const cases = await held(ledger);
    assert.equal(sayCase(cases[0]?.bodies ?? []), 'access DE, received 2026-10-01, answered 2026-10-15 granted');
    assert.equal(sayCase(cases[1]?.bodies ?? []), 'access DE, received 2026-10-01, answered 2026-10-20, {"event":5,"type":"corrected"}, answered 2026-10-20 refused');
  });
  it('refuses what contradicts the ledger, says why, and changes nothing', async () => {
    const ledger = lasting();
    const first = row('A-1,access,DE,2026-10-01,closed,2026-10-15,granted,,\n');
    await take(ledger, first, { mapping });
    const before = await ledger.head();
    for (const [cells, why] of [
      ['A-1,erasure,DE,2026-10-01,closed,2026-10-15,granted,,', /recorded as access, the row says erasure.*correct R-1 1 --type erasure/],
      ['A-1,access,FR,2026-10-01,closed,2026-10-15,granted,,', /recorded as DE, the row says FR.*--in FR/],
      ['A-1,access,DE,2026-10-02,closed,2026-10-15,granted,,', /received on 2026-10-01, the row says 2026-10-02.*correct R-1 2 --on 2026-10-02/],
      ['A-1,access,DE,2026-10-01,closed,2026-10-16,granted,,', /answered on 2026-10-15, the row says 2026-10-16.*correct R-1 3 --on/],
      ['A-1,access,DE,2026-10-01,closed,2026-10-15,refused,,', /answered: granted; the row says refused/],
      ['A-1,access,DE,2026-10-01,withdrawn,2026-10-15,,,', /answered on 2026-10-15, the row says request withdrawn/],
    ] as const) {
      const { receipts, outcome } = await take(ledger, row(`${cells}\n`), { mapping });
      assert.equal(receipts[0]?.result, 'skipped', cells);
      assert.match(receipts[0]?.why ?? '', why);
      assert.equal(receipts[0]?.case, 'R-1');
      assert.equal(outcome.incomplete, true);
    }
    assert.deepEqual(await ledger.head(), before);
  });
  it('knows what was corrected here, and does not undo it', async () => {
    const ledger = lasting();
    const first = row('A-1,access,DE,2026-10-01,closed,2026-10-15,granted,,\n');
    await take(ledger, first, { mapping });
    await ledger.transact((tx) => tx.append('R-1', [{ body: { type: 'corrected', event: 2, on: '2026-09-30' } }, { body: { type: 'learned', jurisdiction: 'AT' } }, { body: { type: 'corrected', event: 3 } }], { by: 'x', recordedAt: '2026-11-25T00:00:00Z' }));
    const before = await ledger.head();
    const { receipts } = await take(ledger, first, { mapping });
    assert.deepEqual(receipts.map((r) => r.result), ['unchanged']);
    assert.deepEqual(await ledger.head(), before);
  });
  it('does not bring back a person who was erased', async () => {
    const ledger = lasting();
    const file = row('A-1,access,DE,2026-10-01,open,,,Erika Muster,erika@example.org\n');
    await take(ledger, file, { mapping });
    const [kept] = await ledger.privates('R-1');
    await ledger.erase('R-1', [kept?.id ?? ''], 'asked', undefined, { by: 'x', recordedAt: '2026-11-25T00:00:00Z' });
    await take(ledger, file, { mapping });
    assert.deepEqual(await ledger.privates(), []);
  });
  it('knows a reference that is no code by its keyed hash, and shows it nowhere', async () => {
    const ledger = lasting();
    const file = row('the one from Erika,access,DE,2026-10-01,open,,,,\n');
    const first = await take(ledger, file, { mapping });
    const second = await take(ledger, file, { mapping });
    assert.deepEqual([first.receipts[0]?.result, second.receipts[0]?.result], ['created', 'unchanged']);
    assert.doesNotMatch(JSON.stringify([first.receipts, second.receipts, await held(ledger)]), /Erika/);
    assert.deepEqual([...(await ledger.recall((await ledger.privates()).map((p) => p.id))).values()], [{ reference: 'the one from Erika' }]);
  });
  it('tells one tracker from another by its source', async () => {
    const ledger = lasting();
    const file = row('1,access,DE,2026-10-01,open,,,,\n');
    await take(ledger, file, { mapping });
    assert.equal((await take(ledger, file, { mapping, source: 'other' })).receipts[0]?.result, 'created');
    assert.equal((await take(ledger, file, { mapping })).receipts[0]?.case, 'R-1');
  });
});

describe('--dry-run', () => {
  it('says what would happen, also to rows that hang on earlier ones, and writes nothing', async () => {
    const ledger = lasting();
    await take(ledger, row('A-1,access,DE,2026-10-01,open,,,,\n'), { mapping });
    const before = await ledger.head();
    const file = row('A-1,access,DE,2026-10-01,closed,2026-10-15,,,\nA-2,access,DE,2026-10-01,open,,,,\nA-2,access,DE,2026-10-01,closed,2026-10-09,,,\nA-2,erasure,DE,2026-10-01,open,,,,\n');
    const dry = await take(ledger, file, { mapping }, { dryRun: true });
    assert.deepEqual(await ledger.head(), before);
    assert.equal(dry.summary['dryRun'], true);
    const real = await take(ledger, file, { mapping });
    assert.deepEqual(dry.receipts.map((r) => [r.result, r.case]), [['changed', 'R-1'], ['created', 'R-2'], ['changed', 'R-2'], ['skipped', 'R-2']]);
    assert.deepEqual(real.receipts.map((r) => [r.result, r.case]), dry.receipts.map((r) => [r.result, r.case]));
  });
});

describe('personal data', () => {
  it('stand in private records alone, and no format prints them', async () => {
    const home = mkdtempSync(path.join(folder, 'home-'));
    writeFileSync(path.join(home, 't.csv'), `${HEAD}A-1,access,DE,2026-10-01,closed,2026-10-15,,Erika Mustermann,erika@example.org\n,access,DE,2026-10-01,open,,,Erika Mustermann,erika@example.org\n`);
    for (const argv of [['request', 'import', 't.csv'], ['request', 'import', 't.csv', '--verbose'], ['tracker', 'check', 't.csv'], ['request', 'export'], ['request', 'metrics', '--year', '2026']]) {
      for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'html']) {
        const { out, err, code } = await ask([...argv, '--format', format], home);
        assert.ok([0, 1, 4].includes(code), `${argv.join(' ')} ${format}: ${err}`);
        assert.doesNotMatch(out + err, /Erika|Mustermann/, `${argv.join(' ')} ${format}`);
      }
    }
    assert.match((await ask(['request', 'export', '--reveal', '--json'], home)).out, /Erika Mustermann/);
  });
});

describe('words that are not clear', () => {
  const unclear = 'id,type,residence,received,status\n1,Inquiry,Canada,03/04/2026,open\n2,access,Georgia,05/06/2026,weird\n';
  it('are listed at once, with a mapping to fill in, and nothing is written', async () => {
    const ledger = lasting();
    const file = put(unclear);
    const error = await take(ledger, file).then(() => assert.fail('accepted'), (e: unknown) => e as UserError);
    assert.equal(error.code, 'missing-values');
    const says = error.problems.map((p) => `${p.at ?? ''} ${p.says}`).join('\n');
    for (const part of [/dateOrder: is 3\/4\/2026 in “received”/, /2 types: what is “Inquiry”/, /3 jurisdictions: what is “Georgia”.*GE or US-GA/, /3 statuses: what is “weird”/]) assert.match(says, part);
    assert.doesNotMatch(says, /Canada|access/);
    assert.equal((await ledger.head()).count, 0);
  });
  it('the mapping to fill in is saved, and works once it is filled in', async () => {
    const ledger = lasting();
    const file = put(unclear);
    await assert.rejects(take(ledger, file, { saveMapping: path.join(folder, 'fill.yaml') }), /have to be decided/);
    const text = readFileSync(path.join(folder, 'fill.yaml'), 'utf8');
    await assert.rejects(take(ledger, file, { mapping: 'fill.yaml' }), (e: UserError) => e.code === 'bad-mapping' && e.problems.some((p) => /fill\.yaml:\d+:\d+/.test(p.at ?? '')));
    writeFileSync(path.join(folder, 'fill.yaml'), text.replace('Inquiry: "?"', 'Inquiry: ignore').replace('Georgia: "?"', 'Georgia: US-GA').replace('weird: "?"', 'weird: open').replace('dateOrder: "?"', 'dateOrder: month-day'));
    const { summary, outcome } = await take(ledger, file, { mapping: 'fill.yaml' });
    assert.deepEqual([summary['created'], summary['skipped'], summary['leftOut'], outcome.incomplete], [1, 1, 1, false]);
    assert.match(sayCase((await held(ledger))[0]?.bodies ?? []), /access US-GA, received 2026-05-06/);
  });
  it('are asked once in a terminal, and the answers are kept beside the file', async () => {
    const ledger = lasting();
    const file = put(unclear);
    const asked: string[] = [];
    const answers: [RegExp, string][] = [[/dateOrder/, 'day-month'], [/Inquiry/, 'ignore'], [/Georgia/, 'US-GA'], [/weird/, 'open']];
    const answer: Ask = async ({ message }) => {
      asked.push(message);
      return answers.find(([pattern]) => pattern.test(message))?.[1] ?? assert.fail(message);
    };
    const { err, summary } = await take(ledger, file, {}, {}, answer);
    assert.equal(asked.length, 4);
    assert.equal(summary['created'], 1);
    assert.match(err, new RegExp(`custos request import ${file} --mapping ${file}\\.mapping\\.yaml`));
    const { summary: second, err: notes } = await take(ledger, file, {}, {}, async () => assert.fail('asked again'));
    assert.equal(second['unchanged'], 1);
    assert.match(notes, /mapping: .*\.mapping\.yaml/);
  });
  it('a column is asked for where no heading names it; one of two that do is chosen', async () => {
    const file = put('id,kind,received,closed on,completed on\n1,access,2026-10-01,2026-10-05,2026-10-06\n');
    const answer: Ask = async ({ message }) => (/“answered”/.test(message) ? 'closed on' : /“type”/.test(message) ? 'kind' : /“jurisdiction”/.test(message) ? '\u0000same' : 'de');
    const ledger = lasting();
    await take(ledger, file, {}, {}, answer);
    assert.equal(sayCase((await held(ledger))[0]?.bodies ?? []), 'access DE, received 2026-10-01, answered 2026-10-05');
  });
  it('a column of texts is no column of codes, and is not quoted', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},Secret text ${i},DE,2026-10-01,open`).join('\n');
    await assert.rejects(take(lasting(), put(`id,type,country,received,status\n${rows}\n`)), (e: UserError) => !JSON.stringify(e).includes('Secret') && /40 different/.test(JSON.stringify(e.problems)));
  });
  it('without a heading that is known nothing is quoted: it may be data', async () => {
    await assert.rejects(take(lasting(), put('1,Erika Muster,erika@example.org\n2,Jo,jo@example.org\n')), (e: UserError) => !JSON.stringify([e, e.problems]).includes('Erika') && e.code === 'missing-values');
  });
});

describe('what is told instead of read', () => {
  const errors: [string, string | Buffer, TrackerOptions, string, RegExp][] = [
    ['an empty file', '', { mapping }, 'bad-csv', /is empty/],
    ['white space', '\n \n', { mapping }, 'bad-csv', /is empty/],
    ['a binary file', Buffer.from([1, 0, 200, 0, 0, 7, 255, 254]), { mapping }, 'bad-csv', /not a text file/],
    ['a spreadsheet', Buffer.from('504b0304140000', 'hex'), { mapping }, 'bad-csv', /spreadsheet/],
    ['an unclosed quote', `${HEAD}1,"access,DE,2026-10-01,open,,,,\n2,access,DE,2026-10-01,open,,,,\n`, { mapping }, 'bad-csv', /not closed\n.*csv:2 /],
    ['a quote that is not doubled', `${HEAD}1,access,DE,2026-10-01,open,,,,\n2,"acc"ess",DE,2026-10-01,open,,,,\n`, { mapping }, 'bad-csv', /t\d+\.csv:3/],
    ['two columns with one name', HEAD.replace('outcome', 'status') + '1,access,DE,2026-10-01,open,,,,\n', { mapping: put(MAPPING.replace(', outcome: outcome', ''), 'two.yaml') }, 'bad-mapping', /2 columns are called “status”/],
    ['a column that is not there', HEAD.replace('country', 'countri') + '1,access,DE,2026-10-01,open,,,,\n', { mapping }, 'bad-mapping', /no column is called “country”; did you mean “countri”/],
    ['bytes that are not the encoding named', Buffer.concat([Buffer.from(HEAD), Buffer.from([0xe9, 0x0a])]), { mapping, encoding: 'utf-8' }, 'bad-csv', /not valid utf-8/],
    ['an unknown encoding', HEAD, { mapping, encoding: 'klingon' }, 'bad-value', /klingon/],
    ['an unknown delimiter', HEAD, { mapping, delimiter: '§' }, 'bad-value', /--delimiter/],
    ['a source that is no name', HEAD, { mapping, source: 'My Tracker' }, 'bad-value', /--source/],
  ];
  for (const [name, content, options, code, says] of errors) {
    it(name, async () => {
      await assert.rejects(take(lasting(), put(content), options), (e: UserError) => e.code === code && says.test([e.message, ...e.problems.map((p) => `${p.at} ${p.says}`)].join('\n')));
    });
  }
  it('a directory, a file that is not there', async () => {
    await assert.rejects(take(lasting(), '.', { mapping }), /cannot read \.: it is a directory/);
    await assert.rejects(take(lasting(), 'nowhere.csv', { mapping }), /cannot read nowhere\.csv: there is no such file/);
  });
  const mappings: [string, string, RegExp][] = [
    ['an unknown key, with the nearest', MAPPING.replace('jurisdiction:', 'jurisdicton:'), /m\d+\.yaml:2:\d+ unknown key “jurisdicton” in columns; did you mean “jurisdiction”/],
    ['a word for no type', `${MAPPING}types: { Auskunft: acess }\n`, /types\.Auskunft must be one of: access/],
    ['a place that does not exist', `${MAPPING}jurisdictions: { Ruritania: RT }\n`, /jurisdictions\.Ruritania: RT is not a place/],
    ['a wrong type', MAPPING.replace('source: test', 'source: [a]'), /m\d+\.yaml:1:\d+ source must be a string/],
    ['no source', MAPPING.replace('source: test\n', ''), /lacks “source”/],
    ['no YAML', 'source: "x\n', /m\d+\.yaml:/],
  ];
  for (const [i, [name, text, says]] of mappings.entries()) {
    it(`a mapping with ${name}`, async () => {
      const file = put(text, `m${i}.yaml`);
      await assert.rejects(take(lasting(), row('1,access,DE,2026-10-01,open,,,,\n'), { mapping: file }), (e: UserError) => e.code === 'bad-mapping' && says.test(e.problems.map((p) => `${p.at} ${p.says}`).join('\n')));
    });
  }
  it('headings without rows are incomplete, unless that is allowed', async () => {
    assert.equal((await take(lasting(), row(''), { mapping })).outcome.incomplete, true);
    assert.equal((await take(lasting(), row(''), { mapping }, { allowEmpty: true })).outcome.incomplete, false);
  });
  it('hostile headings and words are words', async () => {
    const file = put('id,type,country,received,__proto__,constructor\n1,__proto__,DE,2026-10-01,x,y\n2,access,DE,2026-10-01,x,y\n');
    const own = put('source: hostile\ncolumns: { reference: id, type: type, jurisdiction: country, received: received }\ntypes: { __proto__: erasure }\n', 'hostile.yaml');
    const ledger = lasting();
    await take(ledger, file, { mapping: own });
    assert.deepEqual((await held(ledger)).map((c) => sayCase(c.bodies)), ['erasure DE, received 2026-10-01', 'access DE, received 2026-10-01']);
  });
});

describe('dates as people write them', () => {
  const table: [string, string | undefined][] = [
    ['2026-01-10', '2026-01-10'], ['2026/1/5', '2026-01-05'], ['20260110', '2026-01-10'], ['2026-01-10 14:05', '2026-01-10'], ['2026-01-10T14:05:00+01:00', '2026-01-10T13:05:00Z'], ['2026-01-10 14:05:00 UTC', '2026-01-10T14:05:00Z'],
    ['10.01.2026', '2026-01-10'], ['1. 2. 26', '2026-02-01'], ['2026年1月10日', '2026-01-10'], ['令和8年1月10日', '2026-01-10'], ['R8.1.10', '2026-01-10'], ['令和元年5月1日', '2019-05-01'],
    ['10 Jan 2026', '2026-01-10'], ['Jan 10, 2026', '2026-01-10'], ['January 10th, 2026', '2026-01-10'], ['10-Jan-26', '2026-01-10'], ['10. März 2026', '2026-03-10'], ['1er janvier 2026', '2026-01-01'], ['10 de enero de 2026', '2026-01-10'], ['Mon, 12 Jan 2026', '2026-01-12'],
    ['13/02/2026', '2026-02-13'], ['02/13/2026', '2026-02-13'], ['5/5/2026', '2026-05-05'], ['１３/０２/２０２６', '2026-02-13'],
    ['2026-02-30', undefined], ['31/02/2026', undefined], ['soon', undefined], ['Q1 2026', undefined], ['2026-01-10T25:00:00Z', undefined], ['12345', undefined], ['by 1/2', undefined],
  ];
  for (const [text, expected] of table) {
    it(`${text} is ${expected ?? 'no date'}`, () => {
      const written = readDate(text, months);
      const moment = written && (momentOf(written, 'day-month', undefined) ?? momentOf(written, 'month-day', undefined));
      assert.equal(moment && formatMoment(moment), expected);
    });
  }
  it('3/4/2026 is two days, and none without an order', () => {
    const written = readDate('3/4/2026', months) ?? assert.fail();
    assert.deepEqual((['day-month', 'month-day', undefined] as const).map((order) => momentOf(written, order, undefined)).map((m) => m && formatMoment(m)), ['2026-04-03', '2026-03-04', undefined]);
  });
  it('46032 is a day only once the year is said from which it counts', () => {
    const written = readDate('46032', months) ?? assert.fail();
    assert.deepEqual(([undefined, 1900, 1904] as const).map((from) => momentOf(written, undefined, from)).map((m) => m && formatMoment(m)), [undefined, '2026-01-10', '2030-01-11']);
  });
  it('a column with both orders is told; a mapping decides, and what does not fit it is unreadable', async () => {
    const file = row('1,access,DE,31/1/2026,open,,,,\n2,access,DE,1/31/2026,open,,,,\n');
    await assert.rejects(take(lasting(), file, { mapping }), (e: UserError) => /both orders/.test(e.problems[0]?.says ?? ''));
    const own = put(`${MAPPING}dateOrder: day-month\n`, 'order.yaml');
    const { receipts } = await take(lasting(), file, { mapping: own });
    assert.deepEqual(receipts.map((r) => r.result), ['created', 'skipped']);
    assert.match(receipts[1]?.why ?? '', /no date in the order of its column/);
  });
});

describe('words in five languages', () => {
  const places = loadPlaces();
  const type = wordReader('type', {}, 'type', places);
  for (const [word, ...codes] of [
    ['Data Subject Access Request (DSAR)', 'access'], ['Right to Erasure', 'erasure'], ['Deletion', 'erasure'], ['Correction', 'rectification'], ['Access & Deletion', 'access', 'erasure'], ['Inquiry'], ['Unsubscribe'],
    ['Auskunft', 'access'], ['Löschung', 'erasure'], ['Droit à l’effacement', 'erasure'], ['Derecho de oposición', 'objection'], ['開示請求', 'access'], ['訂正等', 'rectification'], ['__proto__'],
  ] as const) it(`type “${word}”: ${codes.join(' or ') || 'not known'}`, () => assert.deepEqual(type(word), codes));
  for (const [heading, word, ...codes] of [
    ['jurisdiction', 'CA', 'CA', 'US-CA'], ['country', 'CA', 'CA'], ['State', 'CA', 'US-CA'], ['jurisdiction', 'Georgia', 'GE', 'US-GA'], ['jurisdiction', 'California, USA', 'US-CA'], ['jurisdiction', 'Kanada', 'CA'], ['jurisdiction', '日本', 'JP'],
    ['jurisdiction', 'UK', 'GB'], ['jurisdiction', 'us_ca', 'US-CA'], ['jurisdiction', 'TX', 'US-TX'], ['jurisdiction', 'GDPR', 'EU'], ['jurisdiction', 'Neverland'], ['jurisdiction', 'constructor'],
  ] as const) it(`“${word}” under “${heading}”: ${codes.join(' or ') || 'not known'}`, () => assert.deepEqual(wordReader('jurisdiction', {}, heading, places)(word), codes));
});

/** One row of a tracker, as values. */
interface Values {
  id: string;
  type: string;
  country: string;
  received: string;
  answered: string;
  outcome: string;
  name: string;
}

const COLUMNS = ['id', 'type', 'country', 'received', 'answered', 'outcome', 'name'] as const;
const MIXED = put('source: mixed\ncolumns: { reference: id, type: type, jurisdiction: country, received: received, answered: answered, outcome: outcome, name: name }\n', 'mixed.yaml');

const day = fc.integer({ min: 0, max: 300 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const values = (i: number): fc.Arbitrary<Values> => fc.record({
  id: fc.constant(`V-${i}`), type: fc.constantFrom('Access', 'Löschung', 'opt-out', ''), country: fc.constantFrom('Germany', 'California', 'Österreich', ''), received: day, answered: fc.oneof(day, fc.constant('')),
  outcome: fc.constantFrom('granted', 'refused', ''), name: fc.constantFrom('Änne "die" Weiß', 'a, b; c\td|e', 'two\nlines', '', ' x ', "'=1+1"),
});
const tracker = fc.integer({ min: 1, max: 12 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => values(i))));

function render(rows: readonly Values[], columns: readonly (keyof Values)[], delimiter: string, encoding: string, newline: string): Buffer {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const text = [columns.map(cell), ...rows.map((r) => columns.map((c) => cell(r[c])))].map((line) => line.join(delimiter)).join(newline) + newline;
  return iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') });
}

async function facts(file: Buffer, options: TrackerOptions): Promise<string[]> {
  const ledger = lasting();
  const { receipts } = await take(ledger, put(file, 'shuffled.csv'), options);
  const cases = await held(ledger);
  const privates = await ledger.recall((await ledger.privates()).map((p) => p.id));
  return receipts.map((r) => {
    const bodies = cases.find((c) => c.case === r.case)?.bodies ?? [];
    const personal = bodies.map((b) => ('private' in b && b.private ? privates.get(b.private.id) : null));
    return JSON.stringify([r.reference, r.result, r.why, r.warnings, sayCase(bodies), personal]);
  }).toSorted();
}

describe('properties', () => {
  it('the order of rows and columns, the delimiter, the encoding and the line ends change nothing', async () => {
    await fc.assert(fc.asyncProperty(
      tracker.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }))),
      fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length, maxLength: COLUMNS.length }), fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('utf-8', 'windows-1252', 'utf-16le', 'utf-16be'), fc.constantFrom('\n', '\r\n'),
      async ([rows, shuffled], columns, delimiter, encoding, newline) => {
        const plain = await facts(render(rows, COLUMNS, ',', 'utf-8', '\n'), { mapping: MIXED });
        assert.deepEqual(await facts(render(shuffled, columns, delimiter, encoding, newline), { mapping: MIXED }), plain);
      },
    ), { numRuns: 40 });
  });
  it('a second import changes nothing, whatever the file', async () => {
    await fc.assert(fc.asyncProperty(tracker, async (rows) => {
      const ledger = lasting();
      const file = put(render(rows, COLUMNS, ',', 'utf-8', '\n'), 'again.csv');
      const first = await take(ledger, file, { mapping: MIXED });
      const before = await ledger.head();
      const second = await take(ledger, file, { mapping: MIXED });
      assert.deepEqual(await ledger.head(), before);
      assert.equal(second.receipts.filter((r) => r.result === 'unchanged').length, first.receipts.filter((r) => r.result === 'created').length);
    }), { numRuns: 25 });
  });
});
