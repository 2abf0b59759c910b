/**
 * Golden sessions: what an analyst types and what the program answers. Each file under fixtures/sessions is one
 * session in a fresh folder. `UPDATE=1` writes the answers anew: read the diff. Lines of stderr begin with `2> `.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { run } from '../src/cli/main.ts';
import type { Io } from '../src/cli/io.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'fixtures', 'sessions');

/** Words of a command line, with single and double quotes. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => (m[1] ?? m[2] ?? m[3]) as string);
}

async function answer(command: string, folder: string): Promise<string> {
  const [out, err] = [[] as string[], [] as string[]];
  const io: Io = {
    out: (text) => void out.push(text), err: (text) => void err.push(text), cwd: folder, clock: () => Date.UTC(2026, 10, 25, 12), stdoutIsTerminal: false, canAsk: false, columns: undefined, user: () => 'analyst',
    env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
  };
  const code = await run(words(command).slice(1), io, ROOT);
  const stderr = err.join('').split('\n').filter((l) => l !== '').map((l) => `2> ${l}\n`).join('');
  // Salts are random, and so are the hashes over them.
  return `${out.join('')}${stderr}${code === 0 ? '' : `(exit ${code})\n`}`.replaceAll(folder, '~').replace(/[0-9a-f]{64}/g, '<hash>');
}

describe('sessions', () => {
  for (const name of readdirSync(FOLDER).filter((f) => f.endsWith('.txt')).toSorted()) {
    it(name, async () => {
      const file = path.join(FOLDER, name);
      const text = readFileSync(file, 'utf8');
      const folder = mkdtempSync(path.join(tmpdir(), 'custos-session-'));
      try {
        const lines: string[] = [];
        for (const line of text.split('\n')) {
          if (line.startsWith('#')) lines.push(`${line}\n`);
          else if (line.startsWith('> ')) {
            const [target, ...content] = line.slice(2).split(' | ');
            writeFileSync(path.join(folder, target as string), `${content.join('\n')}\n`);
            lines.push(`${line}\n`);
          } else if (line.startsWith('$ ')) lines.push(`${line}\n${await answer(line.slice(2), folder)}\n`);
        }
        const now = lines.join('');
        if (process.env['UPDATE']) writeFileSync(file, now);
        assert.equal(now, text);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
