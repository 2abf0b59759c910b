/** Times agreed with customers and others for telling of a breach, as laws that are counted like any other. */
import { type DataSet, isNotApplicable } from './breach-facts.ts';
import { type Audience, type BreachLaw, type BreachMark, type BreachTerm, BREACH_ROLES } from './breach-law.ts';
import type { Period } from './period.ts';

/** What was agreed with somebody. */
export interface Agreement {
  id: string;
  counterparty: string;
  audience: Audience;
  within: Period;
  from: BreachMark;
  /** Where it is agreed. */
  ref: string;
}

/** Whether data of the counterparty are concerned; `undefined`: it is not recorded whose data they are. */
type Concerned = boolean | undefined;

/** Data sets say whose data they are. Of data without a customer it is not known. */
export function concernsParty(counterparty: string, sets: readonly DataSet[]): Concerned {
  const customers = sets.map((set) => (set as { customer?: unknown }).customer);
  if (setsOf(counterparty, sets).length > 0) return true;
  // What the organisation holds in its own right has no customer.
  const named = sets.every((set, i) => typeof customers[i] === 'string' ? customers[i] !== 'unknown' : isNotApplicable(customers[i]) || set.role === 'controller' || set.role === 'joint-controller');
  return sets.length > 0 && named ? false : undefined;
}

/** The data sets that are the counterparty's, by their place. */
export function setsOf(counterparty: string, sets: readonly DataSet[]): number[] {
  return sets.flatMap((set, i) => {
    const { customer } = set as { customer?: unknown };
    return typeof customer === 'string' && fold(customer) === fold(counterparty) ? [i] : [];
  });
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/** An agreement as a law. `on`: the day on which it is looked at, which is all that is known of its age. */
export function contractLaw({ id, counterparty, audience, within, from, ref }: Agreement, concerned: Concerned, on: string): BreachLaw {
  const citation = { ref, verified: true };
  const term: BreachTerm = {
    from: '1900-01-01', status: 'in-force', starts: from, within, counting: 'agreed', citation,
    ...(from === 'discovered' ? {} : { orElse: 'discovered' as const }),
    ...(concerned === undefined ? { counsel: { says: `whether data of ${counterparty} are concerned, and what the contract says of them; name the customer in dataSets` } } : {}),
    ...(concerned === false ? { when: { any: [] }, whenSays: `no data of ${counterparty} are concerned` } : {}),
  };
  return {
    id, title: `Contract with ${counterparty}`, jurisdiction: '*', authority: counterparty, source: citation, checked: { on, by: 'the organisation' }, scope: { people: ['*'] },
    counting: { agreed: { says: 'Hours pass on every day; the day of the start does not count.', firstDay: 'excluded', shortMonth: 'last-day', hours: 'elapsed', lastDayClosed: 'keep', citation } },
    obligations: [{ id: audience === 'register' ? 'register' : `notify-${audience}`, audience, recipient: counterparty, duty: `Tell ${counterparty} of the breach, as agreed`, roles: [...BREACH_ROLES], terms: [term] }],
  };
}
