/** What an audit finds on recorded breaches: clocks that are late or near, and duties that nobody can decide or date yet. */
import type { BreachItem } from '../../core/breach-item.ts';
import { momentDay, parseDay } from '../../core/date.ts';
import type { Ledger } from '../../core/ledger.ts';
import { compareText } from '../../core/order.ts';
import type { Finding } from '../../core/report.ts';
import type { App } from '../app.ts';
import { findingOf } from './findings.ts';

/** Only what a recorded breach needs is loaded, and nothing where there is none. */
export async function breachFindings(app: App, ledger: Ledger, horizon: number): Promise<Finding[]> {
  if (!(await hasBreach(ledger))) return [];
  const [{ everyBreach }, { LawShelf }] = await Promise.all([import('../breach/open.ts'), import('../breach/laws.ts')]);
  const views = await loadViews();
  const findings: Finding[] = [];
  for await (const { record, judged } of everyBreach(app, ledger, new LawShelf(app))) {
    const open = judged.items.filter(views.isOpen);
    findings.push(...open.flatMap((item) => clockFinding(app, record.id, item, horizon, views) ?? []), ...unsettled(record.id, open.filter(views.isUnsettled), views));
  }
  return findings;
}

export async function hasBreach(ledger: Ledger): Promise<boolean> {
  for await (const batch of ledger.read('B-1')) return batch.length > 0;
  return false;
}

async function loadViews() {
  const [{ dueWords, dutyWord, leftWords, otherEnd }, { isPressing }, { isOpen, isUnsettled }] = await Promise.all([import('../views/breach.ts'), import('../breach/assessing.ts'), import('../breach/judge.ts')]);
  return { dueWords, dutyWord, leftWords, otherEnd, isPressing, isOpen, isUnsettled };
}

type Views = Awaited<ReturnType<typeof loadViews>>;

function clockFinding(app: App, id: string, item: BreachItem, horizon: number, { dueWords, dutyWord, leftWords, otherEnd, isPressing }: Views): Finding | undefined {
  const name = `${id} ${dutyWord(item)} under ${item.law}`;
  const what = [item.law, item.obligation, item.variant ?? '', item.due ?? ''].join('\n');
  const more = { citation: item.citation, what, fix: remedy(id, item) };
  // A question whose date has passed is as late as the duty that it may be.
  const question = item.decision === 'undetermined';
  if (isPressing(app, item, -1)) return findingOf('breach/overdue', id, `${name} was due on ${dueWords(item)}, ${leftWords(item, app.now).replace(/ over$/, ' ago')}${question ? ', if it is required, which is undetermined' : ''}`, question ? { ...more, fix: `Decide whether it is required, or do it. ${more.fix}` } : more);
  if (question) return undefined;
  const cautious = otherEnd(item, 'earliest');
  if (isPressing(app, item, horizon)) return findingOf('breach/due-soon', id, `${name} is due ${leftWords(item, app.now)}, on ${dueWords(item)}${cautious ? ` (cautious reading ${cautious.words})` : ''}`, more);
  if (item.state === 'no-fixed-term' && item.practiceTarget !== null && momentDay(app.now, item.timeZone) > (parseDay(item.practiceTarget) as number)) {
    return findingOf('breach/target-passed', id, `${name} waits since before ${item.practiceTarget}; the law sets no number of days (${item.standard})`, more);
  }
  return undefined;
}

/** One finding for each law: what has to be known, and the first date that there may be. */
function unsettled(id: string, open: readonly BreachItem[], { dueWords }: Views): Finding[] {
  const laws = [...new Set(open.map((i) => i.law))];
  return laws.map((law) => {
    const items = open.filter((i) => i.law === law);
    const [first] = items as [BreachItem];
    const missing = [...new Set(items.flatMap((i) => i.missing))].filter((fact) => !fact.endsWith('-notified'));
    const dated = items.filter((i) => i.decision === 'undetermined' && i.due !== null).toSorted((a, b) => compareText(a.dueAt ?? '', b.dueAt ?? ''))[0];
    const duties = [...new Set(items.map((i) => i.obligation))].join(', ');
    return findingOf('breach/undetermined', id, `${id} ${duties} under ${law}: ${missing.length > 0 ? `not recorded: ${missing.join(', ')}` : first.why}${dated ? `; if it is due, then on ${dueWords(dated)}` : ''}`, { citation: first.citation, what: `${law}\n${missing.join(',')}` });
  });
}

/** What is due, and the mark that says that it was done. */
function remedy(id: string, { duty, law, audience, variant, phases }: BreachItem): string {
  const mark = audience === 'people' || audience === 'authority' ? `${audience}-notified` : audience === 'register' ? 'register-entered' : `notified --to ${audience}`;
  const phase = phases.find((p) => p.state !== 'met' && p.state !== 'late');
  return `${duty}. Record it: custos breach mark ${id} ${mark} --law ${law}${variant === null ? '' : ` --variant ${variant}`}${phases.length > 1 && phase ? ` --phase ${phase.name}` : ''}`;
}
