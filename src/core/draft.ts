/** Drafts of notices: which ones a breach calls for, by which template each is written, and what each has to say. */
import { type ContentStatus, contentsOf } from './breach-contents.ts';
import { type Amount, type BreachFile, type Open, countOf, isNotApplicable, knowledge, ofDataSet } from './breach-facts.ts';
import type { BreachItem, PhaseOut } from './breach-item.ts';
import type { Audience, BreachContent, BreachLaw, BreachObligation, BreachTerm, FormatRule, Forbidden } from './breach-law.ts';
import { type Reach, bound, knownOf, reachOf, sum } from './breach-scope.ts';
import { partsOf } from './breach-sets.ts';
import { knownDay, timelineOf } from './breach-timeline.ts';
import type { Facts } from './condition.ts';
import { type Moment, momentDay } from './date.ts';
import { askedBy } from './draft-lint.ts';
import { draftScope } from './draft-scope.ts';
import { type Said, type Scope, Values, sayAt, touches } from './draft-values.ts';
import { type DraftRule, type DraftTable, Speech } from './draft-words.ts';
import { topicOf, type LetterWords } from './letter-words.ts';
import type { Places } from './places.ts';

export interface DraftSetting {
  laws: readonly BreachLaw[];
  table: DraftTable;
  words: LetterWords;
  places: Places;
  now: Moment;
  /** Only these, if they are named; a law that is named may also have a notice drafted that is not required. */
  law?: readonly string[];
  to?: Audience;
}

/** A content that the law asks for in this letter. */
export interface Wanted {
  content: BreachContent;
  status: ContentStatus;
  /** What the letter itself has to say where no fact does. */
  topic: string | undefined;
}

export interface Draft {
  /** The name of its file, without an ending. */
  key: string;
  rule: DraftRule;
  law: BreachLaw;
  obligation: BreachObligation;
  item: BreachItem;
  phase: PhaseOut | undefined;
  /** The one data set that it is about, where each has a letter of its own. */
  dataSet: string | undefined;
  speech: Speech;
  facts: Facts;
  wanted: readonly Wanted[];
  forbidden: readonly Forbidden[];
  format: readonly FormatRule[];
  scope: Scope;
  /** What a fact says in this letter. */
  say(path: string): Said;
  /** Where a fact of this letter stands in the facts file. */
  paths(of: readonly string[]): string[];
}

/** Audiences that may only learn of their own data. */
const APART: readonly Audience[] = ['controller', 'covered-entity'];

/** A draft for every notice that is required, recommended or still open; in the order of the items. */
export function draftsFor(items: readonly BreachItem[], file: BreachFile, setting: DraftSetting): Draft[] {
  return items.flatMap((item) => {
    const law = setting.laws.find((l) => l.id === item.law);
    const obligation = law?.obligations.find((o) => o.id === item.obligation && (o.variant ?? null) === item.variant);
    if (!law || !obligation || !isWanted(item, setting)) return [];
    const sets = APART.includes(item.audience) && item.dataSets.length > 0 ? item.dataSets.map((name) => [name]) : [item.dataSets];
    return sets.flatMap((names) => lettersOf(item, law, obligation, file, names, setting));
  });
}

function isWanted(item: BreachItem, { law, to }: DraftSetting): boolean {
  if ((law && !law.includes(item.law)) || (to !== undefined && item.audience !== to)) return false;
  return item.decision !== 'not-required' || law?.includes(item.law) === true;
}

function lettersOf(item: BreachItem, law: BreachLaw, obligation: BreachObligation, file: BreachFile, sets: readonly string[], setting: DraftSetting): Draft[] {
  const fits = setting.table.templates.filter((rule) => ruleFits(rule, item, law));
  const main = fits.find((rule) => !rule.extra);
  const extras = fits.filter((rule) => rule.extra && isCalledFor(rule, file));
  const open = item.phases.filter((p) => p.state !== 'met' && p.state !== 'late');
  const phased = main?.phase === undefined ? [] : fits.filter((rule) => rule.phase !== undefined && open.some((p) => p.name === rule.phase));
  const mains = main?.phase === undefined ? (main ? [main] : []) : phased.length > 0 ? phased : [main];
  return [...mains, ...extras].map((rule) => {
    const phase = rule.phase === undefined ? (open[0] ?? item.phases.at(-1)) : item.phases.find((p) => p.name === rule.phase);
    return letterOf(rule, item, law, obligation, file, sets, phase, setting);
  });
}

function ruleFits(rule: DraftRule, item: BreachItem, law: BreachLaw): boolean {
  if (rule.laws && !rule.laws.includes(law.id)) return false;
  if (rule.within !== undefined && !law.jurisdiction.startsWith(rule.within)) return false;
  if (rule.audiences && !rule.audiences.includes(item.audience)) return false;
  if (rule.variant !== undefined && rule.variant !== item.variant) return false;
  return rule.phase === undefined || item.phases.some((p) => p.name === rule.phase);
}

/** A public announcement is for those whom nobody can reach; it is left out where everybody can be. */
function isCalledFor(rule: DraftRule, file: BreachFile): boolean {
  if (rule.audiences?.includes('people') !== true) return true;
  const unreached = (file.people as { contactsInsufficient?: Open<Amount> } | undefined)?.contactsInsufficient;
  return unreached === undefined || (!isNotApplicable(unreached) && countOf(unreached)?.upTo !== 0);
}

function letterOf(rule: DraftRule, item: BreachItem, law: BreachLaw, obligation: BreachObligation, whole: BreachFile, sets: readonly string[], phase: PhaseOut | undefined, setting: DraftSetting): Draft {
  const file = fileOf(whole, sets);
  const timeline = timelineOf({ file: whole, marks: [] });
  const day = knownDay(timeline, item.timeZone) ?? momentDay(setting.now, item.timeZone);
  const late = latenessOf(item, phase);
  const facts: Facts = { ...tellable(reachOf(law, knownOf(file, setting.places), day, true), file), ...(late === undefined ? {} : { late: late ? 'yes' : 'no' }) };
  const { contents, forbidden, format } = termOf(obligation, item);
  const statuses = contentsOf({ contents } as BreachTerm, item, file, facts);
  const wanted = contents.map((content, i): Wanted => ({ content, status: statuses[i]?.status ?? 'missing', topic: topicOf(content, law.id, setting.words) }));
  const speech = new Speech(setting.table, rule, item.timeZone, setting.places);
  const values = new Values(file, facts, speech, (path) => {
    const banned = forbidden.find((f) => f.facts?.some((p) => touches(path, p)));
    return banned && `${banned.says} — ${banned.citation.ref}`;
  });
  const titleOf = (id: string): string => setting.laws.find((l) => l.id === id)?.title ?? id;
  const scope = draftScope({ values, rule, law, item, phase, whole, sets, wanted, late: late === true, now: setting.now, places: setting.places, titleOf });
  const index = sets.length === 1 && APART.includes(item.audience) ? (whole.dataSets ?? []).findIndex((s) => s.name === sets[0]) + 1 : 0;
  const key = [law.id, item.audience, item.variant, rule.phase, rule.extra ? rule.id : undefined, index > 0 ? `set${index}` : undefined].filter((part) => typeof part === 'string').join('-');
  const parts = partsOf(whole).filter((part) => part.name !== undefined && sets.includes(part.name));
  return {
    key, rule, law, obligation, item, phase, speech, facts, wanted, forbidden, format, dataSet: index > 0 ? sets[0] : undefined,
    scope, say: (path) => sayAt(scope, path) ?? values.at(path),
    paths: (of) => (parts.length === 0 ? [...of] : [...new Set(parts.flatMap((part) => part.paths(of)))]),
  };
}

/**
 * The facts with the number of people that is recorded for the places of the law. For its thresholds the law also counts
 * those who may be there; a letter says how many are known.
 */
function tellable({ facts, places }: Reach, file: BreachFile): Facts {
  const given = knowledge(file, 'people.byJurisdiction');
  const counts = 'value' in given ? places.map((place) => countOf((given.value as Readonly<Record<string, unknown>>)[place])) : [];
  const { 'people.here': _, ...rest } = facts;
  return counts.length === 0 || counts.some((c) => c === undefined) ? rest : { ...rest, 'people.here': sum(counts) };
}

/** Whether the notice comes after its period; `undefined` where that cannot be said. */
function latenessOf(item: BreachItem, phase: PhaseOut | undefined): boolean | undefined {
  const states = [item.state, ...(phase ? [phase.state] : [])];
  if (states.some((s) => s === 'overdue' || s === 'late')) return true;
  return states.some((s) => s === 'running' || s === 'met' || s === 'no-fixed-term' || s === 'paused') ? false : undefined;
}

/** The contents of the wording that the item was judged by. Where facts decide between several, what any of them asks for. */
function termOf(obligation: BreachObligation, item: BreachItem): ReturnType<typeof askedBy> {
  const ids = (list: readonly { id: string }[] | undefined): string => (list ?? []).map((x) => x.id).join(' ');
  const real = obligation.terms.filter((t) => t.status !== 'proposed');
  const asked = ids(item.contents);
  const same = real.filter((t) => ids(t.contents) === asked && ids(t.forbidden) === ids(item.forbidden));
  const part = real.filter((t) => (t.contents ?? []).length > 0 && asked.includes(ids(t.contents)));
  const terms = same.length > 0 ? [same[0] as BreachTerm] : part.length > 0 ? part : real.filter((t) => t.status === 'in-force').slice(0, 1);
  return askedBy(terms);
}

/** The part of the breach that a letter is about: one data set as a breach of its own, or several together. */
function fileOf(file: BreachFile, names: readonly string[]): BreachFile {
  const sets = (file.dataSets ?? []).filter((s) => names.includes(s.name));
  const [first] = sets;
  if (!first) return file;
  if (sets.length === 1) return ofDataSet(file, first);
  const each = sets.map((set) => ofDataSet(file, set));
  const words = (of: (f: BreachFile) => unknown): string[] => [...new Set(each.flatMap((f) => { const list = of(f); return Array.isArray(list) ? (list as string[]) : ['unknown']; }))];
  const people = each.map((f) => f.people ?? {});
  const places = people.map((p) => p.byJurisdiction).filter((p): p is Record<string, number | 'unknown' | Amount> => typeof p === 'object' && !isNotApplicable(p));
  const codes = [...new Set(places.flatMap((p) => Object.keys(p)))];
  const { data: _, people: __, ...rest } = file;
  return {
    ...rest,
    data: { elements: words((f) => f.data?.elements), records: together(each.map((f) => f.data?.records)) },
    people: {
      categories: words((f) => f.people?.categories), count: together(people.map((p) => p.count)),
      ...(places.length === people.length ? { byJurisdiction: Object.fromEntries(codes.map((code) => [code, together(places.filter((p) => code in p).map((p) => p[code]))])) } : {}),
    },
  };
}

/** People of several data sets: how many are in more than one is not known. */
function together(amounts: readonly unknown[]): Amount | 'unknown' {
  const counts = amounts.map(countOf);
  if (counts.length === 0 || counts.some((c) => c === undefined)) return 'unknown';
  const [most, upTo] = [Math.max(...counts.map((c) => c?.n ?? 0)), bound(counts)];
  return upTo === most ? { n: most, precision: 'exact' } : { n: most, precision: 'estimate', ...(upTo === undefined ? {} : { upTo }) };
}
