/** The list of commands. Each module loads only when its words are typed. */
import type { Command } from 'commander';
import type { Register, Runner } from '../command.ts';

/** A command, or a group of them. */
export interface Word {
  name: string;
  summary: string;
  load?: () => Promise<{ register: Register }>;
  words?: readonly Word[];
}

const WORDS: readonly Word[] = [
  { name: 'deadline', summary: 'compute the deadlines of a privacy request, with the reason for each day', load: () => import('./deadline.ts') },
  { name: 'request', summary: 'log privacy requests and carry them to the answer', words: [
    { name: 'log', summary: 'log a request that has arrived', load: () => import('./request/log.ts') },
    { name: 'list', summary: 'list requests, the most urgent first', load: () => import('./request/list.ts') },
    { name: 'show', summary: 'show one request, its clocks and its history', load: () => import('./request/show.ts') },
    { name: 'mark', summary: 'record what happened', load: () => import('./request/mark.ts') },
    { name: 'correct', summary: 'strike or move an event, or correct the facts', load: () => import('./request/correct.ts') },
    { name: 'letter', summary: 'write a letter to the person', load: () => import('./request/letter.ts') },
    { name: 'plan', summary: 'what of a person\'s data goes, by when, and what must stay', load: () => import('./request/plan.ts') },
    { name: 'import', summary: 'take over the requests of a tracker', load: () => import('./request/import.ts') },
    { name: 'export', summary: 'list every request as the log that the law asks for', load: () => import('./request/export.ts') },
    { name: 'metrics', summary: 'count the requests of a year', load: () => import('./request/metrics.ts') },
  ] },
  { name: 'consent', summary: 'keep a register of consents: given, renewed, withdrawn', words: [
    { name: 'record', summary: 'record a consent that was given, renewed, refused or asked for', load: () => import('./consent/record.ts') },
    { name: 'withdraw', summary: 'record a withdrawal, and start the clocks of the law', load: () => import('./consent/withdraw.ts') },
    { name: 'import', summary: 'take over the consents of a file', load: () => import('./consent/import.ts') },
    { name: 'show', summary: 'show consents, today or on a day; as JSON records of ISO/IEC TS 27560', load: () => import('./consent/show.ts') },
    { name: 'correct', summary: 'strike an event that is wrong, or give it another date', load: () => import('./consent/correct.ts') },
  ] },
  { name: 'breach', summary: 'who must be told of a breach, by when and with what, and the drafts', words: [
    { name: 'assess', summary: 'every duty and every clock, from a facts file or a recorded breach', load: () => import('./breach/assess.ts') },
    { name: 'log', summary: 'log a breach', load: () => import('./breach/log.ts') },
    { name: 'list', summary: 'list breaches, the most urgent first', load: () => import('./breach/list.ts') },
    { name: 'show', summary: 'show one breach, its duties and its history', load: () => import('./breach/show.ts') },
    { name: 'mark', summary: 'record what happened, and which notices were given', load: () => import('./breach/mark.ts') },
    { name: 'learn', summary: 'add facts, or a decision with its reasons', load: () => import('./breach/learn.ts') },
    { name: 'correct', summary: 'strike or move an event', load: () => import('./breach/correct.ts') },
    { name: 'draft', summary: 'write the notices, as far as the facts go', load: () => import('./breach/draft.ts') },
    { name: 'lint', summary: 'check a letter against what the law wants and forbids', load: () => import('./breach/lint.ts') },
    { name: 'register', summary: 'the register of breaches', load: () => import('./breach/register.ts') },
  ] },
  { name: 'tracker', summary: 'check a tracker that somebody else keeps', load: () => import('./tracker.ts') },
  { name: 'inventory', summary: 'check data inventories against retention, consent and every other promise', words: [
    { name: 'check', summary: 'what each row breaks, and what could not be judged', load: () => import('./inventory/check.ts') },
    { name: 'map', summary: 'which heading means what, asked once and kept', load: () => import('./inventory/map.ts') },
    { name: 'art30', summary: 'the record of processing activities, from the rows', load: () => import('./inventory/art30.ts') },
  ] },
  { name: 'rule', summary: 'show the rules that inventories are checked by', load: () => import('./rule.ts') },
  { name: 'policy', summary: 'what the privacy policy promises, and what keeps each promise', words: [
    { name: 'list', summary: 'list the promises', load: () => import('./policy/list.ts') },
    { name: 'trace', summary: 'show what checks each promise, and what was found the last time', load: () => import('./policy/trace.ts') },
    { name: 'lint', summary: 'find what the policy itself gets wrong', load: () => import('./policy/lint.ts') },
  ] },
  { name: 'law', summary: 'show and check the laws that custos counts by', load: () => import('./law.ts') },
  { name: 'audit', summary: 'check everything that is due, late or broken; for cron', load: () => import('./audit.ts') },
  { name: 'report', summary: 'one page on what is open and what is wrong', load: () => import('./report.ts') },
  { name: 'calendar', summary: 'write the open deadlines as an iCalendar feed', load: () => import('./calendar.ts') },
  { name: 'ledger', summary: 'look after the file that holds the requests', load: () => import('./ledger.ts') },
  { name: 'demo', summary: 'tell the whole story on an example organisation', load: () => import('./demo.ts') },
  { name: 'completion', summary: 'print a completion script for bash, zsh or fish', load: () => import('./completion.ts') },
];

/** Adds the commands to a program: those of the typed words in full, the others by name; without `typed` all in full. */
export async function addCommands(to: Command, runner: Runner, typed: readonly string[] | undefined, words: readonly Word[] = WORDS): Promise<void> {
  for (const { name, summary, load, words: inner } of words) {
    const wanted = typed === undefined || typed[0] === name;
    if (load && wanted) (await load()).register(to, runner);
    else {
      const command = to.command(name).description(summary);
      if (inner && wanted) await addCommands(command, runner, typed?.slice(1), inner);
    }
  }
}
