/** Whether a duty exists: role, wording in force, exceptions, trigger, and what only counsel can say. */
import { factPaths } from './breach-scope.ts';
import type { BreachObligation, BreachRole, BreachTerm } from './breach-law.ts';
import type { Roles } from './breach-timeline.ts';
import { type Facts, evaluate } from './condition.ts';
import { type Day, formatDay } from './date.ts';
import type { Citation } from './law.ts';
import { compareText } from './order.ts';

export type Decision = 'required' | 'not-required' | 'recommended' | 'undetermined';

export interface Decided {
  decision: Decision;
  why: string;
  /** Paths of the facts that would decide. */
  missing: string[];
  /** The wording that was applied; several where facts decide between them; none where none is in force. */
  terms: BreachTerm[];
  citation: Citation;
}

const OPEN_ROLE = 'it is not recorded in which role the organisation acts';

/** The wordings of an obligation that hold on the day on which their clock starts. */
function inForce(obligation: BreachObligation, judgedOn: (term: BreachTerm) => Day): BreachTerm[] {
  return obligation.terms.filter((term) => {
    const day = formatDay(judgedOn(term));
    return term.status !== 'proposed' && term.from <= day && (term.until === undefined || day <= term.until);
  });
}

/** Decides about one obligation by itself; what hangs on another notice of the same law comes after (`withPartner`). */
export function decide(obligation: BreachObligation, roles: Roles, facts: Facts, judgedOn: (term: BreachTerm) => Day): Decided {
  const first = obligation.terms[0] as BreachTerm;
  const none = { missing: [] as string[], terms: [] as BreachTerm[], citation: first.citation };
  if (!obligation.roles.some((role) => roles.all.includes(role))) {
    if (!roles.open) return { ...none, decision: 'not-required', why: `it is the duty of ${listRoles(obligation.roles, 'or')}; the organisation acts as ${listRoles(roles.said, 'and')}` };
  }
  const terms = inForce(obligation, judgedOn);
  if (terms.length === 0) return { ...none, ...beforeLaw(obligation, judgedOn) };
  const decided = terms.map((term) => decideTerm(term, facts));
  const all = (decision: Decision): Decided[] => decided.filter((d) => d.decision === decision);
  const open = all('undetermined');
  const best = [...all('required'), ...(open.length > 0 ? [together(open)] : []), ...all('recommended'), ...decided][0] as Decided;
  if (best.decision === 'not-required' || best.decision === 'recommended' || obligation.roles.some((role) => roles.all.includes(role))) return best;
  return { ...best, decision: 'undetermined', why: OPEN_ROLE, missing: [...new Set(['roles', ...best.missing])] };
}

/** Several wordings, and facts that are missing decide which of them holds. */
function together(open: readonly Decided[]): Decided {
  const [first] = open as [Decided];
  return { ...first, missing: [...new Set(open.flatMap((d) => d.missing))], terms: open.flatMap((d) => d.terms) };
}

/** No wording is in force: the duty did not exist yet, or in words that are not known here. */
function beforeLaw(obligation: BreachObligation, judgedOn: (term: BreachTerm) => Day): Pick<Decided, 'decision' | 'why'> {
  const term = obligation.terms.toSorted((a, b) => compareText(a.from, b.from)).find((t) => t.status !== 'proposed');
  if (!term) return { decision: 'not-required', why: 'proposed, not in force' };
  const day = formatDay(judgedOn(term));
  if (day > term.from) return { decision: 'undetermined', why: `no wording of this duty is known for ${day}` };
  if (obligation.since !== undefined && day < obligation.since) return { decision: 'not-required', why: `there is such a duty from ${obligation.since} on, and the breach is of ${day}` };
  return { decision: 'undetermined', why: `the wording known here is in force from ${term.from}; ask counsel which one held on ${day}` };
}

function decideTerm(term: BreachTerm, facts: Facts): Decided {
  const base = { missing: [] as string[], terms: [term], citation: term.citation };
  const trigger = term.when ? evaluate(term.when, facts) : { truth: true, missing: [] };
  const no = (why: string, citation = term.citation): Decided => {
    const advised = term.recommended && evaluate(term.recommended.when, facts).truth === true ? term.recommended : undefined;
    return advised ? { ...base, decision: 'recommended', why: `${advised.says} (not required: ${why})`, citation: advised.citation ?? citation } : { ...base, decision: 'not-required', why, citation };
  };
  const missing = [...trigger.missing];
  for (const exception of term.exceptions ?? []) {
    const verdict = evaluate(exception.when, facts);
    if (verdict.truth === true) return no(exception.says, exception.citation);
    if (verdict.truth === undefined && exception.claimed !== true) missing.push(...verdict.missing);
  }
  const differing = (term.readings ?? []).find((reading) => reading.when && trigger.truth !== undefined && evaluate(reading.when, facts).truth === !trigger.truth);
  if (differing) return { ...base, decision: 'undetermined', why: `two readings: ${differing.says} Ask counsel which one to follow`, citation: differing.citation };
  if (trigger.truth === false) {
    // Another reading that hangs on what is not recorded may give rise to the duty after all.
    const open = (term.readings ?? []).flatMap((reading) => (reading.when && evaluate(reading.when, facts).truth === undefined ? [{ reading, missing: factPaths(evaluate(reading.when, facts).missing) }] : []))[0];
    if (open) return { ...base, decision: 'undetermined', why: `by another reading it hangs on what is not recorded (${open.missing.join(', ')}): ${open.reading.says}`, missing: open.missing, citation: open.reading.citation };
  }
  if (trigger.truth === false) return no(term.whenSays ?? 'what gives rise to the duty did not happen');
  if (missing.length > 0) {
    const paths = factPaths(missing);
    return { ...base, decision: 'undetermined', why: `it hangs on what is not recorded: ${paths.join(', ')}`, missing: paths };
  }
  const asked = term.counsel && (!term.counsel.when || evaluate(term.counsel.when, facts).truth !== false) ? term.counsel : undefined;
  if (asked) return { ...base, decision: 'undetermined', why: `ask counsel: ${asked.says}`, missing: factPaths(asked.when ? evaluate(asked.when, facts).missing : []) };
  return { ...base, decision: 'required', why: '' };
}

/** A duty that exists only where another of the same law does, or not at all. */
export function withPartner(own: Decided, partner: Decided, partnerId: string): Decided {
  if (own.decision === 'not-required' || partner.decision === 'required') return own;
  if (partner.decision === 'undetermined') return { ...own, decision: 'undetermined', why: own.decision === 'undetermined' ? own.why : `it exists only where ${partnerId} does, which is undetermined: ${partner.why}`, missing: [...new Set([...own.missing, ...partner.missing])] };
  return { ...own, decision: 'not-required', why: `${partnerId} is not required: ${partner.why}`, missing: [], citation: partner.citation };
}

const ROLE_WORDS: Readonly<Record<BreachRole, string>> = {
  controller: 'a controller', 'joint-controller': 'a joint controller', processor: 'a processor', 'service-provider': 'a service provider', 'covered-entity': 'a covered entity',
  'business-associate': 'a business associate', 'phr-vendor': 'a vendor of personal health records', 'health-facility': 'a licensed health facility', maintainer: 'one who maintains data for others',
};

function listRoles(roles: readonly BreachRole[], joined: 'and' | 'or'): string {
  const words = roles.map((role) => ROLE_WORDS[role]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)}`;
}
