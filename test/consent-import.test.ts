/** Files of consents: nothing that they say is lost, and the order of their rows says nothing. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type Answer, ask, inFolder } from './session.ts';

interface Custos {
  (line: string): Promise<Answer>;
  write(name: string, text: string): void;
  read(name: string): string;
}

interface Imported {
  items: { line: number; result: string; request: string | null; why: string | null; warnings: string[] }[];
  summary: { columns: { unmapped: string[] } };
}

function test(work: (custos: Custos) => Promise<void>): () => Promise<void> {
  return () => inFolder((folder) => work(Object.assign((line: string) => ask(line.split(' '), folder), {
    write: (name: string, text: string) => writeFileSync(path.join(folder, name), text), read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
  })));
}

async function taken(custos: Custos, line: string): Promise<Imported> {
  const { out, err } = await custos(`consent import ${line} --json`);
  return JSON.parse(out || assert.fail(err)) as Imported;
}

const HEAD = 'subject_ref,consent_scope,consent_status,consent_date,consent_withdrawn_date,consent_method,guardian_relation,subject_jurisdiction,consent_evidence_ref';
const table = (...rows: string[]): string => `${[HEAD, ...rows].join('\n')}\n`;
const stateOf = async (custos: Custos, more = ''): Promise<string> => /^C-\d+,[^,]*,([^,]*)/m.exec((await custos(`consent show S-1 --format csv${more}`)).out)?.[1] ?? 'none';

describe('the record of ISO/IEC TS 27560', () => {
  const NOTICES = ['N-1', 'N-2', 'N-3'];
  it('keeps with which notice, in which language and with what evidence each consent was given', test(async (custos) => {
    for (const [i, notice] of NOTICES.entries()) await custos(`consent record S-1 --scope marketing_email --on 202${i + 2}-01-05 --status ${i === 0 ? 'granted' : 'renewed'} --notice ${notice} --language ${i === 0 ? 'de' : 'en'} --evidence form-${i} --method signature`);
    custos.write('all.json', (await custos('consent show --reveal --json')).out);
    assert.deepEqual((await taken(custos, 'all.json')).items.map(({ result }) => result), ['unchanged']);
    await taken(custos, 'all.json --ledger other.db');
    const events = async (more: string) => (await custos(`consent show --case C-1 --reveal${more}`)).out.split('\n').filter((line) => / granted | renewed /.test(line)).map((line) => line.replace(/^ +C-1 +\d+/, ''));
    const before = await events('');
    assert.deepEqual(await events(' --ledger other.db'), before);
    for (const [i, notice] of NOTICES.entries()) assert.ok(before[i]?.includes(`notice ${notice}`) && before[i]?.includes(`evidence form-${i}`), before[i]);
  }));
  it('of somebody else has a notice for the last consent alone', test(async (custos) => {
    const event = (state: string, time: string) => ({ event_time: time, event_state: state, entity_id: 'pii_principal', event_type: 'signature', validity_duration: null });
    const record = { pii_principal_id: 'S-1', pii_processing: { privacy_notice: 'N-3', language: 'en', purposes: [{ purpose: 'marketing_email' }] }, events: [event('granted', '2022-01-05'), event('renewed', '2023-01-05'), event('withdrawn', '2024-01-05')] };
    custos.write('one.json', JSON.stringify([record]));
    await custos('consent import one.json --history');
    const { out } = await custos('consent show S-1');
    assert.match(out, /granted \(signature\)\n.*renewed \(signature, notice N-3, en\)\n.*withdrawn/);
  }));
});

describe('a file that was corrected', () => {
  it('brings the place of a withdrawal, and with it the request', test(async (custos) => {
    const row = (place: string) => table(`S-1,gipa_a_use,withdrawn,2026-01-05,2026-11-20,signature,,${place},`);
    custos.write('c.csv', row(''));
    assert.match((await custos('consent import c.csv')).out, /no clock runs/);
    custos.write('c.csv', row('US-CA'));
    assert.deepEqual((await taken(custos, 'c.csv')).items.map(({ result, request }) => [result, request]), [['changed', 'R-1']]);
    assert.match((await custos('request list')).out, /R-1 +2026-12-20/);
    assert.equal((await custos('audit')).code, 0);
    assert.match((await custos('consent show S-1')).out, /withdrawn \(US-CA, R-1\)/);
    assert.deepEqual((await taken(custos, 'c.csv')).items.map(({ result, request }) => [result, request]), [['unchanged', null]]);
    assert.equal(await stateOf(custos), 'withdrawn');
    custos.write('c.csv', row('DE'));
    assert.match((await taken(custos, 'c.csv')).items[0]?.why ?? '', /with another subject_jurisdiction: if the row is right, custos consent correct C-1/);
  }));
  it('gives a withdrawal that was recorded by hand its request, unless it was dealt with', test(async (custos) => {
    await custos('consent record S-1 --scope gipa_a_use --on 2026-01-05');
    await custos('consent withdraw S-1 --scope gipa_a_use --on 2026-11-20');
    custos.write('c.csv', table('S-1,gipa_a_use,withdrawn,2026-01-05,2026-11-20,,,US-CA,'));
    assert.equal((await taken(custos, 'c.csv --dry-run')).items[0]?.request, 'R-1');
    assert.equal((await taken(custos, 'c.csv --history')).items[0]?.request, null);
    assert.equal((await taken(custos, 'c.csv')).items[0]?.request, 'R-1');
  }));
  it('brings evidence, once, and contradicts other evidence', test(async (custos) => {
    const row = (evidence: string) => table(`S-1,marketing_email,withdrawn,2026-01-05,2026-01-05,signature,,DE,${evidence}`);
    custos.write('c.csv', row(''));
    await custos('consent import c.csv');
    custos.write('c.csv', row('form-1'));
    assert.equal((await taken(custos, 'c.csv')).items[0]?.result, 'changed');
    assert.match((await custos('consent show S-1 --reveal')).out, /granted \(DE, signature, evidence form-1\)/);
    assert.equal(await stateOf(custos), 'withdrawn', 'what came after it on its day still does');
    assert.equal((await taken(custos, 'c.csv')).items[0]?.result, 'unchanged');
    custos.write('c.csv', row('form-2'));
    const { code, out, err } = await custos('consent import c.csv');
    assert.equal(code, 4);
    assert.match(out, /with another consent_evidence_ref/);
    assert.doesNotMatch(out + err, /form-/);
  }));
  it('that says what somebody struck is told, and is not taken up again', test(async (custos) => {
    custos.write('c.csv', table('S-1,marketing_email,granted,2026-01-05,,signature,,,'));
    await custos('consent import c.csv');
    await custos('consent correct C-1 2');
    const [item] = (await taken(custos, 'c.csv')).items;
    assert.equal(item?.result, 'unchanged');
    assert.match(item?.warnings.join() ?? '', /C-1: “granted on 2026-01-05” was recorded and struck: it is not recorded again/);
    assert.equal(await stateOf(custos), 'none');
  }));
});

/** Every order of some rows. */
function orders<T>(rows: readonly T[]): T[][] {
  return rows.length < 2 ? [rows.slice()] : rows.flatMap((row, i) => orders(rows.toSpliced(i, 1)).map((rest) => [row, ...rest]));
}

/** Of many orders a few, among them the first and the last. */
const some = <T>(all: readonly T[]): T[] => all.filter((_, i) => all.length < 10 || i % 4 === 0 || i === all.length - 1);

describe('the order of rows', () => {
  const said = (status: string, given: string, ended = '', more = 'signature,,DE') => `S-1,marketing_email,${status},${given},${ended},${more},`;
  const cases: [string, string[], string, number][] = [
    ['a life', [said('granted', '2026-01-05'), said('withdrawn', '', '2026-03-01'), said('granted', '2026-05-01'), said('withdrawn', '', '2026-07-01')], 'withdrawn', 0],
    ['renewed and withdrawn', [said('granted', '2026-01-05'), said('renewed', '2026-03-01'), said('withdrawn', '', '2026-07-01')], 'withdrawn', 0],
    ['rows with two days each', [said('withdrawn', '2026-01-05', '2026-03-01'), said('withdrawn', '2026-05-01', '2026-07-01'), said('granted', '2026-09-01')], 'given', 0],
    ['rows that need each other', [said('withdrawn', '2026-01-05', '2026-12-01').replace('2026-12-01', '2026-11-01'), said('withdrawn', '', '2026-03-01'), said('granted', '2026-05-01')], 'withdrawn', 0],
    ['a contradiction', [said('granted', '2026-01-05'), said('renewed', '2026-05-01'), said('withdrawn', '', '2026-03-01')], 'withdrawn', 4],
    ['both parents', [said('granted', '2026-01-05', '', 'signature,mother,DE'), said('granted', '2026-01-05', '', 'signature,father,DE')], 'given', 0],
    ['times of one day', [said('granted', '2026-01-05T15:00:00Z'), said('withdrawn', '', '2026-01-05T17:00:00Z')], 'withdrawn', 0],
  ];
  for (const [name, rows, state, code] of cases) {
    it(`makes no difference: ${name}`, test(async (custos) => {
      const shown = new Set<string>();
      for (const [i, order] of some(orders(rows)).entries()) {
        custos.write('c.csv', table(...order));
        const tried = await custos(`consent import c.csv --dry-run --ledger l${i}.db`);
        const done = await custos(`consent import c.csv --ledger l${i}.db`);
        assert.deepEqual([tried.code, done.code], [code, code], order.join('\n'));
        const events = (await custos(`consent show S-1 --ledger l${i}.db`)).out.split('\n').filter((line) => line.startsWith('  C-')).map((line) => line.replace(/^ +C-1 +\d+/, '').replace(/R-\d/, 'R')).toSorted();
        shown.add(events.join('\n'));
        assert.equal(await stateOf(custos, ` --ledger l${i}.db`), state, order.join('\n'));
        const { items } = await taken(custos, `c.csv --ledger l${i}.db`);
        assert.ok(items.every(({ result }) => result === 'unchanged' || result === 'skipped'));
        assert.deepEqual(items.map(({ line }) => line), rows.map((_, k) => k + 2));
      }
      assert.equal(shown.size, 1, [...shown].join('\n---\n'));
    }));
  }
  it('reaches over the whole file', test(async (custos) => {
    const others = Array.from({ length: 450 }, (_, i) => `T-${i},marketing_email,granted,2026-01-05,,signature,,DE,`);
    custos.write('c.csv', table(said('withdrawn', '', '2026-07-01'), ...others, said('granted', '2026-01-05')));
    assert.equal((await custos('consent import c.csv')).code, 0);
    assert.equal(await stateOf(custos), 'withdrawn');
  }));
});

describe('a row', () => {
  it('may not lie ahead of now, not even on its day', test(async (custos) => {
    custos.write('c.csv', table('S-1,marketing_email,granted,2026-11-25T20:00:00Z,,signature,,DE,'));
    const { code, out } = await custos('consent import c.csv --as-of 2026-11-25T12:00:00Z');
    assert.equal(code, 4);
    assert.match(out, /lies in the future/);
  }));
  it('of two guardians is of both', test(async (custos) => {
    custos.write('c.csv', table('S-1,marketing_email,granted,2026-01-05,,signature,mother; father,DE,form-1'));
    await custos('consent import c.csv');
    assert.match((await custos('consent show S-1')).out, /by guardian \(mother\)\)\n.*by guardian \(father\)/);
    assert.equal((await taken(custos, 'c.csv')).items[0]?.result, 'unchanged');
    custos.write('all.json', (await custos('consent show --reveal --json')).out);
    assert.equal((await taken(custos, 'all.json')).items[0]?.result, 'unchanged');
  }));
  it('says what of the file was not read, also what an inventory would read', test(async (custos) => {
    custos.write('c.csv', 'subject_ref,consent_scope,consent_status,consent_date,Land,retention_period,Bemerkung\nS-1,marketing_email,granted,2026-01-05,DE,3 years,x\n');
    const { err } = await custos('consent import c.csv');
    assert.match(err, /columns that are not read: Land, retention_period, Bemerkung/);
    assert.match(err, /Land: not read as where the person is; if it is that, choose it as subject_jurisdiction: custos inventory map c\.csv/);
    assert.deepEqual((await taken(custos, 'c.csv')).summary.columns.unmapped, ['Land', 'retention_period', 'Bemerkung']);
  }));
});
