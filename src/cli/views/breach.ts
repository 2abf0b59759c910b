/** How the duties of a breach read: columns for a table, what is missing, and the working. */
import type { BreachItem, NotCounted } from '../../core/breach-item.ts';
import { type Day, type Instant, type Moment, type Zone, dayIn, endOfDay, formatLocal, parseDay, parseInstant } from '../../core/date.ts';
import { compareText } from '../../core/order.ts';
import type { Cell, Column, Tone } from '../../core/report.ts';

type Ending = Pick<BreachItem, 'due' | 'dueAt' | 'timeZone'>;

/** Every column asks it of every duty, and the end of a day is slow to find. */
const exact = new WeakMap<Ending, boolean>();

/** The end is an instant within a day: it was counted in hours. */
export function isExact(item: Ending): boolean {
  const known = exact.get(item);
  if (known !== undefined) return known;
  const { due, dueAt, timeZone } = item;
  const found = due !== null && dueAt !== null && endOfDay(parseDay(due) as number, timeZone) !== parseInstant(dueAt);
  exact.set(item, found);
  return found;
}

/** "in 41 h 20 min", "3 h 5 min over", "in 12 days", "today". */
export function leftWords(item: Pick<BreachItem, 'state' | 'decision' | 'due' | 'dueAt' | 'timeZone' | 'daysLeft'>, now: Moment): string {
  const done = item.state === 'met' || item.state === 'late';
  const counts = item.state === 'running' || item.state === 'overdue' || item.state === 'paused' || (item.decision === 'undetermined' && !done);
  if (item.due === null || item.dueAt === null || item.daysLeft === null || !counts) return '';
  if (isExact(item) && 'instant' in now) {
    const minutes = Math.floor(Math.abs((parseInstant(item.dueAt) as number) - now.instant) / 60_000);
    const words = minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    return (parseInstant(item.dueAt) as number) < now.instant ? `${words} over` : `in ${words}`;
  }
  const days = Math.abs(item.daysLeft);
  return item.daysLeft === 0 ? 'today' : `${item.daysLeft > 0 ? 'in ' : ''}${days} day${days === 1 ? '' : 's'}${item.daysLeft < 0 ? ' over' : ''}`;
}

/** `2026-12-28`, or `2026-11-28 15:20+01:00` where hours are counted, as clocks in the item's zone show it. */
export function dueWords(item: Ending): string {
  if (item.due === null) return '';
  return isExact(item) ? localTime(parseInstant(item.dueAt as string) as number, item.timeZone) : item.due;
}

/** Another reading of the end, where it is another: its day in the zone of the duty, and how it reads. */
export function otherEnd(item: Pick<BreachItem, 'due' | 'dueAt' | 'timeZone' | 'earliest' | 'latest'>, which: 'earliest' | 'latest'): { day: Day; words: string } | undefined {
  const text = item[which];
  if (text === null || item.due === null || item.dueAt === null) return undefined;
  const [instant, due] = [parseInstant(text), parseInstant(item.dueAt) as number];
  const at = instant ?? endOfDay(parseDay(text) as number, item.timeZone);
  if (which === 'earliest' ? at >= due : at <= due) return undefined;
  return instant === undefined ? { day: parseDay(text) as number, words: text } : { day: dayIn(instant, item.timeZone), words: localTime(instant, item.timeZone) };
}

/** A time with the offset of its zone, so that times of several zones can stand in one list. */
function localTime(at: Instant, zone: Zone): string {
  const local = formatLocal(at, zone).slice(0, 16);
  const ahead = Math.round(((parseInstant(`${local.replace(' ', 'T')}Z`) as number) - Math.floor(at / 60_000) * 60_000) / 60_000);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}

const TONES: Partial<Record<BreachItem['state'], Tone>> = { running: 'good', overdue: 'bad', late: 'bad', met: 'dim', paused: 'warn', undetermined: 'warn', 'no-fixed-term': 'warn' };

/** One word for how a duty stands. */
function stateWord({ decision, state }: Pick<BreachItem, 'decision' | 'state'>): string {
  return decision === 'undetermined' && state !== 'met' && state !== 'late' ? 'undetermined' : decision === 'recommended' ? 'recommended' : state;
}

/** What the duty is called: an obligation, and which of several. */
export function dutyWord({ obligation, variant }: Pick<BreachItem, 'obligation' | 'variant'>): string {
  return variant === null ? obligation : `${obligation} (${variant})`;
}

function dueCell(item: BreachItem): Cell {
  const text = dueWords(item);
  if (text !== '') return { text, tone: item.state === 'overdue' ? 'bad' : item.decision === 'required' && item.state === 'running' ? 'strong' : 'dim' };
  return { text: item.practiceTarget === null ? '–' : `(${item.practiceTarget})`, tone: 'dim' };
}

export function whyWords(item: BreachItem): string {
  const open = item.phases.filter((p) => p.state !== 'met' && p.state !== 'late');
  const [cautious, arguable] = [otherEnd(item, 'earliest'), otherEnd(item, 'latest')];
  const earlier = cautious ? [`cautious reading ${cautious.words}`] : [];
  // A few hours on the last day are not worth a word; the working has them.
  const later = arguable && arguable.day > (parseDay(item.due as string) as number) ? [`latest arguable ${arguable.words}`] : [];
  const parts = [
    item.why, ...(item.standard === null ? [] : [item.state === 'no-fixed-term' ? `no number of days: ${item.standard}` : item.standard]), ...earlier, ...later,
    ...(item.order ? [item.order.says] : []), ...(item.phases.length > 1 && open.length > 0 ? [`in parts: ${open.map((p) => `${p.name}${p.due === null ? '' : ` ${p.due}`}`).join(', ')}`] : []),
    ...(item.conflictsWith.length > 0 ? [`one letter does not do with ${item.conflictsWith.join(', ')}`] : []), item.citation.ref,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

export function itemColumns(now: Moment): readonly Column<BreachItem>[] {
  return [
    { title: 'DUE', value: dueCell },
    { title: 'LEFT', align: 'right', value: (i) => ({ text: leftWords(i, now), tone: i.state === 'overdue' ? 'bad' : 'dim' }) },
    { title: 'STATE', value: (i) => ({ text: stateWord(i), tone: i.decision === 'undetermined' ? 'warn' : (TONES[i.state] ?? 'dim') }) },
    { title: 'DUTY', value: dutyWord },
    { title: 'LAW', value: (i) => i.law },
    { title: 'WHY', wide: true, value: whyWords },
  ];
}

/** Keys that CSV shows. */
export const itemFields = [
  'case', 'law', 'obligation', 'variant', 'audience', 'recipient', 'decision', 'state', 'due', 'dueAt', 'timeZone', 'daysLeft', 'earliest', 'latest', 'standard', 'practiceTarget', 'why', 'missing', 'conflictsWith',
  'places', 'portal', 'citation', 'verified', 'checkedOn',
] as const;

/** Rows worth a line of their own, what ends first at the top; what no law asks for goes into one line below. */
export function shown(items: readonly BreachItem[], verbose: boolean): BreachItem[] {
  const loud = items.filter((i) => i.decision !== 'not-required');
  const end = (item: BreachItem): string => (item.dueAt !== null && leftWords(item, { day: 0 }) !== '' ? item.dueAt : '~');
  return (verbose || loud.length === 0 ? [...items] : loud).toSorted((a, b) => compareText(end(a), end(b)));
}

/** The lines below a table of duties. What is missing is listed once, with how much hangs on it. */
export function itemNotes(items: readonly BreachItem[], notCounted: readonly NotCounted[], verbose: boolean): string[] {
  const byFact = new Map<string, BreachItem[]>();
  for (const item of items) for (const fact of item.missing.filter((f) => !f.endsWith('-notified'))) byFact.set(fact, [...(byFact.get(fact) ?? []), item]);
  const facts = [...byFact].toSorted(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const missing = facts.map(([fact, on]) => `  ${fact} – ${on.length === 1 ? `${dutyWord(on[0] as BreachItem)} under ${on[0]?.law}` : `${on.length} duties`}`);
  const unread = [...new Set(items.filter((i) => !i.verified && i.decision !== 'not-required').map((i) => i.citation.ref))];
  const rows = new Set(shown(items, false));
  const left = items.filter((i) => !rows.has(i));
  const laws = [...new Set(left.map((i) => i.law))];
  return [
    ...(missing.length > 0 ? ['Not recorded, and something hangs on it:', ...missing] : []),
    ...(unread.length > 0 ? [`Text of the law not read for: ${unread.slice(0, 8).join('; ')}${unread.length > 8 ? ` and ${unread.length - 8} more` : ''}.`] : []),
    ...notCounted.map((n) => `Not looked at${n.law === '*' ? '' : `: ${n.law}`}: ${n.why} (${n.missing.join(', ')}).`),
    ...(left.length > 0 && !verbose ? [`Not required: ${left.length} ${left.length === 1 ? 'duty' : 'duties'} under ${laws.slice(0, 8).join(', ')}${laws.length > 8 ? ` and ${laws.length - 8} more` : ''}. --verbose says why.`] : []),
  ];
}

/** The working of each duty, step by step, with its provisions. */
export function explain(items: readonly BreachItem[]): string[] {
  return items.flatMap((item) => {
    const end = item.due === null ? '' : isExact(item) ? `, due ${dueWords(item)} in ${item.timeZone} (${item.dueAt})` : `, due ${item.due}, at the end of the day in ${item.timeZone} (${item.dueAt})`;
    const lacking = item.contents.filter((c) => c.status === 'missing' && c.need !== 'optional');
    return [
      '', `${item.law} – ${dutyWord(item)}: ${item.duty}`, `  ${item.decision}${item.why === '' ? '' : `: ${item.why}`}`, `  ${item.state}${end}`, `  To: ${item.recipient}${item.portal === null ? '' : ` <${item.portal}>`}`,
      ...item.steps.flatMap((step, i) => [`  ${i + 1}. ${step.says}${step.citation ? ` [${step.citation.ref}]` : ''}`, ...step.skipped.map((s) => `     ${s.date} does not count: ${s.why}`)]),
      ...item.phases.map((p) => `  ${p.name}: ${p.says}; ${p.state}${p.due === null ? '' : `, due ${p.due}`}${p.standard === null ? '' : `; ${p.standard}`}`),
      ...(lacking.length > 0 ? [`  Still to be recorded for the notice: ${lacking.map((c) => `${c.says} (${c.facts.join(' or ')})`).join('; ')}`] : []),
      ...item.forbidden.map((f) => `  The notice may not say: ${f.says} [${f.citation.ref}]`),
      ...(item.citation.quote === null ? [] : [`  “${item.citation.quote}”`]),
      `  Source: ${item.citation.ref}${item.citation.url ? ` <${item.citation.url}>` : ''}${item.checkedOn === null ? '' : `; compared ${item.checkedOn}`}${item.verified ? '' : ', text not read'}`,
    ];
  });
}
