/** Which column a heading means: fixtures/inventory/headings/*.csv. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import data from '../src/data/inventory-headings.json' with { type: 'json' };
import { type Column, COLUMNS, isColumn } from '../src/inventory/columns.ts';
import { columnOf, isHeading, mapHeadings, templateOf } from '../src/inventory/headings.ts';
import { suggest } from '../src/inventory/suggest.ts';
import { forms, squeeze } from '../src/inventory/fold.ts';
import { ROOT } from './session.ts';

type Line = Readonly<Record<'file' | 'template' | 'language' | 'heading' | 'column', string>>;

const linesOf = (file: string): Line[] => parse<Line>(readFileSync(path.join(ROOT, 'fixtures', 'inventory', 'headings', file), 'utf8'), { columns: true });

/** Lines whose heading means something else. */
function wrong(lines: readonly Line[]): string[] {
  return lines.flatMap(({ template, language, heading, column }) => {
    const found = columnOf(heading, template || undefined) ?? '';
    return found === column ? [] : [`${template ?? language}: ${heading} is ${found || 'unknown'}, not ${column || 'unknown'}`];
  });
}

describe('a heading', () => {
  it('of a template means what the template says', () => {
    assert.deepEqual(wrong(linesOf('templates.csv')), []);
  });
  it('is known in eight languages', () => {
    const lines = linesOf('languages.csv');
    assert.equal(new Set(lines.map(({ language }) => language)).size, 8);
    assert.deepEqual(wrong(lines), []);
  });
  it('is the same in any case, width, accent and punctuation', () => {
    for (const text of ['DATA_CATEGORY', 'data category', ' Data-Category: ', 'ｄａｔａ＿ｃａｔｅｇｏｒｙ', 'Categories de donnees', 'CATÉGORIES DE DONNÉES']) assert.equal(columnOf(text), 'data_category', text);
    assert.equal(columnOf('Loeschfrist'), 'retention_period');
    assert.equal(columnOf('Löschfrist'), 'retention_period');
  });
  it('is whole, apart from remarks that are known', () => {
    assert.equal(columnOf('Legal Basis (DPDP Act)'), 'legal_basis');
    assert.equal(columnOf('Retention period (years) (if possible)'), 'retention_period');
    assert.equal(columnOf('Status (consent)'), undefined);
    assert.equal(columnOf('our purpose'), undefined);
    assert.equal(columnOf('purposes of our friends'), undefined);
  });
  it('that is a canonical name is that column, whatever a template says', () => {
    for (const column of COLUMNS) for (const template of [undefined, ...Object.keys(data.templates)]) assert.equal(columnOf(column, template), column);
  });
  it('is found in every row of headings, and not in rows of data', () => {
    for (const { heading, column } of linesOf('files.csv')) assert.equal(isHeading(heading), column !== '', heading);
    for (const cell of ['', 'CRM', '7 years', 'Legal Privacy', 'genetic_data', '2026-01-31', 'Canada', '__proto__', 'x'.repeat(100_000)]) assert.equal(isHeading(cell), false, cell.slice(0, 20));
    assert.ok(isHeading('qualifiedName'));
  });
});

describe('the list of headings', () => {
  it('has no heading for two columns, and columns only', () => {
    const seen = new Map<string, string>(COLUMNS.map((column) => [squeeze(column), column]));
    for (const [column, table] of Object.entries(data.aliases)) {
      assert.ok(isColumn(column), column);
      for (const heading of Object.values(table as Record<string, string[]>).flat()) for (const form of forms(heading)) {
        assert.equal(seen.get(form) ?? column, column, `“${heading}” also means ${seen.get(form)}`);
        seen.set(form, column);
      }
    }
    for (const [name, { columns }] of Object.entries(data.templates)) assert.deepEqual(Object.keys(columns).filter((column) => !isColumn(column)), [], name);
    assert.deepEqual(Object.keys(data.both).filter((column) => !isColumn(column)), []);
  });
  it('has something for every column but those that only custos writes', () => {
    assert.deepEqual(COLUMNS.filter((column) => !(column in data.aliases)), []);
  });
});

describe('the headings of a file', () => {
  const files = grouped(linesOf('files.csv'));
  for (const [file, lines] of files) {
    it(`${file}: each means its column or is listed`, () => {
      const headings = lines.map(({ heading }) => heading);
      const { columns, unmapped, twice } = mapHeadings(headings);
      for (const [at, { column }] of lines.entries()) if (column !== '') assert.equal(columns.get(column as Column), at);
      assert.deepEqual(unmapped, lines.filter(({ column }) => column === '').map(({ heading }) => heading));
      assert.deepEqual(twice, []);
    });
  }
  it('two for one column: the canonical name is read, else the first, and the other is told', () => {
    const { columns, unmapped, twice } = mapHeadings(['Zweck', 'Purpose', 'finalité', 'Owner', 'Data owner']);
    assert.equal(columns.get('purpose'), 1);
    assert.equal(columns.get('owner'), 3);
    assert.deepEqual(unmapped, ['Zweck', 'finalité', 'Data owner']);
    assert.deepEqual(twice, [{ column: 'purpose', headings: ['Purpose', 'Zweck', 'finalité'] }, { column: 'owner', headings: ['Owner', 'Data owner'] }]);
    assert.equal(mapHeadings(['Zweck', 'finalité']).columns.get('purpose'), 0);
  });
  it('a choice wins over what a heading is called', () => {
    const { columns, unmapped, twice } = mapHeadings(['id', 'Purpose', 'Our why', 'Name of it'], { purpose: 'Our why', asset_name: 'Name of it', asset_id: 'missing' });
    assert.deepEqual(Object.fromEntries(columns), { purpose: 2, asset_name: 3, asset_id: 0 });
    assert.deepEqual(unmapped, ['Purpose']);
    assert.deepEqual(twice, []);
    assert.deepEqual([...mapHeadings(['Purpose', 'x'], { notes: 'Purpose' }).columns], [['notes', 0]]);
  });
  it('one may hold two columns, unless the other has a heading of its own', () => {
    const ico = mapHeadings(['Categories of personal data', 'Location of personal data', 'Categories of recipients']);
    assert.deepEqual(Object.fromEntries(ico.columns), { data_elements: 0, processing_country: 1, recipient_type: 2, data_category: 0, storage_location: 1, recipients: 2 });
    assert.equal(mapHeadings(['Categories of personal data', 'data elements']).columns.get('data_elements'), 1);
    assert.equal(mapHeadings(['data_category']).columns.has('data_elements'), false);
  });
  it('a tool is known by its own headings, and gives others their meaning', () => {
    const purview = ['name', 'qualifiedName', 'entityType', 'classification', 'id'];
    assert.equal(templateOf(purview), 'purview');
    assert.deepEqual(Object.fromEntries(mapHeadings(purview).columns), { asset_name: 0, asset_id: 1, storage_medium: 2, data_category: 3 });
    assert.equal(mapHeadings(purview).template, 'purview');
    const people = mapHeadings(['name', 'date of birth', 'consent date']);
    assert.equal(people.template, undefined);
    assert.deepEqual(people.unmapped, ['name']);
  });
  it('hostile and blank ones are only unknown', () => {
    const { columns, unmapped } = mapHeadings(['__proto__', 'constructor', 'toString', '', ' ', 'hasOwnProperty', 'x'.repeat(5000)]);
    assert.equal(columns.size, 0);
    assert.deepEqual(unmapped, ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'.repeat(5000)]);
    assert.equal(mapHeadings(['a'], JSON.parse('{"__proto__":"a"}') as object).columns.size, 0);
  });
  it('every one is read, or unmapped, whatever they are', () => {
    const heading = fc.oneof(fc.string(), fc.constantFrom(...COLUMNS), fc.constantFrom(...linesOf('languages.csv').map((line) => line.heading)));
    fc.assert(fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
      const { columns, unmapped } = mapHeadings(headings);
      const read = new Set(columns.values());
      assert.equal(read.size + unmapped.length, headings.filter((text) => text.trim() !== '').length);
      for (const at of read) assert.ok(isHeading(headings[at] as string));
    }), { numRuns: 500 });
  });
});

describe('suggestions', () => {
  it('name columns whose headings share words, the likeliest first', () => {
    assert.equal(suggest('Purpose of our processing')[0], 'purpose');
    assert.equal(suggest('Retention period in the archive')[0], 'retention_period');
    assert.ok(suggest('deletion date').includes('disposal_date'));
    assert.ok(suggest('Data Location Country').includes('storage_location'));
  });
  it('are few, and none for what is like nothing', () => {
    assert.deepEqual(suggest('__proto__'), []);
    assert.deepEqual(suggest('zzz qqq'), []);
    assert.deepEqual(suggest(''), []);
    for (const { heading } of linesOf('templates.csv')) assert.ok(suggest(heading).length <= 3);
  });
});

function grouped(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.file, [...(groups.get(line.file) ?? []), line]);
  return groups;
}
