/** The facts of a request as they come from a command line, checked; all problems are reported at once. */
import { type Moment, type Zone, isZone, momentDay, parseMoment, formatDay } from '../core/date.ts';
import { type ErrorCode, UserError } from '../core/errors.ts';
import type { RequestFacts } from '../core/event.ts';
import { CHANNELS, DATA_CATEGORIES, MARKS, type MarkName, REQUEST_TYPES, type RequestType, ROLES } from '../core/law.ts';
import { nearest } from '../core/places.ts';
import { type App, badZone, checkPlace } from './app.ts';

/** Collects what is wrong, so that a person corrects a command line once. */
export class Checks {
  private readonly faults: UserError[] = [];
  private readonly absent: string[] = [];

  fail(error: UserError): void {
    this.faults.push(error);
  }

  missing(option: string): void {
    this.absent.push(option);
  }

  /** Keeps the error of a check and goes on. */
  async attempt<T>(check: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.faults.push(error);
      return undefined;
    }
  }

  done(example: string): void {
    if (this.absent.length > 0) this.faults.push(new UserError('missing-values', `missing: ${this.absent.join(', ')}`, { hint: `for example: ${example}` }));
    const [first, ...others] = this.faults;
    if (!first) return;
    if (others.length === 0) throw first;
    throw new UserError(first.code, `${this.faults.length} things are wrong`, { problems: this.faults.map((f) => ({ says: f.hint ? `${f.message} – ${f.hint}` : f.message })), hint: `for example: ${example}` });
  }
}

/** One of a closed list of words; the error names the nearest. */
export function oneOf<T extends string>(value: string, words: readonly T[], what: string, code: ErrorCode): T {
  const word = value.trim().toLowerCase();
  const found = words.find((w) => w === word);
  if (found) return found;
  const near = nearest(word, words);
  throw new UserError(code, `unknown ${what} “${value}”`, { hint: near ? `did you mean ${near}? (${words.join(', ')})` : `one of: ${words.join(', ')}` });
}

function requestType(value: string): RequestType {
  return oneOf(value, REQUEST_TYPES, 'request type', 'unknown-type');
}

export function markName(value: string): MarkName {
  return oneOf(value, MARKS, 'mark', 'unknown-mark');
}

/** A date or an instant that is not in the future. */
export function pastMoment(value: string, option: string, now: Moment, zone: Zone): Moment {
  const moment = parseMoment(value.trim());
  if (!moment) throw new UserError('bad-date', `${option}: “${value}” is neither a date nor an instant with offset`, { hint: 'write 2026-11-25 or 2026-11-25T14:05:00+01:00' });
  const today = momentDay(now, zone);
  const future = 'instant' in moment && 'instant' in now ? moment.instant > now.instant : momentDay(moment, zone) > today;
  if (future) throw new UserError('future-date', `${option}: ${value} lies in the future (today is ${formatDay(today)})`, { hint: 'give the day on which it happened; --as-of sets today' });
  return moment;
}

/** A date; an extension may lie ahead. */
export function dayOption(value: string, option: string, zone: Zone): number {
  const moment = parseMoment(value.trim());
  if (!moment) throw new UserError('bad-date', `${option}: “${value}” is not a date`, { hint: 'write 2026-12-28' });
  return momentDay(moment, zone);
}

/** What the options say about the request; absent options leave a fact unknown. */
export interface FactOptions {
  type?: string;
  in?: string;
  role?: string;
  data?: string[];
  channel?: string;
  law?: string[];
  tz?: string;
}

/** Checks every fact option that is given. */
export async function readFacts(app: App, options: FactOptions, checks: Checks): Promise<RequestFacts> {
  const facts: RequestFacts = {};
  const { type, in: place, role, data, channel, tz } = options;
  if (type !== undefined) await checks.attempt(() => void (facts.requestType = requestType(type)));
  if (place !== undefined) await checks.attempt(async () => void (facts.jurisdiction = await checkPlace(app, place)));
  if (role !== undefined) await checks.attempt(() => void (facts.role = oneOf(role, ROLES, 'role', 'bad-value')));
  if (data !== undefined) await checks.attempt(() => void (facts.data = data.map((d) => oneOf(d, DATA_CATEGORIES, 'data category', 'bad-value'))));
  if (channel !== undefined) await checks.attempt(() => void (facts.channel = oneOf(channel, CHANNELS, 'channel', 'bad-value')));
  if (tz !== undefined) await checks.attempt(() => {
    if (!isZone(tz)) throw badZone(tz);
    facts.zone = tz;
  });
  if (options.law !== undefined) {
    const laws = options.law;
    await checks.attempt(async () => {
      const known = (await app.allLaws()).map((l) => l.law.id);
      facts.laws = laws.map((id) => oneOf(id, known, 'law', 'unknown-law'));
    });
  }
  return facts;
}
