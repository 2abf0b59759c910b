/** Breach laws as they are shipped, and the facts that they may name. Synchronous; only those of the places that matter are read. */
import fs from 'node:fs';
import path from 'node:path';
import type { BreachLaw } from '../core/breach-law.ts';
import { type Places, lineage } from '../core/places.ts';
import { folderOf, shelves } from './breach-shelves.made.ts';
import { inPackage, loadPlaces } from './data.ts';

export interface LoadedBreachLaw {
  law: BreachLaw;
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Path below the package, with forward slashes. */
  file: string;
}

/** Laws that do not hang on a place: promises of the organisation, contracts. */
const EVERYWHERE = 'everywhere';

const FOLDERS = Object.keys(shelves);
const lawsIn = (folder: string): LoadedBreachLaw[] => shelves[folder]?.() ?? [];

/**
 * The laws that may concern people in these places or an organisation established there: of the places, of what they lie
 * in, of their parts (so that the part can be asked for), and the laws for everywhere. `undefined`: nobody knows where the
 * people are, so every law may.
 */
export function loadBreachLaws(codes: readonly string[] | undefined, places: Places = loadPlaces()): LoadedBreachLaw[] {
  if (codes === undefined) return listBreachLaws();
  const wanted = new Set([EVERYWHERE]);
  for (const code of codes) {
    for (const place of lineage(code, places)) wanted.add(place.toLowerCase());
    for (const name of FOLDERS) if (name.startsWith(`${code.toLowerCase()}-`)) wanted.add(name);
  }
  return FOLDERS.filter((name) => wanted.has(name)).flatMap(lawsIn);
}

export function listBreachLaws(): LoadedBreachLaw[] {
  return FOLDERS.flatMap(lawsIn);
}

/** The breach law of an id. */
export function loadBreachLaw(id: string): LoadedBreachLaw | undefined {
  return Object.hasOwn(folderOf, id) ? lawsIn(folderOf[id] as string).find(({ law }) => law.id === id) : undefined;
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
