/** The stage of `custos demo`: a temporary folder with the example organisation's files. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Stage {
  folder: string;
  story: readonly { says: string; run: string[] }[];
  remove(): void;
}

export function demoFolder(root: string): Stage {
  const example = path.join(root, 'fixtures', 'innomics');
  const folder = mkdtempSync(path.join(tmpdir(), 'custos-demo-'));
  copyFileSync(path.join(example, 'custos.yaml'), path.join(folder, 'custos.yaml'));
  return { folder, story: JSON.parse(readFileSync(path.join(example, 'story.json'), 'utf8')) as Stage['story'], remove: () => rmSync(folder, { recursive: true, force: true }) };
}
