/** Plays what an analyst types, in a fresh folder, and gives what the program answers. Lines of stderr begin with `2> `. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Io } from '../src/cli/io.ts';
import { run } from '../src/cli/main.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');
/** Noon UTC on the day on which every session plays. */
const NOON = Date.UTC(2026, 10, 25, 12);

export interface Answer {
  code: number;
  out: string;
  err: string;
}

/** Runs one command line as if from a shell without a terminal; `more` replaces parts of the surroundings. */
export async function ask(argv: readonly string[], folder: string, more: Partial<Io> = {}): Promise<Answer> {
  const [out, err] = [[] as string[], [] as string[]];
  const io: Io = {
    out: (text) => void out.push(text), err: (text) => void err.push(text), cwd: folder, clock: () => NOON, stdoutIsTerminal: false, canAsk: false, columns: undefined, user: async () => 'analyst',
    env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder }, ...more,
  };
  return { code: await run(argv, io, ROOT), out: out.join(''), err: err.join('') };
}

/** Words of a command line, with single and double quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => (m[1] ?? m[2] ?? m[3]) as string);
}

async function answer(command: string, folder: string): Promise<string> {
  const { code, out, err } = await ask(wordsOf(command).slice(1), folder);
  const stderr = err.split('\n').filter((l) => l !== '').map((l) => `2> ${l}\n`).join('');
  // Sessions show lines, not their ends (fixtures/formats holds those). Salts are random, and so are the hashes over them.
  return `${out}${stderr}${code === 0 ? '' : `(exit ${code})\n`}`.replaceAll('\r\n', '\n').replaceAll(folder, '~').replace(/[0-9a-f]{64}/g, '<hash>');
}

/** A text of comments (`#`), files to write (`> name | line | line`) and commands (`$ custos …`), with its answers made anew. */
export async function play(text: string, folder: string): Promise<string> {
  const lines: string[] = [];
  const given = text.split('\n');
  for (const [i, line] of given.entries()) {
    // A heading of a letter begins like a comment, but no command follows it.
    if (line.startsWith('#') && /^[#$>] /.test(given[i + 1] ?? '')) lines.push(`${line}\n`);
    else if (line.startsWith('> ')) {
      const [target, ...content] = line.slice(2).split(' | ');
      writeFileSync(path.join(folder, target as string), `${content.join('\n')}\n`);
      lines.push(`${line}\n`);
    } else if (line.startsWith('$ ')) lines.push(`${line}\n${await answer(line.slice(2), folder)}\n`);
  }
  return lines.join('');
}

/** Runs what takes longer than so many seconds only where a text is looked through again and again. Of the processor's time: other programs do not count. */
export function within(seconds: number, work: () => void, what = ''): void {
  const before = process.cpuUsage();
  work();
  const took = process.cpuUsage(before).user / 1e6;
  assert.ok(took < seconds, `${what} took ${took} s`);
}

/** Runs `work` in a fresh folder that is removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'custos-session-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
