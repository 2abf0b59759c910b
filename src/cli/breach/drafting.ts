/** `custos breach draft`: the notices of a breach as files in a folder, with a manifest. */
import path from 'node:path';
import { type CheckedDraft, DRAFT_FORMATS, type DraftFormat, draftFiles, draftItem, draftTable, letterWords, renderDrafts } from '../../adapters/breach-drafts.ts';
import { loadBreachTemplates } from '../../adapters/breach-templates.ts';
import { type NamedFile, refuseTaken, writeFolder } from '../../adapters/folder.ts';
import { AUDIENCES, type BreachLaw } from '../../core/breach-law.ts';
import { draftsFor } from '../../core/draft.ts';
import { formatMoment } from '../../core/date.ts';
import { sha256 } from '../../core/hash.ts';
import type { Outcome, Records } from '../../core/report.ts';
import type { App } from '../app.ts';
import { Checks, oneOf } from '../facts.ts';
import { VERSION } from '../program.ts';
import { dutyWord } from '../views/breach.ts';
import { type Given, givenBreach } from './given.ts';
import { type InputOptions, zoneOption } from './input.ts';
import { type Judged, judge } from './judge.ts';
import { findLaw } from './laws.ts';

interface DraftOptions extends InputOptions {
  law?: string[];
  to?: string;
  out?: string;
  as?: string[];
  tz?: string;
}

/** One draft in the list (kind `drafts`). */
type DraftItem = Record<string, unknown> & { files: string[]; complete: boolean };

export async function draft(app: App, typed: string | undefined, options: DraftOptions): Promise<Outcome> {
  const checks = new Checks();
  const to = options.to === undefined ? undefined : await checks.attempt(() => oneOf(options.to as string, AUDIENCES, 'audience', 'bad-value'));
  const formats = (await Promise.all([...new Set(options.as ?? ['md'])].map((f) => checks.attempt(() => oneOf<DraftFormat>(f, DRAFT_FORMATS, 'format', 'bad-value'))))).filter((f) => f !== undefined);
  const zone = await checks.attempt(() => zoneOption(options.tz));
  const { out = '' } = options;
  const folder = path.resolve(app.io.cwd, out);
  if (options.out === undefined) checks.missing('--out');
  else await checks.attempt(() => refuseTaken(folder, out));
  checks.done('custos breach draft B-1 --law us-ca-breach --to people --out drafts --as md,docx');

  const given = await givenBreach(app, typed, options, 'custos breach draft', true);
  const judged = await judge(app, given.breach, { laws: options.law, zone, named: true });
  const { places } = await app.world();
  const law = options.law === undefined ? undefined : judged.laws.map((l) => l.id);
  const wanted = draftsFor(judged.items, judged.breach.file, { laws: await withNamed(app, judged), table: draftTable, words: letterWords, places, now: app.now, ...(law ? { law } : {}), ...(to === undefined ? {} : { to }) });
  const { config, file: configFile } = await app.config();
  const own = config.templates === undefined ? undefined : path.resolve(path.dirname(configFile ?? '.'), config.templates);
  const drafts = renderDrafts(wanted, loadBreachTemplates(own));
  const written = await Promise.all(drafts.map(async (checked) => ({ checked, files: await draftFiles(checked, formats) })));
  const laws = judged.used.filter(({ law: l }) => drafts.some((d) => d.draft.law.id === l.id));
  const files = written.flatMap((w) => w.files);
  if (drafts.length > 0 && !app.globals.dryRun) writeFolder(folder, out, [...files, manifest(app, given, written, laws)]);
  return { ...answer(app, options, written, given), laws, inputs: given.inputs, ...(zone === undefined ? {} : { timeZone: zone }) };
}

type Written = { checked: CheckedDraft; files: readonly NamedFile[] };

/** The laws of the letters, and those of notices that letters speak of, which have their titles there. */
async function withNamed(app: App, { breach, laws }: Judged): Promise<BreachLaw[]> {
  const rows = ['notices', 'notSentBecause'].flatMap((field) => (Array.isArray(breach.file[field]) ? (breach.file[field] as { law?: unknown }[]) : []));
  const ids = new Set(rows.flatMap(({ law }) => (typeof law === 'string' && !laws.some((known) => known.id === law) ? [law] : [])));
  const more = await Promise.all([...ids].map((id) => findLaw(app, id)));
  return [...laws, ...more.flatMap((loaded) => loaded?.law ?? [])];
}

/** What was made of what: the list of the drafts, the laws and facts behind them, and the hash of each file. */
function manifest(app: App, { breach, inputs }: Given, written: readonly Written[], laws: NonNullable<Outcome['laws']>): NamedFile {
  const content = {
    schema: 'custos/drafts-manifest@1', tool: { name: 'custos', version: VERSION }, asOf: formatMoment(app.now), case: breach.id, laws: laws.map(({ law, sha256: hash }) => ({ id: law.id, checkedOn: law.checked.on, sha256: hash })),
    inputs, drafts: written.map(({ checked, files }) => draftItem(checked, files.map((f) => f.name))), files: written.flatMap((w) => w.files).map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
  };
  return { name: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8') };
}

function answer(app: App, { out = '', law, to }: DraftOptions, written: readonly Written[], { breach, notes }: Given): Outcome {
  const items = written.map(({ checked, files }) => ({ checked, item: draftItem(checked, files.map((f) => path.join(out, f.name))) as DraftItem }));
  const incomplete = items.filter(({ item }) => !item.complete);
  const report: Records<(typeof items)[number]> = {
    kind: 'records', schema: 'drafts', title: breach.id === null ? 'Drafts' : `Drafts of ${breach.id}`, items: items.map(({ item }) => item), rows: items, lines: items.map(({ item }) => item) as never[],
    summary: { case: breach.id, folder: out, drafts: items.length, complete: items.length - incomplete.length, written: !app.globals.dryRun && items.length > 0 },
    columns: [
      { title: 'LAW', value: ({ checked }) => checked.draft.law.id }, { title: 'DUTY', value: ({ checked }) => dutyWord(checked.draft.item) },
      { title: 'DUE', value: ({ checked }) => checked.draft.item.due ?? '–' }, { title: 'STATE', value: ({ item }) => (item.complete ? { text: 'complete', tone: 'good' } : { text: 'gaps', tone: 'warn' }) },
      { title: 'FILES', value: ({ checked }) => checked.draft.key }, { title: 'MISSING', wide: true, value: ({ checked }) => [...checked.missing, ...checked.contradictions.map((c) => c.says), ...checked.findings.map((f) => f.message)].join('; ') },
    ],
    fields: ['law', 'audience', 'obligation', 'variant', 'decision', 'due', 'files', 'complete', 'missing', 'contradictions'], empty: law || to ? 'No such notice is called for.' : 'No notice is called for.',
  };
  return {
    report, incomplete: incomplete.length > 0 || (items.length === 0 && !app.globals.allowEmpty),
    notes: [
      ...notes, ...(items.length === 0 ? [] : [app.globals.dryRun ? `would write ${out}; nothing was written` : `written to ${out}: drafts for counsel to read; nothing was sent`]),
      ...(breach.id !== null && app.globals.reveal !== true && items.length > 0 ? ['texts of the private records are left out; --reveal writes them into the drafts'] : []),
    ],
  };
}
