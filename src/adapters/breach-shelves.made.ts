/** Breach laws by the folder of their place. The build reads their files, so that a start reads a table of each place that matters. */
import { readFileSync, readdirSync } from 'node:fs';
import type { BreachLaw } from '../core/breach-law.ts';
import { sha256 } from '../core/hash.ts';
import type { LoadedBreachLaw } from './breach-laws.ts';
import { inPackage } from './data.ts';

const BELOW = 'src/breach-laws';
const inside = (folder: string): string[] => readdirSync(inPackage(...folder.split('/'))).toSorted();

function read(file: string): LoadedBreachLaw {
  const bytes = readFileSync(inPackage(...file.split('/')));
  try {
    return { law: JSON.parse(bytes.toString('utf8')) as BreachLaw, sha256: sha256(bytes), file };
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

/** The folder in which the law of an id lies. */
export const folderOf: Readonly<Record<string, string>> = Object.fromEntries(inside(BELOW).flatMap((folder) => inside(`${BELOW}/${folder}`).map((name) => [name.replace(/\.json$/, ''), folder])));

export const shelves: Readonly<Record<string, () => LoadedBreachLaw[]>> = Object.fromEntries(inside(BELOW).map((folder) => [folder, () => inside(`${BELOW}/${folder}`).map((name) => read(`${BELOW}/${folder}/${name}`))]));
