/** The questions of `consent record` and `consent withdraw`, and a person who goes away in the middle of one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Question } from '../src/adapters/prompt.ts';
import { type App, createApp } from '../src/cli/app.ts';
import { record } from '../src/cli/commands/consent/record.ts';
import { withdraw } from '../src/cli/commands/consent/withdraw.ts';
import { printError } from '../src/cli/errors.ts';
import type { Io } from '../src/cli/io.ts';
import { ROOT, ask, inFolder } from './session.ts';

/** A terminal in a folder, with what it showed on stderr. */
function terminal(folder: string, globals: { quiet?: boolean } = {}): { app: App; io: Io; shown: string[] } {
  const shown: string[] = [];
  const io: Io = {
    out: () => undefined, err: (text) => void shown.push(text), cwd: folder, clock: () => Date.UTC(2026, 10, 25, 12), stdoutIsTerminal: false, canAsk: true, columns: undefined, user: async () => 'analyst',
    env: { HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder },
  };
  return { app: createApp(io, ROOT, { input: true, ...globals }), io, shown };
}

/** Answers in order; a complaint about one takes the next, as a person would. */
function typing(...answers: string[]): { asker: (question: Question) => Promise<string>; asked: Question[] } {
  const asked: Question[] = [];
  const asker = async (question: Question): Promise<string> => {
    asked.push(question);
    for (;;) {
      const answer = answers.shift() ?? assert.fail(`no answer to ${question.message}`);
      if (question.choices) assert.ok(question.choices.some(({ value }) => value === answer), `${answer} is no choice`);
      if ((await question.check?.(answer)) === undefined) return answer.trim();
    }
  };
  return { asker, asked };
}

/** Ctrl-C, at the question of this number. */
function leaving(at: number, ...answers: string[]): (question: Question) => Promise<string> {
  const { asker, asked } = typing(...answers);
  return async (question) => {
    if (asked.length + 1 === at) throw Object.assign(new Error('User force closed the prompt'), { name: 'ExitPromptError' });
    return asker(question);
  };
}

const shownIn = async (folder: string): Promise<string> => (await ask(['consent', 'show', '--format', 'csv'], folder)).out;

describe('consent record in a terminal', () => {
  it('asks for the scope and what it names, until that is a code, and says the line that needs no question', () => inFolder(async (folder) => {
    const { app, shown } = terminal(folder);
    const { asker, asked } = typing('gipa_c', 'Ancestry research!', 'ancestry_research');
    await record(app, 'QX-7731', { on: '2026-01-05' }, asker);
    assert.deepEqual(asked.map(({ message }) => message), ['Which consent is it about?', 'Which purpose? (a code such as ancestry_research)']);
    assert.equal(shown.join(''), 'custos consent record … --scope gipa_c:ancestry_research\n');
    assert.match(await shownIn(folder), /^C-1,gipa_c:ancestry_research,given,/m);
  }));
  it('asks nothing where the scope is given, and shows no line where it is to be quiet', () => inFolder(async (folder) => {
    const { asker, asked } = typing();
    await record(terminal(folder).app, 'QX-7731', { scope: ['marketing_email'] }, asker);
    assert.equal(asked.length, 0);
    const { app, shown } = terminal(folder, { quiet: true });
    await record(app, 'QX-7731', {}, typing('marketing_phone').asker);
    assert.deepEqual(shown, []);
  }));
  it('writes nothing when a question is left, and ends as interrupted', () => inFolder(async (folder) => {
    await ask(['consent', 'record', 'QX-7731', '--scope', 'marketing_email'], folder);
    const before = (await ask(['ledger', 'head'], folder)).out;
    for (const [at, answers] of [[1, []], [2, ['share']]] as const) {
      const { app, io, shown } = terminal(folder);
      const error: unknown = await record(app, 'QX-7731', {}, leaving(at, ...answers)).then(() => assert.fail('it went on'), (reason: unknown) => reason);
      assert.equal(printError(error, [], io), 130);
      assert.deepEqual(shown, []);
    }
    assert.equal((await ask(['ledger', 'head'], folder)).out, before);
  }));
});

describe('consent withdraw in a terminal', () => {
  const given = (folder: string) => ask('consent record QX-7731 --scope gipa_a_use,gipa_c:ancestry_research,marketing_email --on 2026-01-05 --in US-CA'.split(' '), folder);
  it('offers what can be withdrawn, and that alone', () => inFolder(async (folder) => {
    await given(folder);
    await ask('consent withdraw QX-7731 --scope gipa_a_use --on 2026-02-01'.split(' '), folder);
    const { app, shown } = terminal(folder);
    const { asker, asked } = typing('gipa_c:ancestry_research');
    await withdraw(app, 'QX-7731', { on: '2026-11-20' }, asker);
    assert.deepEqual(asked.map(({ choices }) => choices?.map(({ value }) => value)), [['gipa_c:ancestry_research', 'marketing_email']]);
    assert.equal(shown.join(''), 'custos consent withdraw … --scope gipa_c:ancestry_research\n');
    assert.match(await shownIn(folder), /^C-2,gipa_c:ancestry_research,withdrawn,.*,R-2$/m);
  }));
  it('asks nobody about a person without consents', () => inFolder(async (folder) => {
    await given(folder);
    const { asker, asked } = typing();
    await assert.rejects(withdraw(terminal(folder).app, 'P-404', {}, asker), /^UserError: no consent of this person is recorded/);
    await withdraw(terminal(folder).app, 'QX-7731', { all: true }, asker);
    await assert.rejects(withdraw(terminal(folder).app, 'QX-7731', {}, asker), /no consent of this person holds/);
    assert.equal(asked.length, 0);
  }));
  it('writes nothing when the question is left, and ends as interrupted', () => inFolder(async (folder) => {
    await given(folder);
    const before = (await ask(['ledger', 'head'], folder)).out;
    const { app, io } = terminal(folder);
    const error: unknown = await withdraw(app, 'QX-7731', {}, leaving(1)).then(() => assert.fail('it went on'), (reason: unknown) => reason);
    assert.equal(printError(error, [], io), 130);
    assert.equal((await ask(['ledger', 'head'], folder)).out, before);
  }));
});
