import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { calendars, loadLaw, loadLaws, loadPlaces, listLaws, setRoot, type HolidayTable } from '../src/adapters/data.ts';
import { civil, dayOf, formatDay, isZone, parseDay } from '../src/core/date.ts';
import type { Calendar } from '../src/core/period.ts';
import { lineage } from '../src/core/places.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const HOLIDAYS = path.join(ROOT, 'src/holidays');
const FIXTURES = path.join(ROOT, 'fixtures/holidays');
/** Calendars of no place: named by a law, not by a jurisdiction. */
const OF_NO_PLACE = ['JP-administration', 'NZ-privacy-act', 'US-CA-codes', 'eu-institutions'];
const EU_MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

setRoot(ROOT);

interface Row {
  calendar: string;
  date: string;
  closed: boolean;
  evidence: string;
  verified: boolean;
}
interface CountryFile {
  coverage: { from: string; until: string };
  calendars: Record<string, { base?: string; wholeOnly?: true; checked: boolean; law?: { ref: string; verified: boolean }; years: Record<string, string> }>;
}
interface Fix {
  calendar: string;
  add?: Record<string, string>;
  remove?: string[];
  years?: [number, number];
  why: string;
  source: { ref: string; url?: string };
  verified: boolean;
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what the file holds
const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T;
const countries = fs.readdirSync(HOLIDAYS).filter((name) => /^[A-Z]{2}\.json$/.test(name)).map((name) => name.slice(0, 2));
const countryFile = (country: string) => readJson<CountryFile>(path.join(HOLIDAYS, `${country}.json`));
const allIds = countries.flatMap((country) => Object.keys(countryFile(country).calendars));

/** Every holiday of a table, those of the years before and after it as well. */
function daysOf({ from, until, holidays }: Calendar): Map<number, string> {
  const days = new Map<number, string>();
  for (let day = from - 400; day <= until + 400; day += 1) {
    const name = holidays.get(day);
    if (name !== undefined) days.set(day, name);
  }
  return days;
}

function table(id: string): HolidayTable {
  const found = calendars().byId(id);
  assert.ok(found, `no calendar ${id}`);
  return found as HolidayTable;
}

function validator(schema: string) {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(readJson<object>(path.join(ROOT, 'schemas', schema)));
}

test('every country file fits its schema, is named in full, and is small enough to read at once', () => {
  const validate = validator('holidays.schema.json');
  for (const country of countries) {
    const file = path.join(HOLIDAYS, `${country}.json`);
    assert.ok(validate(readJson(file)), `${country}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
    assert.ok(fs.statSync(file).size < 150_000, `${country}.json is too large`);
    for (const [id, calendar] of Object.entries(countryFile(country).calendars)) {
      assert.equal(id.slice(0, 2).toUpperCase(), country);
      if (calendar.base !== undefined) assert.ok(calendar.base in countryFile(country).calendars, `${id} has no base ${calendar.base}`);
      for (const [year, line] of Object.entries(calendar.years)) {
        for (const item of line.split('; ').filter(Boolean)) assert.ok(parseDay(`${year}-${item.replace(/^-/, '').slice(0, 5)}`), `${id} ${year}: ${item}`);
      }
    }
  }
});

test('places fit their schema, are sorted, and have a time zone that this Node knows', () => {
  const validate = validator('places.schema.json');
  const places = loadPlaces();
  assert.ok(validate(places), JSON.stringify(validate.errors?.slice(0, 3)));
  const codes = Object.keys(places);
  assert.deepEqual(codes, codes.toSorted());
  for (const [code, place] of Object.entries(places)) {
    assert.ok(isZone(place.zone), `${code}: ${place.zone}`);
    for (const outer of lineage(code, places)) assert.ok(outer in places, `${code} lies in ${outer}, which is no place`);
    if (place.calendar !== undefined) assert.ok(calendars().byId(place.calendar), `${code}: ${place.calendar}`);
  }
});

test('places hold every country, all member states in the Union, and the parts that laws name', () => {
  const places = loadPlaces();
  const countryCodes = Object.keys(places).filter((code) => !code.includes('-') && code !== 'EU');
  assert.equal(countryCodes.length, 249);
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  for (const code of countryCodes) assert.notEqual(regions.of(code), code, `${code} is no country`);
  for (const code of [...EU_MEMBERS, 'NO', 'IS', 'LI', 'GB']) assert.ok(lineage(code, places).includes('EU'), code);
  for (const code of ['CH', 'US', 'RU', 'IM', 'JE', 'HK']) assert.ok(!lineage(code, places).includes('EU'), code);
  const count = (country: string) => Object.keys(places).filter((code) => code.startsWith(`${country}-`)).length;
  assert.deepEqual(['US', 'CA', 'CH', 'DE', 'GB', 'AU', 'AT', 'ES', 'NZ'].map(count), [56, 13, 26, 16, 5, 8, 9, 19, 17]);
  assert.equal(places['US-CA']?.zone, 'America/Los_Angeles');
  assert.deepEqual(lineage('GB-WLS', places), ['GB-WLS', 'GB', 'GB-EAW', 'EU']);
  assert.deepEqual(lineage('PR', places), ['PR', 'US-PR', 'US']);
});

test('every calendar is that of a place or of a law', () => {
  const places = loadPlaces();
  for (const id of allIds) assert.ok(id in places || OF_NO_PLACE.includes(id), `${id} is no place`);
  for (const id of OF_NO_PLACE) assert.ok(allIds.includes(id), `${id} has no table`);
});

for (const name of fs.readdirSync(FIXTURES)) {
  test(`hand-checked days: ${name}`, () => {
    for (const row of readJson<Row[]>(path.join(FIXTURES, name))) {
      const day = parseDay(row.date);
      assert.ok(day !== undefined, `${row.date} is no date`);
      const calendar = table(row.calendar);
      assert.ok(day >= calendar.from && day <= calendar.until, `${row.calendar} does not know ${row.date}`);
      assert.equal(calendar.holidays.get(day) !== undefined, row.closed, `${row.calendar} ${row.date} should be ${row.closed ? 'closed' : 'open'}: ${row.evidence}`);
      assert.ok(row.evidence.length > 10 && typeof row.verified === 'boolean');
    }
  });
}

test('hand-checked days: every country has some, closed and open', () => {
  for (const country of countries) {
    const rows = readJson<Row[]>(path.join(FIXTURES, `${country}.json`));
    assert.ok(rows.some((row) => row.closed), `${country}: no closed day`);
    assert.ok(rows.some((row) => !row.closed), `${country}: no open day`);
  }
});

test('a table has days in every year it covers and none outside', () => {
  for (const id of allIds) {
    const { from, until } = table(id);
    const [first, last] = [civil(from), civil(until)];
    assert.deepEqual([first.month, first.day, last.month, last.day], [1, 1, 12, 31], id);
    const years = new Set([...daysOf(table(id)).keys()].map((day) => civil(day).year));
    assert.deepEqual([...years].toSorted((a, b) => a - b), Array.from({ length: last.year - first.year + 1 }, (_, i) => first.year + i), id);
  }
});

test('the calendars of yearly proclaimed days end where they are known', () => {
  const ends = ['CN', 'HK', 'KR', 'SG', 'TH', 'TR', 'US-CA-codes', 'eu-institutions', 'DE'].map((id) => formatDay(table(id).until).slice(0, 4));
  assert.deepEqual(ends, ['2026', '2027', '2027', '2027', '2026', '2030', '2035', '2026', '2040']);
});

test('a country without its part has the days that all its parts have', () => {
  const { calendars: library } = readJson<{ calendars: Record<string, { parts?: string[] }> }>(path.join(HOLIDAYS, 'library.json'));
  for (const country of countries) {
    const parts = library[country]?.parts?.map((part) => `${country}-${part.replace(/=.*/, '')}`) ?? [];
    const whole = calendars().byId(country);
    if (!whole?.wholeOnly || parts.length === 0) continue;
    for (const part of parts) for (const [day, name] of daysOf(whole)) assert.ok(table(part).holidays.get(day) !== undefined, `${name} ${formatDay(day)} is open in ${part}`);
    const common = [...daysOf(table(parts[0] as string))].filter(([day]) => parts.every((part) => table(part).holidays.get(day) !== undefined));
    const dropped = common.filter(([day]) => whole.holidays.get(day) === undefined).map(([day, name]) => `${formatDay(day).slice(0, 4)} ${name}`);
    // The parts of France do not cover it; a fix takes two days away from Spain.
    if (country === 'FR') assert.deepEqual(new Set(dropped.map((text) => text.slice(5))), new Set(['Good Friday', "Saint Stephen's Day"]));
    else assert.deepEqual(dropped, country === 'ES' ? ['2033 Christmas Day (observed)', '2039 Christmas Day (observed)'] : [], country);
  }
  for (const member of EU_MEMBERS) for (const day of daysOf(table('EU')).keys()) assert.ok(table(member).holidays.get(day) !== undefined, `${formatDay(day)} is open in ${member}`);
});

test('federal holidays are those of the statute, not an intersection', () => {
  assert.equal(table('US').wholeOnly, undefined);
  assert.equal(table('CA').wholeOnly, undefined);
  for (const id of ['GB', 'DE', 'ES', 'CH', 'AU', 'NZ', 'FR', 'IN', 'EU']) assert.equal(table(id).wholeOnly, true, id);
});

test('every fix names its calendar, reason and source', () => {
  for (const fix of readJson<Fix[]>(path.join(HOLIDAYS, 'fixes.json'))) {
    assert.ok(allIds.includes(fix.calendar), fix.calendar);
    assert.ok(fix.why.length > 10 && fix.source.ref.length > 10 && typeof fix.verified === 'boolean', JSON.stringify(fix).slice(0, 100));
    assert.ok(fix.add || fix.remove);
  }
});

test('a calendar says where its days are from and whether they were checked', () => {
  assert.match(table('DE-BY').source, /^date-holidays \d+\.\d+\.\d+ \(CC-BY-3\.0\)$/);
  assert.match(table('US-CA-codes').source, /6700/);
  const unchecked = allIds.filter((id) => !table(id).checked);
  assert.ok(unchecked.includes('US-TX') && unchecked.includes('CA-ON') && unchecked.includes('ES-MD'));
  for (const id of ['US', 'GB-EAW', 'GB-SCT', 'DE-BY', 'FR-67', 'JP', 'US-CA-codes', 'US-MA', 'US-VT']) assert.ok(!unchecked.includes(id), id);
});

test('a place has its own calendar, or that of the nearest larger place', () => {
  assert.deepEqual(['GB-ENG', 'GB-WLS', 'GB', 'PR', 'US-AS', 'AX', 'RE', 'AT-9', 'NO', 'EU', 'US-CA', 'FR-68', 'RU', 'nowhere'].map((code) => calendars().ofPlace(code)?.id),
    ['GB-EAW', 'GB-EAW', 'GB', 'US-PR', 'US', 'FI', 'FR', 'AT', 'NO', 'EU', 'US-CA', 'FR-68', undefined, undefined]);
});

test("the user's own calendars and choices come first", () => {
  const own = { id: 'acme', title: 'Acme', from: dayOf(2026, 1, 1), until: dayOf(2026, 12, 31), holidays: new Map([[dayOf(2026, 5, 4), 'Founder\'s Day']]) };
  const mine = calendars({ places: { 'US-CA': 'acme', DE: 'DE-BY', FR: 'unknown' }, extra: [own, { ...own, id: 'GB-SCT' }] });
  assert.equal(mine.ofPlace('US-CA'), own);
  assert.equal(mine.ofPlace('DE')?.id, 'DE-BY');
  assert.equal(mine.byId('GB-SCT')?.title, 'Acme');
  assert.equal(calendars().byId('GB-SCT')?.title, 'Scotland');
  assert.throws(() => mine.ofPlace('FR'), /no holiday calendar unknown, which is named for FR/);
});

test('an id that is no calendar has no table, whatever it contains', () => {
  for (const id of ['', 'XX', 'DE-XX', '../DE', 'de-BY', 'DE/../US', '__proto__', 'constructor', 'fixes', 'US-CA-codes-2']) assert.equal(calendars().byId(id), undefined, id);
});

test('laws of a place are those of its lineage, and of its parts where the part is not known', () => {
  const gdpr = loadLaw('eu-gdpr');
  assert.ok(gdpr);
  assert.equal(gdpr.file, 'src/laws/eu/eu-gdpr.json');
  assert.match(gdpr.sha256, /^[0-9a-f]{64}$/);
  assert.ok(loadLaws('DE-BY').some(({ law }) => law.id === 'eu-gdpr'));
  const california = listLaws().filter(({ file }) => file.startsWith('src/laws/us-ca/')).map(({ law }) => law.id);
  assert.ok(california.length > 0);
  const [country, state, other] = ['US', 'US-CA', 'US-WA'].map((code) => loadLaws(code).map(({ law }) => law.id)) as [string[], string[], string[]];
  for (const id of california) assert.ok(country.includes(id) && state.includes(id) && !other.includes(id), id);
  assert.equal(loadLaw('../eu/eu-gdpr'), undefined);
  for (const { law, file } of listLaws()) assert.equal(path.basename(file, '.json'), law.id);
});

type Generate = (data?: unknown) => Promise<Map<string, string>>;
async function generator(): Promise<{ generate: Generate; readData: () => { fixes: Fix[] } } | undefined> {
  if (!fs.existsSync(path.join(ROOT, 'node_modules/date-holidays'))) return undefined;
  const url = pathToFileURL(path.join(ROOT, 'scripts/holidays.mjs')).href;
  return (await import(url)) as { generate: Generate; readData: () => { fixes: Fix[] } };
}

test('the generated files are up to date', async (t) => {
  const made = await generator();
  if (!made) return t.skip('date-holidays is not installed');
  const files = await made.generate();
  assert.deepEqual([...files.keys()].toSorted(), countries.map((country) => `${country}.json`).toSorted());
  for (const [name, text] of files) assert.ok(fs.readFileSync(path.join(HOLIDAYS, name), 'utf8') === text, `src/holidays/${name} is out of date: node scripts/holidays.mjs`);
});

test('a fix that changes nothing, or of no calendar, is an error', async (t) => {
  const made = await generator();
  if (!made) return t.skip('date-holidays is not installed');
  const { readData, generate } = made;
  const withFix = (fix: Partial<Fix>) => ({ ...readData(), fixes: [...readData().fixes, { why: 'a test', source: { ref: 'a test' }, verified: false, ...fix }] });
  await assert.rejects(generate(withFix({ calendar: 'AT', add: { '2026-12-25': 'Christmas Day' } })), /fix of AT: 2026-12-25 adds nothing/);
  await assert.rejects(generate(withFix({ calendar: 'AT', remove: ['No Such Day'] })), /nothing to remove for No Such Day/);
  await assert.rejects(generate(withFix({ calendar: 'XX', remove: ['2026-12-25'] })), /a fix of no calendar: XX/);
});
