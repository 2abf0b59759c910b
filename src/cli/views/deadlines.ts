/** How deadlines read: columns for a table, and the derivation that can be pasted into a letter. */
import { parseDay, weekdayName } from '../../core/date.ts';
import type { Deadline, DeadlineState, Uncounted } from '../../core/deadline.ts';
import type { Cell, Column, Tone } from '../../core/report.ts';

const TONES: Record<DeadlineState, Tone> = {
  running: 'good', paused: 'warn', overdue: 'bad', met: 'dim', late: 'bad', 'not-started': 'dim', 'not-in-force': 'dim', 'not-required': 'dim', 'no-fixed-term': 'warn', undetermined: 'warn',
};

/** `2026-12-28 Mon`. */
export function dayWithName(date: string): string {
  const day = parseDay(date);
  return day === undefined ? date : `${date} ${weekdayName(day).slice(0, 3)}`;
}

/** "33 days", "today", "2 days over". */
export function daysLeftWords(item: Pick<Deadline, 'daysLeft' | 'state'>): string {
  if (item.daysLeft === null || !['running', 'overdue', 'paused'].includes(item.state)) return '';
  const n = Math.abs(item.daysLeft);
  return item.daysLeft === 0 ? 'today' : `${n} day${n === 1 ? '' : 's'}${item.daysLeft < 0 ? ' over' : ''}`;
}

function dueCell(item: Deadline): Cell {
  if (item.due !== null) return { text: dayWithName(item.due), tone: item.state === 'overdue' ? 'bad' : item.binding ? 'strong' : 'dim' };
  if (item.earliest !== null) return { text: `≥ ${dayWithName(item.earliest)}`, tone: 'warn' };
  return { text: item.practiceTarget === null ? '–' : `(${item.practiceTarget})`, tone: 'dim' };
}

/** Why the date is what it is, in one line. */
export function whyWords(item: Deadline): string {
  const parts: string[] = [];
  if (item.state === 'no-fixed-term') parts.push(`no number of days: ${item.standard ?? ''}${item.practiceTarget ? `; practice target ${item.practiceTarget}` : ''}`);
  else if (item.why !== null) parts.push(item.state === 'undetermined' && item.missing.length > 0 ? `${missingWords(item.missing)}; ${item.why}` : item.why);
  const open = item.state === 'running' || item.state === 'overdue';
  if (open && item.due !== null && item.earliest !== null && item.earliest < item.due) parts.push(`cautious reading ${item.earliest}`);
  if (open && item.due !== null && item.latest !== null && item.latest > item.due) parts.push(`latest arguable ${item.latest}`);
  if (item.extension?.available) parts.push(`can be extended to ${item.extension.due ?? 'a date told to the person'} by notice until ${item.extension.noticeBy}`);
  parts.push(item.citation.ref);
  return parts.join('; ');
}

export const deadlineColumns: readonly Column<Deadline>[] = [
  { title: 'DUE', value: dueCell },
  { title: 'LEFT', align: 'right', value: (d) => ({ text: daysLeftWords(d), tone: d.state === 'overdue' ? 'bad' : 'dim' }) },
  { title: 'STATE', value: (d) => ({ text: d.binding ? `${d.state}, binding` : d.state, tone: TONES[d.state] }) },
  { title: 'OBLIGATION', value: (d) => d.obligation },
  { title: 'LAW', value: (d) => d.law },
  { title: 'WHY', wide: true, value: whyWords },
];

/** Keys that CSV shows. */
export const deadlineFields = [
  'case', 'law', 'obligation', 'requestType', 'state', 'due', 'dueAt', 'timeZone', 'daysLeft', 'binding', 'earliest', 'latest', 'standard', 'practiceTarget', 'missing', 'why', 'citation', 'verified', 'checkedOn',
] as const;

/** Rows worth a line of their own; what a law does not ask goes into one line below. */
export function shown(items: readonly Deadline[], verbose: boolean): Deadline[] {
  const quiet = (d: Deadline) => d.state === 'not-required' || d.state === 'not-started' || d.state === 'not-in-force';
  const loud = items.filter((d) => !quiet(d));
  return verbose || loud.length === 0 ? [...items] : loud;
}

/** The lines below a table of deadlines: what is left out, and what could not be counted; in full with --verbose. */
export function deadlineNotes(items: readonly Deadline[], notCounted: readonly Uncounted[], verbose: boolean): string[] {
  const unread = [...new Set(items.filter((d) => !d.verified).map((d) => d.citation.ref))];
  const notes = unread.length > 0 ? [`Text of the law not read for: ${unread.join('; ')}.`] : [];
  if (verbose) return [...notes, ...notCounted.map((u) => `${u.law}: not counted, ${missingWords(u.missing)}; ${u.why}.`)];
  const rows = new Set(shown(items, false));
  const left = items.filter((d) => !rows.has(d)).map((d) => `${d.law} ${d.obligation} (${d.state})`);
  const byMissing = [...new Set(notCounted.map((u) => missingWords(u.missing)))];
  const open = byMissing.map((words) => `${notCounted.filter((u) => missingWords(u.missing) === words).map((u) => u.law).join(', ')} (${words})`);
  if (left.length > 0) notes.push(`Not shown: ${left.join(', ')}.`);
  if (open.length > 0) notes.push(`Not counted: ${open.join('; ')}.`);
  return left.length + open.length > 0 ? [...notes, '--verbose says why.'] : notes;
}

const FLAGS: Readonly<Record<string, string>> = { role: '--role', data: '--data', channel: '--channel', jurisdiction: '--in', 'extended-to': '--extended-to' };

/** "--role not given". */
function missingWords(missing: readonly string[]): string {
  return `${missing.map((m) => FLAGS[m] ?? m).join(', ')} not given`;
}

/** The derivation of each date, step by step, with its provisions. */
export function explain(items: readonly Deadline[]): string[] {
  return items.flatMap((item) => {
    const head = item.due === null ? item.state : `due ${weekdayName(parseDay(item.due) as number)} ${item.due}`;
    const lines = ['', `${item.law} – ${item.obligation}: ${item.duty}`, `  ${head}${item.due === null ? '' : `, at the end of the day in ${item.timeZone} (${item.dueAt})`}${item.binding ? ' – binding' : ''}`];
    item.steps.forEach((step, i) => {
      lines.push(`  ${i + 1}. ${step.says}${step.citation ? ` [${step.citation.ref}]` : ''}`);
      lines.push(...step.skipped.map((s) => `     ${dayWithName(s.date)} does not count: ${s.why}`));
    });
    if (item.why !== null) lines.push(`  ${item.state}: ${item.why}`);
    if (item.citation.quote !== null) lines.push(`  “${item.citation.quote}”`);
    lines.push(`  Source: ${item.citation.ref}${item.citation.url ? ` <${item.citation.url}>` : ''}; compared ${item.checkedOn}${item.verified ? '' : ', text not read'}`);
    return lines;
  });
}

