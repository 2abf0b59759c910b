/** A breach held against its laws: duties with their clocks, severity, and the risk that is suggested. */
import { riskTable, severityTable } from '../../adapters/breach-facts.ts';
import { obligations } from '../../core/breach.ts';
import type { BreachFile } from '../../core/breach-facts.ts';
import { type BreachItem, type NotCounted, nextDue } from '../../core/breach-item.ts';
import type { BreachLaw } from '../../core/breach-law.ts';
import { type Risk, riskOf } from '../../core/breach-risk.ts';
import type { BreachMarked } from '../../core/breach-timeline.ts';
import type { Zone } from '../../core/date.ts';
import type { LawUsed } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import type { Config } from '../../adapters/config.ts';
import type { App } from '../app.ts';
import { LawShelf, isContract } from './laws.ts';

/** What is to be judged. */
export interface Breach {
  id: string | null;
  file: BreachFile;
  marks: readonly BreachMarked[];
}

export interface Judged {
  breach: Breach;
  items: readonly BreachItem[];
  notCounted: readonly NotCounted[];
  risk: Risk;
  severity: Severity;
  laws: readonly BreachLaw[];
  used: readonly LawUsed[];
  zone: Zone | undefined;
}

interface Choice {
  /** Only these laws. */
  laws?: readonly string[] | undefined;
  /** Days are days in this zone. */
  zone?: Zone | undefined;
  /** The names of data sets are as they may be shown already. */
  named?: boolean;
}

export async function judge(app: App, breach: Breach, choice: Choice = {}, shelf = new LawShelf(app)): Promise<Judged> {
  const { config } = await app.config();
  const world = await app.world();
  const file = withOrganisation(breach.file, config.organisation);
  const { laws, used } = await shelf.of(file, choice.laws);
  const zone = choice.zone ?? config.organisation?.timeZone;
  const shown = app.globals.reveal || choice.named ? file : withoutNames(file);
  const { items, notCounted } = obligations(laws, { id: breach.id, file: shown, marks: breach.marks, ...(choice.laws ? { laws: laws.map((law) => law.id) } : {}), ...(zone === undefined ? {} : { zone }) }, app.now, world);
  const { severity, ...risk } = riskOf(file, world.places, severityTable, riskTable);
  return { breach: { ...breach, file }, items: items.map((item) => (isContract(item.law) ? { ...item, checkedOn: null } : item)), notCounted, risk, severity, laws, used, zone };
}

/** The organisation of the configuration, where the facts do not say it themselves. */
function withOrganisation(file: BreachFile, organisation: Config['organisation']): BreachFile {
  if (!organisation) return file;
  const { name, type, parent, regimes, establishedIn, mainEstablishment, contact, dataProtectionOfficer, representative } = organisation;
  const given = Object.fromEntries(Object.entries({ name, type, parent, regimes, establishedIn, mainEstablishment, contact }).filter(([, value]) => value !== undefined));
  return {
    ...(dataProtectionOfficer ? { dpo: dataProtectionOfficer } : {}), ...(representative ? { representativeEU: representative } : {}), ...file,
    organisation: { ...given, ...(file['organisation'] as object | undefined) },
  };
}

/** Names of data sets are free text; without --reveal they have numbers. */
function withoutNames(file: BreachFile): BreachFile {
  return file.dataSets ? { ...file, dataSets: file.dataSets.map((set, i) => ({ ...set, name: `data set ${i + 1}` })) } : file;
}

/** A duty that somebody still has to meet, or that nobody can rule out. */
export function isOpen({ decision, state }: BreachItem): boolean {
  return (decision === 'required' || decision === 'undetermined') && state !== 'met' && state !== 'late';
}

/**
 * Something about a duty cannot be said: whether it exists, for whom, or when its clock starts. That a clock waits for a
 * notice which is still to be given is no gap.
 */
export function isUnsettled(item: BreachItem): boolean {
  return item.decision === 'undetermined' || item.state === 'undetermined' || (item.decision === 'required' && isOpen(item) && item.missing.some((fact) => !fact.endsWith('-notified')));
}

/** Something about the breach cannot be said: a duty, where some of the people are, or whether a law concerns it. */
export function isIncomplete({ items, notCounted }: Pick<Judged, 'items' | 'notCounted'>): boolean {
  return items.some(isUnsettled) || notCounted.some((n) => n.missing.length > 0);
}

const round = (n: number): number => Math.round(n * 100) / 100;
const point = ({ min, max }: { min: number; max: number }): number | null => (min === max ? round(min) : null);

/** The head of an answer about a breach (contract). A score that the facts leave open is null, between `from` and `to`. */
export function summaryOf({ items, risk, severity, notCounted }: Judged): Record<string, unknown> {
  const { score, level, levels, dataContext, easeOfIdentification, circumstances, circumstancesTotal, flags, warnings, missing } = severity;
  const { suggested, decided, differs } = risk;
  const factor = (f: Severity['dataContext']): object => ({ from: round(f.min), to: round(f.max), by: f.by, reasons: f.reasons, missing: f.missing });
  return {
    severity: {
      score: point(score), level, dataContext: point(dataContext), easeOfIdentification: point(easeOfIdentification), circumstances: point(circumstancesTotal),
      range: { from: round(score.min), to: round(score.max), levels },
      factors: { dataContext: factor(dataContext), easeOfIdentification: factor(easeOfIdentification), ...Object.fromEntries(Object.entries(circumstances).map(([name, f]) => [name, factor(f)])) },
      manyPeople: flags.manyPeople ?? null, unintelligible: flags.unintelligible ?? null, warnings, missing,
    },
    riskSuggested: { level: suggested.level, reasons: suggested.reasons.map(({ says, citation, proposed }) => ({ says, citation: citation.ref, proposed })), certain: suggested.certain, from: suggested.range.from, to: suggested.range.to, missing: suggested.missing },
    riskDecided: decided ?? null, riskDiffers: differs ?? null,
    required: items.filter((i) => i.decision === 'required').length, undetermined: items.filter((i) => i.decision === 'undetermined').length,
    overdue: items.filter((i) => i.state === 'overdue').length, nextDue: nextDue(items), notCounted,
  };
}
