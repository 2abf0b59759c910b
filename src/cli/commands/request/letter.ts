/** `custos request letter`: a letter to the person, with everything that the law wants in it. */
import path from 'node:path';
import { refuse } from '../../../core/case.ts';
import { type Day, formatDay, momentDay } from '../../../core/date.ts';
import { UserError } from '../../../core/errors.ts';
import { type Letter, prepareLetter } from '../../../core/letter.ts';
import { Gap, type LetterInput, type Scope, toldMark } from '../../../core/letter-values.ts';
import { LETTERS, type LetterKind, type MarkName } from '../../../core/law.ts';
import { lineage, nearest } from '../../../core/places.ts';
import type { DocumentReport, Format, Outcome, Source } from '../../../core/report.ts';
import type { RenderedLetter, Templates } from '../../../adapters/templates.ts';
import type { App } from '../../app.ts';
import { type Casework, caseId, readOne, standing, study, withLedger } from '../../casework.ts';
import { type Register, action, collect } from '../../command.ts';
import { Checks, dayOption, oneOf } from '../../facts.ts';
import { groundsFor } from '../../grounds.ts';
import { lawsOf } from '../../shelf.ts';
import { refusalError } from '../../standing.ts';

interface LetterOptions {
  ground?: string[];
  until?: string;
  ask?: string;
  law?: string[];
  as?: string;
}

/** What is on the ledger about a case, as far as a letter may know it. */
interface Recorded {
  work: Casework;
  personal: LetterInput['person'];
  groundText: string | Gap | undefined;
}

export const register: Register = (request, runner) => {
  const command = request.command('letter').description(`Write a letter to the person: ${LETTERS.join(', ')}. What is not recorded stays visible in it.`)
    .argument('<case>', 'the case, such as R-1').argument('<letter>', LETTERS.join(', '))
    .option('--ground <ground>', 'extension, refusal: the reason, a code of the law or a text (repeatable)', collect)
    .option('--until <date>', 'extension: the new date, where it is not recorded yet')
    .option('--ask <text>', 'identity, clarification: what the person is asked for')
    .option('--law <id>', 'answer by this law only (repeatable)', collect)
    .option('--as <format>', 'md, html or docx; docx needs -o FILE.docx');
  action(command, runner, (app, operands, options) => write(app, operands, options), 'document');
};

async function write(app: App, [typedCase, typedKind]: string[], options: LetterOptions): Promise<Outcome> {
  const checks = new Checks();
  const id = (await checks.attempt(() => caseId(typedCase as string))) ?? '';
  const kind = (await checks.attempt(() => oneOf(typedKind as string, LETTERS, 'letter', 'bad-value'))) ?? 'acknowledgement';
  await checks.attempt(() => chooseFormat(app, options.as));
  await checks.attempt(() => refuseOptions(kind, options));
  checks.done(`custos request letter R-1 ${kind}`);

  const { work, personal, groundText } = await read(app, id, kind, options.law);
  const { templates, authorities, config } = await data(app);
  const input: LetterInput = {
    kind, timeline: work.timeline, laws: work.laws, now: app.now, world: work.world, person: personal, groundText,
    record: { id, reference: work.record.opened.reference, agent: work.record.opened.agent === true },
    organisation: config.organisation ?? {}, authorities: { shipped: authorities, own: config.authorities ?? {} },
    said: { grounds: (options.ground ?? []).map((g) => readGround(work, kind, g)), until: readUntil(work, kind, options.until), ask: options.ask },
  };
  const prepared = prepareLetter(input);
  if ('refusal' in prepared) throw refusalError(prepared.refusal);
  const { renderLetter } = await import('../../../adapters/templates.ts');
  const rendered = await renderLetter(prepared.letter, templates);
  return { ...answer(app, work, prepared.letter, rendered, id), inputs: ownFiles(templates, kind, app.io.cwd) };
}

/** `--as` is another name for a format; a Word file is known by the name of the file. */
function chooseFormat(app: App, as: string | undefined): void {
  if (as === undefined) return;
  const name = oneOf(as, ['md', 'html', 'docx'] as const, 'format', 'bad-value');
  const { globals } = app;
  if (globals.json || globals.format) throw new UserError('usage', '--as and --format say the same twice', { hint: 'leave one of them out' });
  const word = path.extname(globals.output ?? '').toLowerCase() === '.docx';
  if (name === 'docx' && !word) throw new UserError('usage', 'a Word document is written to a file', { hint: 'add -o letter.docx' });
  if (name !== 'docx' && word) throw new UserError('usage', `--as ${name} does not fit -o ${globals.output}`, { hint: `name the file letter.${name}` });
  if (name !== 'docx') globals.format = ({ md: 'markdown', html: 'html' } as const satisfies Record<string, Format>)[name];
}

function refuseOptions(kind: LetterKind, { ground, until, ask }: LetterOptions): void {
  const misfit = (option: string, kinds: readonly LetterKind[]) => {
    throw new UserError('usage', `${option} does not fit the letter ${kind}`, { hint: `it is for: ${kinds.join(', ')}` });
  };
  if (ground !== undefined && kind !== 'extension' && kind !== 'refusal') misfit('--ground', ['extension', 'refusal']);
  if (until !== undefined && kind !== 'extension') misfit('--until', ['extension']);
  if (ask !== undefined && kind !== 'identity' && kind !== 'clarification') misfit('--ask', ['identity', 'clarification']);
}

/** The case, narrowed to the laws of `--law`. Personal values leave the ledger only with --reveal. */
async function read(app: App, id: string, kind: LetterKind, named: string[] | undefined): Promise<Recorded> {
  return withLedger(app, 'read', async (ledger) => {
    const whole = await study(app, await readOne(ledger, id), id);
    const work = named === undefined ? whole : await narrow(app, whole, named);
    const { record, timeline } = work;
    const found = await ledger.recall(record.privates.map((p) => p.id));
    const values = Object.assign({}, ...record.privates.map((p) => found.get(p.id) ?? {})) as Record<string, string>;
    const told = toldMark(kind, timeline);
    const text = told?.ground === 'other' ? found.get(record.privates.find((p) => p.seq === told.event)?.id ?? '')?.['ground'] : undefined;
    const groundText = text === undefined || app.globals.reveal ? text : new Gap('personal', 'reason');
    return { work, groundText, personal: { keys: new Set(Object.keys(values)), values: app.globals.reveal ? values : undefined } };
  });
}

async function narrow(app: App, work: Casework, named: readonly string[]): Promise<Casework> {
  const known = (await app.allLaws()).map((l) => l.law.id);
  const laws = named.map((id) => oneOf(id, known, 'law', 'unknown-law'));
  const timeline = { ...work.timeline, laws };
  const loaded = await lawsOf(app, timeline);
  return { ...work, timeline, loaded, laws: loaded.map((l) => l.law) };
}

async function data(app: App) {
  const { loadAuthorities, loadTemplates } = await import('../../../adapters/templates.ts');
  const { config, file } = await app.config();
  const own = config.templates === undefined ? undefined : path.resolve(path.dirname(file ?? '.'), config.templates);
  return { config, templates: loadTemplates(own), authorities: loadAuthorities(app.root) };
}

/** The organisation's templates that may have a part in the letter. */
function ownFiles(templates: Templates, kind: LetterKind, cwd: string): Source[] {
  const mine = [...templates].filter(([id]) => id === kind || id.startsWith('letter-')).map(([, t]) => t);
  return mine.flatMap(({ file, sha256 }) => (sha256 === undefined ? [] : [{ path: path.relative(cwd, file), sha256 }]));
}

/** A code of the law, or a text; one word that is no code is a code mistyped. */
function readGround(work: Casework, kind: LetterKind, given: string): string {
  const codes = groundsFor(work, kind === 'extension' ? 'extension-noticed' : 'answered').map((g) => g.id);
  const code = given.trim().toLowerCase();
  if (codes.includes(code)) return code;
  if (/\s/.test(given.trim())) return given.trim();
  const near = nearest(code, codes);
  throw new UserError('bad-value', `unknown ground “${given}”`, { hint: near ? `did you mean ${near}?` : `a text, or one of: ${codes.join(', ')}` });
}

function readUntil(work: Casework, kind: LetterKind, given: string | undefined): Day | undefined {
  if (given === undefined) return undefined;
  const until = dayOption(given, '--until', work.timeline.zone);
  const told = toldMark(kind, work.timeline)?.until;
  if (told !== undefined && told !== until) throw new UserError('usage', `the recorded extension ends on ${formatDay(told)}`, { hint: 'leave --until out, or correct the event' });
  return until;
}

/** The options that would fill in what is missing. */
function hints(work: Casework, { kind, scope }: Letter): string[] {
  const { ground, ask } = scope['case'] as Scope;
  const codes = groundsFor(work, kind === 'extension' ? 'extension-noticed' : 'answered').map((g) => g.id);
  const reason = (kind === 'extension' || kind === 'refusal') && ground instanceof Gap && ground.kind === 'missing';
  return [
    ...(reason ? [`give the reason: --ground with a text or a code (${codes.join(', ')})`] : []),
    ...((kind === 'identity' || kind === 'clarification') && ask instanceof Gap ? ['say what is asked for: --ask <text>'] : []),
  ];
}

/** The mark that says that a letter was sent. */
const SENT: Readonly<Record<LetterKind, MarkName>> = {
  acknowledgement: 'acknowledged', identity: 'id-requested', clarification: 'clarification-asked', extension: 'extension-noticed', refusal: 'answered', completion: 'answered',
};

function answer(app: App, work: Casework, letter: Letter, rendered: RenderedLetter, id: string): Outcome {
  const { kind, laws } = letter;
  const { markdown, contents, missing, hidden, forgotten } = rendered;
  const complete = missing.length === 0;
  const report: DocumentReport = {
    kind: 'document', schema: 'letter', title: `${id}: ${kind}`, markdown, paper: lineage(work.timeline.jurisdiction, work.world.places).includes('US') ? 'letter' : 'A4',
    items: [{ case: id, letter: kind, laws, complete, missing, contents, markdown }], summary: { case: id, letter: kind, complete, missing: missing.length },
  };
  const notes = [
    ...letter.left,
    ...standing(app, work).notCounted.map((n) => `${n.law} may want more of this letter; not known: ${n.missing.join(', ')}`),
    ...(forgotten.length > 0 ? [`the template does not write what the law wants: ${forgotten.join(', ')}`] : []),
    ...hints(work, letter),
    ...missing.map((m) => `missing: ${m.says}${m.citation === null ? '' : ` – ${m.citation}`}`),
    ...(hidden.length > 0 ? [`not shown without --reveal: ${hidden.join(', ')}`] : []),
    ...sentNote(app, work, letter, id),
  ];
  return {
    report, notes, incomplete: !complete, timeZone: work.timeline.zone,
    laws: work.loaded.filter((l) => laws.includes(l.law.id)),
  };
}

/** What to record once the letter is on its way, if the case takes that mark now. */
function sentNote(app: App, { timeline, laws, world }: Casework, { kind, scope }: Letter, id: string): string[] {
  const mark = SENT[kind];
  const until = (scope['case'] as Scope)['until'];
  const more = { extension: ` --until ${typeof until === 'string' ? until : '<date>'} --ground <ground>`, refusal: ' --outcome refused --ground <ground>', completion: ' --outcome granted' }[kind as string] ?? '';
  const refused = refuse(timeline, { mark, on: momentDay(app.now, timeline.zone), event: 0 }, laws, app.now, world);
  return refused ? [] : [`when it is sent: custos request mark ${id} ${mark}${more}`];
}
