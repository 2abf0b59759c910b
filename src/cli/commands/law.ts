/** `custos law`: the laws that custos counts by, as data that can be read and checked. */
import path from 'node:path';
import type { LoadedBreachLaw } from '../../adapters/breach-laws.ts';
import type { LoadedLaw } from '../../adapters/data.ts';
import { UserError } from '../../core/errors.ts';
import { type Law, type Obligation, REQUEST_TYPES, type Term, sayCitation } from '../../core/law.ts';
import { citationsOf } from '../../core/law-lint.ts';
import { compareText } from '../../core/order.ts';
import { periodWords } from '../../core/period.ts';
import { covers } from '../../core/places.ts';
import type { DocumentReport, Outcome, Records } from '../../core/report.ts';
import { type App, checkPlace } from '../app.ts';
import { type Register, action } from '../command.ts';
import { oneOf } from '../facts.ts';

export const register: Register = (program, runner) => {
  const law = program.command('law').description('The laws that custos counts by.');
  action(law.command('list').description('Every law on requests and on breaches, with the day its text was last compared.').option('--about <what>', 'only laws on requests, or on breaches'), runner, async (app, _, options) => list(await app.allLaws(), await app.allBreachLaws(), aboutOf(options['about'] as string | undefined)));
  action(law.command('show').description('One law: obligations, periods, extensions, grounds, contents of notices, with their provisions.').argument('<id>', 'a law, such as eu-gdpr'), runner, async (app, [id]) => show(await app.allLaws(), await app.allBreachLaws(), id as string), 'document');
  action(law.command('check').description('Check law files against schema and lint: ours, or the given files and folders.').argument('[files...]', 'law files or folders'), runner, (app, files) => check(app, files));
  action(law.command('diff').description('What changes in the laws: amendments by date, or against files of an earlier version; and which dates of open cases that moves.').argument('[files...]', 'law files or folders of an earlier version').option('--since <date>', 'amendments after this day; else of a year').option('--until <date>', 'up to this day; else a year ahead').option('--open-cases', 'the dates of open cases that move'), runner, async (app, files, options) => (await import('../law/diff.ts')).diff(app, files, options));
  action(law.command('coverage').description('Which request types and which notices of breaches which law knows, and where.').option('--in <jurisdiction>', 'only laws that reach this jurisdiction'), runner, async (app, _, options) => coverage(app, await app.allLaws(), await app.allBreachLaws(), options['in'] as string | undefined));
};

const ABOUT = ['requests', 'breaches'] as const;
type About = (typeof ABOUT)[number];

function aboutOf(typed: string | undefined): About | undefined {
  return typed === undefined ? undefined : oneOf(typed, ABOUT, 'kind of law', 'bad-value');
}

interface LawItem {
  id: string;
  about: About;
  title: string;
  jurisdiction: string;
  authority: string;
  checkedOn: string;
  obligations: number;
  requestTypes: number;
  citations: number;
  verified: number;
  sha256: string;
}

function list(laws: readonly LoadedLaw[], breaches: readonly LoadedBreachLaw[], about: About | undefined): Outcome {
  const head = ({ law, sha256 }: LoadedLaw | LoadedBreachLaw): Omit<LawItem, 'about' | 'requestTypes'> => {
    const citations = citationsOf(law);
    return {
      id: law.id, title: law.title, jurisdiction: law.jurisdiction, authority: law.authority, checkedOn: law.checked.on, obligations: law.obligations.length,
      citations: citations.length, verified: citations.filter((c) => c.citation.verified).length, sha256,
    };
  };
  const all = [
    ...laws.map((loaded): LawItem => ({ ...head(loaded), about: 'requests', requestTypes: new Set(loaded.law.obligations.flatMap((o) => o.types)).size })),
    ...breaches.map((loaded): LawItem => ({ ...head(loaded), about: 'breaches', requestTypes: 0 })),
  ];
  const items = all.filter((i) => about === undefined || i.about === about).toSorted((a, b) => (compareText(a.id, b.id) || ABOUT.indexOf(a.about) - ABOUT.indexOf(b.about)));
  const report: Records<LawItem> = {
    kind: 'records', schema: 'laws', title: `${items.length} laws`, items, rows: items, lines: items, summary: { laws: items.length },
    columns: [
      { title: 'LAW', value: (l) => ({ text: l.id, tone: 'strong' }) }, { title: 'ABOUT', value: (l) => l.about }, { title: 'IN', value: (l) => l.jurisdiction }, { title: 'CHECKED', value: (l) => l.checkedOn },
      { title: 'TEXT READ', align: 'right', value: (l) => `${l.verified} of ${l.citations}` }, { title: 'TITLE', wide: true, value: (l) => l.title },
    ],
    fields: ['id', 'about', 'title', 'jurisdiction', 'authority', 'checkedOn', 'obligations', 'requestTypes', 'citations', 'verified', 'sha256'], empty: 'No laws.',
  };
  return { report, laws: [...(about === 'breaches' ? [] : laws), ...(about === 'requests' ? [] : breaches)] };
}

/** What a law says of requests and of breaches; some are about both. */
async function show(laws: readonly LoadedLaw[], breaches: readonly LoadedBreachLaw[], id: string): Promise<Outcome> {
  const known = oneOf(id, [...laws, ...breaches].map((l) => l.law.id), 'law', 'unknown-law');
  const [own, breach] = [laws.find((l) => l.law.id === known), breaches.find((l) => l.law.id === known)];
  const { describeBreachLaw } = await import('../views/breach-law.ts');
  const markdown = [...(own ? [describe(own.law)] : []), ...(breach ? [describeBreachLaw(breach.law)] : [])].join('\n');
  const items = [...(own ? [own.law] : []), ...(breach ? [breach.law] : [])];
  const report: DocumentReport = { kind: 'document', schema: 'law', title: items[0]?.title ?? known, markdown, items, summary: { id: known } };
  return { report, laws: [...(own ? [own] : []), ...(breach ? [breach] : [])] };
}

function describe(law: Law): string {
  const lines = [`# ${law.title}`, '', `${law.id}; ${law.authority}. Compared with the text on ${law.checked.on}.`, ''];
  if (law.scope.whenSays) lines.push(`Concerns a request if ${law.scope.whenSays}.`, '');
  for (const obligation of law.obligations) lines.push(...describeObligation(law, obligation));
  lines.push('## Not required', '', ...law.notRequired.map((n) => `- ${n.types.join(', ')}: ${n.why} (${n.citation.ref})`), '');
  if (law.refusalGrounds?.length) lines.push('## Grounds of refusal', '', ...law.refusalGrounds.map((g) => `- \`${g.id}\` ${g.says} (${g.citation.ref})`), '');
  if (law.recordKeeping) lines.push('## Records', '', `Kept for ${periodWords(law.recordKeeping.keep)} (${law.recordKeeping.citation.ref}).`, '');
  if (law.notes?.length) lines.push('## Notes', '', ...law.notes.map((n) => `- ${n}`), '');
  return lines.join('\n');
}

function describeObligation(law: Law, obligation: Obligation): string[] {
  const agent = obligation.bearer === 'agent' ? ' (for one who acts for a customer)' : '';
  return [`## ${obligation.id}${agent}`, '', `${obligation.duty}. Requests of type: ${obligation.types.join(', ')}.`, '', ...obligation.terms.flatMap((t) => describeTerm(law, t)), ''];
}

function describeTerm(law: Law, term: Term): string[] {
  const period = term.within ? periodWords(term.within) : `no number of days: ${term.standard}`;
  const only = term.types ? ` for ${term.types.join(', ')}` : '';
  const lines = [`- From ${term.from}${term.until ? ` until ${term.until}` : ''}${term.status === 'in-force' ? '' : ` (${term.status})`}${only}: **${period}**. ${sayCitation(law, term.citation)}`];
  if (term.counting) lines.push(`  - Counting: ${law.counting[term.counting]?.says} (${law.counting[term.counting]?.citation.ref})`);
  if (term.extension) lines.push(`  - Extension: ${term.extension.total ? `to ${periodWords(term.extension.total)} in all` : 'to the date told to the person'}; grounds: ${term.extension.grounds.map((g) => g.id).join(', ')} (${term.extension.citation.ref})`);
  lines.push(...(term.pauses ?? []).filter((p) => p.effect !== 'allowed').map((p) => `  - Stands still from ${p.from} to ${p.to}${p.force === 'practice' ? ' by practice, not by the text' : ''} (${p.citation.ref})`));
  lines.push(...(term.readings ?? []).map((r) => `  - Another reading: ${r.says} (${r.citation.ref})`));
  return lines;
}

interface CheckItem {
  file: string;
  id: string | null;
  ok: boolean;
  problems: { says: string; at: string | null }[];
}

async function check(app: App, files: readonly string[]): Promise<Outcome> {
  const [{ lawFiles, readLaw }, { isBreachLaw, readBreachLaw }] = await Promise.all([import('../../adapters/laws.ts'), import('../../adapters/breach-law-files.ts')]);
  const given = files.length > 0 ? files.map((f) => path.resolve(app.io.cwd, f)) : ['laws', 'breach-laws'].map((folder) => path.join(app.root, 'src', folder));
  const items: CheckItem[] = [];
  for (const file of given.flatMap(lawFiles)) {
    const shown = path.relative(app.io.cwd, file) || file;
    try {
      const law = (isBreachLaw(file) ? await readBreachLaw(file) : await readLaw(file)).law;
      items.push({ file: shown, id: law.id, ok: true, problems: [] });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      items.push({ file: shown, id: null, ok: false, problems: error.problems.length > 0 ? error.problems.map((p) => ({ says: p.says, at: p.at?.replace(file, '').replace(/^:\s*/, '') ?? null })) : [{ says: error.message, at: null }] });
    }
  }
  const broken = items.filter((i) => !i.ok);
  const report: Records<CheckItem> = {
    kind: 'records', schema: 'law-check', title: `${items.length} law files, ${broken.length} with problems`, items, rows: items, lines: items, summary: { files: items.length, broken: broken.length },
    columns: [{ title: 'FILE', value: (i) => i.file }, { title: 'STATE', value: (i) => (i.ok ? { text: 'ok', tone: 'good' } : { text: 'problems', tone: 'bad' }) }, { title: 'PROBLEMS', wide: true, value: (i) => i.problems.map((p) => (p.at ? `${p.at}: ${p.says}` : p.says)).join('; ') }],
    fields: ['file', 'id', 'ok', 'problems'], empty: 'No law files there.',
  };
  return { report, attention: broken.length > 0, incomplete: items.length === 0 && !app.globals.allowEmpty };
}

interface CoverageItem {
  jurisdiction: string;
  name: string;
  law: string;
  about: About;
  covered: string[];
  notRequired: string[];
}

async function coverage(app: App, laws: readonly LoadedLaw[], breaches: readonly LoadedBreachLaw[], place: string | undefined): Promise<Outcome> {
  const { places } = await app.world();
  const only = place === undefined ? undefined : await checkPlace(app, place);
  const reaches = (codes: readonly string[]): boolean => only === undefined || codes.some((c) => c === '*' || covers(c, only, places) === true);
  const name = (jurisdiction: string): string => (jurisdiction === '*' ? 'everywhere' : (places[jurisdiction]?.name ?? jurisdiction));
  const requests = laws.filter(({ law }) => reaches(law.scope.places.flatMap((p) => p.in))).map(({ law }): CoverageItem => {
    const covered = REQUEST_TYPES.filter((t) => law.obligations.some((o) => o.types.includes(t)));
    return { jurisdiction: law.jurisdiction, name: name(law.jurisdiction), law: law.id, about: 'requests', covered, notRequired: REQUEST_TYPES.filter((t) => !covered.includes(t)) };
  });
  const notices = breaches.filter(({ law }) => reaches(law.scope.people ?? law.scope.established ?? [])).map(({ law }): CoverageItem => {
    const covered = [...new Set(law.obligations.map((o) => o.id))];
    return { jurisdiction: law.jurisdiction, name: name(law.jurisdiction), law: law.id, about: 'breaches', covered, notRequired: [] };
  });
  const items = [...requests, ...notices];
  const report: Records<CoverageItem> = {
    kind: 'records', schema: 'coverage', title: only ? `Laws on requests and breaches in ${only}` : 'Laws on requests and breaches', items, rows: items, lines: items,
    summary: { laws: items.length, jurisdictions: [...new Set([...laws.flatMap((l) => l.law.scope.places.flatMap((p) => p.in)), ...breaches.flatMap(({ law }) => law.scope.people ?? [])])].filter((c) => c !== '*').toSorted() },
    columns: [{ title: 'IN', value: (i) => i.jurisdiction }, { title: 'LAW', value: (i) => i.law }, { title: 'ABOUT', value: (i) => i.about }, { title: 'REQUEST TYPES OR NOTICES IT KNOWS', wide: true, value: (i) => i.covered.join(', ') }],
    fields: ['jurisdiction', 'name', 'law', 'about', 'covered', 'notRequired'], empty: only ? `No law file covers ${only} yet.` : 'No laws.',
  };
  return { report, incomplete: items.length === 0 && !app.globals.allowEmpty, laws: [...laws, ...breaches] };
}
