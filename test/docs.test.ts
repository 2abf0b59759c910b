/** The README shows real output, names every command, and every command explains itself. `UPDATE=1` writes the output anew. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Command } from 'commander';
import { addCommands } from '../src/cli/commands/index.ts';
import { createProgram } from '../src/cli/program.ts';
import { ROOT, ask, inFolder, play } from './session.ts';

const README = path.join(ROOT, 'README.md');
const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

async function tree(): Promise<Command> {
  const program = createProgram({ columns: 100 });
  await addCommands(program, { run: async () => undefined }, undefined);
  return program;
}

/** Every command that does something, with its words. */
function leaves(command: Command, words: readonly string[] = []): { words: readonly string[]; command: Command }[] {
  return command.commands.length === 0 ? [{ words, command }] : command.commands.flatMap((c) => leaves(c, [...words, c.name()]));
}

describe('README', () => {
  it('shows what the program really prints', async () => {
    const text = readFileSync(README, 'utf8');
    const now = await inFolder(async (folder) => {
      // The example organisation stands where a checkout has it.
      cpSync(path.join(ROOT, 'fixtures', 'innomics'), path.join(folder, 'fixtures', 'innomics'), { recursive: true });
      const blocks: string[] = [];
      for (const [, session] of text.matchAll(BLOCK)) blocks.push((await play(session as string, folder)).trimEnd());
      return text.replace(BLOCK, () => `\`\`\`console\n${blocks.shift()}\n\`\`\``);
    });
    if (process.env['UPDATE']) writeFileSync(README, now);
    assert.equal(now, text);
  });
  it('names every command', async () => {
    const text = readFileSync(README, 'utf8').replace(BLOCK, '');
    const missing = leaves(await tree()).map(({ words }) => words.join(' ')).filter((name) => {
      const [noun, sub] = name.split(' ') as [string, string | undefined];
      return sub === undefined ? !text.includes(`\`${noun}`) : !new RegExp(`${noun}[^\\n]*\\b${sub}\\b`).test(text);
    });
    assert.deepEqual(missing, [], 'add them to the table of commands');
  });
});

describe('help', () => {
  it('explains every command and every option', async () => {
    const silent = leaves(await tree()).flatMap(({ words, command }) => [
      ...(command.description() === '' ? [words.join(' ')] : []), ...command.options.filter((o) => o.description === '').map((o) => `${words.join(' ')} ${o.flags}`),
    ]);
    assert.deepEqual(silent, []);
  });
  it('is there for every command, on stdout, with exit 0', async () => {
    await inFolder(async (folder) => {
      for (const { words } of leaves(await tree())) {
        const { code, out, err } = await ask([...words, '--help'], folder);
        assert.deepEqual([code, err, out.startsWith(`Usage: custos ${words.join(' ')}`)], [0, '', true], words.join(' '));
      }
      assert.equal((await ask([], folder)).code, 0);
      assert.match((await ask(['help', 'deadline'], folder)).out, /^Usage: custos deadline/);
      assert.match((await ask(['--version'], folder)).out, /^\d+\.\d+\.\d+\n$/);
    });
  });
});
