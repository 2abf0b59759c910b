/** What the register has already of what a file says. */
import { type ConsentRecord, consentFact, placeOf } from '../../core/consent.ts';
import { type Zone, formatDay } from '../../core/date.ts';
import { UserError } from '../../core/errors.ts';
import type { ConsentedBody } from '../../core/event.ts';

/**
 * `same`: it has it; `partly`: without the place or the evidence that the file knows; `struck`: it had it, and a person
 * struck it; `new`: it has it not.
 */
export type Known = { how: 'new' | 'struck' } | { how: 'same' | 'partly'; event: Said };

type Said = ConsentRecord['said'][number];

/** Something that a file says, with the evidence that it names for it. */
export interface Told {
  body: ConsentedBody;
  evidence: string | undefined;
}

/** The evidence that a case has, by event; `rehearsed`: what a dry run would have added. */
export interface Evidence {
  of: (event: Said) => string | undefined;
  rehearsed: ReadonlySet<string>;
}

/** What a file can say about an event and the register have otherwise, with its column. */
const COMPARED = { until: 'consent_expiry', method: 'consent_method', notice: 'consent_notice_version', language: 'consent_language', guardian: 'guardian_relation' } as const;

const kindOf = (status: ConsentedBody['status']): string => (status === 'renewed' ? 'granted' : status);

/** Whether the register has, or ever had, what a row says; the same said otherwise is a contradiction. */
export function known(record: ConsentRecord | undefined, told: Told, zone: Zone, evidence: Evidence): Known {
  if (!record) return { how: 'new' };
  const same = matching(record, told.body, zone);
  const standing = same.filter(({ seq }) => !record.struck.has(seq));
  const event = standing.find((said) => differing(record, said, told, evidence).length === 0);
  if (event) return { how: lacks(record, event, told, evidence) ? 'partly' : 'same', event };
  const [other] = standing;
  if (other) {
    const day = formatDay(consentFact(told.body, 0, zone).on);
    throw new UserError('refused-event', `${record.id} has “${told.body.status} on ${day}” with another ${differing(record, other, told, evidence).join(', ')}: if the row is right, custos consent correct ${record.id} ${other.seq}, and import again`);
  }
  const struck = same.some((said) => differing(record, said, told, evidence).length === 0 && !lacks(record, said, told, evidence));
  return { how: struck ? 'struck' : 'new' };
}

/** Events of the same kind that have, or once had, the same day. Two guardians say two things. */
function matching(record: ConsentRecord, body: ConsentedBody, zone: Zone): Said[] {
  const day = consentFact(body, 0, zone).on;
  return record.events.flatMap(({ body: had, seq }): Said[] => {
    if (had.type !== 'consented' || kindOf(had.status) !== kindOf(body.status)) return [];
    if (had.guardian !== undefined && body.guardian !== undefined && had.guardian !== body.guardian) return [];
    const moved = record.events.flatMap((e) => (e.body.type === 'corrected' && e.body.event === seq && e.body.on !== undefined ? [e.body.on] : []));
    if (![had.on, ...moved].some((on) => consentFact({ ...had, on }, 0, zone).on === day)) return [];
    return [record.said.find((said) => said.seq === seq) ?? { body: had, seq }];
  });
}

/** Columns in which a row contradicts an event. A place or evidence that the event does not have at all is none. */
function differing(record: ConsentRecord, said: Said, told: Told, evidence: Evidence): string[] {
  const { body } = told;
  const had = evidence.of(said) ?? [...evidence.rehearsed][0];
  const place = body.jurisdiction !== undefined && said.body.jurisdiction !== undefined && said.body.jurisdiction !== body.jurisdiction && placeOf(record) !== body.jurisdiction;
  return [
    ...(Object.keys(COMPARED) as (keyof typeof COMPARED)[]).filter((key) => body[key] !== undefined && said.body[key] !== body[key]).map((key) => COMPARED[key]),
    ...(place ? ['subject_jurisdiction'] : []), ...(told.evidence !== undefined && had !== undefined && !hasEvidence(record, told.evidence, evidence) ? ['consent_evidence_ref'] : []),
  ];
}

function lacks(record: ConsentRecord, { body: had }: Said, { body, evidence: named }: Told, evidence: Evidence): boolean {
  const place = body.jurisdiction !== undefined && had.jurisdiction === undefined && placeOf(record) !== body.jurisdiction;
  return place || (named !== undefined && !hasEvidence(record, named, evidence));
}

/** Evidence counts for the whole case: it may have been recorded with another event of the row. */
function hasEvidence(record: ConsentRecord, named: string, { of, rehearsed }: Evidence): boolean {
  return rehearsed.has(named) || record.events.some(({ body, seq }) => body.type === 'consented' && of({ body, seq }) === named);
}
