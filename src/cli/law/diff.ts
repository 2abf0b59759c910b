/** `custos law diff`: what changes in the laws, and which dates of open cases that moves. */
import path from 'node:path';
import type { LoadedBreachLaw } from '../../adapters/breach-laws.ts';
import type { LoadedLaw } from '../../adapters/data.ts';
import { type Day, formatDay, momentDay } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import { type Amendment, type Difference, amendments, differences } from '../../core/law-diff.ts';
import { compareText } from '../../core/order.ts';
import type { LawUsed, Outcome, Records } from '../../core/report.ts';
import { type App, replaced } from '../app.ts';
import { dayOption } from '../facts.ts';
import type { EarlierLaws } from '../shelf.ts';
import { movedSinceData, movedUnder } from './moved.ts';

export interface DiffOptions {
  since?: string;
  until?: string;
  openCases?: boolean;
}

/** One change (kind `law-changes`). `on`: from when the new wording holds; null where two versions of a file differ. */
interface LawChange extends Difference {
  law: string;
  about: 'requests' | 'breaches';
  on: string | null;
  proposed: boolean;
  citation: string | null;
}

type AnyLaw = LoadedLaw | LoadedBreachLaw;

/** An amendment is of interest so many days before and after its day, unless told otherwise. */
const AROUND = 365;

export async function diff(app: App, files: readonly string[], options: DiffOptions): Promise<Outcome> {
  if (files.length > 0 && (options.since ?? options.until) !== undefined) throw new UserError('usage', 'give files of an earlier version or a span of time, not both', { hint: 'custos law diff --since 2026-01-01, or custos law diff OLD-FOLDER' });
  const earlier = files.length === 0 ? undefined : await readEarlier(app, files);
  if (options.openCases) return earlier ? movedUnder(app, earlier) : movedSinceData(app);
  return earlier ? compared(app, earlier) : amended(app, options);
}

/** Law files of an earlier version: of a folder, every law there was; of single files, those alone. */
export interface Earlier extends EarlierLaws {
  laws: readonly LoadedLaw[];
  breachLaws: readonly LoadedBreachLaw[];
  whole: boolean;
}

async function readEarlier(app: App, files: readonly string[]): Promise<Earlier> {
  const { isFolder, readLaws } = await import('../../adapters/laws.ts');
  const places = files.map((file) => path.resolve(app.io.cwd, file));
  const { laws, breachLaws } = await readLaws(places);
  if (laws.length + breachLaws.length === 0) throw new UserError('file-unreadable', `no law files in ${files.join(', ')}`, { hint: 'give the folders src/laws and src/breach-laws of an earlier version, or single law files' });
  const whole = places.some(isFolder);
  const own = await app.ownLaws();
  const kind = <T extends AnyLaw>(then: readonly T[], mine: readonly T[]) => async (now: readonly T[]): Promise<readonly T[]> => (whole && then.length > 0 ? replaced(then, mine) : replaced(now, then.filter(({ law }) => now.some((other) => other.law.id === law.id))));
  return { laws, breachLaws, whole, requests: kind(laws, own.laws), breaches: kind(breachLaws, own.breachLaws) };
}

/** Wordings that begin or end in the span. */
async function amended(app: App, options: DiffOptions): Promise<Outcome> {
  const today = momentDay(app.now, (await app.config()).config.organisation?.timeZone ?? 'UTC');
  const dayOf = (option: 'since' | 'until', otherwise: Day): Day => (options[option] === undefined ? otherwise : dayOption(options[option], `--${option}`, 'UTC'));
  const [since, until] = [dayOf('since', today - AROUND), dayOf('until', today + AROUND)];
  if (since > until) throw new UserError('bad-value', `--since ${formatDay(since)} is after --until ${formatDay(until)}`, { hint: 'swap them' });
  const of = (laws: readonly AnyLaw[], about: LawChange['about']): LawChange[] => laws.flatMap(({ law }) => amendments(law, since, until).map((a: Amendment) => ({ ...a, law: law.id, about })));
  const [requests, breaches] = [await app.allLaws(), await app.allBreachLaws()];
  const items = [...of(requests, 'requests'), ...of(breaches, 'breaches')].toSorted((a, b) => compareText(a.on ?? '', b.on ?? ''));
  const title = `Amendments after ${formatDay(since)}, up to ${formatDay(until)}`;
  return answer(items, title, [...requests, ...breaches], { since: formatDay(since), until: formatDay(until) });
}

/** What stands otherwise in our files than in earlier ones. */
async function compared(app: App, earlier: Earlier): Promise<Outcome> {
  const [requests, breaches] = [await app.allLaws(), await app.allBreachLaws()];
  const items = [...between(earlier.laws, requests, 'requests', earlier.whole), ...between(earlier.breachLaws, breaches, 'breaches', earlier.whole)];
  return answer(items, 'What the laws say otherwise than the given files', [...requests, ...breaches], { since: null, until: null });
}

function between(before: readonly AnyLaw[], after: readonly AnyLaw[], about: LawChange['about'], whole: boolean): LawChange[] {
  const ids = [...new Set([...before, ...(whole && before.length > 0 ? after : [])].map(({ law }) => law.id))].toSorted();
  return ids.flatMap((id) => {
    const [a, b] = [before, after].map((laws) => laws.find(({ law }) => law.id === id)?.law);
    const changes = a && b ? differences(a, b) : [{ what: '', before: a ? a.title : null, after: b ? b.title : null }];
    return changes.map((change) => ({ law: id, about, on: null, proposed: false, citation: null, ...change }));
  });
}

function answer(items: LawChange[], title: string, laws: readonly AnyLaw[], span: { since: string | null; until: string | null }): Outcome {
  const report: Records<LawChange> = {
    kind: 'records', schema: 'law-changes', title, items, rows: items, lines: items, summary: { changes: items.length, laws: new Set(items.map((i) => i.law)).size, ...span },
    columns: [
      ...(span.since === null ? [] : [{ title: 'FROM', value: (i: LawChange) => (i.proposed ? { text: `${i.on} proposed`, tone: 'dim' as const } : (i.on ?? '')) }]),
      { title: 'LAW', value: (i) => ({ text: i.law, tone: 'strong' }) }, { title: 'WHAT', value: (i) => i.what || 'the law' },
      { title: 'CHANGE', wide: true, value: (i) => `${i.before ?? '(nothing)'} → ${i.after ?? '(nothing)'}${i.citation === null ? '' : `; ${i.citation}`}` },
    ],
    fields: ['law', 'about', 'on', 'proposed', 'what', 'before', 'after', 'citation'], empty: span.since === null ? 'Nothing differs.' : 'No amendment that custos knows falls into that time.',
  };
  const used: LawUsed[] = laws.filter(({ law }) => items.some((i) => i.law === law.id));
  return { report, laws: used };
}
