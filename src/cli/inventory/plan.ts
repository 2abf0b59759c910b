/** The plan of an erasure: the rows of one person, each with its fate, in the order in which somebody acts. */
import { type Day, formatDay, momentDay, parseDay } from '../../core/date.ts';
import type { Deadline } from '../../core/deadline.ts';
import { UserError } from '../../core/errors.ts';
import type { ObligationId, RequestType } from '../../core/law.ts';
import { compareText } from '../../core/order.ts';
import type { DocumentReport, Outcome, Records, Source, Tone } from '../../core/report.ts';
import { normalised } from '../../inventory/id-index.ts';
import { type Asked, FATES, type Fate, planRow } from '../../inventory/plan.ts';
import { RowReader } from '../../inventory/reader.ts';
import { schedule } from '../../inventory/tables.ts';
import type { App } from '../app.ts';
import { caseId, readOne, standing, study, withLedger } from '../casework.ts';
import { openInventory } from './open.ts';
import { type InventoryOptions, configured } from './options.ts';

interface PlanOptions extends InventoryOptions {
  inventory?: string[];
  subject?: string;
  letter?: boolean;
}

/** One row of the person (kind `plan`). */
interface PlanItem {
  file: string;
  line: number;
  key: string | null;
  category: string;
  fate: Fate;
  by: string | null;
  why: string;
  citations: { ref: string; url: string | null }[];
}

/** Requests that ask for something to go. */
const TYPES: readonly RequestType[] = ['erasure', 'withdraw-consent', 'destroy-sample'];

export async function planRequest(app: App, typed: string, given: PlanOptions): Promise<Outcome> {
  const { inventory: named, subject: said, letter, ...reading } = given;
  const options = await configured(app, reading);
  const id = caseId(typed);
  const { work, recorded } = await withLedger(app, 'read', async (ledger) => {
    const studied = await study(app, await readOne(ledger, id), id);
    const texts = await ledger.recall(studied.record.privates.map((p) => p.id));
    return { work: studied, recorded: [...texts.values()].flatMap((values) => values['subject'] ?? [])[0] };
  });
  const { requestType } = work.timeline;
  if (!TYPES.includes(requestType)) throw new UserError('usage', `${id} asks for ${requestType}: nothing is erased`, { hint: `a plan is for requests of type ${TYPES.join(', ')}` });
  const files = named ?? (await app.config()).config.inventory?.files ?? [];
  const subject = said ?? recorded ?? work.record.opened.reference;
  const missing = [...(files.length === 0 ? ['--inventory'] : []), ...(subject === undefined ? ['--subject'] : [])];
  if (missing.length > 0) throw new UserError('missing-values', `missing: ${missing.join(', ')}`, { hint: `custos request plan ${id} --inventory FILE --subject REF` });
  const asked: Asked = { type: requestType, data: work.timeline.facts['data'] as string[] | undefined, ...clocksOf(standing(app, work).items, momentDay(app.now, work.timeline.zone)) };
  const found = await rowsOf(app, files, options, subject as string, asked);
  const items = found.items.toSorted((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || compareText(a.by ?? '~', b.by ?? '~') || a.line - b.line);
  const open = items.some((item) => item.fate === 'cannot-tell');
  return {
    report: letter === true ? paragraphs(id, items) : table(id, items, found.unread), laws: work.loaded, inputs: found.inputs, timeZone: work.timeline.zone,
    notes: [...found.notes, ...(items.length === 0 ? ['no row has this subject_ref; --subject names another'] : [])],
    incomplete: open || found.unread > 0 || (items.length === 0 && !app.globals.allowEmpty),
  };
}

/** When the request's own clocks want things done. */
function clocksOf(items: readonly Deadline[], today: Day): Pick<Asked, 'today' | 'erase' | 'destroySample'> {
  const first = (...names: ObligationId[]): { by: Day; ref: string } | undefined => {
    const due = items.filter((i) => names.includes(i.obligation) && i.due !== null && ['running', 'overdue', 'paused'].includes(i.state)).toSorted((a, b) => compareText(a.due as string, b.due as string))[0];
    return due ? { by: parseDay(due.due as string) as Day, ref: due.citation.ref } : undefined;
  };
  return { today, erase: first('respond', 'stop-processing'), destroySample: first('destroy-sample') };
}

interface FoundRows {
  items: PlanItem[];
  /** Rows that cannot be read: one of them may be the person's. */
  unread: number;
  inputs: Source[];
  notes: string[];
}

async function rowsOf(app: App, files: readonly string[], options: InventoryOptions, subject: string, asked: Asked): Promise<FoundRows> {
  const wanted = normalised(subject);
  const [others, apart] = [[] as number[], [] as number[]];
  const found: FoundRows = { items: [], unread: 0, inputs: [], notes: [] };
  for (const file of files) {
    const inventory = await openInventory(app, file, options);
    found.inputs.push(...inventory.inputs);
    found.notes.push(...inventory.notes);
    if (!inventory.sheet.columns.has('subject_ref')) found.notes.push(`${file} has no column subject_ref: nobody's rows can be found in it`);
    const reader = new RowReader();
    reader.open(inventory.sheet);
    for await (const rows of inventory.rows()) {
      for (const record of rows) {
        if (record.fault !== undefined) found.unread += 1;
        const row = reader.read(record);
        const named = row.text('subject_ref');
        const shared = normalised(named) !== wanted;
        if (record.fault !== undefined || (shared && !named.split(SEVERAL).some((one) => normalised(one) === wanted))) continue;
        const planned = planRow(row, schedule, asked);
        if (planned === undefined) {
          apart.push(record.line);
          continue;
        }
        if (named !== subject) others.push(record.line);
        const { fate, by, why, citations } = shared ? { fate: 'cannot-tell' as const, by: undefined, why: 'is about several people', citations: [] } : planned;
        found.items.push({
          file, line: record.line, key: row.key ?? null, category: row.codes('data_category').join('; ') || 'not recorded', fate, by: by === undefined ? null : formatDay(by), why,
          citations: citations.map(({ ref, url }) => ({ ref, url: url ?? null })),
        });
      }
    }
  }
  if (others.length > 0) found.notes.push(`the reference is written another way on ${onLines(others)}; take it for the same person only if it is`);
  if (apart.length > 0) found.notes.push(`left out, because the request does not concern them: ${onLines(apart)}`);
  if (found.unread > 0) found.notes.push(`${found.unread} row${found.unread === 1 ? '' : 's'} cannot be read; one of them may be this person's: custos inventory check names them`);
  return found;
}

/** References of several people in one cell. */
const SEVERAL = /[;,|\n]/;

const onLines = (all: readonly number[]): string => `line${all.length === 1 ? '' : 's'} ${all.slice(0, 12).join(', ')}${all.length > 12 ? ` and ${all.length - 12} more` : ''}`;

const WORDS: Record<Fate, string> = { 'cannot-tell': 'cannot tell', destroy: 'destroy', delete: 'delete', hold: 'on hold', keep: 'keep', gone: 'gone' };
const TONES: Record<Fate, Tone> = { 'cannot-tell': 'bad', destroy: 'warn', delete: 'warn', hold: 'dim', keep: 'dim', gone: 'dim' };

function table(id: string, items: readonly PlanItem[], unread: number): Records<PlanItem> {
  return {
    kind: 'records', schema: 'plan', title: `${id}: ${items.length} row${items.length === 1 ? '' : 's'} of this person`, items, rows: items, lines: items,
    summary: { rows: items.length, unread, byFate: Object.fromEntries(FATES.map((fate) => [fate, items.filter((i) => i.fate === fate).length])) },
    columns: [
      { title: 'DO', value: (i) => ({ text: WORDS[i.fate], tone: TONES[i.fate] }) },
      { title: 'DATE', value: (i) => (i.by === null ? '–' : i.fate === 'keep' ? `from ${i.by}` : i.fate === 'gone' ? i.by : `by ${i.by}`) },
      { title: 'ROW', value: (i) => i.key ?? `line ${i.line}` }, { title: 'DATA', value: (i) => i.category },
      { title: 'WHY', wide: true, value: (i) => [i.why, ...(i.fate === 'delete' || i.fate === 'destroy' ? i.citations.map((c) => c.ref) : [])].join('; ') },
    ],
    fields: ['fate', 'by', 'key', 'category', 'why', 'file', 'line'], empty: 'No row of this person was found.',
  };
}

/** Categories of a fate, and its date, as the person may be told. */
function paragraphs(id: string, items: readonly PlanItem[]): DocumentReport {
  const said = (fate: Fate, say: (data: string, by: string | null, one: PlanItem) => string): string[] => {
    const groups = new Map<string, PlanItem[]>();
    for (const item of items.filter((i) => i.fate === fate)) groups.set(`${item.by} ${item.why}`, [...(groups.get(`${item.by} ${item.why}`) ?? []), item]);
    return [...groups.values()].flatMap((group) => [say([...new Set(group.map((i) => i.category.replaceAll('_', ' ')))].join(', '), (group[0] as PlanItem).by, group[0] as PlanItem), '']);
  };
  const lines = [
    ...said('destroy', (data, by) => `We destroy your samples (${data})${by === null ? '' : ` by ${by}`}.`),
    ...said('delete', (data, by) => `We delete the following data about you${by === null ? '' : ` by ${by}`}: ${data}.`),
    ...said('keep', (data, by, { why }) => `The following data ${why.replaceAll('_', ' ')}: ${data}. They are used for nothing else and are deleted from ${by} on.`),
    ...said('hold', (data) => `The following data are under a legal hold and cannot be deleted yet: ${data}. They are used for nothing else.`),
    ...said('gone', (data) => `We no longer hold: ${data}.`),
    ...said('cannot-tell', (data, _, { why }) => `⟦MISSING: what happens to ${data}: ${why.replaceAll('_', ' ')}⟧`),
  ];
  return { kind: 'document', schema: 'plan', title: `${id}: for the answer`, markdown: lines.join('\n'), items, summary: { rows: items.length, unread: 0, byFate: Object.fromEntries(FATES.map((fate) => [fate, items.filter((i) => i.fate === fate).length])) } };
}
