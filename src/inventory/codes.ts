/** The codes of a vocabulary (data/inventory-vocabularies.json), by the words that people use for them in eight languages. */
import { parseDay } from '../core/date.ts';
import { PackedMap } from '../core/packed.ts';
import { isIn } from './columns.ts';
import { elementNamed, elementsIn, withoutOwner } from './elements.ts';
import { fold, loosen, squeeze } from './fold.ts';
import { type Lexicon, type Named, partsOf, readPart } from './lists.ts';
import { placeLexicon } from './places.ts';
import { conditionsIn, provisionsIn, wordsBefore } from './provisions.ts';
import * as vocabularies from './vocabularies.made.ts';
import type { Vocabulary as Words } from './vocabularies.made.ts';
import { sccSince } from './words.made.ts';
import { headOf, isBlank } from './words.ts';

export interface CodesRead {
  codes: string[];
  details: string[];
  unknown: string[];
}

/** A record class is a name of the retention schedule, and an event may be one that the list does not have: a token stands for itself. */
const OPEN: Readonly<Record<string, RegExp>> = { record_class: /^[a-z][\w-]*(?:\.[\w-]+)*$/, retention_trigger: /^[a-z]+(?:_[a-z\d]+)+$/ };

const NO_VOCABULARY: Words = { exact: {}, loose: {}, prefixes: [], details: {}, dated: {} };

class Vocabulary implements Lexicon {
  private readonly name: string;
  private readonly words: Words;
  private readonly exact: PackedMap;
  private readonly loose: PackedMap;
  /** Words that something may follow. */
  private readonly prefixes: ReadonlyMap<string, string>;

  constructor(name: string) {
    this.name = name;
    this.words = vocabularies.words[name]?.() ?? NO_VOCABULARY;
    this.exact = new PackedMap(this.words.exact);
    this.loose = new PackedMap(this.words.loose);
    this.prefixes = new Map(this.words.prefixes);
  }

  word(text: string): Named[] | undefined {
    const key = squeeze(text);
    const code = this.exact.get(key) ?? this.loose.get(squeezed(text));
    if (code !== undefined && key !== '') return [{ code, detail: '' }];
    if (Object.keys(this.words.dated).length > 0) {
      const bare = withoutRemarks(text);
      if (bare !== text) return this.word(bare);
    }
    if (OPEN[this.name]?.test(text.toLowerCase()) === true) return [{ code: text.toLowerCase(), detail: '' }];
    if (this.name === 'duo_code') return this.dashed(text);
    return this.name === 'data_category' ? this.category(text) : undefined;
  }

  /** A category is also called by what it holds (`email address`), and by whose it is (`customer financial data`). */
  private category(text: string): Named[] | undefined {
    const bare = withoutOwner(text);
    const code = bare === undefined ? undefined : this.exact.get(squeeze(bare));
    return code === undefined ? elementNamed(text)?.map((one) => ({ code: one, detail: '' })) : [{ code, detail: '' }];
  }

  /** `code:detail`; of the words that always take one also `withdrawn_biomarker`. */
  introduced(text: string): Named[] | undefined {
    const [, before = '', after = ''] = /^([^:：]{1,60})[:：]\s*([^]+)$/.exec(text) ?? [];
    const code = this.prefixes.get(squeeze(before)) ?? this.exact.get(squeeze(before));
    if (before !== '' && code !== undefined) return this.detailed(code, after.trim());
    for (const [prefix, of] of this.prefixes) {
      const rest = /^[\w-]+$/.test(text) && squeeze(text).startsWith(prefix) ? afterPrefix(text, prefix) : undefined;
      if (rest !== undefined) return this.detailed(of, rest);
    }
    return undefined;
  }

  /** A detail in the words of its own vocabulary is that vocabulary's code, and several details are several consents. */
  private detailed(code: string, detail: string): Named[] {
    const of = this.words.details[code];
    const named = of === undefined ? undefined : readPart(detail, of === 'places' ? placeLexicon : lexiconOf(of));
    return named ? named.map((one) => ({ code, detail: one.code })) : [{ code, detail }];
  }

  /** Whether a text has a word for another code than those it names. */
  speaksOf(text: string, named: readonly Named[]): boolean {
    return new Set(named.map(({ code }) => code)).size > 1 || fold(text).split(' ').some((word) => {
      const code = word.length > 3 ? this.exact.get(word) : undefined;
      return code !== undefined && !named.some((one) => one.code === code);
    });
  }

  mentioned(text: string): Named[] | undefined {
    const found = provisionsIn(text, this.name);
    if (found.length === 0) return undefined;
    const said = wordsBefore(text).flatMap((before) => this.word(before) ?? []);
    return unique([...said, ...found.map((code) => ({ code, detail: '' }))]);
  }

  /** Codes in one string (`HMB-NPU-MDS`, `DS-diabetes-RD`); what is no code narrows the code before it. */
  private dashed(text: string): Named[] | undefined {
    const parts = text.split(/[-_\s]+/).map((part) => part.replace(/[[\]]/g, '')).filter((part) => part !== '');
    if (parts.length < 2 || !this.exact.has(squeeze(parts[0] as string))) return undefined;
    const named: Named[] = [];
    for (const part of parts) {
      const [code, last] = [this.exact.get(squeeze(part)), named.at(-1)];
      const narrows = last !== undefined && this.words.prefixes.some(([, of]) => of === last.code);
      const place = narrows && last.detail === '' && this.words.details[last.code] === 'places' && placeLexicon.word(part) !== undefined;
      if (code !== undefined && !place) named.push({ code, detail: '' });
      else if (narrows) last.detail = last.detail === '' ? part : `${last.detail}-${part}`;
      else return undefined;
    }
    return named;
  }

  /** A code that stands for another once its text gives a day after a certain one: standard clauses by their age. */
  dated({ code, detail }: Named, part: string): Named {
    const newer = this.words.dated[code];
    const day = newer === undefined ? undefined : parseDay(/\d{4}-\d\d-\d\d/.exec(part)?.[0] ?? '');
    return newer !== undefined && day !== undefined && day > (parseDay(sccSince) as number) ? { code: newer, detail } : { code, detail };
  }
}

/** What may stand behind the name of clauses: their day or year, and that the transfer was assessed. */
const REMARK = /[\s,;(]*(?:\+|and|und|et|y|e|en)?[\s(]*(?:\d{4}(?:-\d\d-\d\d)?|tias?|transfer impact assessment)\)?\s*$/i;

const withoutRemarks = (text: string): string => text.replace(REMARK, '').trim();

const squeezed = (text: string): string => loosen(text).replaceAll(' ', '');

/** What follows a prefix in a token, as written: its letters are counted without the marks between them. */
function afterPrefix(text: string, prefix: string): string | undefined {
  let at = 0;
  for (let letters = 0; letters < prefix.length; at += 1) if (/[a-z\d]/i.test(text.charAt(at))) letters += 1;
  const rest = /^[_-]+(.+)$/.exec(text.slice(at));
  return rest?.[1];
}

function unique(named: readonly Named[]): Named[] {
  return named.filter((one, i) => named.findIndex((other) => other.code === one.code && other.detail === one.detail) === i);
}

/** "Explicit consent (Article 9(2)(a))": a condition of Art. 9 stands beside the last basis before it. */
function withConditions(named: readonly Named[], conditions: readonly string[]): Named[] {
  return named.map((one, i) => (conditions.length === 0 || i < named.length - 1 ? one : { code: one.code, detail: [one.detail, ...conditions].filter((text) => text !== '').join(' ') }));
}

const made = new Map<string, Vocabulary>();

function lexiconOf(name: string): Vocabulary {
  const known = made.get(name) ?? new Vocabulary(name);
  made.set(name, known);
  return known;
}

/** Whether a whole cell is one word of a vocabulary: then it is never read as a word for nothing. */
export function isWordOf(vocabulary: string, text: string): boolean {
  return lexiconOf(vocabulary).word(text) !== undefined;
}

/** A cell that holds nothing but codes as the vocabulary writes them: no word need be looked up, and none be made ready. */
function canonical(vocabulary: string, text: string): CodesRead | undefined {
  const known = vocabularies.codes[vocabulary];
  if (!known) return undefined;
  const codes: string[] = [];
  for (const part of text.split(/[;|\n]/)) {
    const code = part.trim();
    if (!known.includes(code)) return undefined;
    if (!codes.includes(code)) codes.push(code);
  }
  return { codes, details: codes.map(() => ''), unknown: [] };
}

/**
 * The codes that a cell names, each with what was added to it. What is not known is kept as it is written. `single`: the
 * column holds one code; a part that speaks of two is read and kept as unknown as well (`granted (withdrawn 2026-01-02)`).
 */
export function readCodes(vocabulary: string, text: string, single: boolean): CodesRead {
  const asWritten = canonical(vocabulary, text);
  if (asWritten) return asWritten;
  const lexicon = lexiconOf(vocabulary);
  const named: Named[] = [];
  const unknown: string[] = [];
  for (const part of partsOf(text, lexicon)) {
    const conditions = vocabulary === 'legal_basis' ? conditionsIn(part) : [];
    const read = readPart(part, lexicon)?.map((one) => lexicon.dated(one, part));
    const of = read ? unique(read) : conditions.length > 0 ? named.splice(-1) : [];
    if (of.length > 0) named.push(...withConditions(of, conditions));
    // "N/A – a personal account" is a word for nothing with its reason.
    else if (headOf(part) === '' || !isBlank(headOf(part))) unknown.push(part);
    if (single && of.length > 0 && lexicon.word(part) === undefined && lexicon.speaksOf(part, of)) unknown.push(part);
    // A category that is not known does not switch off the rules about data of special categories.
    if (of.length === 0 && vocabulary === 'data_category') named.push(...elementsIn(part).filter((code) => isIn(code, 'SPECIAL') || isIn(code, 'SENSITIVE')).map((code) => ({ code, detail: '' })));
  }
  const once = unique(named);
  return { codes: once.map(({ code }) => code), details: once.map(({ detail }) => detail), unknown };
}
