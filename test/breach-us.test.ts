/** Breach laws of the United States (federal, California, Massachusetts) and the organisation's own promise, over hand-checked cases. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isFactPath, loadBreachLaw } from '../src/adapters/breach-laws.ts';
import { calendars, loadPlaces } from '../src/adapters/data.ts';
import { obligations } from '../src/core/breach.ts';
import type { BreachFile } from '../src/core/breach-facts.ts';
import type { BreachItem } from '../src/core/breach-item.ts';
import type { BreachLaw, BreachTerm } from '../src/core/breach-law.ts';
import { lintBreachLaw } from '../src/core/breach-lint.ts';
import { parseMoment } from '../src/core/date.ts';
import { ROOT } from './session.ts';

const readJson = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(ROOT, ...parts), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const validLaw = ajv.compile(readJson('schemas', 'breach-law.schema.json') as object);
const validFacts = new Ajv2020({ allErrors: true, strict: false }).compile(readJson('schemas', 'breach-facts.schema.json') as object);

const FILES = [
  'us/us-hipaa', 'us/us-ftc-hbnr', 'us/us-part2', 'us/us-nih-gds', 'us/us-common-rule', 'us/us-sec-8k',
  'us-ca/us-ca-breach', 'us-ca/us-ca-health-facility', 'us-ma/us-ma-93h', 'everywhere/own-policy', 'jp/own-policy-japan',
];
const laws = new Map(FILES.map((file) => [path.basename(file), readJson('src', 'breach-laws', `${file}.json`) as BreachLaw]));
const law = (id: string): BreachLaw => laws.get(id) ?? loadBreachLaw(id)?.law ?? assert.fail(`no law ${id}`);
const termsOf = (of: BreachLaw): BreachTerm[] => of.obligations.flatMap((o) => o.terms);

describe('law files', () => {
  for (const [id, file] of laws) {
    it(`${id} satisfies its schema`, () => {
      assert.ok(validLaw(file), ajv.errorsText(validLaw.errors, { separator: '\n' }));
      assert.equal(file.id, id);
    });

    it(`${id} satisfies its lint`, () => assert.deepEqual(lintBreachLaw(file, isFactPath), []));

    it(`${id} gives contents, prohibitions and rules of form ids of their own`, () => {
      for (const term of termsOf(file)) {
        const ids = [...(term.contents ?? []), ...(term.forbidden ?? []), ...(term.format ?? [])].map((c) => c.id);
        assert.equal(new Set(ids).size, ids.length, ids.join(' '));
      }
    });
  }
});

interface Case {
  says: string;
  /** Laid over the facts that all cases of the file share; null takes one away. */
  facts?: Record<string, unknown>;
  laws?: string[];
  now?: string;
  /** What each duty must say. An empty list: there is no duty at all. */
  expect: Record<string, unknown>[];
  absent?: string[];
  contents?: Record<string, string>;
  phases?: Record<string, string>;
  forbidden?: { obligation: string; ids: string[] };
}

function over(base: unknown, upper: unknown): unknown {
  const plain = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
  if (!plain(base) || !plain(upper)) return upper;
  // Who lives where is one statement: a case states it anew.
  const merged = Object.fromEntries(Object.entries(upper).map(([key, value]) => [key, key === 'byJurisdiction' ? value : over(base[key], value)]));
  return Object.fromEntries(Object.entries({ ...base, ...merged }).filter(([, value]) => value !== null));
}

const world = { places: loadPlaces(), calendars: calendars() };
const FIXTURES = path.join('fixtures', 'breaches', 'us');

for (const file of readdirSync(path.join(ROOT, FIXTURES)).toSorted()) {
  const { base, laws: named, cases } = readJson(FIXTURES, file) as { base: Record<string, unknown>; laws: string[]; cases: Case[] };
  describe(file, () => {
    for (const given of cases) it(given.says, () => tryCase(base, given, given.laws ?? named));
  });
}

function tryCase(base: Record<string, unknown>, given: Case, ids: readonly string[]): void {
  const facts = over(base, given.facts ?? {}) as BreachFile;
  assert.ok(validFacts(facts), JSON.stringify(validFacts.errors));
  const now = parseMoment(given.now ?? '2026-12-01') ?? assert.fail('now');
  const { items } = obligations(ids.map(law), { id: null, file: facts, marks: [] }, now, world);
  const mine = items.filter((item) => ids.includes(item.law));
  if (given.expect.length === 0) assert.deepEqual(mine.map((i) => `${i.law} ${i.obligation} ${i.decision}`), []);
  for (const id of given.absent ?? []) assert.deepEqual(mine.filter((i) => i.law === id).map((i) => `${i.obligation} ${i.decision}: ${i.why}`), []);
  for (const wanted of given.expect) {
    const item = find(mine, wanted);
    const got = Object.fromEntries(Object.keys(wanted).map((key) => [key, item[key as keyof BreachItem]]));
    assert.deepEqual(got, wanted, `${item.law} ${item.obligation}: ${item.why}`);
  }
  if (given.contents) {
    const { law: _, obligation: __, ...wanted } = given.contents;
    const { contents } = find(mine, given.contents);
    assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((id) => [id, contents.find((c) => c.id === id)?.status])), wanted);
  }
  if (given.phases) {
    const { law: _, obligation: __, ...wanted } = given.phases;
    const { phases } = find(mine, given.phases);
    assert.deepEqual(Object.fromEntries(phases.map((p) => [p.name, p.due])), wanted);
  }
  if (given.forbidden) assert.deepEqual(find(mine, given.forbidden).forbidden.map((f) => f.id), given.forbidden.ids);
}

function find(items: readonly BreachItem[], wanted: object): BreachItem {
  const { law: id, obligation } = wanted as { law?: string; obligation?: string };
  const found = items.filter((i) => (id === undefined || i.law === id) && i.obligation === obligation);
  if (found.length !== 1 && id === undefined && found.length > 1) return found.find((i) => i.law === 'us-ca-breach') ?? assert.fail(`several ${obligation}`);
  return found[0] ?? assert.fail(`no ${id ?? ''} ${obligation} among ${items.map((i) => `${i.law} ${i.obligation}`).join(', ')}`);
}

/** The ids of what a text says although a notice may not. */
function saidIn(text: string, of: string, obligation: string): string[] {
  const term = law(of).obligations.find((o) => o.id === obligation)?.terms[0] ?? assert.fail(obligation);
  return (term.forbidden ?? []).filter((f) => (f.patterns ?? []).some((p) => new RegExp(p, 'iu').test(text))).map((f) => f.id);
}

/** A letter as residents of Massachusetts get them: everything that the chapter asks for, nothing that it forbids. */
const LETTER = `
We are writing to tell you about a data security incident that may have involved your personal information, namely your name and
Social Security number. Example Genomics is a subsidiary of Example Holdings, Inc.

Under Massachusetts law, you have the right to obtain a police report about this incident. If you are the victim of identity theft,
you also have the right to file a police report and obtain a copy of it.

Massachusetts law allows consumers to place a security freeze on their credit reports at no charge. A security freeze prevents a
consumer reporting agency from releasing information in your credit report without your authorization, so that nobody can open
accounts in your name. It may delay the approval of requests that you make for loans, credit, mortgages, employment or housing.
To request a freeze, write to all three agencies: Equifax, P.O. Box 105788, Atlanta, GA 30348, 1-888-298-0045; Experian, P.O. Box 9554,
Allen, TX 75013, 1-888-397-3742; TransUnion, P.O. Box 160, Woodlyn, PA 19094, 1-800-916-8800. Give your full name with middle initial,
Social Security number, date of birth, the addresses where you have lived over the past five years, a legible copy of a government
issued identification card, proof of your current address and, if you are a victim of identity theft, a copy of the police report or
complaint. The agencies have one business day after a request by toll-free telephone or online, three business days after one by mail.

We offer 24 months of credit monitoring by a third party at no cost to you. To enroll, visit https://monitoring.example.com by
January 31, 2027 with the code on the enclosed card. Enrollment fees are waived. We do not require you to accept any condition.

Review your account statements and free credit reports, and report any unauthorized activity to your bank promptly. Be alert to
phishing e-mails and to calls that claim to be from us; do not open attachments from senders you do not know. If your laptop was
ever lost or stolen or you believe that your e-mail account was hacked, change your passwords. Hackers and criminals may use personal
information to open accounts. If you gave somebody unauthorized access to your account, tell your bank.

You may contact the Office of the Attorney General, One Ashburton Place, Boston, MA 02108
Massachusetts residents may also call 617-727-8400
residents of other States find their Attorney General online. Our team of 40 specialists answers from 9 to 5.
`;

describe('letters to residents of Massachusetts', () => {
  it('the letter that the chapter asks for says nothing forbidden', () => {
    assert.deepEqual(saidIn(LETTER, 'us-ma-93h', 'notify-people'), []);
  });

  for (const sentence of [
    'What Happened?',
    'On November 3, 2026, an unauthorized third party gained access to one of our employees’ e-mail accounts.',
    'An unauthorized individual may have viewed or copied files.',
    'We learned of unauthorized access to our network.',
    'We became aware of unauthorised acquisition of certain files.',
    'Our systems were encrypted on March 2.',
    'One of our servers had been compromised.',
    'A laptop containing your information was stolen from an employee’s car.',
    'The documents were misplaced during a move.',
    'We were the victim of a ransomware attack.',
    'We experienced a phishing incident.',
    'The incident was caused by malware.',
    'A threat actor exfiltrated data.',
    'Hackers broke into our database.',
    'A letter with your name was mailed to the wrong address.',
    'A file was inadvertently published on our website.',
    'Your records were sent by mistake to another customer.',
    'There was a burglary at our office.',
    'The attackers used credential stuffing.',
    'An employee fell for a phishing message.',
  ]) it(`nature: ${sentence}`, () => assert.deepEqual(saidIn(`${LETTER}\n${sentence}\n`, 'us-ma-93h', 'notify-people'), ['mal-f1']));

  for (const sentence of [
    'The incident involved 25 Massachusetts residents.',
    'In all, 1,204 residents of Massachusetts are receiving this letter.',
    'You are one of 312 affected individuals.',
    'It affected approximately 3,400 individuals.',
    '17 people in Massachusetts were told.',
    'Twelve residents were told.',
    'The total number of affected residents in the Commonwealth is 8.',
    'Hundreds of Massachusetts residents get this letter.',
  ]) it(`number: ${sentence}`, () => assert.deepEqual(saidIn(`${LETTER}\n${sentence}\n`, 'us-ma-93h', 'notify-people'), ['mal-f2']));

  for (const sentence of ['By enrolling you waive your right to bring an action against us.', 'Enrollment is a release of all claims.', 'You give up any private right of action.'])
    it(`waiver: ${sentence}`, () => assert.deepEqual(saidIn(`${LETTER}\n${sentence}\n`, 'us-ma-93h', 'notify-people'), ['mal-f3']));

  for (const sentence of [
    'You need not waive anything.',
    'Your name and driver’s license number may have been involved.',
    'We take the privacy of your information seriously and have strengthened our systems.',
    'We notified law enforcement, the Attorney General and the Office of Consumer Affairs and Business Regulation.',
    'You are entitled to one free copy of your credit report every 12 months from each of the three agencies.',
    'As a resident of Massachusetts you have rights under chapter 93H.',
    'Please call 1-800-555-0100, Monday to Friday, 8 a.m. to 6 p.m., for individuals with hearing loss 711.',
    'For 18 months, monitoring alerts you to changes. An individual may place a fraud alert for 1 year.',
    'If your identity is stolen, visit identitytheft.gov.',
  ]) it(`nothing forbidden: ${sentence}`, () => assert.deepEqual(saidIn(`${LETTER}\n${sentence}\n`, 'us-ma-93h', 'notify-people'), []));

  it('California’s headings do not belong in it', () => {
    const headings = termsOf(law('us-ca-breach')).flatMap((t) => t.format ?? []).flatMap((f) => f.headings ?? []);
    assert.ok(headings.includes('What Happened'));
    assert.deepEqual(saidIn(headings.join('\n'), 'us-ma-93h', 'notify-people'), ['mal-f1']);
  });
});

describe('the sample for California’s Attorney General', () => {
  for (const text of ['Dear Customer,', 'Dear [First Name] [Last Name],', 'Dear «Name»:', 'Dear Parent or Guardian,', 'Your enrollment code: <<code>>', 'Use the activation code provided on the enclosed card.', 'Dear valued customer,'])
    it(`nobody in: ${text}`, () => assert.deepEqual(saidIn(text, 'us-ca-breach', 'notify-authority'), []));
  for (const text of ['Dear Mr. Doe,', 'Dear Jane Doe,', 'Dear Jane:', 'Your enrollment code is AB12-CD34-EF56.', 'Activation code: 7F3K29QX', 'SSN 123-45-6789'])
    it(`somebody in: ${text}`, () => assert.deepEqual(saidIn(text, 'us-ca-breach', 'notify-authority'), ['caag-nopii']));
});

it('a letter under HIPAA names types of information and no values', () => {
  assert.deepEqual(saidIn('The information included your Social Security number.', 'us-hipaa', 'notify-people'), []);
  assert.deepEqual(saidIn('The information included your Social Security number 123-45-6789.', 'us-hipaa', 'notify-people'), ['hipaa-values']);
});
