/** The records of a CSV text are those that csv-parse finds, wherever the pieces of the text end. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { tidied } from '../src/adapters/breathe.ts';
import { type CsvRow, records } from '../src/adapters/csv-records.ts';

const bits = fc.array(fc.constantFrom('a', 'é', '確', '\u{1f9ec}', '"', '""', ',', ',', '\n', '\n', ' ', '"a"', '"a,b"', '"x\ny"', ',"q"', ',"says ""q"""', ';', '\ufeff', 'x"y'), { maxLength: 30 });

async function read(text: string, size: number): Promise<CsvRow[] | 'broken'> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
  const rows: CsvRow[] = [];
  try {
    for await (const batch of records(pieces, ',', 'x.csv', false)) rows.push(...batch);
  } catch {
    return 'broken';
  }
  return rows;
}

/** What csv-parse says, and the line on which each record starts; `undefined` where a quote is out of place. */
function expected(text: string): CsvRow[] | undefined {
  try {
    let line = 1;
    return parse(text, { record_delimiter: '\n', bom: true, relax_column_count: true }).flatMap((cells: string[]) => {
      const row = { line, cells };
      line += 1 + cells.join('').split('\n').length - 1;
      return cells.length > 1 || cells[0] !== '' ? [row] : [];
    });
  } catch {
    return undefined;
  }
}

describe('the records of a CSV text', () => {
  it('are those of csv-parse, in pieces of any size', async () => {
    await fc.assert(fc.asyncProperty(bits, fc.constantFrom(1, 2, 3, 7, 1000), async (parts, size) => {
      const text = parts.join('');
      const [found, right] = [await read(text, size), expected(text)];
      if (right) assert.deepEqual(found, right);
      else assert.ok(found === 'broken' || found.some(({ fault }) => fault === 'quote'));
    }), { numRuns: 3000 });
  });

  it('go on after a quote out of place, with lines as they are in the file', async () => {
    const before = Array.from({ length: 500 }, (_, i) => `${i},"two\nlines"\n`).join('');
    const rows = await read(`${before}5" disk,x\n"b ""c""",y\n`, 4096);
    assert.deepEqual((rows as CsvRow[]).slice(499), [{ line: 999, cells: ['499', 'two\nlines'] }, { line: 1001, cells: [], fault: 'quote' }, { line: 1002, cells: ['b "c"', 'y'] }]);
  });
});

describe('memory of long reading', () => {
  it('is tidied after much of it, and more seldom where much is kept', () => {
    const { heapUsed } = process.memoryUsage();
    assert.deepEqual([tidied(1024), tidied(heapUsed / 4), tidied(heapUsed * 4 + 1e8)], [false, false, true]);
    assert.equal('gc' in globalThis, false);
  });
});
