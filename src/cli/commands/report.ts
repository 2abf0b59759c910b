/** `custos report`: one page on what is open and what is wrong, for those who do not work in a terminal. */
import { formatMoment } from '../../core/date.ts';
import type { DocumentReport, Outcome, Report } from '../../core/report.ts';
import { markdownText } from '../../formats/escape.ts';
import { markdownBody } from '../../formats/markdown.ts';
import type { App } from '../app.ts';
import { list as listBreaches } from '../breach/listing.ts';
import { type Register, action } from '../command.ts';
import { audit } from './audit.ts';
import { listRequests } from './request/list.ts';

export const register: Register = (program, runner) => {
  const command = program.command('report').description('One page on the open requests and breaches and on everything that an audit finds. Records nothing.')
    .option('--html <file>', 'write it there as one HTML file (same as --format html -o FILE)');
  action(command, runner, (app, _, options) => report(app, options['html'] as string | undefined), 'document');
};

async function report(app: App, html: string | undefined): Promise<Outcome> {
  if (html !== undefined) Object.assign(app.globals, { format: 'html', output: html });
  const parts: { title: string; outcome: Outcome }[] = [];
  if (await app.hasLedger()) parts.push({ title: 'Open requests', outcome: await listRequests(app, [], {}) }, { title: 'Open breaches', outcome: await listBreaches(app, {}) });
  parts.push({ title: 'Findings', outcome: await audit(app, false, false) });
  const { config } = await app.config();
  const lines = [`# ${markdownText(`Privacy report${config.organisation?.name === undefined ? '' : ` of ${config.organisation.name}`}`)}`, '', `As of ${formatMoment(app.now)}.`, ''];
  for (const { title, outcome } of parts) lines.push(`## ${title}`, '', outcome.report ? body(outcome.report) : 'Nothing.', '');
  const document: DocumentReport = {
    kind: 'document', schema: 'report', title: 'Privacy report', markdown: lines.join('\n'),
    items: parts.map(({ title, outcome }) => ({ title, count: countOf(outcome.report) })), summary: { parts: parts.length },
  };
  return { report: document, notes: parts.flatMap(({ outcome }) => outcome.notes ?? []), attention: parts.some(({ outcome }) => outcome.attention), incomplete: parts.some(({ outcome }) => outcome.incomplete) };
}

function body(part: Report): string {
  return part.kind === 'records' || part.kind === 'findings' ? [...markdownBody(part, '###')].join('\n').trim() : '';
}

const countOf = (part: Report | undefined): number => (part?.kind === 'records' || part?.kind === 'findings' ? part.items.length : 0);
