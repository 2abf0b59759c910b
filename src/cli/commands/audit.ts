/** `custos audit`: everything that is due, late or broken, as findings. Silent when clean. */
import { type Day, dayIn, formatDay, momentDay, parseDay, parseInstant } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { Ledger } from '../../core/ledger.ts';
import { compareText } from '../../core/order.ts';
import type { Finding, Findings, Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';
import { breachFindings } from '../audit/breaches.ts';
import { consentFindings } from '../audit/consents.ts';
import { findingOf, RULES } from '../audit/findings.ts';
import { type InventoryAudit, inventoryFindings } from '../audit/inventories.ts';
import { requestFindings } from '../audit/requests.ts';
import { withLedger } from '../casework.ts';
import { type Register, action } from '../command.ts';
import { type ClockRules, fails } from '../failing.ts';
import { formatOf } from '../print.ts';
import { failDays } from '../standing.ts';
import { overdueKeeping } from '../keeping.ts';

const CLOCKS: ClockRules = { overdue: ['request/overdue', 'breach/overdue'], soon: ['request/due-soon', 'breach/due-soon'] };
const DEFAULTS = { dueWithin: 7, staleAfter: 180, failOn: 'error' };

export const register: Register = (program, runner) => {
  const command = program.command('audit').description('Check the ledger, every open clock of requests and breaches, withdrawals, the inventories of the configuration, the age of the laws and what is kept too long. Prints nothing when all is well.')
    .option('--since-last', 'only what the last audit did not find');
  action(command, runner, (app, _, options) => audit(app, options['sinceLast'] === true, app.globals.dryRun !== true), 'findings');
};

/** `record`: the next audit compares with this one. */
export async function audit(app: App, sinceLast: boolean, record: boolean): Promise<Outcome> {
  const { config } = await app.config();
  const settings = { ...DEFAULTS, ...config.audit, ...(app.globals.failOn === undefined ? {} : { failOn: app.globals.failOn }) };
  const failing = failDays(settings.failOn, settings.dueWithin);
  const inventories = await inventoryFindings(app, settings.failOn);
  const today = momentDay(app.now, config.organisation?.timeZone ?? 'UTC');
  const laws = await lawFindings(app, today, settings.staleAfter);
  if (!(await app.hasLedger())) {
    const notes = [`there is no ledger yet at ${await app.ledgerFile()}: log a request first, or name it with --ledger`];
    if (!config.inventory?.files) return { incomplete: !app.globals.allowEmpty, notes };
    return answer(app, [...inventories.items, ...laws].toSorted(bySeverity), inventories, settings.failOn, 0);
  }
  const horizon = Math.max(settings.dueWithin, failing ?? 0);
  return withLedger(app, record ? 'write' : 'read', async (ledger) => {
    const verified = await ledger.verify();
    if (!verified.ok) throw new UserError('ledger-broken', `the ledger cannot be trusted${verified.at === null ? '' : ` from event ${verified.at}`}: ${verified.why}`, { hint: 'restore a backup; custos ledger verify repeats this check' });
    const last = await ledger.lastRun('audit');
    const found = [
      ...(await requestFindings(app, ledger, horizon)), ...(await breachFindings(app, ledger, horizon)), ...(await consentFindings(app, ledger)), ...inventories.items, ...laws, ...(await keepFindings(app, ledger)),
      ...missedRun(last?.at, config.audit?.runEvery, today, config.organisation?.timeZone ?? 'UTC'),
    ].toSorted(bySeverity);
    if (record) await ledger.recordRun({ kind: 'audit', at: (await app.stamp()).recordedAt, found: found.map((f) => f.fingerprint) });
    const known = new Set(last?.found);
    const items = sinceLast && last ? found.filter((f) => !known.has(f.fingerprint)) : found;
    return answer(app, items, inventories, settings.failOn, found.length - items.length);
  });
}

function answer(app: App, items: readonly Finding[], inventories: InventoryAudit, failOn: string, known: number): Outcome {
  const report: Findings = {
    kind: 'findings', schema: 'audit', title: 'Audit', items, rules: [...RULES, ...inventories.rules], outro: known > 0 ? [`${known} known since the last audit`] : [],
    summary: { findings: items.length, known, bySeverity: { error: count(items, 'error'), warning: count(items, 'warning'), note: count(items, 'note') } }, empty: 'Nothing to report.',
  };
  const outcome: Outcome = {
    attention: items.some((f) => fails(f, failOn, CLOCKS)), incomplete: inventories.gaps > 0 || items.some((f) => f.kind === 'gap'),
    inputs: inventories.inputs, ...(inventories.notes.length > 0 && items.length > 0 ? { notes: inventories.notes } : {}),
  };
  return items.length === 0 && formatOf(app) === 'table' ? outcome : { ...outcome, report };
}

const count = (items: readonly Finding[], severity: Finding['severity']): number => items.filter((f) => f.severity === severity).length;

function bySeverity(a: Finding, b: Finding): number {
  const order = ['error', 'warning', 'note'];
  return order.indexOf(a.severity) - order.indexOf(b.severity) || compareText(a.rule, b.rule);
}

/** A law whose text nobody has compared for a while may have changed. */
async function lawFindings(app: App, today: Day, staleAfter: number): Promise<Finding[]> {
  const all = [...(await app.allLaws()).map(({ law, file }) => ({ law, file, what: '' })), ...(await app.allBreachLaws()).map(({ law, file }) => ({ law, file, what: 'breach' }))];
  return all.filter((l) => today - (parseDay(l.law.checked.on) as number) > staleAfter).map(({ law, file, what }) =>
    findingOf('law/stale', law.id, `${law.title}${what === '' ? '' : ' (on breaches)'} was last compared with its text on ${law.checked.on}, more than ${staleAfter} days ago`, { citation: law.source, at: { file }, what }));
}

async function keepFindings(app: App, ledger: Ledger): Promise<Finding[]> {
  return (await overdueKeeping(app, ledger)).filter((k) => k.expired).map((k) => findingOf('ledger/kept-too-long', k.case, `the personal data of ${k.case} were ${k.says}`, {}));
}

/** An audit that did not happen is reported by the next one. */
function missedRun(last: string | undefined, every: number | undefined, today: Day, zone: string): Finding[] {
  const instant = last === undefined ? undefined : parseInstant(last);
  if (instant === undefined || every === undefined) return [];
  const ran = dayIn(instant, zone);
  return today - ran > every ? [findingOf('audit/missed-run', formatDay(ran), `the last audit ran on ${formatDay(ran)}, ${today - ran} days ago; it is meant to run every ${every === 1 ? 'day' : `${every} days`}`, {})] : [];
}
