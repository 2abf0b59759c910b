/**
 * Writes `src/holidays/<CC>.json` from date-holidays (a devDependency) and the data beside them: `library.json` (what is
 * taken from it), `own.json` (calendars as rules), `fixes.json` (corrections) and `names.json` (English names).
 * `node scripts/holidays.mjs` writes the files; `--check` only compares and exits 1 where they differ.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const FOLDER = path.join(ROOT, 'src/holidays');
const FROM = 2018;
const UNTIL = 2040;
const MS_PER_DAY = 86_400_000;
const EU_MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

const readJson = (file) => JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));
const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);
const shiftDay = (day, by) => isoDay(Date.parse(day) + by * MS_PER_DAY);
const yearOf = (day) => Number(day.slice(0, 4));
const inYears = (day, from, until) => yearOf(day) >= from && yearOf(day) <= until;

/** Days of the library's calendar, by date; a holiday of several days counts each of them. */
function daysOf(holidays, name = (h) => h.name) {
  const days = new Map();
  // The years before and after can have a day that is moved over New Year.
  for (let year = FROM - 1; year <= UNTIL + 1; year += 1) {
    for (const h of holidays.getHolidays(year, 'en').filter((x) => x.type === 'public')) {
      // `start` and `end` depend on the zone this runs in; the text of the date and the length do not.
      const first = h.date.slice(0, 10);
      // A change of the clock takes an hour; a half day at the end is not a closed day.
      const length = Math.max(1, Math.floor((h.end - h.start) / MS_PER_DAY + 0.1));
      for (let i = 0; i < length; i += 1) {
        const day = shiftDay(first, i);
        if (inYears(day, FROM, UNTIL) && !days.has(day)) days.set(day, name(h));
      }
    }
  }
  return days;
}

/** Days of one rule in the library's language. */
function ruleDays(Holidays, rule, name) {
  const one = new Holidays();
  if (!one.setHoliday(rule, { name: { en: name }, type: 'public', substitute: true })) throw new Error(`not a rule: ${rule}`);
  const days = daysOf(one, (h) => (h.substitute && !name.endsWith(')') ? `${name} (observed)` : name));
  if (days.size === 0) throw new Error(`the rule has no day: ${rule}`);
  return days;
}

/** The library answers an unknown state with the country's list, and an unknown country with none. */
function libraryDays(Holidays, country, state, names) {
  const known = new Holidays();
  if (!(country in known.getCountries())) throw new Error(`date-holidays has no country ${country}`);
  if (state !== undefined && !(state in (known.getStates(country) ?? {}))) throw new Error(`date-holidays has no ${country}-${state}`);
  const english = (h) => {
    const [, plain, moved] = /^(.*?)( \(substitute day\))?$/.exec(h.name.replaceAll('’', "'"));
    return (names[country]?.[plain] ?? names['*'][plain] ?? plain) + (moved ? ' (observed)' : '');
  };
  return daysOf(state === undefined ? new Holidays(country) : new Holidays(country, state), english);
}

const addMissing = (days, more) => {
  for (const [day, name] of more) if (!days.has(day)) days.set(day, name);
};

/** Days that a Saturday or Sunday holiday of a fixed date is moved to. */
function movedDays(days, shift) {
  const moved = new Map();
  for (const [day, name] of days) {
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0) moved.set(shiftDay(day, 1), `${name} (observed)`);
    if (weekday === 6 && shift === 'both') moved.set(shiftDay(day, -1), `${name} (observed)`);
  }
  return moved;
}

function closedPeriod([from, until, name]) {
  const days = new Map();
  for (let year = FROM - 1; year <= UNTIL; year += 1) {
    for (let day = `${year}-${from}`; day <= `${year + 1}-${until}`; day = shiftDay(day, 1)) if (inYears(day, FROM, UNTIL)) days.set(day, name);
  }
  return days;
}

/** A calendar of `own.json`. `@NZ Matariki` copies the days of that name from another calendar. */
function ownDays(Holidays, entry, items, tables) {
  const days = new Map(tables.get(entry.base) ?? []);
  const moved = new Map();
  for (const item of entry.days.split('; ')) {
    const copied = /^@(\S+) (.+)$/.exec(item);
    if (copied) {
      addMissing(days, [...tables.get(copied[1])].filter(([, name]) => name === copied[2]));
      continue;
    }
    const [, rule, name] = /^(.+) = (.+)$/.exec(items[item] ?? item) ?? [];
    if (rule === undefined) throw new Error(`not an item: ${item}`);
    const found = ruleDays(Holidays, rule, name);
    addMissing(days, found);
    if (entry.shift && /^\d\d-\d\d/.test(rule)) addMissing(moved, movedDays(found, entry.shift));
  }
  addMissing(days, moved);
  if (entry.closedPeriod) addMissing(days, closedPeriod(entry.closedPeriod));
  return new Map([...days].filter(([day]) => inYears(day, FROM, UNTIL)));
}

const isDate = (text) => /^\d{4}-\d\d-\d\d$/.test(text);

/** Applies one entry of `fixes.json`; a part of it that changes nothing is an error. */
function applyFix(Holidays, fix, days) {
  const [from, until] = fix.years ?? [FROM, UNTIL];
  for (const what of fix.remove ?? []) {
    const gone = [...days].filter(([day, name]) => (isDate(what) ? day === what : name === what || name === `${what} (observed)`) && inYears(day, from, until));
    if (gone.length === 0) throw new Error(`fix of ${fix.calendar}: nothing to remove for ${what}`);
    for (const [day] of gone) days.delete(day);
  }
  for (const [what, name] of Object.entries(fix.add ?? {})) {
    const more = [...(isDate(what) ? [[what, name]] : ruleDays(Holidays, what, name))].filter(([day]) => !days.has(day) && inYears(day, from, until));
    if (more.length === 0) throw new Error(`fix of ${fix.calendar}: ${what} adds nothing`);
    addMissing(days, more);
  }
}

function intersection(tables) {
  const [first, ...others] = tables;
  return new Map([...first].filter(([day]) => others.every((t) => t.has(day))));
}

/** Text of one year: what the table adds to its base, and with a minus what it takes away. */
function yearLine(year, days, base) {
  const items = [];
  const inYear = (map) => [...map.keys()].filter((d) => yearOf(d) === year);
  for (const day of [...new Set([...inYear(days), ...inYear(base)])].toSorted((a, b) => (a < b ? -1 : 1))) {
    const short = day.slice(5);
    if (days.get(day)?.includes(';')) throw new Error(`a name with a semicolon: ${days.get(day)}`);
    if (!days.has(day)) items.push(`-${short}`);
    else if (days.get(day) !== base.get(day)) items.push(`${short} ${days.get(day)}`);
  }
  return items.join('; ');
}

function calendarText({ id, from = FROM, until = UNTIL, ...head }, tables) {
  const base = tables.get(head.base) ?? new Map();
  const coverage = from === FROM && until === UNTIL ? {} : { coverage: { from: `${from}-01-01`, until: `${until}-12-31` } };
  const fields = Object.entries({ ...head, ...coverage }).filter(([, v]) => v !== undefined).map(([k, v]) => `      ${JSON.stringify(k)}: ${JSON.stringify(v)}`);
  const years = [];
  for (let year = from; year <= until; year += 1) years.push(`        "${year}": ${JSON.stringify(yearLine(year, tables.get(id), base))}`);
  return `    ${JSON.stringify(id)}: {\n${fields.join(',\n')},\n      "years": {\n${years.join(',\n')}\n      }\n    }`;
}

function fileText(calendars, tables, source) {
  const coverage = { from: `${FROM}-01-01`, until: `${UNTIL}-12-31` };
  return `{\n  "$schema": "../../schemas/holidays.schema.json",\n  "source": ${JSON.stringify(source)},\n  "coverage": ${JSON.stringify(coverage)},\n  "calendars": {\n${calendars.map((c) => calendarText(c, tables)).join(',\n')}\n  }\n}\n`;
}

/** Everything that a run reads; a test can change a part of it. */
export function readData() {
  return {
    library: readJson('src/holidays/library.json').calendars,
    own: readJson('src/holidays/own.json'),
    fixes: readJson('src/holidays/fixes.json'),
    names: readJson('src/holidays/names.json').names,
    places: readJson('src/data/places.json'),
  };
}

const partsOf = (country, entry) => (entry.parts ?? []).map((p) => ({ id: `${country}-${p.split('=')[0]}`, part: p.split('=')[0], state: p.split('=').at(-1) }));

/** All tables: from the library, corrected; the own ones; then those of whole countries, and of the Union. */
function allTables(Holidays, { library, own, fixes, names }) {
  const tables = new Map();
  const corrected = (id, days) => {
    for (const fix of fixes) if (fix.calendar === id) applyFix(Holidays, fix, days);
    tables.set(id, days);
  };
  const whole = [];
  for (const [country, entry] of Object.entries(library)) {
    const parts = partsOf(country, entry);
    for (const { id, state } of parts) corrected(id, libraryDays(Holidays, country, state, names));
    if (entry.whole === 'own') continue;
    if (parts.length === 0) corrected(country, libraryDays(Holidays, country, undefined, names));
    else whole.push(() => corrected(country, intersection([...(entry.rest ? [libraryDays(Holidays, country, undefined, names)] : []), ...parts.map((p) => tables.get(p.id))])));
  }
  for (const make of whole) make();
  for (const [id, entry] of Object.entries(own.calendars)) corrected(id, ownDays(Holidays, entry, own.items, tables));
  tables.set('EU', intersection(EU_MEMBERS.map((c) => tables.get(c))));
  return tables;
}

/** The calendars of every file, by country, each country's own first. */
function allCalendars({ library, own, places }) {
  const byFile = new Map([['EU', [{ id: 'EU', title: 'European Union', wholeOnly: true, checked: true }]]]);
  const put = (file, calendar) => byFile.set(file, [...(byFile.get(file) ?? []), calendar]);
  for (const [country, entry] of Object.entries(library)) {
    const parts = partsOf(country, entry);
    const wholeOnly = entry.wholeOnly || (parts.length > 0 && entry.whole !== 'own') || undefined;
    if (entry.whole !== 'own') put(country, { id: country, title: entry.title ?? places[country].name, wholeOnly, checked: entry.checked, note: entry.note, until: entry.until });
    for (const { id, part } of parts) {
      const checked = Array.isArray(entry.partsChecked) ? entry.partsChecked.includes(part) : (entry.partsChecked ?? entry.checked);
      put(country, { id, title: places[id].name, base: entry.whole === 'own' ? undefined : country, checked, note: entry.partsNote, until: entry.until });
    }
  }
  for (const [id, entry] of Object.entries(own.calendars)) {
    const country = id.slice(0, 2).toUpperCase();
    const base = id.startsWith('US-') ? 'US' : entry.base;
    put(country, { id, title: entry.title ?? places[id].name, base, checked: entry.checked ?? false, note: entry.note, law: { ref: entry.ref, url: entry.url, verified: entry.verified ?? false }, from: entry.from, until: entry.until });
  }
  for (const calendars of byFile.values()) calendars.sort((a, b) => (a.id < b.id ? -1 : 1));
  return byFile;
}

/** Every generated file: name and text. */
export async function generate(data = readData()) {
  const { default: Holidays } = await import('date-holidays');
  const { version } = readJson('node_modules/date-holidays/package.json');
  const source = { name: 'date-holidays', version, licence: 'CC-BY-3.0', url: 'https://github.com/commenthol/date-holidays', retrieved: `date-holidays@${version}` };
  const byFile = allCalendars(data);
  const ids = [...byFile.values()].flat().map((c) => c.id);
  const stray = data.fixes.find((fix) => !ids.includes(fix.calendar));
  if (stray) throw new Error(`a fix of no calendar: ${stray.calendar}`);
  const tables = allTables(Holidays, data);
  return new Map([...byFile].map(([country, calendars]) => [`${country}.json`, fileText(calendars, tables, source)]));
}

async function main() {
  const check = process.argv.includes('--check');
  const stale = [];
  for (const [name, text] of await generate()) {
    const file = path.join(FOLDER, name);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) continue;
    stale.push(name);
    if (!check) fs.writeFileSync(file, text);
  }
  process.stdout.write(stale.length === 0 ? 'holiday files are up to date\n' : `${check ? 'out of date' : 'written'}: ${stale.join(' ')}\n`);
  if (check && stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
