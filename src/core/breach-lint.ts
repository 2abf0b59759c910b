/** What a schema cannot see in a breach law: terms that overlap or leave a gap, names that lead nowhere, patterns that cannot be matched. */
import { AUDIENCES, BREACH_ROLES, type BreachLaw, type BreachObligation, type BreachTerm, DERIVED_FACTS, ELEMENTS } from './breach-law.ts';
import type { Condition } from './condition.ts';
import { formatDay, parseDay } from './date.ts';
import { type LawProblem, citationsOf } from './law-lint.ts';
import { compareText } from './order.ts';
import type { Period } from './period.ts';

/** Every problem of a law at once. The law must satisfy its schema. `isFact` knows the paths of the facts file. */
export function lintBreachLaw(law: BreachLaw, isFact: (path: string) => boolean): LawProblem[] {
  return [...lintScope(law), ...lintNames(law), ...law.obligations.flatMap((o, i) => lintObligation(law, o, `obligations[${i}]`)), ...lintConditions(law, isFact), ...lintQuotes(law)];
}

function lintScope(law: BreachLaw): LawProblem[] {
  const listed = [...(law.scope.people ?? []), ...(law.scope.established ?? [])];
  return (law.scope.periods ?? []).flatMap((period, i) => {
    const at = `scope.periods[${i}]`;
    const stray = period.in.filter((place) => !listed.includes(place)).map((place) => ({ at, says: `limits ${place}, which the scope does not list` }));
    return period.from !== undefined && period.until !== undefined && period.until < period.from ? [...stray, { at, says: `ends (${period.until}) before it begins (${period.from})` }] : stray;
  });
}

const twice = (ids: readonly string[], at: string): LawProblem[] => [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => ({ at, says: `“${id}” stands twice` }));

function lintNames(law: BreachLaw): LawProblem[] {
  const problems = twice(law.obligations.map((o) => (o.variant === undefined ? o.id : `${o.id} (${o.variant})`)), 'obligations');
  law.obligations.forEach((obligation, i) => {
    const at = `obligations[${i}]`;
    const audience = obligation.id === 'register' ? 'register' : AUDIENCES.find((a) => obligation.id === `notify-${a}`);
    if (audience !== obligation.audience) problems.push({ at, says: `${obligation.id} is for the audience ${audience}, not ${obligation.audience}` });
    if (obligation.dependsOn !== undefined) problems.push(...leadsTo(law, obligation, obligation.dependsOn, `${at}.dependsOn`));
    obligation.terms.forEach((term, k) => {
      if (term.order) problems.push(...leadsTo(law, obligation, term.order.obligation, `${at}.terms[${k}].order`));
    });
  });
  return problems;
}

/** Another duty of the same law, which does not hang on another itself. */
function leadsTo(law: BreachLaw, from: BreachObligation, to: string, at: string): LawProblem[] {
  const found = law.obligations.find((o) => o.id === to && o !== from);
  if (!found) return [{ at, says: `there is no other duty ${to} in this law` }];
  return at.endsWith('dependsOn') && found.dependsOn !== undefined ? [{ at, says: `${to} hangs on ${found.dependsOn} itself: name that` }] : [];
}

function lintObligation(law: BreachLaw, obligation: BreachObligation, at: string): LawProblem[] {
  const since = obligation.terms.filter((t) => obligation.since !== undefined && t.from < obligation.since).map((t) => ({ at, says: `has been a duty since ${obligation.since}, but a wording is older (${t.from})` }));
  return [...obligation.terms.flatMap((term, i) => lintTerm(law, term, `${at}.terms[${i}]`)), ...lintDates(obligation, at), ...since];
}

function lintTerm(law: BreachLaw, term: BreachTerm, at: string): LawProblem[] {
  const problems: LawProblem[] = [];
  const add = (says: string, where = at): void => void problems.push({ at: where, says });
  if (term.until !== undefined && term.until < term.from) add(`ends (${term.until}) before it begins (${term.from})`);
  if (term.status === 'superseded' && term.until === undefined) add('is superseded but has no last day (until)');
  if (term.phases && (term.within || term.yearEnd)) add('has phases, so the periods belong there');
  if (term.startsUnder !== undefined && !term.starts.endsWith('-notified')) add(`starts under ${term.startsUnder}, but “${term.starts}” is not a notice`);
  (term.phases ?? []).forEach((phase, i) => {
    if (phase.after !== undefined && !term.phases?.slice(0, i).some((p) => p.id === phase.after)) add(`starts after “${phase.after}”, which is no phase before it`, `${at}.phases[${i}]`);
  });
  if (term.whenSays?.endsWith('.')) add('whenSays is part of a sentence: no full stop');
  for (const { within, counting, where } of countedIn(term)) {
    const found = counting === undefined ? undefined : law.counting[counting];
    if (counting !== undefined && !found) add(`counts by “${counting}”, which the file does not define`, `${at}${where}`);
    if (within?.unit === 'working-days' && found && !found.closed) add('counts working days by a counting that has no closed days', `${at}${where}`);
    if (within && counting === undefined) add('has a period but no counting', `${at}${where}`);
  }
  const lists: [string, readonly { id: string }[] | undefined][] = [['exceptions', term.exceptions], ['phases', term.phases], ['readings', term.readings], ['contents', term.contents], ['forbidden', term.forbidden], ['format', term.format]];
  for (const [name, list] of lists) problems.push(...twice((list ?? []).map((x) => x.id), `${at}.${name}`));
  (term.forbidden ?? []).forEach((f, i) => {
    for (const pattern of f.patterns ?? []) {
      const fault = faultOf(pattern);
      if (fault !== undefined) add(`/${pattern}/ ${fault}`, `${at}.forbidden[${i}].patterns`);
    }
    if (!f.facts && !f.patterns && f.about === undefined) add(`“${f.id}” names nothing by which it could be found: facts, patterns or about`, `${at}.forbidden[${i}]`);
  });
  return problems;
}

/** Everything in a term that counts, with where it stands. */
function countedIn(term: BreachTerm): { within: Period | undefined; counting: string | undefined; where: string }[] {
  const readings = (list: BreachTerm['readings'], own: string | undefined, where: string) => (list ?? []).map((r, i) => ({ within: r.within, counting: r.counting ?? (r.within ? own : undefined), where: `${where}.readings[${i}]` }));
  return [
    { within: term.within ?? term.yearEnd?.within, counting: term.counting, where: '' },
    ...(term.practiceTarget ? [{ ...term.practiceTarget, where: '.practiceTarget' }] : []),
    ...(term.delay ?? []).flatMap((d, i) => (d.then ? [{ within: d.then, counting: d.counting, where: `.delay[${i}]` }] : [])),
    ...readings(term.readings, term.counting, ''),
    ...(term.phases ?? []).flatMap((p, i) => [{ within: p.within, counting: p.counting, where: `.phases[${i}]` }, ...readings(p.readings, p.counting, `.phases[${i}]`)]),
  ];
}

/** Wordings must follow one another; two at one time need conditions that tell them apart. */
function lintDates(obligation: BreachObligation, at: string): LawProblem[] {
  const terms = obligation.terms.filter((t) => t.status !== 'proposed').toSorted((a, b) => compareText(a.from, b.from));
  const problems: LawProblem[] = [];
  terms.forEach((term, i) => {
    for (const later of terms.slice(i + 1)) {
      if ((term.until === undefined || term.until >= later.from) && !(term.when && later.when)) problems.push({ at, says: `the wording from ${term.from} overlaps the one from ${later.from}, and no condition tells them apart` });
    }
  });
  const last = terms.reduce((until, t) => (t.until === undefined || t.until > until ? (t.until ?? '9999-12-31') : until), '');
  for (const term of terms) {
    if (term.until === undefined || term.until === last) continue;
    const follows = formatDay((parseDay(term.until) as number) + 1);
    if (!terms.some((t) => t.from <= follows && (t.until === undefined || t.until >= follows))) problems.push({ at, says: `nothing is in force on ${follows}, after the wording from ${term.from}` });
  }
  return problems;
}

/** Codes of facts whose words are a closed list. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'data.elements': ELEMENTS, role: BREACH_ROLES, 'risk.level': ['unlikely', 'risk', 'high'], harm: ['likely', 'unlikely'], 'established.here': ['yes', 'no'], 'incident.cause': ['malicious', 'accidental', 'system-failure'],
  'incident.cia': ['confidentiality', 'integrity', 'availability'], 'protection.encrypted': ['yes', 'no', 'partly'], 'protection.keyAcquired': ['yes', 'no'],
};

function lintConditions(law: BreachLaw, isFact: (path: string) => boolean): LawProblem[] {
  const problems: LawProblem[] = [];
  const known = (path: string): boolean => (DERIVED_FACTS as readonly string[]).includes(path) || isFact(path);
  const condition = (c: Condition, at: string): void => {
    if ('all' in c) return c.all.forEach((x) => condition(x, at));
    if ('any' in c) return c.any.forEach((x) => condition(x, at));
    if ('not' in c) return condition(c.not, at);
    if (!known(c.fact)) problems.push({ at, says: `hangs on “${c.fact}”, which is no fact of a breach` });
    const said = 'is' in c ? [c.is] : 'oneOf' in c ? c.oneOf : [];
    for (const word of said) if (CODES[c.fact] && !(CODES[c.fact] as readonly unknown[]).includes(word)) problems.push({ at, says: `“${word}” is no word of ${c.fact}` });
  };
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) value.forEach((v, i) => walk(v, `${at}[${i}]`));
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        const where = at === '' ? key : `${at}.${key}`;
        if (key === 'when') condition(inner as Condition, where);
        else if (key === 'facts') for (const path of (inner as string[]).flatMap((way) => way.split('+'))) if (!known(path)) problems.push({ at: where, says: `names “${path}”, which is no fact of a breach` });
        if (key !== 'when' && key !== 'facts') walk(inner, where);
      }
    }
  };
  walk({ scope: law.scope, obligations: law.obligations }, '');
  return problems;
}

/** A quotation is proof that somebody read the text. */
function lintQuotes(law: BreachLaw): LawProblem[] {
  return citationsOf(law).flatMap(({ citation, at }) => (citation.quote !== undefined && !citation.verified ? [{ at, says: `quotes ${citation.ref}, but says that the text was not read` }] : []));
}

/** Why a pattern cannot be used: it is none, or a text could keep it busy for ever. */
export function faultOf(pattern: string): string | undefined {
  let empty: boolean;
  try {
    empty = new RegExp(pattern, 'iu').test('');
  } catch {
    return 'is no regular expression';
  }
  if (isCatastrophic(pattern)) return 'repeats something that itself repeats or has alternatives, which can take for ever';
  return empty ? 'matches nothing at all, so it would forbid every letter' : undefined;
}

/** A repetition without bound of a group that has such a repetition or alternatives in it; or a reference back, or several runs of anything. */
function isCatastrophic(pattern: string): boolean {
  const bare = pattern.replace(/\\[1-9]|\\k</g, '\u0000').replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (bare.includes('\u0000') || (bare.match(/\.[*+]/g) ?? []).length > 2) return true;
  const groups: boolean[] = [];
  for (let i = 0; i < bare.length; i += 1) {
    const char = bare[i] as string;
    if (char === '(') groups.push(false);
    else if (char === ')') {
      const risky = groups.pop() ?? false;
      const repeats = /^(?:[*+]|\{\d+,(?:\d{2,})?\})/.test(bare.slice(i + 1));
      if (risky && repeats) return true;
      if ((risky || repeats) && groups.length > 0) groups[groups.length - 1] = true;
    } else if (/[*+|]/.test(char) || /^\{\d+,\}/.test(bare.slice(i))) {
      if (groups.length > 0) groups[groups.length - 1] = true;
    }
  }
  return false;
}
