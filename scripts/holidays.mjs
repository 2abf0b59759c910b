/**
 * Writes `src/holidays/<CC>.json` from date-holidays (a devDependency), `own.json`, `fixes.json` and `names.json`.
 * `node scripts/holidays.mjs` writes the files; `--check` only compares and exits 1 where they differ.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const FOLDER = path.join(ROOT, 'src/holidays');
const FROM = 2018;
const UNTIL = 2040;

/**
 * `parts`: subdivisions, as ISO code and, where it differs, the library's code. `whole: 'intersection'`: the country's
 * own table is the days closed in every part (and, unless the parts cover the country, in the rest of it).
 */
const COUNTRIES = {
  AT: { parts: 'all' }, BE: {}, BG: {}, HR: {}, CY: {}, CZ: {}, DK: {}, EE: {}, FI: {}, GR: {}, HU: {}, IE: {}, IT: {},
  LV: {}, LT: {}, LU: {}, MT: {}, NL: {}, PL: {}, PT: {}, RO: {}, SK: {}, SI: {}, SE: {}, NO: {}, IS: {}, LI: {},
  DE: { parts: 'all' }, ES: { parts: 'all' }, CH: { parts: 'all' }, AU: { parts: 'all' }, NZ: { parts: 'all' },
  FR: { parts: ['57', '67', '68'], rest: true },
  GB: { parts: ['EAW=ENG', 'SCT', 'NIR'] },
  US: { parts: 'all', whole: 'own' }, CA: { parts: 'all', whole: 'own' },
  BR: {}, JP: {}, KR: {}, SG: {}, IN: {}, TH: {}, ZA: {}, TR: {}, IL: {}, CN: {}, HK: {},
};
const EU_MEMBERS = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const TYPES = new Set(['public']);

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);

/** Days of the library's calendar; a holiday of several days counts each of them. */
function daysOf(holidays, keep = () => true) {
  const days = new Map();
  for (let year = FROM; year <= UNTIL; year += 1) {
    for (const h of holidays.getHolidays(year, 'en')) {
      if (!TYPES.has(h.type) || !keep(h)) continue;
      // The instants `start` and `end` are in the country's zone; the date is the text, whatever zone this runs in.
      const first = Date.parse(h.date.slice(0, 10));
      const length = Math.max(1, Math.round((h.end - h.start) / 86_400_000));
      for (let i = 0; i < length; i += 1) {
        const day = isoDay(first + i * 86_400_000);
        if (!days.has(day)) days.set(day, h.name);
      }
    }
  }
  return days;
}

/** The library answers an unknown state with the country's list, and an unknown country with none. */
function libraryCalendar(Holidays, country, state) {
  const known = new Holidays();
  if (!(country in known.getCountries())) throw new Error(`date-holidays has no country ${country}`);
  if (state !== undefined && !(state in (known.getStates(country) ?? {}))) throw new Error(`date-holidays has no ${country}-${state}`);
  return state === undefined ? new Holidays(country) : new Holidays(country, state);
}

function partsOf(Holidays, country) {
  const { parts = [] } = COUNTRIES[country];
  const codes = parts === 'all' ? Object.keys(new Holidays().getStates(country)).toSorted() : parts;
  return codes.map((p) => ({ id: `${country}-${p.split('=')[0]}`, state: p.split('=').at(-1) }));
}

function intersection(tables) {
  const [first, ...others] = tables;
  return new Map([...first].filter(([day]) => others.every((t) => t.has(day))));
}

/** Text of one year: what the table adds to its base, and with a minus what it takes away. */
function yearLine(year, days, base) {
  const items = [];
  const inYear = (map) => [...map.keys()].filter((d) => d.startsWith(`${year}-`));
  for (const day of [...new Set([...inYear(days), ...inYear(base)])].toSorted()) {
    const short = day.slice(5);
    if (!days.has(day)) items.push(`-${short}`);
    else if (days.get(day) !== base.get(day)) items.push(`${short} ${days.get(day)}`);
  }
  return items.join('; ');
}

function calendarText({ id, title, base, flags }, tables) {
  const days = tables.get(id);
  const years = [];
  for (let year = FROM; year <= UNTIL; year += 1) years.push(`        ${JSON.stringify(String(year))}: ${JSON.stringify(yearLine(year, days, tables.get(base) ?? new Map()))}`);
  const head = { title, ...(base ? { base } : {}), ...flags };
  const fields = Object.entries(head).map(([k, v]) => `      ${JSON.stringify(k)}: ${JSON.stringify(v)}`);
  return `    ${JSON.stringify(id)}: {\n${fields.join(',\n')},\n      "years": {\n${years.join(',\n')}\n      }\n    }`;
}

function fileText(calendars, tables, source) {
  const coverage = { from: `${FROM}-01-01`, until: `${UNTIL}-12-31` };
  return `{\n  "$schema": "../../schemas/holidays.schema.json",\n  "source": ${JSON.stringify(source)},\n  "coverage": ${JSON.stringify(coverage)},\n  "calendars": {\n${calendars.map((c) => calendarText(c, tables)).join(',\n')}\n  }\n}\n`;
}

/** Every generated file: name and text. */
export async function generate() {
  const { default: Holidays } = await import('date-holidays');
  const { version } = readJson(path.join(ROOT, 'node_modules/date-holidays/package.json'));
  const places = readJson(path.join(ROOT, 'src/data/places.json'));
  const source = { name: 'date-holidays', version, licence: 'CC-BY-3.0', url: 'https://github.com/commenthol/date-holidays', retrieved: `date-holidays@${version}` };
  const tables = new Map();
  const files = new Map();
  for (const country of Object.keys(COUNTRIES).toSorted()) {
    const parts = partsOf(Holidays, country);
    tables.set(country, daysOf(libraryCalendar(Holidays, country)));
    for (const part of parts) tables.set(part.id, daysOf(libraryCalendar(Holidays, country, part.state)));
    const { whole, rest } = COUNTRIES[country];
    const wholeOnly = parts.length > 0 && whole !== 'own';
    if (wholeOnly) tables.set(country, intersection([...(rest ? [tables.get(country)] : []), ...parts.map((p) => tables.get(p.id))]));
    const calendars = [
      { id: country, title: places[country].name, flags: { ...(wholeOnly ? { wholeOnly } : {}), checked: false } },
      ...parts.map((p) => ({ id: p.id, title: places[p.id].name, base: country, flags: { checked: false } })),
    ];
    files.set(`${country}.json`, fileText(calendars, tables, source));
  }
  tables.set('EU', intersection(EU_MEMBERS.map((c) => tables.get(c))));
  files.set('EU.json', fileText([{ id: 'EU', title: 'European Union (all member states)', flags: { wholeOnly: true, checked: false } }], tables, source));
  return files;
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
