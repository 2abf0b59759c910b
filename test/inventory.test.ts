/** `custos inventory check`: what shuffling, other separators and encodings change (nothing), exceptions, and bad input. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { Finding } from '../src/core/report.ts';
import { ROOT, ask } from './session.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'custos-inventory-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const EXAMPLE = path.join(ROOT, 'fixtures', 'innomics');
const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const name of ['envelope', 'findings', 'inventory-map', 'art30', 'rules', 'plan']) ajv.addSchema(JSON.parse(readFileSync(path.join(ROOT, 'schemas', `${name}.schema.json`), 'utf8')) as object, name);

interface Answer {
  code: number;
  items: Finding[];
  summary: Record<string, unknown> & { rows: number; evaluated: number; gaps: number };
  out: string;
  err: string;
}

let files = 0;

function put(content: string | Buffer): string {
  files += 1;
  writeFileSync(path.join(folder, `${files}.csv`), content);
  return `${files}.csv`;
}

async function check(...argv: string[]): Promise<Answer> {
  const { code, out, err } = await ask(['inventory', 'check', ...argv, '--json'], folder);
  if (out === '') return { code, items: [], summary: { rows: 0, evaluated: 0, gaps: 0 }, out, err };
  const answer = JSON.parse(out) as Pick<Answer, 'items' | 'summary'>;
  assert.ok(ajv.validate('findings', answer), ajv.errorsText());
  assert.equal(answer.summary.rows, answer.summary.evaluated + answer.summary.gaps);
  return { code, ...answer, out, err };
}

/** What a finding says, wherever its row stands. */
const essence = (items: readonly Finding[]): string[] => items.map((f) => `${f.fingerprint} ${f.rule} ${f.severity} ${f.kind} ${f.at.key ?? '-'} ${f.at.column ?? '-'}: ${f.message}`).toSorted();

const quote = (cell: string, delimiter: string): string => (cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const write = (table: readonly (readonly string[])[], delimiter = ','): string => table.map((row) => `${row.map((cell) => quote(cell, delimiter)).join(delimiter)}\n`).join('');

for (const name of ['inventory.csv', 'samples.csv']) {
  describe(`the example's ${name}`, () => {
    const text = readFileSync(path.join(EXAMPLE, name), 'utf8');
    const [headings = [], ...rows] = parse(text);
    it('breaks what it breaks, whatever the order of rows and columns, the delimiter, the line ends and the encoding', async () => {
      const expected = essence((await check(put(text))).items);
      assert.ok(expected.length > 5);
      const order = fc.shuffledSubarray(headings.map((_, i) => i), { minLength: headings.length });
      const lines = fc.shuffledSubarray(rows, { minLength: rows.length });
      await fc.assert(fc.asyncProperty(order, lines, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n'), fc.constantFrom('utf-8', 'utf-8 bom', 'utf-16le', 'windows-1252'), async (columns, shuffled, delimiter, end, encoding) => {
        const table = [headings, ...shuffled].map((row) => columns.map((i) => row[i] as string));
        const content = write(table, delimiter).replaceAll('\n', end);
        const bytes = encoding === 'utf-8 bom' ? Buffer.from(`\uFEFF${content}`) : iconv.encode(content, encoding, { addBOM: encoding === 'utf-16le' });
        assert.deepEqual(essence((await check(put(bytes))).items), expected);
      }), { numRuns: 40 });
    });
    it('gives the same bytes twice', async () => {
      const file = put(text);
      assert.equal((await check(file)).out, (await check(file)).out);
    });
    it('prints no free text and nobody\'s reference without --reveal, in no format', async () => {
      const hidden = [...new Set(rows.flatMap((row) => headings.flatMap((heading, i) => (['subject_ref', 'recipients', 'asset_name', 'owner'].includes(heading) && (row[i] as string).length > 1 && row[i] !== 'none' ? [row[i] as string] : []))))];
      for (const format of ['table', 'json', 'ndjson', 'csv', 'markdown', 'html', 'sarif', 'junit']) {
        const { out, err } = await ask(['inventory', 'check', put(text), '--format', format], folder);
        assert.notEqual(out, '');
        for (const word of hidden) assert.ok(!out.includes(word) && !err.includes(word), `${format}: ${word}`);
      }
    });
  });
}

const HEAD = 'asset_id,asset_name,data_category,legal_basis,subject_jurisdiction,purpose,owner,retention_period';
const BAD_ROW = 'A-1,Portal,genetic_data,legitimate_interests,DE,result_reporting,IT,P1Y@collection';

describe('waivers and baseline', () => {
  const table = `${HEAD}\n${BAD_ROW}\nA-2,Shop,contact_data,contract,DE,billing,IT,\n`;
  it('a waived finding stays visible and fails nothing', async () => {
    const file = put(table);
    const { items, code } = await check(file);
    assert.equal(code, 1);
    const errors = items.filter((f) => f.severity === 'error');
    writeFileSync(path.join(folder, 'waivers.yaml'), `waivers:\n${errors.map((f) => `  - { fingerprint: "${f.fingerprint}", reason: decided by counsel, owner: DPO, granted: 2026-11-01, expires: 2027-05-01 }\n`).join('')}`);
    const waived = await check(file, '--waivers', 'waivers.yaml');
    assert.equal(waived.items.length, items.length);
    assert.equal(waived.items.filter((f) => f.waived?.owner === 'DPO').length, errors.length);
    assert.equal(waived.summary['waived'], errors.length);
    assert.notEqual(waived.code, 1);
  });
  it('only what is new fails, and a swap of two findings is seen', async () => {
    const before = path.join(folder, 'before.json');
    writeFileSync(before, (await check(put(table))).out);
    const same = await check(put(table), '--baseline', before);
    assert.deepEqual([same.items.length, same.summary['baseline']], [0, { known: (JSON.parse(readFileSync(before, 'utf8')) as { items: unknown[] }).items.length, new: 0, fixed: 0 }]);
    assert.notEqual(same.code, 1);
    const swapped = await check(put(`${HEAD}\n${BAD_ROW.replace('A-1', 'A-3')}\nA-2,Shop,contact_data,contract,DE,billing,IT,\n`), '--baseline', before);
    assert.equal(swapped.code, 1);
    assert.ok(swapped.items.every((f) => f.at.key === 'A-3'));
    assert.equal((swapped.summary['baseline'] as { new: number; fixed: number }).new, (swapped.summary['baseline'] as { fixed: number }).fixed);
  });
  it('a list that is cut short says so, and a baseline of it is told to be one', async () => {
    const short = await check(put(table), '--max-findings', '1');
    assert.equal(short.items.length, 1);
    assert.ok((short.summary['findings'] as number) > 1);
    writeFileSync(path.join(folder, 'short.json'), short.out);
    assert.match((await check(put(table), '--baseline', 'short.json')).err, /lists only a part of its findings/);
  });
});

describe('bad input', () => {
  const row = 'A-1,x,contact_data,contract,DE,billing,IT,P1Y@contract_end';
  const cases: [string, () => string[], number, RegExp][] = [
    ['an empty file', () => [put('')], 2, /is empty/],
    ['a header alone', () => [put(`${HEAD}\n`)], 4, /^$/],
    ['a binary file', () => [put(Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 37) % 256)))], 2, /not a text file/],
    ['a spreadsheet', () => [put(Buffer.from('504b030414000600', 'hex'))], 2, /spreadsheet/],
    ['an unclosed quote', () => [put(`${HEAD}\nA-1,"x,contact_data\n`)], 2, /not closed/],
    ['headings that nobody knows', () => [put('foo,bar,baz\n1,2,3\n')], 2, /no heading is known[^]*inventory map/],
    ['a directory', () => ['.'], 2, /cannot read|directory/],
    ['a file that is not there', () => ['nothing.csv'], 2, /no such file/],
    ['a mapping with an unknown key', () => [put(`${HEAD}\n${row}\n`), '--mapping', map('colums: {asset_id: asset_id}')], 2, /unknown key “colums”[^]*did you mean “columns”/],
    ['a mapping with an unknown column', () => [put(`${HEAD}\n${row}\n`), '--mapping', map('columns: {asset_idd: asset_id}')], 2, /no column “asset_idd”; did you mean asset_id/],
    ['a mapping with a heading that the file does not have', () => [put(`${HEAD}\n${row}\n`), '--mapping', map('columns: {asset_id: Kennung}')], 2, /no heading “Kennung”/],
    ['a policy that is none', () => [put(`${HEAD}\n${row}\n`), '--policy', map('promises: 3')], 2, /promises must be a list/],
    ['waivers that are none', () => [put(`${HEAD}\n${row}\n`), '--waivers', map('waivers: [{owner: x}]')], 2, /waivers/],
    ['a baseline that is none', () => [put(`${HEAD}\n${row}\n`), '--baseline', map('hello: world')], 2, /holds no findings/],
    ['a horizon that is no number', () => [put(`${HEAD}\n${row}\n`), '--horizon', 'soon'], 2, /--horizon: “soon” is not a number of days/],
    ['a level that asks about clocks', () => [put(`${HEAD}\n${row}\n`), '--fail-on', 'overdue'], 2, /--fail-on: “overdue” is not a level/],
    ['no file', () => [], 2, /missing required argument/],
  ];
  function map(text: string): string {
    writeFileSync(path.join(folder, 'map.yaml'), text);
    return 'map.yaml';
  }
  for (const [name, argv, code, says] of cases) {
    it(name, async () => {
      const answer = await check(...argv());
      assert.deepEqual([answer.code, says.test(answer.err)], [code, true], answer.err);
    });
  }
  it('a cell of ten megabytes is a clear error, not a full memory', async () => {
    const { code, err } = await check(put(`${HEAD}\nA-1,"${'x'.repeat(10_000_000)}",contact_data,contract,DE,billing,IT,P1Y@contract_end\n`));
    assert.deepEqual([code, /has no end|longer/.test(err)], [2, true], err);
  });
  it('five thousand columns', async () => {
    const more = Array.from({ length: 5000 }, (_, i) => `extra ${i}`);
    const { summary } = await check(put(`${HEAD},${more.join(',')}\n${row},${more.map(() => 'v').join(',')}\n`));
    assert.equal(summary.evaluated, 1);
  });
  it('rows that cannot be judged are told, counted, and asked nothing else', async () => {
    const { items, summary, code } = await check(put(`${HEAD}\n${row}\nA-2,short\n<<<<<<< HEAD\n${HEAD}\n${row.replace('A-1', 'A-3')},more\n`));
    assert.deepEqual([summary.rows, summary.evaluated, summary.gaps, code], [5, 1, 4, 1]);
    assert.deepEqual(items.filter((f) => f.rule === 'quality/malformed-row').map((f) => f.at.line), [3, 4, 5, 6]);
  });
  it('hostile headings are headings', async () => {
    const { summary } = await check(put(`${HEAD},__proto__,constructor,toString,=cmd|' /C calc'!A0\n${row},1,2,3,4\n`));
    assert.deepEqual((summary['columns'] as { unmapped: string[] }).unmapped.slice(0, 3), ['__proto__', 'constructor', 'toString']);
  });
  it('two files are one inventory, and one id in both is found', async () => {
    const { items, summary } = await check(put(`${HEAD}\n${row}\n`), put(`${HEAD}\n${row}\n`));
    assert.equal(summary.rows, 2);
    assert.equal(items.filter((f) => f.rule === 'quality/duplicate-id').length, 1);
  });
  it('a preamble and blank rows are no rows, and are listed', async () => {
    const { summary } = await check(put(`Our data map,,,,,,,\n,,,,,,,\n${HEAD}\n${row}\n,,,,,,,\n${row.replace('A-1', 'A-2')}\n`));
    assert.equal(summary.rows, 2);
    assert.deepEqual((summary['skipped'] as { lines: number[] }[])[0]?.lines, [1, 5]);
  });
});

describe('mapping', () => {
  it('is asked once in a terminal and kept', async () => {
    const { mapInventory } = await import('../src/cli/inventory/mapping.ts');
    const { createApp } = await import('../src/cli/app.ts');
    const name = put('Kennziffer XY,Was wir damit tun,data_category\nA-1,billing,Stammdaten XY\n');
    const io = { out() {}, err() {}, env: { HOME: folder }, cwd: folder, clock: () => 0, stdoutIsTerminal: false, canAsk: true, columns: undefined, user: async () => 'x' };
    const app = createApp(io, ROOT, { input: true, asOf: '2026-11-25' });
    const asked: string[] = [];
    await mapInventory(app, name, {}, (question) => {
      asked.push(question.message);
      if (question.message.includes('Which column')) return Promise.resolve(question.message.includes('Kennziffer') ? 'asset_id' : 'purpose');
      return Promise.resolve(question.message.includes('Stammdaten') ? 'contact_data' : (question.choices?.find((c) => c.name.startsWith('another'))?.value ?? ''));
    });
    assert.equal(asked.length, 5);
    assert.match(readFileSync(path.join(folder, `${name}.mapping.yaml`), 'utf8'), /asset_id: Kennziffer XY[^]*purpose: Was wir damit tun[^]*Stammdaten XY: contact_data/);
    const { items, code } = await check(name);
    assert.ok(code !== 2);
    assert.deepEqual(items.filter((f) => f.rule === 'quality/unknown-or-mixed-code'), []);
  });
});

describe('kinds of JSON', () => {
  const runs: [string, string[]][] = [
    ['inventory-map', ['inventory', 'map', path.join(EXAMPLE, 'inventory.csv')]], ['art30', ['inventory', 'art30', path.join(EXAMPLE, 'inventory.csv')]],
    ['rules', ['rule', 'list']], ['rules', ['rule', 'show', 'retention/period-missing']],
  ];
  for (const [kind, argv] of runs) {
    it(`${argv.slice(0, 2).join(' ')} is valid`, async () => {
      const { out, err } = await ask([...argv, '--json'], folder);
      assert.ok(ajv.validate(kind, JSON.parse(out)), `${ajv.errorsText()} ${err}`);
    });
  }
});

describe('request plan', () => {
  it('says for each row of the person what happens to it', async () => {
    const home = path.join(folder, 'plan');
    mkdirSync(home);
    await ask(['request', 'log', '--type', 'withdraw-consent', '--received', '2026-11-02', '--in', 'US-CA', '--data', 'genetic,biological-sample', '--subject', 'P-7'], home);
    const { out, code } = await ask(['request', 'plan', 'R-1', '--inventory', path.join(EXAMPLE, 'samples.csv'), '--json'], home);
    const answer = JSON.parse(out) as { items: { key: string; fate: string; by: string | null }[] };
    assert.ok(ajv.validate('plan', answer), ajv.errorsText());
    assert.deepEqual(answer.items.map(({ key, fate, by }) => [key, fate, by]), [['S-1001', 'destroy', '2026-12-02'], ['S-1002', 'keep', '2028-02-04']]);
    assert.equal(code, 0);
    assert.ok(!out.includes('P-7'));
  });
  it('is only for requests that ask for something to go', async () => {
    const home = path.join(folder, 'plan-access');
    mkdirSync(home);
    await ask(['request', 'log', '--type', 'access', '--received', '2026-11-02', '--in', 'DE'], home);
    const { code, err } = await ask(['request', 'plan', 'R-1', '--inventory', 'x.csv'], home);
    assert.deepEqual([code, /asks for access: nothing is erased/.test(err)], [2, true]);
  });
});

describe('the configuration', () => {
  it('says which columns tell one asset from another, and what an audit checks', async () => {
    const home = path.join(folder, 'configured');
    mkdirSync(home);
    const table = 'asset_id,data_category,legal_basis,purpose,retention_period\nA-1,contact_data,contract,billing,P1Y@contract_end\nA-1,transaction_data,contract,billing,P1Y@contract_end\n';
    writeFileSync(path.join(home, 'a.csv'), table);
    const rules = async (): Promise<string[]> => (JSON.parse((await ask(['audit', '--json'], home)).out) as { items: Finding[] }).items.filter((f) => f.area === 'inventory').map((f) => f.rule);
    writeFileSync(path.join(home, 'custos.yaml'), 'inventory: {files: [a.csv]}\n');
    assert.ok((await rules()).includes('quality/duplicate-id'));
    writeFileSync(path.join(home, 'custos.yaml'), 'inventory: {files: [a.csv], key: [asset_id, data_category]}\n');
    const found = await rules();
    assert.ok(found.length > 0 && !found.includes('quality/duplicate-id'));
    writeFileSync(path.join(home, 'custos.yaml'), 'inventory: {files: [a.csv], key: [asset]}\n');
    const { code, err } = await ask(['audit'], home);
    assert.deepEqual([code, /inventory.key: there is no column “asset”/.test(err)], [2, true]);
  });
});

describe('what a plan leaves to people', () => {
  const COLUMNS = 'record_id,subject_ref,data_category,legal_basis,record_class,retention_basis,legal_hold,legal_hold_released_date,clia_regulated,report_date,subject_jurisdiction';
  let n = 0;
  async function fates(type: string, data: string, ...rows: string[]): Promise<{ fates: string[]; err: string; code: number }> {
    const home = path.join(folder, `plan-${(n += 1)}`);
    mkdirSync(home);
    writeFileSync(path.join(home, 'r.csv'), `${[COLUMNS, ...rows].join('\n')}\n`);
    await ask(['request', 'log', '--type', type, '--received', '2026-11-02', '--in', 'US-CA', ...(data === '' ? [] : ['--data', data]), '--ref', 'P-7'], home);
    const { out, err, code } = await ask(['request', 'plan', 'R-1', '--inventory', 'r.csv', '--json'], home);
    return { fates: (JSON.parse(out) as { items: { key: string; fate: string }[] }).items.map((i) => `${i.key} ${i.fate}`), err, code };
  }
  const cases: [string, string, string, string, string[]][] = [
    ['a law that the row names', 'erasure', 'genetic', 'A,P-7,financial_data,contract,,§ 147 AO,,,,,DE', ['A cannot-tell']],
    ['a basis that is a legal obligation', 'erasure', 'genetic', 'A,P-7,financial_data,legal_obligation,,,,,,,DE', ['A cannot-tell']],
    ['neither', 'erasure', 'genetic', 'A,P-7,financial_data,contract,,,,,,,DE', ['A delete']],
    ['a class that the schedule does not have, where the category may have a minimum', 'erasure', 'genetic', 'A,P-7,genetic_test_report,consent,clia.test_reports,,,,yes,2026-03-02,US-CA', ['A cannot-tell']],
    ['a kind of data that is not known', 'erasure', 'genetic', 'A,P-7,Flugdaten,consent,,,,,,,US-CA', ['A cannot-tell']],
    ['a hold that ended on no day that can be read', 'erasure', 'genetic', 'A,P-7,contact_data,contract,,,yes,siehe Akte,,,DE', ['A cannot-tell']],
    ['a hold of which nobody knows', 'erasure', 'genetic', 'A,P-7,contact_data,contract,,,vielleicht,,,,DE', ['A cannot-tell']],
    ['a hold that stands', 'erasure', 'genetic', 'A,P-7,contact_data,contract,,,yes,,,,DE', ['A hold']],
    ['a withdrawal and a row that rests on a contract', 'withdraw-consent', 'genetic', 'A,P-7,genetic_data,contract,,,,,,,US-CA', []],
    ['a withdrawal and a sample that it does not name', 'withdraw-consent', 'genetic', 'A,P-7,biological_sample,consent,,,,,,,US-CA', []],
    ['a withdrawal that names samples', 'withdraw-consent', 'genetic,biological-sample', 'A,P-7,biological_sample,consent,,,,,,,US-CA', ['A destroy']],
    ['a withdrawal and a row whose basis is not recorded', 'withdraw-consent', 'genetic', 'A,P-7,genetic_data,,,,,,,,US-CA', ['A cannot-tell']],
    ['a withdrawal without a kind of data', 'withdraw-consent', '', 'A,P-7,genetic_data,consent,,,,,,,US-CA', ['A cannot-tell']],
    ['samples only, and a row that may be one', 'destroy-sample', 'biological-sample', 'A,P-7,siehe Akte,consent,,,,,,,US-CA', ['A cannot-tell']],
    ['the reference in other letters', 'erasure', 'genetic', 'A,p–7,contact_data,contract,,,,,,,DE', ['A delete']],
    ['the reference among others', 'erasure', 'genetic', 'A,P-7;P-8,contact_data,contract,,,,,,,DE', ['A cannot-tell']],
    ['somebody else', 'erasure', 'genetic', 'A,P-77,contact_data,contract,,,,,,,DE', []],
  ];
  for (const [name, type, data, row, expected] of cases) it(name, async () => assert.deepEqual((await fates(type, data, row)).fates, expected));
  it('says what it left out, and how a reference is written', async () => {
    const { err } = await fates('withdraw-consent', 'genetic', 'A,P-7,genetic_data,contract,,,,,,,US-CA', 'B,p-7,genetic_data,consent,,,,,,,US-CA');
    assert.match(err, /does not concern them: line 2/);
    assert.match(err, /written another way on line 3/);
  });
});
