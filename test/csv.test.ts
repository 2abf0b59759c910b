/** CSV as people keep it: encodings, delimiters, headings, and rows that are told by the line on which they start. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { sha256 } from '../src/core/hash.ts';
import { openCsv } from '../src/adapters/csv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'custos-csv-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes a file of its own and gives its name. */
function put(content: string | Buffer): string {
  files += 1;
  writeFileSync(path.join(folder, `${files}.csv`), content);
  return `${files}.csv`;
}

describe('the CSV reader', () => {
  const table: [string, string | Buffer, { encoding: string; delimiter: string; headings: string[]; line: number; rows: string[][] }][] = [
    ['plain', 'id,type\n1,a\n', { encoding: 'utf-8 valid', delimiter: ',', headings: ['id', 'type'], line: 1, rows: [['1', 'a']] }],
    ['UTF-8 with a mark', '\ufeffid;type\n1;ä\n', { encoding: 'utf-8 bom', delimiter: ';', headings: ['id', 'type'], line: 1, rows: [['1', 'ä']] }],
    ['UTF-16 with a mark', iconv.encode('id\ttype\n1\tä\n', 'utf-16be', { addBOM: true }), { encoding: 'utf-16be bom', delimiter: '\t', headings: ['id', 'type'], line: 1, rows: [['1', 'ä']] }],
    ['UTF-16 without', iconv.encode('id\ttype\n1\tä\n', 'utf-16le'), { encoding: 'utf-16le zeros', delimiter: '\t', headings: ['id', 'type'], line: 1, rows: [['1', 'ä']] }],
    ['UTF-16 without, in Japanese', iconv.encode('管理番号,処理名\nJ-1,一覧表の作成\nJ-2,採用\n', 'utf-16le'), { encoding: 'utf-16le zeros', delimiter: ',', headings: ['管理番号', '処理名'], line: 1, rows: [['J-1', '一覧表の作成'], ['J-2', '採用']] }],
    ['the other way round', iconv.encode('管理番号,処理名\nJ-1,一覧表の作成\nJ-2,採用\n', 'utf-16be'), { encoding: 'utf-16be zeros', delimiter: ',', headings: ['管理番号', '処理名'], line: 1, rows: [['J-1', '一覧表の作成'], ['J-2', '採用']] }],
    ['Windows-1252', iconv.encode('référence|type\n1|“5 €” – ü\n', 'windows-1252'), { encoding: 'windows-1252 guessed', delimiter: '|', headings: ['référence', 'type'], line: 1, rows: [['1', '“5 €” – ü']] }],
    ['Shift_JIS, too short to be guessed by its letters', iconv.encode('受付番号,x\n1,2\n', 'shift_jis'), { encoding: 'shift_jis guessed', delimiter: ',', headings: ['受付番号', 'x'], line: 1, rows: [['1', '2']] }],
    ['a declared delimiter', 'sep=;\nid;type,x\n1;2,3\n', { encoding: 'utf-8 valid', delimiter: ';', headings: ['id', 'type,x'], line: 2, rows: [['1', '2,3']] }],
    ['lines of all kinds, empty and blank rows', 'id,type\r\n1,a\n\n,\r2,"b\r\nc"\r', { encoding: 'utf-8 valid', delimiter: ',', headings: ['id', 'type'], line: 1, rows: [['1', 'a'], ['2', 'b\nc']] }],
    ['a title above, commas in semicolon text', 'Our requests, 2026;;\n;;\nid;type;received\n1;a, b;c\n', { encoding: 'utf-8 valid', delimiter: ';', headings: ['id', 'type', 'received'], line: 3, rows: [['1', 'a, b', 'c']] }],
    ['unnamed columns at the end', 'id,type,,\n1,a,,\n', { encoding: 'utf-8 valid', delimiter: ',', headings: ['id', 'type'], line: 1, rows: [['1', 'a']] }],
    ['names from the prototype', '__proto__,constructor,id\n1,2,3\n', { encoding: 'utf-8 valid', delimiter: ',', headings: ['__proto__', 'constructor', 'id'], line: 1, rows: [['1', '2', '3']] }],
  ];
  const known = ['id', 'type', 'received', 'référence', '受付番号'];
  for (const [name, content, expected] of table) {
    it(name, async () => {
      const csv = await openCsv(path.join(folder, put(content)), { isHeading: (cell) => known.includes(cell.trim()) });
      const rows: string[][] = [];
      for await (const batch of csv.rows()) rows.push(...batch.map((r) => r.cells));
      assert.deepEqual({ encoding: `${csv.encoding.name} ${csv.encoding.how}`, delimiter: csv.delimiter, headings: csv.headings, line: csv.headingLine, rows }, expected);
    });
  }
  it('--encoding wins over what was found', async () => {
    const csv = await openCsv(path.join(folder, put(iconv.encode('id,ž\n1,š\n', 'windows-1250'))), { encoding: 'windows-1250' });
    assert.deepEqual([csv.headings, csv.encoding.how], [['id', 'ž'], 'given']);
  });
  it('rows that cannot be trusted say why', async () => {
    const csv = await openCsv(path.join(folder, put('id,type\n1\n2,b,c\n3,b,,\n4,5" disk\n5,e\n')), {});
    const rows: [number, string | undefined][] = [];
    for await (const batch of csv.rows()) rows.push(...batch.map((r): [number, string | undefined] => [r.line, r.fault]));
    assert.deepEqual(rows, [[2, 'short'], [3, 'long'], [4, undefined], [5, 'quote'], [6, undefined]]);
  });
  it('a record without end does not fill the memory', async () => {
    const csv = await openCsv(path.join(folder, put(`id,type\n1,"${'x'.repeat(3_000_000)}\n`)), {});
    await assert.rejects(async () => {
      for await (const batch of csv.rows()) assert.deepEqual(batch, []);
    }, /not closed/);
  });
  it('a file that changes while it is read is told', async () => {
    const more = '1,a\n'.repeat(100_000);
    const file = path.join(folder, put(`id,type\n${more}`));
    const csv = await openCsv(file, {});
    writeFileSync(file, `id,type\n2,b\n${more}`);
    await assert.rejects(async () => {
      for await (const batch of csv.rows()) assert.ok(batch.length > 0);
    }, /was changed while it was read/);
  });
  it('a small file is read once, and what was read is hashed', async () => {
    const text = 'id,type\n1,a\n';
    const file = path.join(folder, put(text));
    const csv = await openCsv(file, {});
    writeFileSync(file, 'id,type\n1,b\n');
    for await (const batch of csv.rows()) assert.deepEqual(batch.map(({ cells }) => cells), [['1', 'a']]);
    assert.equal(csv.sha256, sha256(text));
  });
});

describe('rows and lines', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ä', '確', '😀', '"', ',', '\n', ' '), maxLength: 8 }).filter((text) => !text.startsWith('\uFEFF'));
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  it('are those of the table that was written, whatever the line ends and however long the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom(1, 1, 1, 20_000), async (rows, end, times) => {
        const table = Array.from({ length: times }, () => rows).flat();
        let line = 2;
        const expected: { line: number; cells: string[] }[] = [];
        for (const cells of table) {
          if (cells.some((text) => text.trim() !== '')) expected.push({ line, cells });
          line += 1 + cells.join('').split('\n').length - 1;
        }
        const text = ['id,type', ...table.map((cells) => cells.map(quote).join(','))].join('\n');
        const csv = await openCsv(path.join(folder, put(`${text}\n`.replaceAll('\n', end))), { delimiter: ',', isHeading: (heading) => heading === 'id' || heading === 'type' });
        const found: { line: number; cells: string[] }[] = [];
        for await (const batch of csv.rows()) for (const row of batch) found.push({ line: row.line, cells: row.cells });
        assert.deepEqual(found, expected);
      }),
      { numRuns: 40 },
    );
  });
  it('a letter may begin in one piece of a file and end in the next, and a broken one is found anywhere', async () => {
    for (let shift = 0; shift < 5; shift += 1) {
      const text = `id,type\n${'x'.repeat(shift)}${'確😀ä'.repeat(60_000)},1\n`;
      const csv = await openCsv(path.join(folder, put(text)), { delimiter: ',' });
      assert.equal(csv.encoding.how, 'valid');
      for await (const batch of csv.rows()) for (const row of batch) assert.equal(row.cells[0], text.slice(8, -3));
      const bytes = Buffer.from(text);
      bytes[300_000 + shift] = 0xff;
      assert.equal((await openCsv(path.join(folder, put(bytes)), { delimiter: ',' })).encoding.how, 'guessed');
    }
  });
  it('blank rows are handed over to those who ask for them', async () => {
    const csv = await openCsv(path.join(folder, put('id,type\n1,a\n\n,\n2,b\n')), { keepBlank: true });
    const seen: [number, boolean][] = [];
    for await (const batch of csv.rows()) for (const row of batch) seen.push([row.line, row.blank === true]);
    assert.deepEqual(seen, [[2, false], [4, true], [5, false]]);
  });
});
