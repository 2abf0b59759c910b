/** The list of commands. Each module loads only when its noun is typed. */
import type { Register } from '../command.ts';

export interface Noun {
  name: string;
  summary: string;
  load(): Promise<{ register: Register }>;
}

export const NOUNS: readonly Noun[] = [
  { name: 'deadline', summary: 'compute the deadlines of a privacy request, with the reason for each day', load: () => import('./deadline.ts') },
  { name: 'request', summary: 'log privacy requests and carry them to the answer', load: () => import('./request.ts') },
  { name: 'tracker', summary: 'check a tracker that somebody else keeps', load: () => import('./tracker.ts') },
  { name: 'law', summary: 'show and check the laws that custos counts by', load: () => import('./law.ts') },
  { name: 'audit', summary: 'check everything that is due, late or broken; for cron', load: () => import('./audit.ts') },
  { name: 'calendar', summary: 'write the open deadlines as an iCalendar feed', load: () => import('./calendar.ts') },
  { name: 'ledger', summary: 'look after the file that holds the requests', load: () => import('./ledger.ts') },
  { name: 'demo', summary: 'tell the whole story on an example organisation', load: () => import('./demo.ts') },
  { name: 'completion', summary: 'print a completion script for bash, zsh or fish', load: () => import('./completion.ts') },
];
