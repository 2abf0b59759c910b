/** Each rule finds what it must and nothing else: fixtures/rules/<group>/<id>/{bad,ok}.csv, and the examples of `rule show`. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isColumn } from '../src/inventory/columns.ts';
import type { Example } from '../src/inventory/rule.ts';
import { allRules, check, type Given, lines, tableOf } from './rules.ts';
import { ROOT } from './session.ts';

const rules = await allRules();
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(path.join(ROOT, 'schemas', 'rule.schema.json'), 'utf8')) as object);

/** A row of an example; twice where it is the repetition that fails. */
const asTable = (example: Example, times = 1): string[][] => [Object.keys(example), ...Array.from({ length: times }, () => Object.values(example))];

describe('rules', () => {
  for (const rule of rules) {
    const folder = path.join(ROOT, 'fixtures', 'rules', rule.id);
    describe(rule.id, () => {
      it('has valid data', () => {
        const file = path.join(ROOT, 'src', 'rules', `${rule.id}.json`);
        assert.ok(valid(JSON.parse(readFileSync(file, 'utf8'))), ajv.errorsText(valid.errors));
        assert.deepEqual(rule.reads.filter((c) => !isColumn(c)), []);
      });
      it('finds what its fixture breaks, with line and column', () => {
        const { bad, expected } = { bad: path.join(folder, 'bad.csv'), expected: path.join(folder, 'expected.txt') };
        const found = lines(check([rule], tableOf(readFileSync(bad, 'utf8')), givenOf(folder)));
        if (process.env['UPDATE']) writeFileSync(expected, found);
        assert.equal(found, readFileSync(expected, 'utf8'));
        assert.notEqual(found, '');
      });
      it('finds nothing in rows that come near', () => {
        assert.equal(lines(check([rule], tableOf(readFileSync(path.join(folder, 'ok.csv'), 'utf8')), givenOf(folder))), '');
      });
      it('has examples that do what they say', () => {
        assert.notEqual(lines(check([rule], asTable(rule.examples.fails, rule.file ? 2 : 1), givenOf(folder))), '');
        assert.equal(lines(check([rule], asTable(rule.examples.passes), givenOf(folder))), '');
      });
    });
  }
});

/** given.json: another day, options. */
function givenOf(folder: string): Given {
  const file = path.join(folder, 'given.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Given) : {};
}
