/** The organisation's configuration: found, read and checked. It executes nothing. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Audience, BreachMark } from '../core/breach-law.ts';
import { type Fault, type Problem, UserError } from '../core/errors.ts';
import type { Role } from '../core/law.ts';
import { nearest } from '../core/places.ts';
import { readBytes } from './files.ts';
import { sha256 } from '../core/hash.ts';

export interface Contact {
  name?: string;
  email?: string;
  phone?: string;
  address?: string;
  web?: string;
}

export interface OwnCalendar {
  id: string;
  title: string;
  from: string;
  until: string;
  basedOn?: string;
  add?: Record<string, string>;
  remove?: string[];
}

/** A contract that says within what time a breach is to be told. */
export interface BreachContract {
  counterparty: string;
  audience: Audience;
  /** `PT24H`, `P3D`. */
  within: string;
  from: BreachMark;
  citation: string;
}

export interface Config {
  organisation?: {
    name?: string; timeZone?: string; establishedIn?: string[]; mainEstablishment?: string; roles?: Role[];
    contact?: Contact; dataProtectionOfficer?: Contact; representative?: Contact;
    /** What kind of body it is, who owns it, and the special duties that it is under; breach notices say them. */
    type?: string; parent?: string; regimes?: string[];
  };
  ledger?: string;
  user?: string;
  laws?: string;
  templates?: string;
  policy?: string;
  authorities?: Record<string, Contact>;
  calendars?: { places?: Record<string, string>; own?: OwnCalendar[] };
  keep?: Record<string, string>;
  breach?: { contracts?: BreachContract[] };
  /** What `audit` and `inventory check` take as given. */
  inventory?: { files?: string[]; mapping?: string; waivers?: string; baseline?: string; consents?: string; horizon?: number; assumeTrigger?: string; reviewAfter?: number; key?: string[] };
  audit?: { dueWithin?: number; staleAfter?: number; runEvery?: number; failOn?: string };
}

export interface LoadedConfig {
  /** Where it was found; absent when there is none. */
  file?: string;
  readonly sha256?: string;
  config: Config;
}

/** The file that `--config` or `CUSTOS_CONFIG` names, else `custos.yaml` upwards from `cwd`, else the user's own. */
export function findConfig(named: string | undefined, env: Readonly<Record<string, string | undefined>>, cwd: string): string | undefined {
  const explicit = named ?? env['CUSTOS_CONFIG'];
  if (explicit) return path.resolve(cwd, explicit);
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'custos.yaml');
    if (existsSync(file)) return file;
    if (path.dirname(folder) === folder) break;
  }
  const home = env['XDG_CONFIG_HOME'] ?? (env['HOME'] ? path.join(env['HOME'], '.config') : undefined);
  const own = home && path.join(home, 'custos', 'custos.yaml');
  return own && existsSync(own) ? own : undefined;
}

export async function loadConfig(file: string | undefined): Promise<LoadedConfig> {
  if (!file) return { config: {} };
  const bytes = readBytes(file);
  const { default: validate } = await import('../generated/config.js');
  const config = await readYaml<Config>(bytes.toString('utf8'), file, validate, 'bad-config');
  return { file, config, get sha256() { return sha256(bytes); } };
}

interface Validator {
  (data: unknown): boolean;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown>; data?: unknown; parentSchema?: { properties?: object } }[] | null;
}

type YamlCode = 'bad-config' | 'bad-mapping' | 'bad-law' | 'bad-policy' | 'bad-waivers' | 'bad-facts';

/** What a file says, and the line on which each part of it stands. */
export interface Located<T> {
  value: T;
  lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/**
 * Parses YAML or JSON and checks it; every problem is reported at once, with line and column. `more` looks for what the
 * schema cannot say; it may be given what the schema refuses. The reader that knows lines takes three times as long as the
 * quick one, and is asked only where there is something to report.
 */
export async function readYaml<T>(text: string, file: string, validate: unknown, code: YamlCode, more: (value: unknown) => readonly Fault[] = () => []): Promise<T> {
  const { quickValue } = await import('./quick-yaml.ts');
  const value = quickValue(text);
  if (value !== undefined && (validate as Validator)(value) && more(value).length === 0) return value as T;
  return (await readLocated<T>(text, file, validate, code, more)).value;
}

/** The same, and the lines of a file in which nothing is wrong. */
export async function readLocated<T>(text: string, file: string, validate: unknown, code: YamlCode, more: (value: unknown) => readonly Fault[]): Promise<Located<T>> {
  const { LineCounter, parseDocument } = await import('./yaml.ts');
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fault = [...doc.errors, ...doc.warnings].map((e): Problem => {
    const { line, col } = lines.linePos(e.pos[0]);
    return { says: e.message, at: `${file}:${line}:${col}` };
  });
  if (fault.length > 0) throw bad(code, file, fault);
  const value: unknown = doc.toJS({ maxAliasCount: 50 }) ?? {};
  const check = validate as Validator;
  const place = (range: readonly number[] | undefined) => (range ? lines.linePos(range[0] as number) : { line: 1, col: 1 });
  const rangeOf = (keys: readonly (string | number)[]) => (doc.getIn(keys, true) as { range?: [number, number, number] } | undefined)?.range;
  const unsound = check(value) ? [] : (check.errors ?? []).filter((e) => e.keyword !== 'oneOf' && e.keyword !== 'anyOf' && e.keyword !== 'if').map((e): Problem => {
    const extra = e.keyword === 'additionalProperties' ? String(e.params['additionalProperty']) : undefined;
    const keys = e.instancePath.split('/').slice(1).map((k) => k.replaceAll('~1', '/').replaceAll('~0', '~'));
    const node = doc.getIn(keys, true) as { range?: [number, number, number]; items?: { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined;
    const range = extra === undefined ? node?.range : node?.items?.find((i) => i.key?.value === extra)?.key?.range;
    const at = place(range);
    return { says: sayError(e, keys, extra), at: `${file}:${at.line}:${at.col}` };
  });
  const untrue = more(value).map(({ path: keys, says }): Problem => {
    const at = place(rangeOf(keys));
    return { says, at: `${file}:${at.line}:${at.col}` };
  });
  if (unsound.length + untrue.length > 0) throw bad(code, file, [...unsound, ...untrue]);
  return { value: value as T, lineOf: (keys) => (rangeOf(keys) ? place(rangeOf(keys)).line : undefined) };
}

/** Where every key is described. */
const KEYS: Partial<Record<YamlCode, string>> = { 'bad-facts': 'every key: schemas/breach-facts.schema.json', 'bad-policy': 'every key: schemas/policy.schema.json', 'bad-waivers': 'every key: schemas/waivers.schema.json' };

function bad(code: YamlCode, file: string, problems: Problem[]): UserError {
  const many = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new UserError(code, `${file} has ${many}`, { hint: KEYS[code] ?? 'see the README for every key', problems });
}

function sayError(e: NonNullable<Validator['errors']>[number], keys: string[], extra: string | undefined): string {
  const where = keys.length > 0 ? keys.join('.') : 'the file';
  if (extra !== undefined) {
    const near = nearest(extra, Object.keys(e.parentSchema?.properties ?? {}));
    return `unknown key “${extra}” in ${where}${near ? `; did you mean “${near}”?` : ''}`;
  }
  if (e.keyword === 'enum') return `${where} must be one of: ${(e.params['allowedValues'] as unknown[]).join(', ')}`;
  if (e.keyword === 'type') return `${where} must be ${article(String(e.params['type']))}${e.params['type'] === 'string' && typeof e.data === 'number' ? ': write it in quotes' : ''}`;
  if (e.keyword === 'format' && e.params['format'] === 'date') return `${where} must match format "date", such as 2026-01-31`;
  if (e.keyword === 'required') return `${where} lacks “${String(e.params['missingProperty'])}”`;
  if (e.keyword === 'propertyNames') return `${where} has a key that is not allowed there: “${String(e.params['propertyName'])}”`;
  return `${where} ${e.message ?? 'is not valid'}`;
}

function article(type: string): string {
  return type === 'array' ? 'a list' : type === 'object' ? 'a group of keys' : type === 'integer' ? 'a whole number' : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
