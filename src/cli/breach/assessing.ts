/** `custos breach assess`: what a breach asks for, from a facts file or from the ledger. */
import { parseDay, parseInstant } from '../../core/date.ts';
import type { BreachItem } from '../../core/breach-item.ts';
import type { Outcome, Records } from '../../core/report.ts';
import type { App } from '../app.ts';
import { failDays } from '../standing.ts';
import { explain, isExact, itemColumns, itemFields, itemNotes, otherEnd, shown } from '../views/breach.ts';
import { explainSeverity, severityLines } from '../views/breach-severity.ts';
import { type Given, givenBreach } from './given.ts';
import { type InputOptions, zoneOption } from './input.ts';
import { type Judged, isIncomplete, isOpen, judge, summaryOf } from './judge.ts';

export interface AssessOptions extends InputOptions {
  law?: string[];
  tz?: string;
  explain?: boolean;
}

export async function assess(app: App, typed: string | undefined, options: AssessOptions): Promise<Outcome> {
  const zone = zoneOption(options.tz);
  const given = await givenBreach(app, typed, options, 'custos breach assess');
  const unrecorded = given.breach.id !== null && options.people !== undefined ? [`nothing was recorded: custos breach learn ${given.breach.id} --people ${options.people} does that`] : [];
  const judged = await judge(app, given.breach, { laws: options.law, zone });
  return answer(app, judged, { ...given, notes: [...given.notes, ...unrecorded], explained: options.explain === true });
}

function answer(app: App, judged: Judged, { inputs, notes, explained }: Given & { explained: boolean }): Outcome {
  const { items, notCounted, breach } = judged;
  const verbose = app.globals.verbose === true || explained;
  const report: Records<BreachItem> = {
    kind: 'records', schema: 'obligations', title: breach.id === null ? 'Breach' : `Breach ${breach.id}`, items, rows: shown(items, verbose), columns: itemColumns(app.now), lines: items, fields: itemFields,
    summary: summaryOf(judged), intro: severityLines(judged.severity, judged.risk),
    outro: [...(explained ? [...explainSeverity(judged.severity, judged.risk), ...explain(items), ''] : []), ...itemNotes(items, notCounted, verbose)],
    empty: 'No law that custos knows asks for anything.',
  };
  return { ...standingOf(app, judged), report, inputs, notes, incomplete: isIncomplete(judged) || (items.length === 0 && !app.globals.allowEmpty) };
}

/** What decides the exit status, and the head of an answer, of every command that shows the duties of a breach. */
export function standingOf(app: App, { items, used, zone }: Judged): Outcome {
  const days = failDays(app.globals.failOn ?? 'never');
  return {
    laws: used.filter(({ law }) => items.some((i) => i.law === law.id)), ...(zone === undefined ? {} : { timeZone: zone }),
    attention: days !== undefined && items.some((i) => isPressing(app, i, days)),
  };
}

/** Whether a duty is late, or will be within `days` by its cautious reading; a question with a date counts as one. */
export function isPressing(app: App, item: BreachItem, days: number): boolean {
  if (!isOpen(item)) return false;
  if (item.state === 'overdue' || item.phases.some((p) => p.state === 'overdue')) return true;
  if (item.due === null || item.daysLeft === null) return false;
  if (item.state !== 'running' && item.state !== 'paused' && item.decision !== 'undetermined') return false;
  if (isExact(item) && 'instant' in app.now && (parseInstant(item.dueAt as string) as number) < app.now.instant) return true;
  const due = parseDay(item.due) as number;
  const cautious = due - (otherEnd(item, 'earliest')?.day ?? due);
  return item.daysLeft < 0 || (days >= 0 && item.daysLeft - cautious <= days);
}
