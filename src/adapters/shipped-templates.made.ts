/** Our templates by name. A letter takes in a dozen others, and sixty files take longer to open than to read. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inPackage } from './data.ts';
import type { TemplateFile } from './templates.ts';

const inFolder = (folder: string) => (): Record<string, TemplateFile> => Object.fromEntries(readdirSync(inPackage('src', folder)).filter((name) => name.endsWith('.md')).toSorted().map((name) => [path.basename(name, '.md'), { file: `src/${folder}/${name}`, text: readFileSync(inPackage('src', folder, name), 'utf8') }]));

export const letters = inFolder('templates');
export const drafts = inFolder('breach-templates');
