/** `custos breach register`: the record of every breach, and the yearly list of those that are reported together. */
import { type BreachFile, countOf, valueAt } from '../../core/breach-facts.ts';
import type { BreachItem } from '../../core/breach-item.ts';
import type { BreachLaw } from '../../core/breach-law.ts';
import { knownOf, reachOf } from '../../core/breach-scope.ts';
import { knownDay, noticesTo, timelineOf } from '../../core/breach-timeline.ts';
import { evaluate } from '../../core/condition.ts';
import { civil, formatMoment } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import { compareText } from '../../core/order.ts';
import type { Outcome, Records } from '../../core/report.ts';
import type { App } from '../app.ts';
import { withLedger } from '../casework.ts';
import { glance } from '../views/breach-record.ts';
import { type RegisterEntry, registerReport } from '../views/breach-register.ts';
import { zoneHere } from './input.ts';
import { isOpen } from './judge.ts';
import { LawShelf, knownLaw } from './laws.ts';
import { type Standing, everyBreach, shownFile } from './open.ts';

interface RegisterOptions {
  year?: string;
  law?: string[];
}

export async function breachRegister(app: App, options: RegisterOptions): Promise<Outcome> {
  const year = options.year === undefined ? undefined : yearOf(options.year);
  const laws = options.law && (await Promise.all(options.law.map((id) => knownLaw(app, id)))).map(({ law }) => law);
  const zone = await zoneHere(app);
  const shelf = new LawShelf(app);
  const entries: RegisterEntry[] = [];
  const used = new Map<string, NonNullable<Outcome['laws']>[number]>();
  await withLedger(app, 'read', async (ledger) => {
    for await (const standing of everyBreach(app, ledger, shelf)) {
      const day = knownDay(timelineOf(standing.breach), zone);
      if (year !== undefined && (day === undefined || civil(day).year !== year)) continue;
      if (laws && !(await belongs(app, standing, laws, year))) continue;
      entries.push(entryOf(app, standing, zone, laws?.map((law) => law.id)));
      for (const law of standing.judged.used) used.set(law.law.id, law);
    }
  });
  const concerned = new Set(entries.flatMap((entry) => entry.laws));
  const report: Records<RegisterEntry> = registerReport(entries, year, laws?.map((law) => law.id));
  return { report, laws: [...used.values()].filter(({ law }) => concerned.has(law.id)), incomplete: entries.length === 0 && !app.globals.allowEmpty };
}

function yearOf(text: string): number {
  if (!/^(19|20|21)\d\d$/.test(text)) throw new UserError('bad-value', `--year: “${text}” is not a year`, { hint: 'write --year 2026' });
  return Number(text);
}

/**
 * Whether a breach is one of these laws. Of a law by which some breaches are reported together after the end of the year,
 * the list of a year has only those.
 */
async function belongs(app: App, { judged }: Standing, laws: readonly BreachLaw[], year: number | undefined): Promise<boolean> {
  const { places } = await app.world();
  return laws.some((law) => {
    const items = judged.items.filter((i) => i.law === law.id && i.decision !== 'not-required');
    if (items.length === 0) return false;
    const together = law.obligations.flatMap((o) => o.terms.filter((t) => t.yearEnd).map((term) => ({ id: o.id, term })));
    if (year === undefined || together.length === 0) return true;
    const { file, marks } = judged.breach;
    const day = knownDay(timelineOf({ file, marks }), 'UTC') ?? 0;
    const { facts } = reachOf(law, knownOf(file, places), day, true);
    return together.some(({ id, term }) => items.some((i) => i.obligation === id) && (!term.when || evaluate(term.when, facts).truth !== false));
  });
}

function entryOf(app: App, standing: Standing, zone: string, only: readonly string[] | undefined): RegisterEntry {
  const { record, breach, judged } = standing;
  const file = shownFile(app, standing);
  const items = judged.items.filter((i) => only === undefined || only.includes(i.law));
  const timeline = timelineOf(breach);
  const notices = [...new Map(items.flatMap((i) => noticesTo(timeline, i.law, i.audience, i.variant ?? undefined, zone).map((n) => {
    const notice = { law: n.law ?? null, audience: n.audience, on: formatMoment(n.on), phase: n.phase ?? null };
    return [JSON.stringify(notice), notice] as const;
  }))).values()].toSorted((a, b) => compareText(a.on, b.on));
  return {
    case: record.id, title: textAt(file, 'title') ?? '', state: judged.items.some(isOpen) ? 'open' : 'closed', ...glance(breach.file),
    occurredFrom: textAt(file, 'incident.occurred.from'), occurredTo: textAt(file, 'incident.occurred.to'), cause: textAt(file, 'incident.cause'), affected: wordsAt(file, 'incident.cia'),
    categories: wordsAt(file, 'people.categories'), records: countOf(valueAt(file, 'data.records'))?.n ?? null, facts: textAt(file, 'incident.summary'), effects: wordsAt(file, 'consequences'),
    measuresTaken: wordsAt(file, 'measures.taken'), measuresPlanned: wordsAt(file, 'measures.planned'), severity: judged.severity.level, riskSuggested: judged.risk.suggested.level, riskDecided: judged.risk.decided ?? null,
    riskReasons: textAt(file, 'risk.reasons'), delayReasons: wordsAt(file, 'delayReasons'), notices, notRequired: items.filter((i) => i.decision === 'not-required' && (i.audience === 'authority' || i.audience === 'people')).map(whyNot),
    notSentBecause: notSent(file), laws: [...new Set(items.filter((i) => i.decision !== 'not-required').map((i) => i.law))].toSorted(), keep: keepOf(items), due: items.filter(isOpen).flatMap((i) => i.due ?? []).toSorted()[0] ?? null,
  };
}

function whyNot({ law, obligation, variant, why }: BreachItem): RegisterEntry['notRequired'][number] {
  return { law, obligation, variant, why };
}

/** Decisions not to tell, as they were recorded. */
function notSent(file: BreachFile): RegisterEntry['notSentBecause'] {
  const list = valueAt(file, 'notSentBecause');
  return (Array.isArray(list) ? (list as { law?: string; audience?: string; reason?: string; decidedOn?: unknown }[]) : []).map(({ law, audience, reason, decidedOn }) => ({
    law: law ?? null, audience: audience ?? null, reason: reason ?? null, decidedOn: typeof decidedOn === 'string' ? decidedOn : null,
  }));
}

/** How long the entries are kept, for each law that says so. */
function keepOf(items: readonly BreachItem[]): RegisterEntry['keep'] {
  return items.flatMap((i) => (i.keep === null || i.decision === 'not-required' ? [] : [{ law: i.law, keep: i.keep }]));
}

function textAt(file: BreachFile, path: string): string | null {
  const value = valueAt(file, path);
  return typeof value === 'string' ? value : null;
}

function wordsAt(file: BreachFile, path: string): string[] {
  const value = valueAt(file, path);
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}
