/** RFC 4180: a heading of `fields`, CRLF, and cells that a spreadsheet shows and does not run. */
import type { Envelope, Finding, Findings, Records, Report } from '../core/report.ts';
import { csvCell } from './escape.ts';
import { type RenderOptions, type Rendered, misfit } from './format.ts';
import { inPieces } from './stream.ts';

const FINDING_FIELDS = [
  'rule', 'area', 'kind', 'severity', 'message', 'file', 'line', 'column', 'field', 'key',
  'promise', 'section', 'citations', 'fix', 'fingerprint', 'waived', 'waivedBy', 'waivedUntil',
] as const;

export function csv(report: Report, _envelope: Envelope, options: RenderOptions): Rendered {
  const guard = options.formulaSafe ?? true;
  if (report.kind === 'records') return inPieces(recordRows(report, guard), '\r\n');
  if (report.kind === 'findings') return inPieces(findingRows(report, guard), '\r\n');
  throw misfit('csv', report);
}

function* recordRows({ fields, lines }: Records, guard: boolean): Generator<string> {
  yield row(fields, guard);
  for (const line of lines) {
    const values = line as Readonly<Record<string, unknown>>;
    yield row(fields.map((f) => values[f]), guard);
  }
}

function* findingRows({ items }: Findings, guard: boolean): Generator<string> {
  yield row(FINDING_FIELDS, guard);
  for (const item of items) yield row(findingValues(item), guard);
}

/** A finding as one row, in the order of the heading: places, promise and waiver flat, citations by their names. */
function findingValues(f: Finding): unknown[] {
  const { at, promise, waived, citations } = f;
  return [
    f.rule, f.area, f.kind, f.severity, f.message, at.file, at.line, at.column, at.field, at.key,
    promise?.id, promise?.section, citations.map((c) => c.ref), f.fix, f.fingerprint, waived?.reason, waived?.owner, waived?.expires,
  ];
}

const row = (values: readonly unknown[], guard: boolean): string => values.map((v) => cell(v, guard)).join(',');

/** Numbers are data and stay numbers, also negative ones; only text can be a formula. */
function cell(value: unknown, guard: boolean): string {
  if (typeof value === 'string') return csvCell(value, guard);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  return csvCell(Array.isArray(value) ? value.map(plain).join('; ') : JSON.stringify(value), guard);
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
