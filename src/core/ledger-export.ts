/**
 * An export of the ledger: lines of JSON. The first names the format; then one line an event, so that any tool can
 * check `hash = sha256(prev + "\n" + record)`; the last gives count and head, so that a cut-off file is noticed.
 * Private records, and the secret that recognises people by them, are in it only when asked for.
 */
import { ChainCheck, type KeptRecord } from './chain.ts';
import { UserError } from './errors.ts';
import { type Fields, isFields } from './fields.ts';
import { type Head, canonicalJson } from './ledger.ts';

const EXPORT_SCHEMA = 'custos/ledger-export@1';

/** What private records need besides themselves. `without`: up to this event they were missing already. */
export interface Secrets {
  secret: string;
  without: number;
}

export interface ExportedEvent {
  seq: number;
  record: string;
  prev: string;
  hash: string;
  kept: KeptRecord | undefined;
}

export function headerLine(secrets: Secrets | undefined): string {
  return canonicalJson({ schema: EXPORT_SCHEMA, ...(secrets ? { private: secrets } : {}) });
}

export function eventLine({ record, prev, hash, kept }: Omit<ExportedEvent, 'seq'>): string {
  const personal = kept && { salt: kept.salt, values: JSON.parse(kept.values) as unknown, ...(kept.subjectKey === null ? {} : { subjectKey: kept.subjectKey }) };
  return canonicalJson({ record, prev, hash, ...(personal ? { private: personal } : {}) });
}

export function trailerLine({ count, head }: Head): string {
  return canonicalJson({ count, head });
}

const isHex = (value: unknown, digits: number): value is string => typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Reads an export line by line and refuses the first that does not fit. */
export class ExportReader {
  private readonly chain = new ChainCheck();
  private line = 0;
  private ended = false;
  /** Present from the first line on, if the export holds private records. */
  secrets: Secrets | undefined;

  /** The event of a line; `undefined` for the first and the last line. */
  add(text: string): ExportedEvent | undefined {
    this.line += 1;
    const fields = this.parse(text);
    if (this.line === 1) this.begin(fields);
    else if (this.ended) throw this.broken('stands after the last line of the export');
    else if ('record' in fields) return this.addEvent(fields);
    else this.end(fields);
    return undefined;
  }

  /** After the last line: the head, and up to which event private records are missing rightly. */
  finish(): Head & { without: number } {
    if (!this.ended) throw new UserError('ledger-broken', `the export is cut off after line ${this.line}`, { hint: 'export again; nothing was imported' });
    const { count, head } = this.chain;
    const without = Math.min(this.secrets?.without ?? count, count);
    const wrong = this.chain.end(without);
    if (wrong) throw new UserError('ledger-broken', `the export cannot be trusted: ${wrong.why}`, { hint: 'nothing was imported' });
    return { count, head, without };
  }

  private parse(text: string): Fields {
    try {
      const value: unknown = JSON.parse(text);
      if (isFields(value)) return value;
    } catch {
      // Said below: what is no JSON is no line of an export.
    }
    throw this.broken('is not a line of an export');
  }

  private begin(fields: Fields): void {
    if (fields['schema'] !== EXPORT_SCHEMA) throw new UserError('not-a-ledger', 'this is not an export of a ledger', { hint: 'give a file that custos ledger export wrote' });
    const secrets = fields['private'];
    if (secrets === undefined) return;
    if (!isFields(secrets) || !isHex(secrets['secret'], 64) || !isCount(secrets['without'])) throw this.broken('has no usable secret');
    this.secrets = { secret: secrets['secret'], without: secrets['without'] };
  }

  private addEvent({ record, prev, hash, private: personal }: Fields): ExportedEvent {
    if (typeof record !== 'string' || typeof prev !== 'string' || typeof hash !== 'string') throw this.broken('is not an event');
    const seq = this.chain.count + 1;
    const kept = personal === undefined ? undefined : this.keptOf(seq, personal);
    const wrong = this.chain.add(seq, `${prev}\n${record}`, hash, kept);
    if (wrong !== undefined) throw this.broken(`does not fit: ${wrong}`);
    return { seq, record, prev, hash, kept };
  }

  private keptOf(seq: number, personal: unknown): KeptRecord {
    if (!this.secrets || !isFields(personal)) throw this.broken('has private values that the first line does not announce');
    const { salt, subjectKey, values } = personal;
    const texts = isFields(values) && Object.values(values).every((v) => typeof v === 'string');
    if (!isHex(salt, 32) || (subjectKey !== undefined && !isHex(subjectKey, 32)) || !texts) throw this.broken('has a damaged private record');
    return { seq, salt, subjectKey: subjectKey ?? null, values: canonicalJson(values) };
  }

  private end({ count, head }: Fields): void {
    if (count !== this.chain.count || head !== this.chain.head) throw this.broken('does not agree with the events above it: some are missing');
    this.ended = true;
  }

  private broken(what: string): UserError {
    return new UserError('ledger-broken', `the export cannot be trusted: line ${this.line} ${what}`, { hint: 'nothing was imported' });
  }
}
