/** Identifiers are found by form, check digit and the words around them, and look-alikes are left alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aadhaarCheck, digitsOf, ibanCheck, luhn, myNumberCheck, nhsCheck } from '../src/inventory/check-digits.ts';
import { type Identifier, identifiersIn, namesSomebody, readHeading } from '../src/inventory/identifiers.ts';

const kinds = (text: string, heading = 'notes', reference = false): readonly Identifier[] => identifiersIn(text, readHeading(heading, reference));

/** A check digit that accepts one number must refuse every other last digit of it. */
function onlyLast(number: string, check: (digits: readonly number[]) => boolean): string[] {
  return Array.from({ length: 10 }, (_, d) => number.slice(0, -1) + d).filter((n) => check(digitsOf(n)));
}

describe('check digits', () => {
  // Numbers that issuers and authorities publish as examples.
  const published: [string, (digits: readonly number[]) => boolean][] = [
    ['4111111111111111', luhn], ['378282246310005', luhn], ['6011111111111117', luhn], ['5555555555554444', luhn],
    ['9434765919', nhsCheck], ['4010232137', nhsCheck], ['123456789018', myNumberCheck], ['234123412346', aadhaarCheck],
  ];
  for (const [number, check] of published) {
    it(`${check.name} ${number}`, () => assert.deepEqual(onlyLast(number, check), [number]));
  }
  it('IBANs of the registry, and none with two digits exchanged', () => {
    for (const iban of ['DE89370400440532013000', 'GB82WEST12345698765432', 'FR1420041010050500013M02606', 'NO9386011117947', 'MT84MALT011000012345MTLCAST001S']) {
      assert.ok(ibanCheck(iban), iban);
      assert.ok(!ibanCheck(iban.slice(0, 2) + iban.charAt(3) + iban.charAt(2) + iban.slice(4)), iban);
    }
  });
  it('Verhoeff finds every exchange of neighbours', () => {
    const number = '234123412346';
    for (let i = 0; i < number.length - 1; i += 1) {
      const [a, b] = [number.charAt(i), number.charAt(i + 1)];
      if (a !== b) assert.ok(!aadhaarCheck(digitsOf(number.slice(0, i) + b + a + number.slice(i + 2))), `at ${i}`);
    }
  });
  it('one digit again and again is a filler', () => {
    for (const check of [nhsCheck, myNumberCheck]) for (let d = 0; d < 10; d += 1) assert.ok(!check(Array.from({ length: check === nhsCheck ? 10 : 12 }, () => d)), `${check.name} ${d}`);
  });
});

describe('identifiers in a cell', () => {
  const found: [string, string, Identifier][] = [
    ['SSN 123-45-6789', 'notes', 'social security number'], ['123 45 6789', 'notes', 'social security number'], ['123456789', 'SSN', 'social security number'],
    ['social security number: 123456789', 'notes', 'social security number'], ['123–45–6789', 'notes', 'social security number'], ['912-70-1234', 'notes', 'individual taxpayer number'],
    ['4111111111111111', 'notes', 'payment card number'], ['3782 822463 10005', 'notes', 'payment card number'], ['5555-5555-5555-4444', 'notes', 'payment card number'],
    ['DE89370400440532013000', 'notes', 'IBAN'], ['iban fr14 2004 1010 0505 0001 3M02 606 merci', 'notes', 'IBAN'],
    ['943 476 5919', 'notes', 'NHS number'], ['9434765919', 'NHS no.', 'NHS number'], ['943-476-5919 (NHS)', 'nhs_number', 'NHS number'],
    ['AB 12 34 56 C', 'notes', 'national insurance number'], ['ab123456c', 'notes', 'national insurance number'],
    ['123456789018', '個人番号', 'My Number'], ['1234-5678-9018', 'notes', 'My Number'], ['個人番号123456789018', '備考', 'My Number'],
    ['2341 2341 2346', 'notes', 'Aadhaar number'], ['234123412346', 'Aadhaar', 'Aadhaar number'],
    ['passport C01X00T47', 'notes', 'passport number'], ['123456789', 'Reisepassnummer / Passport', 'passport number'], ['パスポート TK1234567', '備考', 'passport number'],
    ['0012345', 'MRN', 'medical record number'], ['medical record no. 88123456', 'notes', 'medical record number'],
    ['hunter2!', 'Password', 'password'], ['Passwort: geheim42', 'notes', 'password'], ['pwd=S3cret,rest', 'notes', 'password'], ['correcthorse', 'user_password', 'password'],
  ];
  for (const [text, heading, kind] of found) it(`${heading}: ${text}`, () => assert.deepEqual(kinds(text, heading), [kind]));

  it('several in one cell', () => assert.deepEqual(kinds('ssn 123-45-6789, card 4111 1111 1111 1111'), ['social security number', 'payment card number']));

  const nothing: [string, string][] = [
    ['***-**-6789', 'SSN'], ['XXX-XX-6789', 'SSN'], ['000-45-6789', 'notes'], ['666-45-6789', 'notes'], ['123-00-6789', 'notes'], ['123-45-0000', 'notes'], ['912-49-1234', 'notes'],
    ['123456789', 'notes'], ['1123-45-6789', 'notes'], ['123-45-67890', 'notes'], ['4111 1111 1111 1112', 'notes'], ['1234567890123452', 'notes'], ['**** **** **** 1111', 'card number'],
    ['DE88370400440532013000', 'notes'], ['XX89370400440532013000', 'notes'], ['DE8937040044053201300', 'notes'], ['943 476 5918', 'notes'], ['9434765919', 'notes'],
    ['943 476 5919', 'Phone'], ['+1 943 476 5919', 'notes'], ['QQ123456C', 'notes'], ['GB123456A', 'notes'], ['AB123456E', 'notes'], ['123456789018', 'notes'], ['234123412346', 'notes'],
    ['123456789013', 'マイナンバー'], ['1341 2341 2345', 'notes'], ['passport seen, valid until 20310131', 'notes'], ['passport no. on file', 'notes'], ['compassport 123456789', 'notes'],
    ['MRN on file', 'notes'], ['********', 'Password'], ['(hashed value)', 'Password'], ['$2b$12$abcdefghijklmnopqrstuv', 'Password'], ['5f4dcc3b5aa765d61d8327deb882cf99', 'Password'],
    ['yes', 'Password'], ['changed twice a year', 'Password'], ['hashed', 'Password'], ['password-protected: yes', 'notes'], ['2026-03-01', 'password_changed_on'], ['password: required', 'notes'],
    ['2026-01-31', 'notes'], ['2026-01-31T10:15:00.123456Z', 'notes'], ['+1 555-0134', 'Example_Value'], ['Maya Chen', 'Example_Value'], ['7c9e6679-7425-40de-944b-e07fc1f90ae7', 'notes'],
    ['SUB-000123', 'notes'], ['https://example.org/a?b=12345678', 'notes'], ['', 'Password'],
  ];
  for (const [text, heading] of nothing) it(`not ${heading}: ${text}`, () => assert.deepEqual(kinds(text, heading), []));

  it('a bare number among references counts only under a heading that names it', () => {
    assert.deepEqual(kinds('4111111111111111', 'order id', true), []);
    assert.deepEqual(kinds('4111111111111111', 'card number', true), ['payment card number']);
    assert.deepEqual(kinds('AB123456C', 'sample id', true), []);
    assert.deepEqual(kinds('AB 12 34 56 C', 'sample id', true), ['national insurance number']);
    assert.deepEqual(kinds('123-45-6789', 'record id', true), ['social security number']);
  });
  it('a name beside a record number', () => {
    assert.ok(namesSomebody('MRN 00123456, Maya Chen'));
    assert.ok(!namesSomebody('Medical Record 00123456'));
    assert.ok(!namesSomebody('MRN 00123456 on file'));
  });
});

describe('headings', () => {
  const said: [string, string | undefined][] = [['First Name', 'name'], ['first_name', 'name'], ['氏名', 'name'], ['E-Mail', 'direct'], ['Example_Value', 'example'], ['Data Field', 'field'], ['Passwort', 'password'], ['file name', undefined], ['password policy', undefined]];
  for (const [heading, is] of said) it(heading, () => assert.equal(readHeading(heading).is, is));
});

it('cells whose signs no identifier has cost no pattern but a look for a sign', (t) => {
  const heading = readHeading('notes');
  const { mock } = t.mock.method(RegExp.prototype, 'exec');
  const tried = (cell: string): string[] => {
    mock.resetCalls();
    identifiersIn(cell, heading);
    return mock.calls.map((call) => (call.this as RegExp).source).filter((source) => source !== '[:=]');
  };
  const cells = ['2026-01-31', 'genetic_data; contact_data', 'Clinical Operations, Boston', 'DE', '12500'].map((cell) => [cell, tried(cell)]);
  const ids = ['REC-000123', '2026-01-31T10:00:00Z', 'S-2026-004711'].map((cell) => tried(cell).length);
  const other = tried('SSN 123-45-6789');
  mock.restore();
  assert.deepEqual(cells.filter(([, sources]) => sources?.length), []);
  assert.ok(Math.max(...ids) <= 2, `${ids.join(', ')} patterns`);
  assert.ok(other.length > 2);
});
