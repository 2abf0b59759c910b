/** Waivers: findings that somebody has accepted for a time, and what is wrong with the waivers themselves. */
import { type Day, formatDay, parseDay } from '../core/date.ts';
import type { Fault } from '../core/errors.ts';
import { fingerprintOf } from '../core/fingerprint.ts';
import { nearest } from '../core/places.ts';
import type { Finding } from '../core/report.ts';
import limits from '../data/waivers.json' with { type: 'json' };
import { after, period } from './concepts.ts';

/** One waiver of a file (schemas/waivers.schema.json): of one finding, or of a rule on one row. */
export interface Waiver {
  fingerprint?: string;
  rule?: string;
  key?: string;
  reason?: string;
  owner: string;
  granted: string;
  /** The last day on which it holds. */
  expires: string;
}

/** Where waivers stand. */
export interface WaiverFile {
  path: string;
  waivers: readonly { waiver: Waiver; line: number | undefined }[];
}

const LIST = {
  'waiver/expired': { kind: 'violation', severity: 'warning', title: 'A waiver has expired', fix: 'Settle what it waived, or decide anew and write a new waiver; then remove this one.' },
  'waiver/expiring': { kind: 'expiring', severity: 'note', title: 'A waiver expires soon', fix: 'Settle what it waives before that day, or decide anew.' },
  'waiver/unused': { kind: 'violation', severity: 'warning', title: 'A waiver waives nothing', fix: 'Remove it: what it once waived is settled, or has another fingerprint.' },
  'waiver/no-reason': { kind: 'violation', severity: 'error', title: 'A waiver has no reason and waives nothing', fix: 'Write why the finding is accepted.' },
  'waiver/too-long': { kind: 'violation', severity: 'error', title: 'A waiver holds longer than one may, and waives nothing', fix: 'Let it expire sooner; it can be granted anew.' },
} as const satisfies Record<string, Pick<Finding, 'kind' | 'severity' | 'fix'> & { title: string }>;

export type WaiverRule = keyof typeof LIST;

export const WAIVER_RULES = Object.entries(LIST).map(([id, rule]) => ({ id, title: rule.title, help: rule.fix }));

interface Standing {
  waiver: Waiver;
  line: number | undefined;
  path: string;
  /** Why it waives nothing; empty for one that is in order. */
  faults: { rule: WaiverRule; message: string }[];
  expires: Day;
  used: boolean;
}

/** Applies waivers to findings one by one, as a check of any length finds them; `end` tells what is wrong with the waivers. */
export class Waivers {
  private readonly today: Day;
  private readonly all: Standing[];
  private readonly byFingerprint = new Map<string, Standing>();
  private readonly byRow = new Map<string, Standing>();

  constructor(file: WaiverFile, today: Day) {
    this.today = today;
    this.all = file.waivers.map(({ waiver, line }) => standingOf(waiver, line, file.path, today));
    for (const one of this.all) {
      if (one.faults.length > 0) continue;
      const [list, name] = one.waiver.fingerprint === undefined ? [this.byRow, rowName(one.waiver.rule, one.waiver.key)] : [this.byFingerprint, one.waiver.fingerprint];
      if (!list.has(name)) list.set(name, one);
    }
  }

  /** The finding, waived if one of the waivers says so. */
  apply(finding: Finding): Finding {
    const { key } = finding.at;
    const found = this.byFingerprint.get(finding.fingerprint) ?? (key === undefined ? undefined : this.byRow.get(rowName(finding.rule, key)));
    if (!found) return finding;
    found.used = true;
    const { reason = '', owner, expires } = found.waiver;
    return { ...finding, waived: { reason: reason.trim(), owner, expires } };
  }

  /** After the last finding. */
  end(): Finding[] {
    return this.all.flatMap((one) => {
      if (one.faults.length > 0) return one.faults.map(({ rule, message }) => findingOf(one, rule, message));
      if (!one.used) return [findingOf(one, 'waiver/unused', `nothing was found that ${nameOf(one.waiver)} waives`)];
      if (after(this.today, period(limits.warnBefore)) >= one.expires) return [findingOf(one, 'waiver/expiring', `${nameOf(one.waiver)} expires on ${one.waiver.expires}`)];
      return [];
    });
  }
}

/** The same for findings that are all there. `findings`: the given ones, waived or not; `about`: what is wrong with the waivers. */
export function applyWaivers(findings: readonly Finding[], file: WaiverFile, today: Day): { findings: Finding[]; about: Finding[] } {
  const waivers = new Waivers(file, today);
  return { findings: findings.map((f) => waivers.apply(f)), about: waivers.end() };
}

const LEVELS = ['error', 'warning', 'note'] as const;
export type FailOn = (typeof LEVELS)[number] | 'never';

export function isFailOn(level: string): level is FailOn {
  return level === 'never' || (LEVELS as readonly string[]).includes(level);
}

/** Whether a finding decides the exit status: what is waived does not. */
export function fails(finding: Pick<Finding, 'severity' | 'waived'>, failOn: FailOn): boolean {
  return finding.waived === null && failOn !== 'never' && LEVELS.indexOf(finding.severity) <= LEVELS.indexOf(failOn);
}

function standingOf(waiver: Waiver, line: number | undefined, path: string, today: Day): Standing {
  const [granted, expires] = [parseDay(waiver.granted) as Day, parseDay(waiver.expires) as Day];
  const name = nameOf(waiver);
  const faults: Standing['faults'] = [];
  if ((waiver.reason ?? '').trim() === '') faults.push({ rule: 'waiver/no-reason', message: `${name} says no reason` });
  const last = after(granted, period(limits.longest));
  if (expires > last) faults.push({ rule: 'waiver/too-long', message: `${name} was granted on ${waiver.granted} and may hold until ${formatDay(last)}, not ${waiver.expires}` });
  if (today > expires) faults.push({ rule: 'waiver/expired', message: `${name} expired on ${waiver.expires}` });
  else if (today < granted) faults.push({ rule: 'waiver/unused', message: `${name} is granted only from ${waiver.granted} on` });
  return { waiver, line, path, faults, expires, used: false };
}

const rowName = (rule: string | undefined, key: string | undefined): string => `${rule ?? ''}\n${key ?? ''}`;

function nameOf({ fingerprint, rule, key }: Waiver): string {
  return fingerprint === undefined ? `the waiver of ${rule} on ${key}` : `the waiver of ${fingerprint}`;
}

function findingOf({ waiver, line, path }: Standing, rule: WaiverRule, message: string): Finding {
  const { kind, severity, fix } = LIST[rule];
  const { fingerprint, rule: waived, key, expires } = waiver;
  return {
    rule, area: 'waivers', kind, severity, message, at: { file: path, ...(line === undefined ? {} : { line }), key: fingerprint ?? (key as string) }, promise: null, citations: [], fix,
    fingerprint: fingerprintOf([rule, fingerprint ?? rowName(waived, key), expires].join('\n')), waived: null,
  };
}

/** Years in which no day is counted (see parseDay). */
const FAR = /^(?!19|20|21)\d{4}-/;

/** What the schema cannot say: what a waiver is of, rules that nobody knows, days in the wrong order. */
export function waiverFaults(value: unknown, rules: readonly string[]): Fault[] {
  const list = typeof value === 'object' && value !== null && 'waivers' in value && Array.isArray(value.waivers) ? (value.waivers as unknown[]) : [];
  return list.flatMap((entry, i): Fault[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { fingerprint, rule, key, granted, expires } = entry as Record<string, unknown>;
    const path = ['waivers', i];
    const faults: Fault[] = [];
    if (fingerprint === undefined ? rule === undefined || key === undefined : rule !== undefined || key !== undefined) faults.push({ path, says: `waivers.${i} must have either a fingerprint or a rule and a key` });
    if (typeof rule === 'string' && !rules.includes(rule)) {
      const near = nearest(rule, rules);
      faults.push({ path: [...path, 'rule'], says: `unknown rule “${rule}”${near ? `; did you mean “${near}”?` : ''}` });
    }
    for (const [name, d] of Object.entries({ granted, expires })) if (typeof d === 'string' && FAR.test(d)) faults.push({ path: [...path, name], says: `waivers.${i}.${name} lies too far away` });
    const [from, until] = [granted, expires].map((d) => (typeof d === 'string' ? parseDay(d) : undefined));
    if (from !== undefined && until !== undefined && until < from) faults.push({ path: [...path, 'expires'], says: `waivers.${i}.expires lies before granted` });
    return faults;
  });
}
