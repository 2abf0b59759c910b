/** What every command may reach. Nothing is opened before it is asked for. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LoadedBreachLaw } from '../adapters/breach-laws.ts';
import { type LoadedLaw, calendars, listLaws, loadLaws, loadPlaces, setRoot } from '../adapters/data.ts';
import { findConfig, loadConfig, type LoadedConfig } from '../adapters/config.ts';
import type { OwnLaws } from '../adapters/laws.ts';
import { processOffsets } from '../adapters/zones.ts';
import { type Moment, formatInstant, formatMoment, isZone, parseDay, parseMoment, useOffsets } from '../core/date.ts';
import type { World } from '../core/deadline.ts';
import { UserError } from '../core/errors.ts';
import type { Ledger, Stamp } from '../core/ledger.ts';
import { compareText } from '../core/order.ts';
import type { Calendar, Holidays } from '../core/period.ts';
import { suggestPlaces } from '../core/places.ts';
import type { Format } from '../core/report.ts';
import type { Io } from './io.ts';

/** Options that every command understands. */
export interface Globals {
  asOf?: string;
  format?: Format;
  json?: boolean;
  output?: string;
  ledger?: string;
  config?: string;
  input: boolean;
  dryRun?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  reveal?: boolean;
  failOn?: string;
  allowEmpty?: boolean;
}

/** `try`: like `write`, but a ledger that does not exist yet is not created (for --dry-run). */
export type LedgerMode = 'read' | 'write' | 'try';

export interface App {
  io: Io;
  root: string;
  globals: Globals;
  now: Moment;
  /** Questions may be asked: a terminal, and neither --no-input nor CI. */
  canAsk: boolean;
  config(): Promise<LoadedConfig>;
  world(): Promise<World>;
  /** The laws that may concern a jurisdiction, ours and the organisation's. */
  laws(jurisdiction: string): Promise<LoadedLaw[]>;
  /** Every law on requests, ours and the organisation's, by id. */
  allLaws(): Promise<LoadedLaw[]>;
  /** Every law on breaches, ours and the organisation's, by id. */
  allBreachLaws(): Promise<LoadedBreachLaw[]>;
  /** The organisation's own law files. */
  ownLaws(): Promise<OwnLaws>;
  ledgerFile(): Promise<string>;
  hasLedger(): Promise<boolean>;
  ledger(mode: LedgerMode): Promise<Ledger>;
  stamp(): Promise<Stamp>;
}

export function createApp(io: Io, root: string, globals: Globals): App {
  setRoot(root);
  useOffsets(processOffsets);
  const config = once(() => loadConfig(findConfig(globals.config, io.env, io.cwd)));
  const world = once(async (): Promise<World> => {
    const { config: c } = await config();
    const zone = c.organisation?.timeZone;
    if (zone !== undefined && !isZone(zone)) throw badZone(zone);
    const base = calendars();
    const extra = (c.calendars?.own ?? []).map((own) => ownCalendar(own, (id) => base.byId(id)));
    return { places: loadPlaces(), calendars: calendars({ places: c.calendars?.places ?? {}, extra }) };
  });
  const ownLaws = once(async (): Promise<OwnLaws> => {
    const { config: c, file } = await config();
    if (!c.laws) return { laws: [], breachLaws: [] };
    return (await import('../adapters/laws.ts')).readLaws([path.resolve(path.dirname(file ?? '.'), c.laws)]);
  });
  const app: App = {
    io, root, globals, config, world,
    now: nowOf(globals.asOf, io),
    get canAsk() {
      return globals.input && !io.env['CI'] && io.canAsk;
    },
    ownLaws,
    async laws(jurisdiction) {
      return replaced(loadLaws(jurisdiction, loadPlaces()), (await ownLaws()).laws);
    },
    async allLaws() {
      return replaced(listLaws(), (await ownLaws()).laws).toSorted(byLawId);
    },
    async allBreachLaws() {
      const { listBreachLaws } = await import('../adapters/breach-laws.ts');
      return replaced(listBreachLaws(), (await ownLaws()).breachLaws).toSorted(byLawId);
    },
    async ledgerFile() {
      const named = globals.ledger ?? io.env['CUSTOS_LEDGER'];
      if (named) return path.resolve(io.cwd, named);
      const { config: c, file } = await config();
      if (c.ledger) return path.resolve(path.dirname(file ?? io.cwd), c.ledger);
      const data = io.env['XDG_DATA_HOME'] ?? path.join(io.env['HOME'] ?? io.cwd, '.local', 'share');
      return path.join(data, 'custos', 'ledger.db');
    },
    async hasLedger() {
      return existsSync(await app.ledgerFile());
    },
    async ledger(mode) {
      const file = await app.ledgerFile();
      if (mode === 'try' && !existsSync(file)) return (await import('../adapters/memory-ledger.ts')).memoryLedger();
      const { openSqliteLedger } = await import('../adapters/sqlite-ledger.ts');
      return openSqliteLedger(file, { mode: mode === 'read' ? 'read' : 'write', root });
    },
    async stamp() {
      const { config: c } = await config();
      const recordedAt = 'instant' in app.now ? formatInstant(app.now.instant) : `${formatMoment(app.now)}T00:00:00Z`;
      const by = c.user ?? io.env['CUSTOS_USER'] ?? (await io.user());
      // A Windows account such as DOMAIN\name holds what an event may not.
      return { by: by.replace(/["\\\p{Cc}]/gu, '-').slice(0, 64) || 'unknown', recordedAt };
    },
  };
  return app;
}

const byLawId = (a: { law: { id: string } }, b: { law: { id: string } }): number => compareText(a.law.id, b.law.id);

/** Laws with others put in place of those of the same id. */
export function replaced<T extends { law: { id: string } }>(laws: readonly T[], by: readonly T[]): T[] {
  return [...laws.filter(({ law }) => !by.some((other) => other.law.id === law.id)), ...by];
}

/** `--as-of`, else `SOURCE_DATE_EPOCH`, else the clock. */
function nowOf(asOf: string | undefined, io: Io): Moment {
  if (asOf !== undefined) {
    const moment = parseMoment(asOf);
    if (!moment) throw new UserError('bad-date', `--as-of: “${asOf}” is neither a date nor an instant`, { hint: 'write 2026-11-25 or 2026-11-25T14:05:00+01:00' });
    return moment;
  }
  const epoch = io.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return { instant: io.clock() };
  if (!/^\d{1,12}$/.test(epoch)) throw new UserError('bad-date', `SOURCE_DATE_EPOCH: “${epoch}” is not a number of seconds`, { hint: 'unset it or give --as-of' });
  return { instant: Number(epoch) * 1000 };
}

export function badZone(zone: string): UserError {
  return new UserError('bad-zone', `unknown time zone “${zone}”`, { hint: 'use an IANA name such as Europe/Berlin' });
}

/** A jurisdiction code that is known; otherwise an error that names what looks like it. */
export async function checkPlace(app: App, code: string): Promise<string> {
  const { places } = await app.world();
  const upper = code.trim().toUpperCase();
  if (places[upper]) return upper;
  const near = suggestPlaces(code, places);
  throw new UserError('unknown-jurisdiction', `unknown jurisdiction “${code}”`, { hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'use an ISO 3166 code such as DE, GB-SCT, US-CA or JP, or EU' });
}

function ownCalendar(own: NonNullable<NonNullable<LoadedConfig['config']['calendars']>['own']>[number], byId: (id: string) => Calendar | undefined): Calendar {
  const base = own.basedOn === undefined ? undefined : byId(own.basedOn);
  if (own.basedOn !== undefined && !base) throw new UserError('bad-config', `calendar ${own.id} is based on ${own.basedOn}, which is not known`, { hint: 'name a calendar such as DE-BE' });
  const removed = new Set((own.remove ?? []).map(parseDay));
  const added = new Map(Object.entries(own.add ?? {}).map(([date, name]) => [parseDay(date), name]));
  const holidays: Holidays = { get: (day) => added.get(day) ?? (removed.has(day) ? undefined : base?.holidays.get(day)) };
  return { id: own.id, title: own.title, from: parseDay(own.from) as number, until: parseDay(own.until) as number, holidays };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
