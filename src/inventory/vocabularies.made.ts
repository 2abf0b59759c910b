/** The vocabularies of data/inventory-vocabularies.json: their codes, and every word that means one. */
import vocabularies from '../data/inventory-vocabularies.json' with { type: 'json' };
import { type Packed, pack } from '../core/packed.ts';
import { forms, loosen } from './fold.ts';

/** Words of one code by language. `prefix`: words that something follows (`share:Acme`); `detail`: the vocabulary of what follows. */
type Entry = Readonly<Partial<Record<string, readonly string[]>> & { detail?: string; dated?: string }>;

/** What a cell is compared with once it is no plain code. */
export interface Vocabulary {
  /** Words in one form, and with each word in the singular, both without blanks. */
  exact: Packed;
  loose: Packed;
  /** Squeezed words that something may follow, with their codes. */
  prefixes: readonly (readonly [string, string])[];
  /** By code: the vocabulary of what follows it, and the code that it becomes after a certain day. */
  details: Readonly<Record<string, string>>;
  dated: Readonly<Record<string, string>>;
}

const NAMED_CODES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ja', 'also'] as const;

function vocabulary(table: Readonly<Record<string, Entry>>): Vocabulary {
  const entries = Object.entries(table);
  const spoken = entries.flatMap(([code, entry]) => [code, ...NAMED_CODES.flatMap((key) => entry[key] ?? [])].map((word) => [word, code] as const));
  const prefixes = new Map(entries.flatMap(([code, entry]) => (entry['prefix'] ?? []).flatMap(forms).map((form) => [form, code] as const)));
  const field = (name: 'detail' | 'dated'): Record<string, string> => Object.fromEntries(entries.flatMap(([code, entry]) => (entry[name] === undefined ? [] : [[code, entry[name]]])));
  const packed = (keyed: readonly (readonly [string, string])[]): Packed => pack(keyed.filter(([key]) => key !== ''));
  return {
    exact: packed(spoken.flatMap(([word, code]) => forms(word).map((form) => [form, code] as const))),
    loose: packed(spoken.map(([word, code]) => [loosen(word).replaceAll(' ', ''), code] as const)), prefixes: [...prefixes], details: field('detail'), dated: field('dated'),
  };
}

const all = Object.entries(vocabularies as unknown as Readonly<Record<string, Readonly<Record<string, Entry>>>>);

export const codes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(all.map(([name, table]) => [name, Object.keys(table)]));
/** Each is read when a cell of it is no plain code. */
export const words: Readonly<Record<string, () => Vocabulary>> = Object.fromEntries(all.map(([name, table]) => [name, () => vocabulary(table)]));
