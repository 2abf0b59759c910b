/** Which closed cases still have personal data, and whether their time is over. */
import { standings } from '../core/case.ts';
import { momentDay } from '../core/date.ts';
import type { Ledger } from '../core/ledger.ts';
import { type Period, parseDuration } from '../core/period.ts';
import { type Keeping, type KeepingTerm, keeping, sayKeeping, untilLast } from '../core/retention.ts';
import type { App } from './app.ts';
import type { LawShelf } from './breach/laws.ts';
import { readOne, study } from './casework.ts';
import { Shelf } from './shelf.ts';

export interface KeptCase {
  case: string;
  ids: string[];
  expired: boolean;
  law: string | undefined;
  says: string;
}

/** Requests and breaches with personal data that are closed. Consents are evidence until somebody erases them. */
export async function overdueKeeping(app: App, ledger: Ledger): Promise<KeptCase[]> {
  const byCase = grouped(await ledger.privates());
  const own = await ownTerms(app);
  const shelf = new Shelf(app);
  let breachShelf: LawShelf | undefined;
  const found: KeptCase[] = [];
  for (const [id, ids] of byCase) {
    const state = id.startsWith('R-') ? await ofRequest(app, ledger, id, own, shelf) : id.startsWith('B-') ? await ofBreach(app, ledger, id, own, (breachShelf ??= new (await import('./breach/laws.ts')).LawShelf(app))) : undefined;
    if (state === undefined || state.state === 'open') continue;
    found.push({ case: id, ids, expired: state.state === 'expired', law: 'law' in state ? state.law : undefined, says: sayKeeping(state) });
  }
  return found;
}

type OwnTerms = Readonly<Record<string, Period>>;

async function ofRequest(app: App, ledger: Ledger, id: string, own: OwnTerms, shelf: Shelf): Promise<Keeping> {
  const work = await study(app, await readOne(ledger, id), id, false, shelf);
  const today = momentDay(app.now, work.timeline.zone);
  const concerned = new Set(standings(work.timeline, work.laws, today, work.world).map((s) => s.law));
  return keeping(work.timeline, [...concerned], own, today);
}

/** A breach is closed when no duty is open; its time runs from the last thing that happened, by each law that asks for something. */
async function ofBreach(app: App, ledger: Ledger, id: string, own: OwnTerms, shelf: LawShelf): Promise<Keeping> {
  const [{ readBreach }, { judge, isOpen }, { zoneHere }] = await Promise.all([import('./breach/open.ts'), import('./breach/judge.ts'), import('./breach/input.ts')]);
  const { breach } = await readBreach(app, ledger, id);
  const { items } = await judge(app, breach, {}, shelf);
  const zone = await zoneHere(app);
  const closed = Math.max(...breach.marks.map((mark) => momentDay(mark.on, zone)));
  if (items.some(isOpen) || !Number.isFinite(closed)) return { state: 'open' };
  const asking = items.filter((item) => item.decision !== 'not-required');
  const terms = [...new Set(asking.map((item) => item.law))].flatMap((law): KeepingTerm[] => {
    const said = asking.filter((item) => item.law === law && item.keep !== null).map((item) => ({ law, period: parseDuration(item.keep as string), citation: item.citation }));
    return said.length > 0 ? said : [{ law, period: undefined, citation: null }];
  });
  return untilLast(closed, terms, own, momentDay(app.now, zone));
}

async function ownTerms(app: App): Promise<OwnTerms> {
  const { config } = await app.config();
  return Object.fromEntries(Object.entries(config.keep ?? {}).map(([law, text]) => [law, parseDuration(text) as Period]));
}

function grouped(records: readonly { case: string; id: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const record of records) groups.set(record.case, [...(groups.get(record.case) ?? []), record.id]);
  return groups;
}
