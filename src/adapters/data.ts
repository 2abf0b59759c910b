/** Reads the data files that are shipped with the program: places, holiday tables and laws. Synchronous, each file once. */
import fs from 'node:fs';
import path from 'node:path';
import type { Calendars } from '../core/clock.ts';
import { type Day, civil, dayOf, parseDay } from '../core/date.ts';
import { UserError } from '../core/errors.ts';
import type { Law } from '../core/law.ts';
import type { Calendar, Holidays } from '../core/period.ts';
import { type Places, lineage } from '../core/places.ts';
import { sha256 } from '../core/hash.ts';

/** A shipped calendar, with where its days come from. */
export interface HolidayTable extends Calendar {
  /** Its days were compared with the law, an official list or a second table, and every difference was decided. */
  checked: boolean;
  /** The law that names the days, or "date-holidays 3.37.0 (CC-BY-3.0)". */
  source: string;
  /** What the table leaves out, and why. */
  note?: string;
}

export interface LoadedLaw {
  law: Law;
  /** Of the file's bytes; computed when it is asked for. */
  readonly sha256: string;
  /** Path below the package, with forward slashes. */
  file: string;
}

let root: string | undefined;

/** Tells where the package is installed. To be called once, by the program's entry. */
export function setRoot(folder: string): void {
  if (root === folder) return;
  root = folder;
  places = undefined;
  files.clear();
  tables.clear();
}

function isPackage(folder: string): boolean {
  try {
    return (JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name?: string }).name === 'custos';
  } catch {
    return false;
  }
}

function upwards(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (isPackage(folder)) return folder;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function realFolder(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : path.dirname(fs.realpathSync(file));
  } catch {
    return undefined;
  }
}

function packageRoot(): string {
  if (root !== undefined) return root;
  const entry = realFolder(process.argv[1]);
  root = (entry === undefined ? undefined : upwards(entry)) ?? upwards(process.cwd());
  if (root === undefined) throw new Error('the data files of custos were not found: setRoot was not called');
  return root;
}

export const inPackage = (...below: string[]) => path.join(packageRoot(), ...below);
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

let places: Places | undefined;

export function loadPlaces(): Places {
  places ??= readJson(inPackage('src', 'data', 'places.json')) as Places;
  return places;
}

interface CalendarEntry {
  title: string;
  base?: string;
  wholeOnly?: boolean;
  checked: boolean;
  note?: string;
  law?: { ref: string };
  coverage?: Span;
  years: Record<string, string>;
}

interface Span {
  from: string;
  until: string;
}

interface HolidayFile {
  source: { name: string; version: string; licence: string };
  coverage: Span;
  calendars: Record<string, CalendarEntry>;
}

const files = new Map<string, HolidayFile | undefined>();
const tables = new Map<string, HolidayTable | undefined>();

/** `DE-BY` and `DE` are in `DE.json`, `eu-institutions` in `EU.json`. */
function holidayFile(id: string): HolidayFile | undefined {
  const country = /^([A-Za-z]{2})(-[A-Za-z0-9]+)*$/.exec(id)?.[1]?.toUpperCase();
  if (country === undefined) return undefined;
  if (!files.has(country)) {
    const file = inPackage('src', 'holidays', `${country}.json`);
    files.set(country, fs.existsSync(file) ? (readJson(file) as HolidayFile) : undefined);
  }
  return files.get(country);
}

/** Applies "01-01 New Year's Day; -10-12" of one year to a table: an item with a minus takes a day of the base away. */
function applyYear(days: Map<Day, string>, year: number, line: string | undefined): void {
  if (!line) return;
  for (const item of line.split('; ')) {
    const at = item.startsWith('-') ? 1 : 0;
    const day = dayOf(year, Number(item.slice(at, at + 2)), Number(item.slice(at + 3, at + 5)));
    if (at === 1) days.delete(day);
    else days.set(day, item.slice(6));
  }
}

/** A calendar and the ones it is written as a difference to, the outermost first. */
function withBases(entry: CalendarEntry, file: HolidayFile): CalendarEntry[] {
  const base = entry.base === undefined ? undefined : file.calendars[entry.base];
  return base ? [...withBases(base, file), entry] : [entry];
}

/** A year is taken apart when a day of it is first asked for. */
function holidaysOf(entry: CalendarEntry, file: HolidayFile): Holidays {
  const layers = withBases(entry, file);
  const years = new Map<number, Map<Day, string>>();
  const inYear = (year: number): Map<Day, string> => {
    const days = new Map<Day, string>();
    if (Object.hasOwn(entry.years, year)) for (const layer of layers) applyYear(days, year, layer.years[year]);
    years.set(year, days);
    return days;
  };
  return {
    get(day) {
      const { year } = civil(day);
      return (years.get(year) ?? inYear(year)).get(day);
    },
  };
}

function shippedTable(id: string): HolidayTable | undefined {
  const file = holidayFile(id);
  const entry = file?.calendars[id];
  if (!file || !entry) return undefined;
  const { from, until } = entry.coverage ?? file.coverage;
  const { name, version, licence } = file.source;
  return {
    id, title: entry.title, from: parseDay(from) as Day, until: parseDay(until) as Day, holidays: holidaysOf(entry, file),
    checked: entry.checked, source: entry.law?.ref ?? `${name} ${version} (${licence})`,
    ...(entry.wholeOnly ? { wholeOnly: true } : {}), ...(entry.note === undefined ? {} : { note: entry.note }),
  };
}

function table(id: string): HolidayTable | undefined {
  if (!tables.has(id)) tables.set(id, shippedTable(id));
  return tables.get(id);
}

export interface CalendarOverrides {
  /** Place code to calendar id, instead of the place's own. */
  places?: Readonly<Record<string, string>>;
  /** The user's own calendars; one with the id of a shipped calendar takes its place. */
  extra?: readonly Calendar[];
}

/** Holiday calendars by id and by place; reads the one country file that is asked for. */
export function calendars(overrides: CalendarOverrides = {}): Calendars {
  const extra = new Map(overrides.extra?.map((c) => [c.id, c]));
  const byId = (id: string): Calendar | undefined => extra.get(id) ?? table(id);
  const named = (id: string, place: string): Calendar => {
    const calendar = byId(id);
    if (!calendar) throw new UserError('bad-config', `There is no holiday calendar ${id}, which is named for ${place}.`);
    return calendar;
  };
  const ofPlace = (jurisdiction: string): Calendar | undefined => {
    for (const code of lineage(jurisdiction, loadPlaces())) {
      const id = overrides.places?.[code] ?? loadPlaces()[code]?.calendar;
      const calendar = id === undefined ? byId(code) : named(id, code);
      if (calendar) return calendar;
    }
    return undefined;
  };
  return { byId, ofPlace };
}

/** A law with its file; the hash is made when somebody wants it. */
export function loaded(law: Law, bytes: Uint8Array, file: string): LoadedLaw {
  return { law, file, get sha256() { return sha256(bytes); } };
}

function readLaw(folder: string, name: string): LoadedLaw {
  const file = `src/laws/${folder}/${name}`;
  const bytes = fs.readFileSync(inPackage('src', 'laws', folder, name));
  try {
    return loaded(JSON.parse(bytes.toString('utf8')) as Law, bytes, file);
  } catch (cause) {
    throw new UserError('bad-law', `${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

function lawFolders(): string[] {
  return fs.readdirSync(inPackage('src', 'laws'), { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).toSorted();
}

function lawsIn(folder: string): LoadedLaw[] {
  const names = fs.readdirSync(inPackage('src', 'laws', folder)).filter((n) => n.endsWith('.json')).toSorted();
  return names.map((name) => readLaw(folder, name));
}

/**
 * The laws of a place, nearest first, and of what it lies in. For a country also those of its parts, so that the
 * caller can ask which part.
 */
export function loadLaws(jurisdiction: string, inPlaces: Places = loadPlaces()): LoadedLaw[] {
  const known = lawFolders();
  const line = lineage(jurisdiction, inPlaces).map((code) => code.toLowerCase());
  const parts = known.filter((folder) => folder.startsWith(`${jurisdiction.toLowerCase()}-`) && !line.includes(folder));
  return [...line.filter((folder) => known.includes(folder)), ...parts].flatMap(lawsIn);
}

/** The law of an id: the file of that name, in whatever folder. */
export function loadLaw(id: string): LoadedLaw | undefined {
  const name = `${id}.json`;
  const folder = lawFolders().find((f) => fs.readdirSync(inPackage('src', 'laws', f)).includes(name));
  return folder === undefined ? undefined : readLaw(folder, name);
}

export function listLaws(): LoadedLaw[] {
  return lawFolders().flatMap(lawsIn);
}
