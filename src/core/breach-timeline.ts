/** What has happened in a breach, as dated facts: when clocks start, and which notices were given. */
import { type Audience, type BreachMark, type BreachRole, BREACH_ROLES } from './breach-law.ts';
import { type BreachFile, knowledge, timesOf } from './breach-facts.ts';
import { type Day, type Instant, type Moment, type Zone, formatDay, formatLocal, momentDay, parseMoment, startOfDay } from './date.ts';

/** Marks of a case that are recorded beside the facts file. */
export type CaseMark = BreachMark | 'notified' | 'register-entered';

export interface BreachMarked {
  mark: CaseMark;
  on: Moment;
  /** Only for this law; absent: for every law. */
  law?: string;
  /** With `notified`: who was told. */
  audience?: Audience;
  variant?: string;
  /** Which part of a notice that is given in parts. */
  phase?: string;
}

/** One breach. Its facts file is the truth; marks come from the ledger, where there is one. */
export interface BreachCase {
  id: string | null;
  file: BreachFile;
  marks: readonly BreachMarked[];
  /** Only these laws; they are taken to concern the breach where that is not known. */
  laws?: readonly string[];
  /** Days are days in this zone; absent: in the zone of the place whose law it is. */
  zone?: Zone;
}

/** A notice that was given. */
export interface Notice {
  audience: Audience;
  on: Moment;
  law: string | undefined;
  variant: string | undefined;
  phase: string | undefined;
}

const MARK_WORDS: Readonly<Record<BreachMark, string>> = {
  occurred: 'the breach occurred', discovered: 'the breach was discovered', aware: 'aware of the breach', determined: 'it was determined that the breach has to be notified',
  'told-by-other-party': 'told by another party', contained: 'the breach was contained', 'people-notified': 'the people were told', 'authority-notified': 'the authority was told',
};

export function breachMarkWords(mark: BreachMark): string {
  return MARK_WORDS[mark];
}

/** Where a start is written in the facts file; the name of a mark where it is not a fact of the file. */
const START_FACTS: Readonly<Record<BreachMark, string>> = {
  occurred: 'incident.occurred.from', discovered: 'incident.discovered', aware: 'incident.aware', determined: 'incident.determined', 'told-by-other-party': 'incident.toldBy.at',
  contained: 'incident.contained', 'people-notified': 'people-notified', 'authority-notified': 'authority-notified',
};

export function startFact(mark: BreachMark): string {
  return START_FACTS[mark];
}

/** The starts and notices of a breach, from its file and its marks. */
export interface BreachTimeline {
  starts: readonly { mark: BreachMark; on: Moment; law: string | undefined }[];
  notices: readonly Notice[];
}

export function timelineOf({ file, marks }: Pick<BreachCase, 'file' | 'marks'>): BreachTimeline {
  const notices = [...noticesOf(file), ...marks.flatMap(noticeOf)];
  const times = timesOf(file);
  const fromFile: [BreachMark, Moment | undefined][] = [
    ['occurred', times.occurred.from ?? times.occurred.to], ['discovered', moment(times.discovered)], ['aware', moment(times.aware)], ['determined', moment(times.determined)],
    ['told-by-other-party', moment(times.toldBy?.at)], ['contained', moment(times.contained)],
  ];
  const starts = [
    ...marks.flatMap(({ mark, on, law }) => (mark === 'notified' || mark === 'register-entered' || mark.endsWith('-notified') ? [] : [{ mark, on, law }])),
    ...fromFile.flatMap(([mark, on]) => (on === undefined ? [] : [{ mark, on, law: undefined }])),
    ...notices.flatMap(({ audience, on, law }) => (audience === 'people' || audience === 'authority' ? [{ mark: `${audience}-notified` as const, on, law }] : [])),
  ];
  return { starts, notices };
}

/** The first time of this mark that concerns the law: where it was recorded twice, the earlier end is the safe error. */
export function findStart(timeline: BreachTimeline, mark: BreachMark, law: string, zone: Zone): Moment | undefined {
  const found = timeline.starts.filter((s) => s.mark === mark && (s.law === undefined || s.law === law)).map((s) => s.on);
  return found.toSorted((a, b) => momentInstant(a, zone) - momentInstant(b, zone))[0];
}

/** The day by which a wording is chosen where its own clock has not started: when the organisation came to know, else when it happened. */
export function knownDay(timeline: BreachTimeline, zone: Zone): Day | undefined {
  const first = (marks: readonly BreachMark[]): Day | undefined => {
    const days = timeline.starts.filter((s) => marks.includes(s.mark)).map((s) => momentDay(s.on, zone));
    return days.length === 0 ? undefined : Math.min(...days);
  };
  return first(['discovered', 'aware', 'determined', 'told-by-other-party']) ?? first(['occurred']);
}

/** The notices to one audience under one law, in time order. */
export function noticesTo(timeline: BreachTimeline, law: string, audience: Audience, variant: string | undefined, zone: Zone): Notice[] {
  const mine = timeline.notices.filter((n) => n.audience === audience && (n.law === undefined || n.law === law) && (n.variant === undefined || n.variant === variant));
  return mine.toSorted((a, b) => momentInstant(a.on, zone) - momentInstant(b.on, zone));
}

const moment = (instant: Instant | undefined): Moment | undefined => (instant === undefined ? undefined : { instant });

/** A day without a time begins at its first instant: the earlier end is the safe error. */
export function momentInstant(on: Moment, zone: Zone): Instant {
  return 'instant' in on ? on.instant : startOfDay(on.day, zone);
}

export function sayMoment(on: Moment, zone: Zone): string {
  return 'instant' in on ? formatLocal(on.instant, zone) : formatDay(on.day);
}

function noticesOf(file: BreachFile): Notice[] {
  const known = knowledge(file, 'notices');
  if (!('value' in known) || !Array.isArray(known.value)) return [];
  return (known.value as { law: string; audience: string; sentAt?: unknown; variant?: string; phase?: string }[]).flatMap(({ law, audience, sentAt, variant, phase }) => {
    const on = typeof sentAt === 'string' ? parseMoment(sentAt) : undefined;
    return on === undefined ? [] : [{ audience: audience as Audience, on, law, variant, phase }];
  });
}

/** Whom a mark says was told. `notified` without an audience: whoever has no mark of their own. */
function noticeOf({ mark, on, law, audience, variant, phase }: BreachMarked): Notice[] {
  const told: Audience[] = mark === 'people-notified' ? ['people'] : mark === 'authority-notified' ? ['authority'] : mark === 'register-entered' ? ['register']
    : mark !== 'notified' ? [] : audience ? [audience] : ['media', 'cra', 'controller', 'covered-entity', 'agency'];
  return told.map((to) => ({ audience: to, on, law, variant, phase }));
}

const AGENTS = ['processor', 'service-provider', 'maintainer'] as const;
/** A sector's word for a role implies the general one, never the other way round. */
const IMPLIED: Readonly<Partial<Record<BreachRole, readonly BreachRole[]>>> = {
  'joint-controller': ['controller'], 'covered-entity': ['controller'], 'phr-vendor': ['controller'], 'health-facility': ['controller'],
  'business-associate': AGENTS, 'service-provider': AGENTS, maintainer: AGENTS, processor: AGENTS,
};

/** The roles of the organisation, with what they imply; `open` where there may be others. */
export interface Roles {
  said: BreachRole[];
  all: BreachRole[];
  open: boolean;
}

export function rolesOf(file: BreachFile): Roles {
  const known = knowledge(file, 'roles');
  const words = 'value' in known && Array.isArray(known.value) ? (known.value as string[]) : [];
  const said = BREACH_ROLES.filter((role) => words.includes(role));
  return { said, all: [...new Set(said.flatMap((role) => [role, ...(IMPLIED[role] ?? [])]))], open: said.length === 0 || words.includes('unknown') };
}
