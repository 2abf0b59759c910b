/** How the text of a cell is read: fixtures/inventory/values/*.csv, one line a text, and what must hold for every text. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import vocabularies from '../src/data/inventory-vocabularies.json' with { type: 'json' };
import words from '../src/data/inventory-words.json' with { type: 'json' };
import { civil, dayOf, formatDay } from '../src/core/date.ts';
import type { Cell } from '../src/inventory/cell.ts';
import { about, type Column, COLUMNS, isColumn } from '../src/inventory/columns.ts';
import { ageOn } from '../src/inventory/concepts.ts';
import { DateOrders, hasSlashedDate } from '../src/inventory/dates.ts';
import { elementsIn } from '../src/inventory/elements.ts';
import { partsOf } from '../src/inventory/lists.ts';
import { type DateOrder, interpret } from '../src/inventory/values.ts';
import { fold, forms, squeeze } from '../src/inventory/fold.ts';
import { ROOT } from './session.ts';

const FOLDER = path.join(ROOT, 'fixtures', 'inventory', 'values');

interface Line {
  column: Column;
  text: string;
  'read as': string;
  order?: string;
}

type Read = Omit<Cell, 'facts'>;

/** A reading as a person would write it down. */
function told(column: Column, cell: Read): string {
  if (cell.kind !== 'value') return cell.kind === 'blank' ? 'nothing' : 'to be filled in';
  switch (about(column).type) {
    case 'truth': return cell.truth;
    case 'date': return [cell.days.map(formatDay).join(' or '), cell.doubt].filter(Boolean).join(', ');
    case 'number': return cell.number === undefined ? `unknown: ${cell.unknown.join('; ')}` : String(cell.number);
    case 'id': case 'text': return 'a text';
    default: return [cell.codes.map((code, i) => (cell.details[i] ? `${code} (${cell.details[i]})` : code)).join('; '), cell.unknown.length > 0 ? `unknown: ${cell.unknown.join('; ')}` : ''].filter(Boolean).join(', and ');
  }
}

describe('the text of a cell', () => {
  for (const file of readdirSync(FOLDER).toSorted()) {
    it(file.replace('.csv', ''), () => {
      const lines = parse<Line>(readFileSync(path.join(FOLDER, file), 'utf8'), { columns: true });
      assert.ok(lines.length > 0);
      assert.deepEqual(lines.filter(({ column }) => !isColumn(column)), []);
      const wrong = lines.flatMap((line) => {
        const found = told(line.column, interpret(line.column, line.text, (line.order || undefined) as DateOrder));
        return found === line['read as'] ? [] : [`${line.column} “${line.text}” reads as ${found}, not ${line['read as']}`];
      });
      assert.deepEqual(wrong, []);
    });
  }
  it('an ambiguous date has no day, and a certain one has it among its readings', () => {
    assert.equal(interpret('consent_date', '03/04/2026', undefined).day, undefined);
    for (const text of ['2026-01-31', '13/04/2026', '28. Juli 2026', '46053']) {
      const { day, days } = interpret('consent_date', text, undefined);
      assert.deepEqual([day], days);
    }
  });
  it('answers of other columns are told by their first word', () => {
    const truths = (['legal_basis', 'purpose', 'owner', 'data_elements'] as const).map((column) => interpret(column, 'No – never', undefined).truth);
    assert.deepEqual(truths, ['no', 'no', 'no', 'no']);
    assert.equal(interpret('data_elements', 'saliva kit', undefined).truth, 'unknown');
    assert.equal(interpret('legal_basis', 'S.7(ii)', undefined).truth, 'unknown');
  });
  it('a period is read as one, and words for "to be defined" are none', () => {
    const { kind, period } = interpret('retention_period', 'P6Y@contract_end', undefined);
    assert.deepEqual([kind, period?.kind, period?.spans[0]?.event], ['value', 'fixed', 'contract_end']);
    assert.equal(interpret('retention_period', '未定', undefined).kind, 'placeholder');
  });
});

describe('the order of slashed dates', () => {
  const orderOf = (...texts: string[]): DateOrder => {
    const orders = new DateOrders();
    for (const text of texts) orders.see('consent_date', text);
    return orders.of('consent_date');
  };
  it('is proven by a part that can be no month', () => {
    assert.equal(orderOf('03/04/2026', '13/04/2026'), 'day-first');
    assert.equal(orderOf('03/04/2026', '04/13/2026 10:00'), 'month-first');
    assert.equal(orderOf('13-04-26'), 'day-first');
  });
  it('is mixed where both are, and open where nothing is', () => {
    assert.equal(orderOf('13/04/2026', '04/13/2026'), 'mixed');
    assert.equal(orderOf('03/04/2026', '05/05/2026', '2026-04-13', '13.04.2026', '31/31/2026', 'N/A', ''), undefined);
  });
  it('is told by column', () => {
    const orders = new DateOrders();
    orders.see('consent_date', '13/04/2026');
    orders.see('collection_date', '04/13/2026');
    orders.see('last_reviewed', '03/04/2026');
    assert.deepEqual([...orders.found()], [['consent_date', 'day-first'], ['collection_date', 'month-first']]);
  });
  it('a cheap look finds every slashed date', () => {
    for (const text of ['3/4/2026', '13/04/2026', '03-04-26', '3-4-2026 10:00']) assert.ok(hasSlashedDate(text), text);
    for (const text of ['', '2026-04-13', '13.4.2026', 'a/b/c/d', '1/2', '28. Juli 2026']) assert.ok(!hasSlashedDate(text), text);
  });
});

describe('the vocabularies', () => {
  const keys = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ja', 'also'];
  for (const [name, entries] of Object.entries(vocabularies as unknown as Record<string, Record<string, Record<string, readonly string[]>>>)) {
    it(`${name}: no word stands for two codes, and each is read as its code`, () => {
      const column = COLUMNS.find((c) => about(c).vocabulary === name) as Column;
      assert.ok(column, 'a column has it');
      const seen = new Map<string, string>();
      for (const [code, entry] of Object.entries(entries)) {
        assert.deepEqual(Object.keys(entry).filter((key) => ![...keys, 'prefix', 'detail', 'dated'].includes(key)), []);
        for (const word of [code, ...keys.flatMap((key): readonly string[] => entry[key] ?? [])]) {
          for (const form of forms(word)) {
            assert.equal(seen.get(form) ?? code, code, `“${word}” also stands for ${seen.get(form)}`);
            seen.set(form, code);
          }
          assert.deepEqual(interpret(column, word, undefined).codes, [code], word);
        }
      }
    });
  }
  it('every kind of data that elements name is a category', () => {
    assert.deepEqual(Object.keys(words.elements).filter((code) => !(code in vocabularies.data_category)), []);
  });
  it('provisions lead to codes', () => {
    for (const [name, stems] of Object.entries(words.provisions as Record<string, Record<string, Record<string, string>>>)) {
      const codes = Object.keys((vocabularies as Record<string, object>)[name] ?? {});
      assert.deepEqual(Object.values(stems).flatMap((letters) => Object.values(letters)).filter((code) => !codes.includes(code)), []);
    }
  });
});

/** Texts that look like cells: words of the data, dates, lists, marks and anything at all. */
const pieces = fc.constantFrom('genetic_data', 'Consent', 'Art. 6(1)(b)', 'DE', 'N/A', 'TBD', 'yes', 'Acme, Inc.', '03/04/2026', '2026-01-31', '~500', '[', ']', '(', ')', '"', '{}', 'share:', 'DS-', 'ゲノム', '遺伝子', 'é', 'İ', '𝒜', 'ﬁ', '\u0000', '٣', '１', '__proto__', 'constructor', 'toString');
const cellText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.array(fc.tuple(pieces, fc.constantFrom(' ', '; ', ', ', ' / ', '\n', '|', ' – ', '')), { maxLength: 6 }).map((parts) => parts.flat().join(''))).map((text) => text.trim());

describe('any text', () => {
  it('is read without an error in every column and every order', () => {
    fc.assert(fc.property(cellText, fc.constantFrom(...COLUMNS), fc.constantFrom<DateOrder>('day-first', 'month-first', 'mixed', undefined), (text, column, order) => {
      const cell = interpret(column, text, order);
      assert.equal(cell.text, text);
      if (cell.kind === 'value' && cell.details.length > 0) assert.equal(cell.details.length, cell.codes.length);
      if (cell.day !== undefined) assert.ok(cell.days.includes(cell.day));
    }), { numRuns: 3000 });
  });
  it('is accounted for part by part: each is a code, or unknown', () => {
    const coded = COLUMNS.filter((column) => about(column).vocabulary !== undefined);
    fc.assert(fc.property(fc.array(cellText.filter((text) => !/[;\n|；｜[\]]/.test(text)), { minLength: 1, maxLength: 4 }), fc.constantFrom(...coded), (texts, column) => {
      const parts = texts.flatMap((text) => partsOf(text));
      const whole = interpret(column, parts.join(';'), undefined);
      if (whole.kind !== 'value') return;
      for (const part of parts) {
        const alone = interpret(column, part, undefined);
        if (alone.kind === 'placeholder') assert.ok(whole.unknown.includes(part), part);
        else assert.ok(alone.codes.some((code) => whole.codes.includes(code)) || whole.unknown.includes(part) || alone.kind === 'blank', part);
      }
    }), { numRuns: 2000 });
  });
  it('folds to the same as its folded form', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), cellText), (text) => {
      assert.equal(fold(fold(text)), fold(text));
      assert.equal(squeeze(squeeze(text)), squeeze(text));
    }), { numRuns: 3000 });
  });
  it('that holds a genetic word as a word names genetic data, and not inside another', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split(''));
    fc.assert(fc.property(fc.constantFrom('VCF', 'BAM', 'SNP', 'WES', 'FASTQ'), fc.array(letter, { minLength: 3, maxLength: 8 }), (word, letters) => {
      const around = letters.join('');
      assert.notDeepEqual(elementsIn(`q${around}q, ${word}; ${around}`), []);
      assert.deepEqual(elementsIn(`qz${around}${word.toLowerCase()}${around}zq`), []);
    }));
  });
});

describe('a day', () => {
  const day = fc.integer({ min: dayOf(1930, 1, 1), max: dayOf(2029, 12, 31) });
  const readAs = (text: string, order?: DateOrder): Read => interpret('consent_date', text, order);
  it('is read back from every form that leaves no doubt', () => {
    fc.assert(fc.property(day, fc.constantFrom(...Object.keys(words.months)), (n, key) => {
      const { year, month, day: d } = civil(n);
      const forms4 = [formatDay(n), `${formatDay(n)}T23:59:59-11:00`, `${d}.${month}.${year}`, `${year}/${month}/${d}`, `${year}年${month}月${d}日`];
      for (const text of forms4) assert.deepEqual(readAs(text).days, [n], text);
      for (const name of Object.values((words.months as Record<string, Record<string, string[]>>)[key] as Record<string, string[]>).flat()) {
        if (d <= 28) assert.deepEqual(readAs(`${d} ${name} ${year}`).days, [dayOf(year, Number(key), d)], name);
      }
    }), { numRuns: 200 });
  });
  it('with slashes is one of at most two, and the order of its column decides', () => {
    fc.assert(fc.property(day, fc.boolean(), (n, short) => {
      const { year, month, day: d } = civil(n);
      const y = short ? String(year).slice(2) : String(year);
      assert.ok(readAs(`${d}/${month}/${y}`).days.includes(n));
      assert.equal(readAs(`${d}/${month}/${y}`, 'day-first').day, n);
      assert.equal(readAs(`${month}/${d}/${y}`, 'month-first').day, n);
      assert.equal(readAs(`${d}/${month}/${y}`).day === undefined, d <= 12 && d !== month);
    }));
  });
});

describe('an age', () => {
  const day = (text: string): number => dayOf(...(text.split('-').map(Number) as [number, number, number]));
  for (const [birth, on, years] of [
    ['2010-05-04', '2026-05-03', 15], ['2010-05-04', '2026-05-04', 16], ['2010-12-31', '2026-01-01', 15], ['2026-11-25', '2026-11-25', 0],
    ['2008-02-29', '2021-02-28', 12], ['2008-02-29', '2021-03-01', 13], ['2008-02-29', '2024-02-28', 15], ['2008-02-29', '2024-02-29', 16], ['2000-02-29', '2100-02-28', 99], ['2000-02-29', '2100-03-01', 100],
  ] as const) it(`${birth} on ${on}: ${years}`, () => assert.equal(ageOn(day(birth), day(on)), years));
  it('grows by one a year, on one day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 }), (birth, later) => {
      const [before, on] = [ageOn(birth, birth + later), ageOn(birth, birth + later + 1)];
      assert.ok(on === before || on === before + 1);
      const [b, t] = [civil(birth), civil(birth + later + 1)];
      assert.equal(on > before, (b.month === t.month && b.day === t.day) || (b.month === 2 && b.day === 29 && t.month === 3 && t.day === 1 && civil(birth + later).day === 28));
    }));
  });
});
