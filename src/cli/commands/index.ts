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
    { name: 'import', summary: 'take over the requests of a tracker', load: () => import('./request/import.ts') },
    { name: 'export', summary: 'list every request as the log that the law asks for', load: () => import('./request/export.ts') },
    { name: 'metrics', summary: 'count the requests of a year', load: () => import('./request/metrics.ts') },
  ] },
  { name: 'tracker', summary: 'check a tracker that somebody else keeps', load: () => import('./tracker.ts') },
  { name: 'law', summary: 'show and check the laws that custos counts by', load: () => import('./law.ts') },
  { name: 'audit', summary: 'check everything that is due, late or broken; for cron', load: () => import('./audit.ts') },
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
