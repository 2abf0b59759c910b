/** Breaches on the ledger: read, judged, added to. */
import { type BreachRecord, factsFile, marksOf, replayBreach } from '../../core/breach-case.ts';
import { type Text, privatePaths } from '../../core/breach-coded.ts';
import { UserError } from '../../core/errors.ts';
import type { CaseEvent } from '../../core/event.ts';
import type { Ledger } from '../../core/ledger.ts';
import type { App } from '../app.ts';
import { type Breach, type Judged, judge } from './judge.ts';
import { zoneHere } from './input.ts';
import type { LawShelf } from './laws.ts';

/** `B-1` in whatever way it was typed. */
export function breachId(typed: string): string {
  const id = typed.trim().toUpperCase().replace(/^(\d+)$/, 'B-$1');
  if (!/^B-[1-9]\d{0,9}$/.test(id)) throw new UserError('unknown-case', `“${typed}” is not the id of a breach`, { hint: 'write B-1; custos breach list --all shows every breach' });
  return id;
}

/** A recorded breach with its texts, as far as they were not erased. */
export interface Recorded {
  record: BreachRecord;
  text: Text;
  breach: Breach & { id: string };
}

/** The breach as it stands at `--as-of`, or (`whole`) with everything that is recorded. */
export async function study(app: App, events: readonly CaseEvent[], id: string, ledger: Pick<Ledger, 'recall'>, whole = false): Promise<Recorded> {
  const record = replayBreach(events);
  if (!record) throw new UserError('unknown-case', events.length > 0 ? `${id} is no breach` : `there is no breach ${id}`, { hint: 'custos breach list --all shows every breach' });
  const texts = await ledger.recall(record.privates.map((p) => p.id));
  const text: Text = (path, event) => texts.get(record.privates.find((p) => p.seq === event)?.id ?? '')?.[path];
  const marks = marksOf(record, await zoneHere(app), whole ? undefined : app.now);
  return { record, text, breach: { id, marks, file: factsFile(record, text, marks) } };
}

export async function readBreach(app: App, ledger: Ledger, id: string): Promise<Recorded> {
  const events: CaseEvent[] = [];
  for await (const batch of ledger.read(id)) events.push(...batch);
  return study(app, events, id, ledger);
}

export type Standing = Recorded & { judged: Judged };

/** Every recorded breach with its duties. Breaches are numbered without gaps, so other cases need not be read. */
export async function* everyBreach(app: App, ledger: Ledger, shelf: LawShelf): AsyncGenerator<Standing> {
  for (let n = 1; ; n += 1) {
    const events: CaseEvent[] = [];
    for await (const batch of ledger.read(`B-${n}`)) events.push(...batch);
    if (events.length === 0) return;
    const recorded = await study(app, events, `B-${n}`, ledger);
    yield { ...recorded, judged: await judge(app, recorded.breach, {}, shelf) };
  }
}

/** A text that is recorded and not shown. */
function hiddenText(path: string): string {
  return `⟦PERSONAL: ${path} — add --reveal⟧`;
}

/** The facts of a breach as they may be shown: without --reveal a text is only said to be there. */
export function shownFile(app: App, { record, text, breach }: Recorded): Breach['file'] {
  return app.globals.reveal ? breach.file : factsFile(record, (path, event) => (text(path, event) === undefined ? undefined : hiddenText(path)), breach.marks);
}

/** Facts by their path; texts only with --reveal. `hidden`: those that are recorded and not shown, `erased`: those that are gone. */
export function shownFacts(app: App, { record, text }: Recorded): { facts: Record<string, unknown>; texts: string[]; hidden: string[]; erased: string[] } {
  const facts: Record<string, unknown> = {};
  const texts: string[] = [];
  const [hidden, erased] = [[] as string[], [] as string[]];
  const own = new Set(privatePaths(record.told));
  for (const [path, { value, event }] of record.told) {
    const words = own.has(path) ? text(path, event) : undefined;
    if (!own.has(path)) facts[path] = value;
    else if (words === undefined) erased.push(path);
    else if (app.globals.reveal) {
      facts[path] = words;
      texts.push(`${path}: ${words}`);
    }
    else hidden.push(path);
    if (value === 'not-applicable' && !app.globals.reveal) facts[path] = value;
  }
  return { facts, texts, hidden, erased };
}
