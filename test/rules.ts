/** Runs single rules over small tables, as their fixtures and their examples do. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { parseDay } from '../src/core/date.ts';
import type { Finding } from '../src/core/report.ts';
import { type CheckSetup, Checker, type RowFault } from '../src/inventory/check.ts';
import { type Column, isColumn } from '../src/inventory/columns.ts';
import { NO_CONSENTS } from '../src/inventory/consent.ts';
import type { Rule } from '../src/inventory/rule.ts';
import { adequacy, schedule } from '../src/inventory/tables.ts';
import { ROOT } from './session.ts';

const RULES = path.join(ROOT, 'src', 'rules');

/** Every rule of the folder, by id. */
export async function allRules(): Promise<Rule[]> {
  const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts')).toSorted();
  return Promise.all(files.map(async (file) => ((await import(pathToFileURL(path.join(RULES, file)).href)) as { default: Rule }).default));
}

/** Which texts of a fixture the run itself is given. */
export type Given = Partial<Pick<CheckSetup, 'options' | 'consents'>> & { today?: string };

/** What some rules find in a table whose headings are canonical columns. */
export function check(rules: readonly Rule[], table: readonly (readonly string[])[], given: Given = {}): Finding[] {
  const [headings = [], ...rows] = table;
  const unknown = headings.filter((h) => !isColumn(h));
  if (unknown.length > 0) throw new Error(`no such columns: ${unknown.join(', ')}`);
  const checker = new Checker({
    rules, today: parseDay(given.today ?? '2026-11-25') as number, options: { horizon: 30, ...given.options }, schedule, adequacy,
    consents: given.consents ?? NO_CONSENTS, promiseOf: () => null,
  });
  const columns = new Map(headings.map((h, i) => [h as Column, i]));
  const record = (['record_id', 'subject_ref', 'consent_date'] as const).some((c) => columns.has(c));
  checker.open({ path: 'bad.csv', headings, columns, dateOrders: new Map(), level: record ? 'record' : 'asset' });
  rows.forEach((cells, i) => checker.add({ line: i + 2, cells, ...faultOf(cells.length, headings.length) }));
  checker.end();
  return checker.findings;
}

function faultOf(cells: number, headings: number): { fault?: RowFault } {
  return cells === headings ? {} : { fault: cells < headings ? 'short' : 'long' };
}

export function tableOf(csv: string): string[][] {
  return parse(csv, { relax_column_count: true });
}

/** `3 legal_basis error violation: genetic data rest on legitimate interests` */
export function lines(findings: readonly Finding[]): string {
  return findings.map((f) => `${f.at.line ?? 'file'} ${f.at.field ?? '-'} ${f.severity} ${f.kind}: ${f.message}\n`).join('');
}
