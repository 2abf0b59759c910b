/** The stage of `custos demo`: a temporary folder with the example organisation's files. */
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Stage {
  folder: string;
  story: readonly { says: string; run: string[] }[];
  remove(): void;
}

const STORY = 'story.json';

export function demoFolder(root: string): Stage {
  const example = path.join(root, 'fixtures', 'innomics');
  const folder = mkdtempSync(path.join(tmpdir(), 'custos-demo-'));
  for (const name of readdirSync(example).filter((n) => n !== STORY)) copyFileSync(path.join(example, name), path.join(folder, name));
  return { folder, story: JSON.parse(readFileSync(path.join(example, STORY), 'utf8')) as Stage['story'], remove: () => rmSync(folder, { recursive: true, force: true }) };
}
