/** What a schema cannot see in a law file: dates that overlap, types without an answer, names that lead nowhere. */
import { formatDay, parseDay } from './date.ts';
import { type Citation, type Law, type Obligation, REQUEST_TYPES, type RequestType, type Term } from './law.ts';
import { compareText } from './order.ts';

export interface LawProblem {
  /** JSON path in the file. */
  at: string;
  says: string;
}

/** Every problem of a law at once. The law must satisfy its schema. */
export function lintLaw(law: Law): LawProblem[] {
  return [...lintTypes(law), ...lintScope(law), ...law.obligations.flatMap((o, i) => lintObligation(law, o, `obligations[${i}]`)), ...lintIds(law), ...lintCitations(law)];
}

function lintTypes(law: Law): LawProblem[] {
  const problems: LawProblem[] = [];
  for (const type of REQUEST_TYPES) {
    const obliged = law.obligations.some((o) => o.bearer === 'principal' && o.types.includes(type));
    const told = law.notRequired.filter((n) => n.types.includes(type)).length;
    if (!obliged && told === 0) problems.push({ at: 'notRequired', says: `says nothing about requests of type ${type}: add an obligation or a reason why none is required` });
    if (obliged && told > 0) problems.push({ at: 'notRequired', says: `says that ${type} needs no answer, but an obligation covers it` });
    if (told > 1) problems.push({ at: 'notRequired', says: `gives two reasons for ${type}` });
  }
  return problems;
}

function lintScope(law: Law): LawProblem[] {
  return law.scope.places.flatMap((p, i) => (p.until !== undefined && p.until < p.from ? [{ at: `scope.places[${i}]`, says: `ends (${p.until}) before it begins (${p.from})` }] : []));
}

function lintObligation(law: Law, obligation: Obligation, at: string): LawProblem[] {
  const problems = obligation.terms.flatMap((term, i) => lintTerm(law, obligation, term, `${at}.terms[${i}]`));
  for (const type of obligation.types) problems.push(...lintDates(obligation, type, at));
  return problems;
}

function lintTerm(law: Law, obligation: Obligation, term: Term, at: string): LawProblem[] {
  const problems: LawProblem[] = [];
  const add = (says: string): void => void problems.push({ at, says });
  if (term.until !== undefined && term.until < term.from) add(`ends (${term.until}) before it begins (${term.from})`);
  if (term.status === 'superseded' && term.until === undefined) add('is superseded but has no last day (until)');
  for (const type of term.types ?? []) if (!obligation.types.includes(type)) add(`names type ${type}, which the obligation does not have`);
  const names = [term.counting, term.practiceTarget?.counting, ...(term.readings ?? []).map((r) => r.counting)].filter((n) => n !== undefined);
  for (const name of names) if (!law.counting[name]) add(`counts by “${name}”, which the file does not define`);
  const counting = term.counting === undefined ? undefined : law.counting[term.counting];
  if (term.within?.unit === 'working-days' && !counting?.closed) add('counts working days by a counting that has no closed days');
  if (term.within?.unit === 'hours') add('a request period in hours needs an instant to start from');
  const total = term.extension?.total;
  if (total && term.within && total.unit === term.within.unit && total.n <= term.within.n) add('is extended to a total that is no longer than the first period');
  if (term.extension && !term.within) add('has an extension but no period');
  return problems;
}

/** For one request type, wordings without a condition must follow one another: no overlap, no gap. */
function lintDates(obligation: Obligation, type: RequestType, at: string): LawProblem[] {
  const terms = obligation.terms.filter((t) => !t.when && (!t.types || t.types.includes(type))).toSorted((a, b) => compareText(a.from, b.from));
  return terms.slice(1).flatMap((next, i) => {
    const before = terms[i] as Term;
    if (before.until === undefined || before.until >= next.from) return [{ at, says: `for ${type}, the wording from ${before.from} overlaps the one from ${next.from}` }];
    const follows = formatDay((parseDay(before.until) as number) + 1);
    return follows === next.from ? [] : [{ at, says: `for ${type}, nothing is in force from ${follows} until ${next.from}` }];
  });
}

function lintIds(law: Law): LawProblem[] {
  const twice = (ids: readonly string[], at: string) => ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => ({ at, says: `“${id}” stands twice` }));
  return [
    ...twice(law.obligations.flatMap((o) => o.types.map((type) => `${o.id} for ${type} (${o.bearer})`)), 'obligations'),
    ...twice((law.refusalGrounds ?? []).map((g) => g.id), 'refusalGrounds'),
    ...law.obligations.flatMap((o, i) => o.terms.flatMap((t, k) => twice((t.readings ?? []).map((r) => r.id), `obligations[${i}].terms[${k}].readings`))),
  ];
}

/** A quotation is proof that somebody read the text. */
function lintCitations(law: Law): LawProblem[] {
  return citationsOf(law).flatMap(({ citation, at }) => (citation.quote !== undefined && !citation.verified ? [{ at, says: `quotes ${citation.ref}, but says that the text was not read` }] : []));
}

/** Every citation of a law, wherever it stands. */
export function citationsOf(law: object): { citation: Citation; at: string }[] {
  const found: { citation: Citation; at: string }[] = [];
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) value.forEach((v, i) => walk(v, `${at}[${i}]`));
    else if (value !== null && typeof value === 'object') {
      if ('ref' in value && 'verified' in value) found.push({ citation: value as Citation, at });
      else for (const [key, v] of Object.entries(value)) walk(v, at === '' ? key : `${at}.${key}`);
    }
  };
  walk(law, '');
  return found;
}
