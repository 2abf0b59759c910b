/** Cases of breaches as the tables of fixtures/breaches have them, run against the shipped laws. */
import assert from 'node:assert/strict';
import { listBreachLaws } from '../src/adapters/breach-laws.ts';
import { calendars, loadPlaces } from '../src/adapters/data.ts';
import { obligations } from '../src/core/breach.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { BreachItem, BreachResult } from '../src/core/breach-item.ts';
import type { Audience, BreachLaw } from '../src/core/breach-law.ts';
import type { BreachMarked, CaseMark } from '../src/core/breach-timeline.ts';
import { type Moment, parseMoment } from '../src/core/date.ts';

export const laws: ReadonlyMap<string, BreachLaw> = new Map(listBreachLaws().map(({ law }) => [law.id, law]));
export const world = { places: loadPlaces(), calendars: calendars() };

export interface MarkRow {
  mark: CaseMark;
  on: string;
  law?: string;
  audience?: Audience;
  phase?: string;
}

/** What is compared; a key that is absent is not. */
export interface Expected {
  law?: string;
  obligation: string;
  variant?: string | null;
  decision?: string;
  state?: string;
  due?: string | null;
  dueAt?: string | null;
  earliest?: string | null;
  latest?: string | null;
  missing?: string[];
  practiceTarget?: string | null;
  standard?: string;
  conflictsWith?: string[];
  keep?: string | null;
  recipient?: string;
  phases?: { name: string; due?: string | null; earliest?: string | null; state?: string }[];
  contents?: Record<string, string>;
  /** Parts of what is forbidden. */
  forbidden?: string[];
  order?: string;
  /** A part of the reason or of one of the steps. */
  says?: string;
}

export interface CaseRow {
  name: string;
  law?: string;
  /** Now; the last mark or time in the facts if absent. */
  asOf: string;
  facts: Omit<BreachFile, 'title'> & { title?: string };
  marks?: MarkRow[];
  /** The law is named, and taken to apply where that is not known. */
  named?: boolean;
  expect: Expected[];
  evidence: string;
  todo?: string;
}

export function moment(text: string): Moment {
  const found = parseMoment(text);
  assert.ok(found, `neither a day nor an instant: ${text}`);
  return found;
}

export function marksOf(rows: readonly MarkRow[]): BreachMarked[] {
  return rows.map(({ on, ...rest }) => ({ ...rest, on: moment(on) }));
}

export function run(row: Pick<CaseRow, 'facts' | 'asOf' | 'marks' | 'named'>, of: readonly BreachLaw[]): BreachResult {
  const named = row.named ? { laws: of.map((law) => law.id) } : {};
  return obligations(of, { id: null, file: { title: 'a case', ...row.facts }, marks: marksOf(row.marks ?? []), ...named }, moment(row.asOf), world);
}

const PLAIN = ['decision', 'state', 'due', 'dueAt', 'earliest', 'latest', 'missing', 'practiceTarget', 'standard', 'conflictsWith', 'keep', 'recipient'] as const;

export function compare(item: BreachItem, expected: Expected): void {
  const told = `${item.law} ${item.obligation}${item.variant ? ` (${item.variant})` : ''}; the program says: ${item.why} | ${item.steps.map((s) => s.says).join(' ')}`;
  const keys = PLAIN.filter((key) => expected[key] !== undefined);
  assert.deepEqual(Object.fromEntries(keys.map((k) => [k, item[k]])), Object.fromEntries(keys.map((k) => [k, expected[k]])), told);
  for (const phase of expected.phases ?? []) {
    const found = item.phases.find((p) => p.name === phase.name);
    assert.ok(found, `${told}: no phase ${phase.name}`);
    assert.deepEqual(Object.fromEntries(Object.keys(phase).map((k) => [k, found[k as 'due']])), phase, told);
  }
  for (const [id, status] of Object.entries(expected.contents ?? {})) assert.equal(item.contents.find((c) => c.id === id)?.status, status, `${told}: content ${id}`);
  for (const part of expected.forbidden ?? []) assert.ok(item.forbidden.some((f) => f.says.includes(part)), `${told}: nothing forbidden says “${part}”`);
  if (expected.order !== undefined) assert.equal(item.order && `${item.order.must} ${item.order.obligation}`, expected.order, told);
  if (expected.says !== undefined) assert.ok([item.why, ...item.steps.map((s) => s.says)].some((t) => t.includes(expected.says as string)), `nothing says “${expected.says}”: ${told}`);
}

/** Runs a case against its laws and compares each item that it names. */
export function check(row: CaseRow, of: readonly BreachLaw[]): void {
  const { items } = run(row, of);
  for (const expected of row.expect) {
    const found = items.filter((i) => i.obligation === expected.obligation && (expected.law === undefined || i.law === expected.law) && (expected.variant === undefined || i.variant === expected.variant));
    assert.equal(found.length, 1, `${row.name}: ${found.length} items ${expected.law ?? ''} ${expected.obligation} ${expected.variant ?? ''} among ${items.map((i) => `${i.law} ${i.obligation} ${i.variant ?? ''}`).join(', ')}`);
    compare(found[0] as BreachItem, expected);
  }
}
