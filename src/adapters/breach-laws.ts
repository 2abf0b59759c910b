/** Breach laws as they are shipped, and the facts that they may name. Synchronous; only the folders of the places that matter are read. */
import fs from 'node:fs';
import path from 'node:path';
import type { BreachLaw } from '../core/breach-law.ts';
import { UserError } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { type Places, lineage } from '../core/places.ts';
import { inPackage, loadPlaces } from './data.ts';

export interface LoadedBreachLaw {
  law: BreachLaw;
  /** Of the file's bytes; computed when it is asked for. */
  readonly sha256: string;
  /** Path below the package, with forward slashes. */
  file: string;
}

/** Laws that do not hang on a place: promises of the organisation, contracts. */
const EVERYWHERE = 'everywhere';

const folder = (...below: string[]): string => inPackage('src', 'breach-laws', ...below);

function folders(): string[] {
  return fs.readdirSync(folder(), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
}

function read(inFolder: string, name: string): LoadedBreachLaw {
  const file = `src/breach-laws/${inFolder}/${name}`;
  const bytes = fs.readFileSync(folder(inFolder, name));
  try {
    return { law: JSON.parse(bytes.toString('utf8')) as BreachLaw, file, get sha256() { return sha256(bytes); } };
  } catch (cause) {
    throw new UserError('bad-law', `${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

function lawsIn(inFolder: string): LoadedBreachLaw[] {
  return fs.readdirSync(folder(inFolder)).filter((name) => name.endsWith('.json')).toSorted().map((name) => read(inFolder, name));
}

/**
 * The laws that may concern people in these places or an organisation established there: of the places, of what they lie
 * in, of their parts (so that the part can be asked for), and the laws for everywhere. `undefined`: nobody knows where the
 * people are, so every law may.
 */
export function loadBreachLaws(codes: readonly string[] | undefined, places: Places = loadPlaces()): LoadedBreachLaw[] {
  const known = folders();
  if (codes === undefined) return known.flatMap(lawsIn);
  const wanted = new Set([EVERYWHERE]);
  for (const code of codes) {
    for (const place of lineage(code, places)) wanted.add(place.toLowerCase());
    for (const name of known) if (name.startsWith(`${code.toLowerCase()}-`)) wanted.add(name);
  }
  return known.filter((name) => wanted.has(name)).flatMap(lawsIn);
}

export function listBreachLaws(): LoadedBreachLaw[] {
  return folders().flatMap(lawsIn);
}

/** The breach law of an id: the file of that name, in whatever folder. */
export function loadBreachLaw(id: string): LoadedBreachLaw | undefined {
  const name = `${id}.json`;
  const found = folders().find((inFolder) => fs.existsSync(folder(inFolder, name)));
  return found === undefined || !/^[a-z0-9-]+$/.test(id) ? undefined : read(found, name);
}

interface SchemaNode {
  $ref?: string;
  properties?: Record<string, SchemaNode>;
  additionalProperties?: unknown;
  else?: SchemaNode;
}

let paths: Set<string> | undefined;

/** Whether the facts file has a place for this path. Built from its schema, which is the only list of them. */
export function isFactPath(fact: string): boolean {
  if (!paths) {
    const schema = JSON.parse(fs.readFileSync(path.join(inPackage('schemas'), 'breach-facts.schema.json'), 'utf8')) as SchemaNode & { $defs: Record<string, SchemaNode> };
    const found = new Set<string>();
    const walk = (node: SchemaNode, at: string): void => {
      const target = node.$ref === undefined ? node : schema.$defs[node.$ref.slice('#/$defs/'.length)];
      if (!target) return;
      if (target !== node) return walk(target, at);
      if (at !== '') found.add(at);
      if (node.else) walk(node.else, at);
      for (const [key, inner] of Object.entries(node.properties ?? {})) walk(inner, at === '' ? key : `${at}.${key}`);
    };
    walk(schema, '');
    paths = found;
  }
  return paths.has(fact) || /^people\.byJurisdiction\.[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(fact);
}
