/** Retention texts: phrases with their meaning (fixtures/inventory/retention-*.tsv), patterns in eight languages, and properties. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Period } from '../src/core/period.ts';
import words from '../src/data/retention-words.json' with { type: 'json' };
import { eventOf, parseRetention, retentionWords } from '../src/inventory/retention-text.ts';
import type { Retention, RetentionKind, Span } from '../src/inventory/retention.ts';
import { ROOT, within } from './session.ts';

interface Phrase {
  phrase: string;
  normalised: string;
  kind: string;
  language: string;
}

const fixture = (name: string): string => readFileSync(path.join(ROOT, 'fixtures', 'inventory', name), 'utf8');

function phrases(name: string): Phrase[] {
  return fixture(name).trimEnd().split('\n').slice(1).map((line) => {
    const [phrase = '', normalised = '', kind = '', language = ''] = line.split('\t');
    return { phrase, normalised, kind, language };
  });
}

const KINDS: readonly RetentionKind[] = ['fixed', 'range', 'minimum', 'maximum', 'compound', 'conditional', 'until_event', 'while_event', 'indefinite', 'none', 'external', 'placeholder', 'not_deletion', 'end_date', 'unparseable'];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'ja'];
const GIVEN = phrases('retention-phrases.tsv');
const HELD_OUT = phrases('retention-heldout.tsv');
const ALL = [...GIVEN, ...HELD_OUT];
const read = (text: string): string => {
  const found = parseRetention(text);
  return `${retentionWords(found)} | ${found.kind}`;
};

describe('phrases', () => {
  for (const [name, list, least] of [['found in real inventories', GIVEN, 190], ['held out while the grammar was made', HELD_OUT, 150]] as const) {
    for (const language of LANGUAGES) {
      it(`${name}: ${language}`, () => {
        const mine = list.filter((p) => p.language === language);
        assert.ok(mine.length > 3, `too few: ${mine.length}`);
        assert.deepEqual(mine.map((p) => [p.phrase, read(p.phrase)]), mine.map((p) => [p.phrase, `${p.normalised} | ${p.kind}`]));
      });
    }
    it(`${name}: are many, of known kinds, each once`, () => {
      assert.ok(list.length >= least);
      assert.deepEqual(list.filter((p) => !(KINDS as readonly string[]).includes(p.kind) || !LANGUAGES.includes(p.language)), []);
      assert.equal(new Set(list.map((p) => p.phrase)).size, list.length);
    });
  }
  it('show every kind', () => assert.deepEqual(KINDS.filter((kind) => !ALL.some((p) => p.kind === kind)), []));
});

describe('patterns', () => {
  type Of = Readonly<Record<string, string>>;
  for (const [language, { periods, events, patterns }] of Object.entries(JSON.parse(fixture('retention-patterns.json')) as Record<string, { periods: Of; events: Of; patterns: Of }>)) {
    it(language, () => {
      const wrong: [string, string, string][] = [];
      let tried = 0;
      for (const [pattern, form] of Object.entries(patterns)) for (const [event, name] of Object.entries(events)) for (const [period, iso] of Object.entries(periods)) {
        const text = pattern.replace('{e}', event).replace('{p}', period);
        const wanted = form.replace('{E}', name).replace('{P}', iso);
        tried += 1;
        const found = parseRetention(text);
        if (retentionWords(found) !== wanted) wrong.push([text, wanted, retentionWords(found)]);
      }
      assert.deepEqual(wrong, []);
      assert.ok(tried > 300, String(tried));
    });
  }
});

describe('doubts', () => {
  const table = [
    ['790 days (26 months)', undefined], ['2,190 days (6 years)', undefined], ['790 days (27 months)', /differ/], ['5 years (60 months)', undefined], ['5 years (61 months)', undefined], ['5 years (62 months)', /differ/],
    ['5 years', undefined], ['5 years (regulatory requirement)', undefined], ['10 Jahre (§ 147 AO)', undefined], ['5 years for the quokka', /not understood/], ['5 years (quokka)', /not understood/], ['5 years after the quokka', /event that it names is not known/],
    ['5 years after contract end of the quokka', /not understood/], ['7 years 3', /number without a unit/], ['typically 5 years', /usual/], ['Minimum 5 years (recommended 10)', /recommendation/], ['5 years after contract end or last payment', /which of its events/],
    ['Vertragsende 5 Jahre', /inferred/], ['archived for 10 years', /archive/], ['reviewed every 3 years', /review/], ['Backups every 30 days', /recurs/], ['keine 5 Jahre', /denial/], ['not stored, 5 years', /nothing is kept/], ['5 years (TBC)', /not settled/],
    ['10 Jahre ab 01.01.2020', /date/], ['until 03/04/2026', /two ways/], ['7 working days', /cannot be counted/], ['20 minutes', /begun hour/], ['ten (12) years', /words and in digits/], ['as long as necessary, max. 5 years', /without a measure/],
    ['3-7 years depending on type', /varies/], ['30 days before contract end', /counts back/], ['5 years for invoices, contracts indefinitely', /without end/], ['5 years (unknown)', /unknown/],
  ] as const;
  for (const [text, doubt] of table) {
    it(text, () => {
      const found = parseRetention(text).doubt;
      if (doubt === undefined) assert.equal(found, undefined);
      else assert.match(found ?? '', doubt);
    });
  }
  it('quote nothing of the text', () => {
    for (const { phrase } of ALL) {
      const { doubt } = parseRetention(phrase.replace(/\d+/, (n) => `${n} Mustermann`));
      assert.ok(!/mustermann/i.test(doubt ?? ''), doubt);
    }
  });
});

describe('what is no period', () => {
  const none = ['GDPR Art. 5', 'Art. 6(1)(b) GDPR', '§ 147 AO', '45 CFR 164.316', 'Section 12', 'ISO 27001', 'BR-02', '2026', '100', '0', '5 - 7', '2023-2028', 'quarterly', 'a few years', 'years', 'minuten tot uren', 'Service', 'Marketing', 'Max Mustermann', 'v1.2', '€ 5', '50 %', '+49 30 123456', 'https://example.org/5-years-old', ''];
  for (const text of none) {
    it(JSON.stringify(text), () => {
      const { kind, spans } = parseRetention(text);
      assert.deepEqual([spans, kind === 'unparseable' || kind === 'external'], [[], true]);
    });
  }
  it('a dangerous word never leaves a plain period behind', () => {
    const dangerous = ['unless the controller objects', 'or longer if required by law', 'if consent is given', 'except for children', 'sofern nicht verlängert', 'sauf litige', 'salvo obligación legal', 'a meno che non sia richiesto', 'tenzij anders bepaald', 'salvo se houver litígio', 'ただし例外あり', 'but at least until the audit ends', 'renewable', 'varies by country'];
    for (const tail of dangerous) {
      const found = parseRetention(`5 years, ${tail}`);
      assert.ok(found.kind !== 'fixed' || found.doubt !== undefined, `${tail}: ${read(`5 years, ${tail}`)}`);
    }
  });
});

describe('events', () => {
  const table = [
    ['contract_end', 'contract_end'], ['Contract end', 'contract_end'], ['CONTRACT_END', 'contract_end'], ['Vertragsende', 'contract_end'], ['fin du contrat', 'contract_end'], ['契約終了', 'contract_end'], ['after last contact', 'last_contact'],
    ['date of collection', 'collection'], ['collection_date', 'collection'], ['transaction_date', 'transaction'], ['report', 'report_date'], ['report_date', 'report_date'], ['Date of the test', 'test_date'], ['Widerruf der Einwilligung', 'consent_withdrawn'],
    ['consent withdrawn', 'consent_withdrawn'], ['baja del usuario', 'account_closure'], ['fine del rapporto di lavoro', 'employment_end'], ['einde van de proef', undefined], ['end of clinical trial', 'trial_end'], ['último contato', 'last_contact'], ['last login', 'last_login'],
    ['some_other_event', 'some_other_event'], ['purchase', 'purchase'], ['quokka', undefined], ['', undefined], ['contract end or account closure', undefined], ['5 years', undefined], ['end of the quokka', undefined], ['x'.repeat(5000), undefined],
  ] as const;
  for (const [text, event] of table) it(text.slice(0, 60) || '(nothing)', () => assert.equal(eventOf(text), event));
});

describe('the words', () => {
  it('are in eight languages, and no list repeats itself', () => {
    const wrong: string[] = [];
    for (const [of, values] of Object.entries(words as Record<string, unknown>)) {
      if (['alone', 'names', 'opposites', 'lasting', 'abbreviations'].includes(of)) continue;
      for (const [is, languages] of Object.entries(values as Record<string, Record<string, string[]>>)) {
        for (const [language, list] of Object.entries(languages)) {
          if (!LANGUAGES.includes(language) || list.length === 0 || new Set(list).size !== list.length || list.some((word) => word.trim() !== word || word === '')) wrong.push(`${of} ${is} ${language}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

/** A retention without what its normal form leaves out. */
function meaning(of: Retention): unknown {
  const { doubt, kind, ...rest } = of;
  assert.notEqual(doubt, '');
  return { kind: kind === 'while_event' ? 'until_event' : kind, ...rest };
}

const period: fc.Arbitrary<Period> = fc.record({ n: fc.integer({ min: 0, max: 9999 }), unit: fc.constantFrom('hours', 'days', 'weeks', 'months', 'years') }, { noNullPrototype: true });
const event = fc.constantFrom('contract_end', 'last_contact', 'report_date', 'consent_withdrawn', 'purchase', 'other');
const timed: fc.Arbitrary<Span> = fc.record({ p: period, bound: fc.constantFrom('min', 'max', 'both'), event: fc.option(event, { nil: undefined }), about: fc.boolean() }).map(({ p, bound, event: e, about }) => ({
  ...(bound === 'max' ? {} : { min: p }), ...(bound === 'min' ? {} : { max: p }), ...(e === undefined ? {} : { event: e }), ...(about ? { about: true } : {}),
}));
const span: fc.Arbitrary<Span> = fc.oneof(timed, event.map((e): Span => ({ event: e })), fc.record({ n: fc.integer({ min: 1, max: 40 }) }).map(({ n }): Span => ({ event: 'birth', min: { n, unit: 'years' }, max: { n, unit: 'years' } })));
const cased: fc.Arbitrary<Span> = fc.record({ s: fc.oneof(span, fc.constant<Span>({})), when: fc.constantFrom('child', 'law', 'other', 'not_consent') }).map(({ s, when }) => ({ ...s, when }));
const shape: fc.Arbitrary<Omit<Retention, 'kind'>> = fc.oneof(
  span.map((s) => ({ spans: [s] })),
  fc.record({ spans: fc.uniqueArray(span, { minLength: 2, maxLength: 3, selector: (s) => JSON.stringify(s) }), join: fc.constantFrom('earliest', 'latest') }, { noNullPrototype: true }),
  fc.record({ spans: fc.array(fc.oneof(cased, span), { minLength: 2, maxLength: 3 }), join: fc.constant('condition' as const) }, { noNullPrototype: true }),
  fc.record({ spans: fc.constant([]), end: fc.constantFrom('2026-12-31', '2030-01-01') }, { noNullPrototype: true }),
  fc.record({ spans: fc.tuple(timed), end: fc.constantFrom('2026-12-31', '2030-01-01'), join: fc.constantFrom('earliest', 'latest') }, { noNullPrototype: true }),
);

describe('properties', () => {
  /** Pieces of real phrases, in any order, with anything between. */
  const pieces = [...new Set(ALL.flatMap((p) => p.phrase.split(/(?<=[\s(),;/+])|(?=[年月日後間])/)))];
  const soup = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) }), { maxLength: 25 }).map((list) => list.join(' '));

  it('nothing makes it throw, and what it says can be printed and read again', () => {
    fc.assert(fc.property(fc.oneof(soup, fc.string({ unit: 'grapheme', maxLength: 80 })), (text) => {
      const found = parseRetention(text);
      assert.ok(KINDS.includes(found.kind));
      assert.equal(typeof eventOf(text), eventOf(text) === undefined ? 'undefined' : 'string');
      assert.deepEqual(meaning(parseRetention(retentionWords(found))), meaning(found), retentionWords(found));
    }), { numRuns: 600 });
  });
  it('phrases print and read to the same meaning', () => {
    for (const { phrase } of ALL) {
      const found = parseRetention(phrase);
      assert.deepEqual(meaning(parseRetention(retentionWords(found))), meaning(found), phrase);
    }
  });
  it('any meaning survives its normal form, in any case', () => {
    fc.assert(fc.property(shape, fc.constantFrom(undefined, 'law', 'policy', 'other'), fc.constantFrom(undefined, 'anonymise', 'archive'), (given, refersTo, afterwards) => {
      const written = { kind: 'fixed', ...given, ...(refersTo === undefined ? {} : { refersTo }), ...(afterwards === undefined ? {} : { afterwards }) } as Retention;
      const text = retentionWords(written);
      for (const form of [text, text.toUpperCase(), ` ${text.toLowerCase()} `]) {
        const { kind, ...rest } = parseRetention(form);
        const meant = { ...given, ...(refersTo === undefined ? {} : { refersTo }), ...(afterwards === undefined ? {} : { afterwards }) };
        assert.notEqual(kind, 'unparseable', form);
        assert.deepEqual(rest, meant, form);
      }
    }), { numRuns: 400 });
  });
  it('case, blanks around and the width of digits do not matter', () => {
    const wide = (text: string): string => text.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)));
    for (const { phrase } of ALL) {
      const plain = parseRetention(phrase);
      for (const form of [phrase.toUpperCase(), phrase.toLowerCase(), `  \t${phrase}\n`, wide(phrase)]) assert.deepEqual(parseRetention(form), plain, form);
    }
  });
  it('a word for a number is its digits', () => {
    for (const [word, digits] of [['five years after contract end', '5 years after contract end'], ['fünf Jahre nach Vertragsende', '5 Jahre nach Vertragsende'], ['cinq ans', '5 ans'], ['cinco años', '5 años'], ['cinque anni', '5 anni'], ['vijf jaar', '5 jaar'], ['cinco anos', '5 anos'], ['五年間', '5年間'], ['twenty-five years', '25 years'], ['二十五年', '25年'], ['vingt-quatre mois', '24 mois'], ['one hundred and twenty days', '120 days']] as const) {
      assert.deepEqual(parseRetention(word), parseRetention(digits), word);
    }
  });
  it('long texts take no longer than their length', () => {
    const bases = ['5 years after contract end or ', 'min ', '(', '§ 5 ', '1.', '契約', 'und ', '- ', 'p1y', '1/2', "d'", 'a', 'x-', '5 Jahre nach Vertragsende und ', 'not '];
    for (const base of bases) {
      within(2, () => {
        for (const length of [1999, 10_000]) parseRetention(base.repeat(Math.ceil(length / base.length)).slice(0, length));
      }, base);
    }
  });
});
