/** What an audit finds on open requests. */
import { momentDay, parseDay } from '../../core/date.ts';
import { type Deadline, deadlines } from '../../core/deadline.ts';
import type { Law } from '../../core/law.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { Finding } from '../../core/report.ts';
import type { App } from '../app.ts';
import { type CaseSummary, caseload } from '../caseload.ts';
import { readOne, study } from '../casework.ts';
import { Shelf } from '../shelf.ts';
import { isPressing } from '../standing.ts';
import { findingOf } from './findings.ts';

/** Clocks that are late, will be within `horizon` days, or cannot be counted. */
export async function requestFindings(app: App, ledger: Ledger, horizon: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  const shelf = new Shelf(app);
  for (const summary of await caseload(app, ledger, { state: 'open' }, shelf)) {
    if (!isDueForLook(summary, momentDay(app.now, 'UTC') + 1, horizon)) continue;
    const { id } = summary;
    const work = await study(app, await readOne(ledger, id), id, false, shelf);
    const today = momentDay(app.now, work.timeline.zone);
    findings.push(...deadlines(work.laws, work.timeline, app.now, work.world, false).items.flatMap((item) => clockFinding(id, item, work.laws, today, horizon) ?? []));
  }
  return findings;
}

/** Whether one of its clocks may be worth a finding; the exact answer comes from the case itself. */
function isDueForLook({ undetermined, target, next }: CaseSummary, tomorrow: number, horizon: number): boolean {
  const first = next?.earliest ?? next?.due ?? null;
  return undetermined > 0 || (target !== null && (parseDay(target) as number) < tomorrow) || (first !== null && (parseDay(first) as number) <= tomorrow + Math.max(0, horizon));
}

function clockFinding(id: string, item: Deadline, laws: readonly Law[], today: number, horizon: number): Finding | undefined {
  const what = `${item.law}\n${item.obligation}\n${item.due}`;
  const name = `${id} ${item.requestType}, ${item.obligation} under ${item.law}`;
  const days = (n: number): string => `${n} day${n === 1 ? '' : 's'}`;
  if (item.state === 'overdue') return findingOf('request/overdue', id, `${name} was due on ${item.due}, ${days(-(item.daysLeft ?? 0))} ago`, { citation: item.citation, what, fix: remedy(id, item, laws) });
  if (isPressing(item, horizon)) return findingOf('request/due-soon', id, `${name} is due on ${item.due}${item.earliest === item.due ? '' : ` (cautious reading ${item.earliest})`}`, { citation: item.citation, what, fix: `${remedy(id, item, laws)}${extendable(id, item)}` });
  if (item.state === 'undetermined') return findingOf('request/undetermined', id, `${name}: ${item.why}`, { citation: item.citation, what: `${what}\n${item.missing.join(',')}` });
  if (item.state === 'no-fixed-term' && item.practiceTarget !== null && today > (parseDay(item.practiceTarget) as number)) {
    return findingOf('request/target-passed', id, `${name} waits since before ${item.practiceTarget}; the law sets no number of days (${item.standard})`, { citation: item.citation, what });
  }
  return undefined;
}

/** What is due, and the mark that says that it was done. */
function remedy(id: string, item: Deadline, laws: readonly Law[]): string {
  const obligation = laws.find((l) => l.id === item.law)?.obligations.find((o) => o.id === item.obligation);
  const mark = item.obligation === 'extension-notice' ? 'extension-noticed' : (obligation?.endedBy[0] ?? 'answered');
  return `${item.duty}. Record it: custos request mark ${id} ${mark}${mark === 'answered' ? ' --outcome …' : ''}`;
}

function extendable(id: string, { extension }: Deadline): string {
  return extension?.available ? `. Or extend to ${extension.due ?? 'a date of your choice'} by notice until ${extension.noticeBy}: custos request letter ${id} extension` : '';
}
