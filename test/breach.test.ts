/** The tables of fixtures/breaches against the engine and the shipped laws: cases by law, and published examples. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type CaseRow, check, laws } from './breach-cases.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'fixtures', 'breaches');
const read = (...below: string[]): unknown => JSON.parse(readFileSync(path.join(FOLDER, ...below), 'utf8'));
const names = (folder: string) => readdirSync(path.join(FOLDER, folder)).filter((n) => n.endsWith('.json')).toSorted();

const lawsOf = (ids: readonly string[]) => ids.map((id) => laws.get(id) ?? assert.fail(`no law ${id}`));

describe('published examples', () => {
  for (const name of names('published')) {
    const row = read('published', name) as CaseRow & { laws: string[] };
    it(`${name.replace('.json', '')}: ${row.name}`, () => {
      assert.ok(row.evidence.length > 20, 'no evidence');
      check(row, lawsOf(row.laws));
    });
  }
});

for (const name of names('laws').filter((n) => n !== 'us-states.json')) {
  const table = read('laws', name) as { laws: string[]; cases: CaseRow[] };
  describe(`fixtures/breaches/laws/${name}`, () => {
    for (const row of table.cases) {
      it(row.name, row.todo === undefined ? {} : { todo: row.todo }, () => {
        assert.ok(row.evidence.length > 10, 'no evidence');
        check(row, lawsOf(table.laws));
      });
    }
  });
}
