/** Rows for tests of retention: cells as a reader reads them, and a period as it was understood. */
import type { Cell } from '../src/inventory/cell.ts';
import type { Column } from '../src/inventory/columns.ts';
import type { Period } from '../src/core/period.ts';
import { parseDuration } from '../src/core/period.ts';
import type { Retention, Span } from '../src/inventory/retention.ts';
import { type Level, Row } from '../src/inventory/row.ts';
import { interpret } from '../src/inventory/values.ts';

export function rowOf(values: Partial<Record<Column, string>>, period?: Retention, level: Level = 'record'): Row {
  const columns = [...(Object.keys(values) as Column[]), ...(period ? ['retention_period' as const] : [])];
  const cells = columns.map((column): Cell => {
    if (column === 'retention_period' && period) return { text: 'as understood', kind: 'value', codes: [], details: [], unknown: [], truth: 'unknown', days: [], facts: [], period };
    return { ...interpret(column, values[column] as string, undefined), facts: [] };
  });
  const row = new Row().place(new Map(columns.map((column, i) => [column, i])), cells);
  row.level = level;
  return row;
}

/** One length after one event. */
export function fixed(length: Period, event?: string): Retention {
  return { kind: 'fixed', spans: [{ min: length, max: length, ...(event === undefined ? {} : { event }) }] };
}

/** `P2Y`, `P3Y..P7Y`, `..P6M` (at most), `P5Y..` (at least), each with `@event`; `@event` alone is "until then". */
export function span(text: string): Span {
  const [lengths = '', event] = text.split('@');
  const [low = '', high = low] = lengths.split('..');
  const [min, max] = [parseDuration(low), parseDuration(high)];
  return { ...(min ? { min } : {}), ...(max ? { max } : {}), ...(event === undefined ? {} : { event }) };
}
