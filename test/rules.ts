/** Runs single rules over small tables, as their fixtures and their examples do. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { parseDay } from '../src/core/date.ts';
import type { Finding } from '../src/core/report.ts';
import { type CheckSetup, Checker } from '../src/inventory/check.ts';
import { type Column, about, isColumn } from '../src/inventory/columns.ts';
import { NO_CONSENTS } from '../src/inventory/consent.ts';
import { type DateOrder, DateOrders } from '../src/inventory/dates.ts';
import { isUndecodable } from '../src/adapters/csv-records.ts';
import { faultOf } from '../src/inventory/faults.ts';
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

/** What some rules find in a table whose headings are canonical columns, or columns of the organisation's own. */
export function check(rules: readonly Rule[], table: readonly (readonly string[])[], given: Given = {}): Finding[] {
  const [headings = [], ...rows] = table;
  // A heading that is written like a column is one; any other is a column of the organisation's own.
  const unknown = headings.filter((h) => !isColumn(h) && /^[a-z0-9_]+$/.test(h));
  if (unknown.length > 0) throw new Error(`no such columns: ${unknown.join(', ')}`);
  const findings: Finding[] = [];
  const checker = new Checker({
    found: (finding) => void findings.push(finding),
    rules, today: parseDay(given.today ?? '2026-11-25') as number, options: { horizon: 30, ...given.options }, schedule, adequacy,
    consents: given.consents ?? NO_CONSENTS, promiseOf: () => null,
  });
  const columns = new Map(headings.flatMap((h, i) => (isColumn(h) ? [[h, i] as const] : [])));
  const record = (['record_id', 'subject_ref', 'consent_date'] as const).some((c) => columns.has(c));
  checker.open({ path: 'bad.csv', headings, columns, dateOrders: orders(columns, rows), level: record ? 'record' : 'asset' });
  rows.forEach((cells, i) => {
    const fault = faultOf(cells, headings, cells.length === headings.length ? undefined : cells.length < headings.length ? 'short' : 'long', cells.some(isUndecodable));
    checker.add({ line: i + 2, cells, ...(fault === undefined ? {} : { fault }) });
  });
  checker.end();
  return findings;
}

/** What the slashed dates of the table prove about their order, column by column. */
function orders(columns: ReadonlyMap<Column, number>, rows: readonly (readonly string[])[]): Map<Column, DateOrder> {
  const seen = new DateOrders();
  for (const [column, at] of columns) if (about(column).type === 'date') for (const cells of rows) seen.see(column, (cells[at] ?? '').trim());
  return seen.found();
}

export function tableOf(csv: string): string[][] {
  return parse(csv, { relax_column_count: true });
}

/** `3 legal_basis error violation: genetic data rest on legitimate interests` */
export function lines(findings: readonly Finding[]): string {
  return findings.map((f) => `${f.at.line ?? 'file'} ${f.at.field ?? '-'} ${f.severity} ${f.kind}: ${f.message}\n`).join('');
}
