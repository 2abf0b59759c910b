/** The chain link by link: how the next event is sealed, and what is wrong with one that does not fit. */
import { UserError } from './errors.ts';
import type { CaseEvent, EventBody, NewEvent } from './event.ts';
import { holdsPrivate, isRecord, misfits } from './event-form.ts';
import { GENESIS, type Head, type Stamp, canonicalJson, chainHash, linkHash, privateDigest, recordText } from './ledger.ts';

/** A private record as it is stored. `values` is canonical JSON. */
export interface KeptRecord {
  seq: number;
  salt: string;
  subjectKey: string | null;
  values: string;
}

export function privateId(seq: number): string {
  return `P-${seq}`;
}

/** The event that a private record belongs to; 0 for what is not an id. */
export function seqOf(id: string): number {
  return /^P-[1-9]\d{0,14}$/.test(id) ? Number(id.slice(2)) : 0;
}

/**
 * A number from 1 on that is not taken, found in few questions: numbers are handed out in order, so what is taken
 * is nearly always `1…n`. `hint` is where the last one was found.
 */
export function nextFree(taken: (n: number) => boolean, hint = 0): number {
  let low = hint > 0 && taken(hint) ? hint : 0;
  let step = 1;
  while (taken(low + step)) [low, step] = [low + step, step * 2];
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (taken(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** An event ready to be stored, with its text and, where it has one, its private record. */
export interface Sealed {
  event: CaseEvent;
  record: string;
  kept: Omit<KeptRecord, 'subjectKey'> | undefined;
}

/** Where the next event goes. `known`: the case has events already. */
export interface Slot {
  last: Head;
  case: string;
  known: boolean;
}

/** Seals the next event. `salt` gives 32 random hex digits. */
export function seal({ last, case: caseId, known }: Slot, { body, private: personal }: NewEvent, stamp: Stamp, salt: () => string): Sealed {
  if (body.type === 'erased') throw new Error('only erase() says that something was erased');
  if ((body.type === 'opened') === known) throw new Error(known ? `${caseId} is opened already` : `${caseId} is not opened yet`);
  if ('private' in body) throw new Error('the ledger itself refers to private records: hand them in beside the body');
  if (!personal) return link(last, caseId, body, stamp, undefined);
  if (!holdsPrivate(body.type)) throw new Error(`an event of type ${body.type} has no private record`);
  const seq = last.count + 1;
  const kept = { seq, salt: salt(), values: canonicalJson(personal.values) };
  const digest = privateDigest(kept.salt, kept.values);
  return link(last, caseId, { ...body, private: { id: privateId(seq), digest } } as EventBody, stamp, kept);
}

/** The event that says which private records were erased. */
export function sealErased(last: Head, caseId: string, seqs: readonly number[], why: 'asked' | 'retention', law: string | undefined, stamp: Stamp): Sealed {
  return link(last, caseId, { type: 'erased', records: seqs.map(privateId), why, ...(law === undefined ? {} : { law }) }, stamp, undefined);
}

function link(last: Head, caseId: string, body: EventBody, { by, recordedAt }: Stamp, kept: Sealed['kept']): Sealed {
  const unlinked = { seq: last.count + 1, case: caseId, recordedAt, by, body };
  const record = recordText(unlinked);
  if (!isRecord(record)) {
    const fields = misfits(unlinked, canonicalJson).join(', ');
    throw new UserError('bad-value', `the log holds codes and dates only, which these are not: ${fields}`, { hint: 'free text, names and addresses belong into the private record of an event' });
  }
  return { event: { ...unlinked, prev: last.head, hash: chainHash(last.head, record) }, record, kept };
}

/**
 * The event that a stored record says, or `undefined` for a text that is none. It only has to be written as we write;
 * whether every field has its closed form is for `verify`, because that expression costs more than a small list.
 */
export function readRecord(record: string, prev: string, hash: string): CaseEvent | undefined {
  try {
    const event: CaseEvent = JSON.parse(record);
    const named = typeof event.case === 'string' && typeof event.body.type === 'string';
    return named && recordText(event) === record ? { ...event, prev, hash } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a stored record is the one that was sealed under its hash. */
export function isSealed({ record, prev, hash }: { record: string; prev: string; hash: string }): boolean {
  return chainHash(prev, record) === hash;
}

/** Numbers from 1 on that grow, one bit each: a million events take 125 kB. */
class Bits {
  private bytes = new Uint8Array(1024);

  set(n: number): void {
    if (n >>> 3 >= this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, (n >>> 3) + 1));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[n >>> 3] = (this.bytes[n >>> 3] ?? 0) | (1 << (n & 7));
  }

  has(n: number): boolean {
    return ((this.bytes[n >>> 3] ?? 0) & (1 << (n & 7))) !== 0;
  }
}

/** What the digest of a private record is made from. */
type Content = Pick<KeptRecord, 'salt' | 'values'>;

const PRIVATE_AT = '"private":{"digest":"';
const DIGEST_LENGTH = GENESIS.length;
/** In `prev + "\n" + record` the record begins here. */
const RECORD_AT = GENESIS.length + 1;

/** Walks a chain from its first event, in constant memory, and names the first thing that is wrong. */
export class ChainCheck {
  count = 0;
  head = GENESIS;
  private readonly gone = new Bits();
  private readonly erased = new Bits();

  /**
   * The next event: `linked` is `prev + "\n" + record`, `kept` its private record if one is stored. Answers what is
   * wrong. Whatever a damaged file yields may be handed in, hence `unknown`.
   */
  add(seq: unknown, linked: unknown, hash: unknown, kept: Content | undefined): string | undefined {
    const n = this.count + 1;
    if (typeof seq !== 'number' || typeof linked !== 'string' || typeof hash !== 'string') return `event ${n} is damaged`;
    if (seq !== n) return seq > n ? `event ${n} is missing` : `event ${seq} stands where event ${n} should`;
    if (!linked.startsWith(this.head)) return `event ${n} does not follow ${n === 1 ? 'the beginning' : `event ${n - 1}`}`;
    if (linkHash(linked) !== hash) return `the hash of event ${n} does not fit what it says`;
    if (!isRecord(linked, RECORD_AT) || !linked.endsWith(`"seq":${n}}`)) return `event ${n} is not written in the form of an event`;
    const wrong = this.addPrivate(n, linked, kept);
    if (wrong === undefined) {
      this.count = n;
      this.head = hash;
    }
    return wrong;
  }

  private addPrivate(n: number, linked: string, kept: Content | undefined): string | undefined {
    // Whoever names private records has an id in it; most events have none, and this looks at them once only.
    const named = linked.includes('P-', RECORD_AT) ? linked.indexOf(PRIVATE_AT, RECORD_AT) : undefined;
    if (named === undefined || named === -1) {
      if (kept) return `private record ${privateId(n)} is named by no event`;
      return named === -1 && linked.includes('"type":"erased"', RECORD_AT) ? this.addErased(n, linked.slice(RECORD_AT)) : undefined;
    }
    const digestAt = named + PRIVATE_AT.length;
    if (!linked.startsWith(`","id":"${privateId(n)}"`, digestAt + DIGEST_LENGTH)) return `event ${n} names the private record of another event`;
    if (!kept) this.gone.set(n);
    else if (!linked.startsWith(privateDigest(kept.salt, kept.values), digestAt)) return `private record ${privateId(n)} was changed`;
    return undefined;
  }

  private addErased(n: number, record: string): string | undefined {
    const { body }: Pick<CaseEvent, 'body'> = JSON.parse(record);
    const seqs = body.type === 'erased' ? body.records.map(seqOf) : [];
    for (const seq of seqs) if (seq < n) this.erased.set(seq);
    return seqs.every((seq) => seq < n) ? undefined : `event ${n} erases what was not there yet`;
  }

  /** After the last event: is every private record there that was not erased, and no other? `without`: events whose private records were left out on import. */
  end(without: number): { at: number; why: string } | undefined {
    for (let n = 1; n <= this.count; n += 1) {
      const [gone, erased] = [this.gone.has(n), this.erased.has(n)];
      if (gone && !erased && n > without) return { at: n, why: `private record ${privateId(n)} is gone, and no event says that it was erased` };
      if (erased && !gone) return { at: n, why: `private record ${privateId(n)} was to be erased, and was not` };
    }
    return undefined;
  }
}
