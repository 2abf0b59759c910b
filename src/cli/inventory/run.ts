/** Checks inventories: reads the files, runs the rules, applies waivers and baseline, and counts. */
import path from 'node:path';
import { type Day, momentDay } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import { nearest } from '../../core/places.ts';
import type { Findings, Outcome, Source } from '../../core/report.ts';
import { readEarlierRun } from '../../adapters/baseline.ts';
import { sizeOf } from '../../adapters/files.ts';
import { readWaivers } from '../../adapters/waivers.ts';
import { Baseline } from '../../inventory/baseline.ts';
import { Checker } from '../../inventory/check.ts';
import { type Column, COLUMNS, codesOf, isColumn } from '../../inventory/columns.ts';
import { NO_CONSENTS } from '../../inventory/consent.ts';
import type { IdStore } from '../../inventory/id-index.ts';
import { promiseOf } from '../../inventory/policy.ts';
import { eventOf, isKnownEvent } from '../../inventory/retention-events.ts';
import type { CheckOptions, Rule } from '../../inventory/rule.ts';
import { adequacy, schedule } from '../../inventory/tables.ts';
import { WAIVER_RULES, Waivers } from '../../inventory/waivers.ts';
import type { App } from '../app.ts';
import { findPolicy } from '../commands/policy/open.ts';
import { checkFailOn } from '../failing.ts';
import { daysOf } from '../options.ts';
import { Collector } from './collect.ts';
import { type Inventory, openInventory } from './open.ts';
import { type InventoryOptions, configured, numberOf } from './options.ts';

const DEFAULTS = { horizon: 30, maxFindings: 10_000 };

/** What a run of the check gives, before it becomes a report: `audit` puts several together. */
export interface CheckRun {
  opened: readonly Inventory[];
  collector: Collector;
  rules: readonly Rule[];
  evaluated: number;
  gaps: number;
  inputs: NonNullable<Outcome['inputs']>;
  notes: string[];
}

export async function checkInventories(app: App, files: readonly string[], options: InventoryOptions): Promise<Outcome> {
  const failOn = app.globals.failOn ?? 'error';
  checkFailOn(failOn);
  const run = await runCheck(app, files, options, failOn);
  const { evaluated, gaps, collector } = run;
  return {
    report: reportOf(run), inputs: run.inputs, notes: run.notes, attention: collector.failing > 0,
    incomplete: collector.gaps > 0 || (gaps > 0 && !collector.baseline) || (evaluated + gaps === 0 && !app.globals.allowEmpty),
  };
}

/** Several files are one inventory. */
export async function runCheck(app: App, files: readonly string[], typed: InventoryOptions, failOn: string): Promise<CheckRun> {
  refuseTwice(app, files);
  const { config } = await app.config();
  const options = await configured(app, typed);
  const today = momentDay(app.now, config.organisation?.timeZone ?? 'UTC');
  const { default: rules } = (await import('../../generated/rules.ts')) as { default: readonly Rule[] };
  const policy = await findPolicy(app, options.policy);
  const consents = options.consents === undefined ? { consents: NO_CONSENTS, inputs: [], notes: [] } : await (await import('../consent/sources.ts')).consentsFor(app, options.consents);
  const given = await exceptions(app, options, rules, today);
  const most = options.maxFindings === undefined ? DEFAULTS.maxFindings : numberOf('max-findings', options.maxFindings) || Infinity;
  const collector = new Collector(most, failOn, given.waivers, given.baseline);
  const checker = new Checker({
    rules, today, moreIds: await storesFor(app, files), options: checkOptions(options, policy?.policy.purposes), schedule, adequacy, consents: consents.consents, promiseOf: promiseOf(policy?.policy), found: (finding) => collector.add(finding),
  });
  const opened: Inventory[] = [];
  for (const file of files) {
    const inventory = await openInventory(app, file, options);
    opened.push(inventory);
    checker.open(inventory.sheet);
    for await (const rows of inventory.rows()) for (const row of rows) checker.add(row);
  }
  checker.end();
  collector.end();
  return {
    opened, collector, rules, evaluated: checker.evaluated, gaps: checker.gaps, notes: [...opened.flatMap((o) => o.notes), ...consents.notes, ...given.notes],
    inputs: [...opened.flatMap((o) => o.inputs), ...(policy ? [{ path: policy.file, sha256: policy.sha256 }] : []), ...consents.inputs, ...given.inputs],
  };
}

interface Exceptions {
  waivers: Waivers | undefined;
  baseline: Baseline | undefined;
  inputs: Source[];
  notes: string[];
}

async function exceptions(app: App, options: InventoryOptions, rules: readonly Rule[], today: Day): Promise<Exceptions> {
  const at = (name: string): string => path.resolve(app.io.cwd, name);
  const file = options.waivers === undefined ? undefined : await readWaivers(at(options.waivers), options.waivers, rules.map((r) => r.id));
  const earlier = options.baseline === undefined ? undefined : readEarlierRun(at(options.baseline), options.baseline);
  return {
    waivers: file && new Waivers(file, today), baseline: earlier && new Baseline(earlier.items),
    inputs: [...(file ? [{ path: file.path, sha256: file.sha256 }] : []), ...(earlier && options.baseline !== undefined ? [{ path: options.baseline, sha256: earlier.sha256 }] : [])],
    notes: earlier && earlier.unlisted > 0 ? [`${options.baseline} lists only a part of its findings (${earlier.unlisted} are counted and not listed): what it leaves out looks new; write it again with --max-findings 0`] : [],
  };
}

function checkOptions(options: InventoryOptions, purposes: readonly string[] | undefined): CheckOptions {
  return {
    horizon: options.horizon === undefined ? DEFAULTS.horizon : daysOf('horizon', options.horizon, '30d'),
    ...(options.assumeTrigger === undefined ? {} : { assumeTrigger: triggerOf(options.assumeTrigger) }),
    ...(options.reviewAfter === undefined ? {} : { reviewAfter: daysOf('review-after', options.reviewAfter, '30d') }),
    ...(purposes === undefined ? {} : { policyPurposes: purposes }),
    ...(options.key === undefined ? {} : { keyColumns: options.key.map(keyColumn) }),
  };
}

/** Smaller files have no more ids than the memory holds. What comes through a pipe is in memory anyway. */
const LONG = 32 * 1024 * 1024;

async function storesFor(app: App, files: readonly string[]): Promise<(() => IdStore) | undefined> {
  const bytes = files.map((file) => (file === '-' ? 0 : sizeOf(path.resolve(app.io.cwd, file)))).reduce((sum, size) => sum + size, 0);
  return bytes > LONG ? (await import('../../adapters/id-store.ts')).idStores(app.root) : undefined;
}

/** Every row of a file that is given twice would be the double of itself. */
function refuseTwice(app: App, files: readonly string[]): void {
  const at = files.map((file) => (file === '-' ? file : path.resolve(app.io.cwd, file)));
  const twice = files.find((_, i) => at.indexOf(at[i] as string) !== i);
  if (twice !== undefined) throw new UserError('usage', `${twice} is given twice`, { hint: 'several files are one inventory; give each once' });
}

/** An event that is known; from any other word every bare duration would count, and no date would tell. */
function triggerOf(typed: string): string {
  const event = eventOf(typed);
  if (event !== undefined && isKnownEvent(event)) return event;
  const near = nearest(typed.toLowerCase(), codesOf('retention_trigger'));
  throw new UserError('bad-value', `--assume-trigger: “${typed}” is no event that starts a period`, { hint: near ? `did you mean ${near}?` : `such as ${codesOf('retention_trigger').slice(0, 4).join(', ')}` });
}

/** What was run, for the formats that list it. */
export function rulesOf({ rules }: Pick<CheckRun, 'rules'>): Findings['rules'] {
  return [...rules.map(({ id, title, fix }) => ({ id, title, help: fix })), ...WAIVER_RULES];
}

/** A column of the configured key. */
function keyColumn(name: string): Column {
  if (isColumn(name)) return name;
  const near = nearest(name, COLUMNS);
  throw new UserError('bad-config', `inventory.key: there is no column “${name}”`, { hint: near ? `did you mean ${near}?` : 'a canonical column, such as asset_id' });
}

function reportOf({ opened, collector, rules, evaluated, gaps }: CheckRun): Findings {
  const rows = evaluated + gaps;
  const { items, total, baseline } = collector;
  const unmapped = [...new Set(opened.flatMap((o) => o.unmapped))];
  const outro = [`${rows} row${rows === 1 ? '' : 's'}, ${evaluated} checked by ${rules.length} rules${gaps > 0 ? `, ${gaps} that could not be judged` : ''}.`];
  if (unmapped.length > 0) outro.push(`Columns that are not read: ${unmapped.join(', ')}. custos inventory map ${opened[0]?.sheet.path ?? 'FILE'} says what they could be.`);
  if (baseline) outro.push(`Against the baseline: ${baseline.new} new, ${baseline.known} known and not listed, ${baseline.fixed} gone.`);
  if (items.length < total) outro.push(`${total - items.length} more findings are counted and not listed; --max-findings 0 lists all.`);
  return {
    kind: 'findings', schema: 'findings', title: opened.map((o) => o.sheet.path).join(', '), items, outro,
    rules: rulesOf({ rules }),
    summary: {
      rows, evaluated, gaps, findings: total, shown: items.length, waived: collector.waived, byRule: collector.tally, bySeverity: collector.bySeverity, ...(baseline ? { baseline } : {}),
      columns: { mapped: Math.max(0, ...opened.map((o) => new Set(o.sheet.columns.values()).size)), total: Math.max(0, ...opened.map((o) => o.csv.headings.filter((h) => h !== '').length)), unmapped },
      skipped: opened.map((o) => ({ file: o.sheet.path, lines: o.skipped })),
      files: opened.map(({ csv, sheet }) => ({ path: sheet.path, level: sheet.level, encoding: csv.encoding, delimiter: csv.delimiter, headingLine: csv.headingLine })),
    },
    empty: rows === 0 ? 'The inventory has headings and no rows.' : baseline ? 'Nothing is new.' : 'Every row keeps every promise that could be checked.',
  };
}
