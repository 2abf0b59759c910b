/** What spares rules their work changes nothing that they find: what is remembered of a file, and what rules say they read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parseDay } from '../src/core/date.ts';
import type { Finding } from '../src/core/report.ts';
import { Checker } from '../src/inventory/check.ts';
import { type Column, isColumn } from '../src/inventory/columns.ts';
import { NO_CONSENTS } from '../src/inventory/consent.ts';
import type { Cell } from '../src/inventory/cell.ts';
import type { Level, Row } from '../src/inventory/row.ts';
import type { Rule } from '../src/inventory/rule.ts';
import { adequacy, schedule } from '../src/inventory/tables.ts';
import { allRules, check, tableOf } from './rules.ts';
import { ROOT } from './session.ts';

const rules = await allRules();
const fixtures = new Map(rules.map(({ id }) => [id, ['bad', 'ok'].map((name) => tableOf(readFileSync(path.join(ROOT, 'fixtures', 'rules', id, `${name}.csv`), 'utf8')))]));

/** Every row of every rule's fixtures under all their headings. */
function everything(): { headings: string[]; rows: string[][] } {
  const tables = [...fixtures.values()].flat();
  const headings = [...new Set(tables.flatMap(([first = []]) => first))];
  const rows = tables.flatMap(([first = [], ...rest]) => rest.filter((cells) => cells.length === first.length).map((cells) => {
    const byHeading = new Map(first.map((heading, i) => [heading, cells[i] as string]));
    return headings.map((heading) => byHeading.get(heading) ?? '');
  }));
  return { headings, rows };
}

/** Findings in half of the rows, twice over. `forgetful`: each row is read as if it were the first of its file. */
function findings(level: Level, forgetful: boolean): Finding[] {
  const found: Finding[] = [];
  const { headings, rows } = everything();
  const half = rows.filter((_, i) => i % 2 === (level === 'asset' ? 0 : 1));
  const checker = new Checker({ rules, today: parseDay('2026-11-25') as number, options: { horizon: 30 }, schedule, adequacy, consents: NO_CONSENTS, promiseOf: () => null, found: (finding) => void found.push(finding) });
  const sheet = { path: 'all.csv', headings, columns: new Map(headings.flatMap((h, i) => (isColumn(h) ? [[h, i] as const] : []))), dateOrders: new Map(), level };
  checker.open(sheet);
  [...half, ...half.toReversed()].forEach((cells, i) => {
    if (forgetful) checker.open(sheet);
    checker.add({ line: i + 2, cells });
  });
  checker.end();
  return found;
}

describe('what is remembered of rows', () => {
  for (const level of ['asset', 'record'] as const) {
    it(`changes no finding among ${level}s`, () => {
      const found = findings(level, false);
      assert.ok(found.length > 1000);
      assert.deepEqual(found, findings(level, true));
    });
  }
});

/** The rule, and every column that it looks at when it runs. */
function watched(rule: Rule): { rule: Rule; seen: Set<Column> } {
  const seen = new Set<Column>();
  const look = (row: Row): Row => Object.assign(Object.create(row) as Row, { look: (column: Column, whole: boolean): Cell => (seen.add(column), row.look(column, whole)) });
  return { seen, rule: { ...rule, check: (row, ctx) => rule.check(look(row), ctx), ...(rule.file ? { file: (ctx) => {
    const of = rule.file?.(ctx);
    return { row: (row) => of?.row(look(row)), end: () => of?.end() };
  } } : {}) } };
}

describe('what a rule says it reads', () => {
  // An empty list stands for any column.
  for (const rule of rules.filter(({ reads }) => reads.length > 0)) {
    it(rule.id, () => {
      const { rule: seeing, seen } = watched(rule);
      for (const table of fixtures.get(rule.id) ?? []) check([seeing], table);
      assert.deepEqual([...seen].filter((column) => !rule.reads.includes(column)), []);
    });
  }
});
