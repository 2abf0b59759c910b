/** The record of processing activities (Art. 30 GDPR): one entry a row, each item of the article with what the row says. */
import type { DocumentReport, Outcome, Source } from '../../core/report.ts';
import { markdownText } from '../../formats/escape.ts';
import { about, type Column } from '../../inventory/columns.ts';
import { RowReader } from '../../inventory/reader.ts';
import { ART30, type Item, type Role, roleOf } from '../../inventory/required.ts';
import type { Row } from '../../inventory/row.ts';
import type { App } from '../app.ts';
import type { Contact } from '../../adapters/config.ts';
import { openInventory } from './open.ts';
import { type InventoryOptions, configured } from './options.ts';

/** What a row says to one item. `text` is null where it is not shown without --reveal. */
interface Answer {
  item: string;
  says: string;
  values: { column: Column; text: string | null }[];
  missing: boolean;
}

interface Entry {
  file: string;
  line: number;
  key: string | null;
  role: Role;
  name: string | null;
  answers: Answer[];
}

interface Unread {
  file: string;
  line: number;
  why: string;
}

export async function recordOfProcessing(app: App, files: readonly string[], typed: InventoryOptions): Promise<Outcome> {
  const options = await configured(app, typed);
  const { config } = await app.config();
  const reveal = app.globals.reveal === true;
  const [entries, unread] = [[] as Entry[], [] as Unread[]];
  const [inputs, notes] = [[] as Source[], [] as string[]];
  for (const file of files) {
    const inventory = await openInventory(app, file, options);
    inputs.push(...inventory.inputs);
    notes.push(...inventory.notes);
    const reader = new RowReader();
    reader.open(inventory.sheet);
    for await (const rows of inventory.rows()) {
      for (const record of rows) {
        if (record.fault !== undefined) unread.push({ file, line: record.line, why: 'its cells may stand under the wrong headings' });
        else {
          const row = reader.read(record);
          if (row.level === 'record') unread.push({ file, line: record.line, why: 'it is a row of one person or sample, not of a processing activity' });
          else entries.push(entryOf(row, reveal));
        }
      }
    }
  }
  const missing = entries.reduce((sum, entry) => sum + entry.answers.filter((a) => a.missing).length, 0);
  const organisation = config.organisation ?? {};
  const report: DocumentReport = {
    kind: 'document', schema: 'art30', title: 'Record of processing activities', markdown: describe(entries, unread, organisation, reveal), items: entries,
    summary: { entries: entries.length, missing, unread: unread.length, contacts: missingContacts(organisation) },
  };
  return { report, inputs, notes, incomplete: missing > 0 || unread.length > 0 || entries.length === 0 || missingContacts(organisation).length > 0 };
}

function entryOf(row: Row, reveal: boolean): Entry {
  const role = roleOf(row);
  const shown = (column: Column): string | null => (reveal || about(column).personal !== true ? row.text(column) : null);
  const answers = (ART30[role] ?? []).map(({ item, says, columns }: Item): Answer => {
    const values = columns.filter((column) => row.has(column)).map((column) => ({ column, text: shown(column) }));
    return { item, says, values, missing: values.length === 0 };
  });
  return { file: row.file, line: row.line, key: row.key ?? null, role, name: row.has('asset_name') ? shown('asset_name') : null, answers };
}

type Organisation = { name?: string; contact?: Contact; dataProtectionOfficer?: Contact; representative?: Contact };

/** Art. 30 wants to know whom to ask; which of them an organisation must have is its own to say. */
function missingContacts({ name, contact }: Organisation): string[] {
  return [...(name === undefined ? ['organisation.name'] : []), ...(contact === undefined ? ['organisation.contact'] : [])];
}

function describe(entries: readonly Entry[], unread: readonly Unread[], organisation: Organisation, reveal: boolean): string {
  const gap = (what: string): string => `⟦MISSING: ${what}⟧`;
  const person = (label: string, contact: Contact | undefined): string[] => (contact ? [`**${label}:** ${markdownText(Object.values(contact).join(', '))}`, ''] : []);
  const lines = ['# Record of processing activities', '', `**Organisation:** ${organisation.name === undefined ? gap('organisation.name') : markdownText(organisation.name)}`, ''];
  lines.push(...(organisation.contact ? person('Contact', organisation.contact) : [`**Contact:** ${gap('organisation.contact')}`, '']), ...person('Data protection officer', organisation.dataProtectionOfficer), ...person('Representative in the Union', organisation.representative));
  for (const role of ['controller', 'processor'] as const) {
    const mine = entries.filter((entry) => entry.role === role);
    if (mine.length === 0) continue;
    lines.push(`## As ${role} (Art. 30(${role === 'controller' ? 1 : 2}) GDPR)`, '');
    for (const entry of mine) lines.push(...describeEntry(entry, gap));
  }
  const open = entries.flatMap((entry) => entry.answers.filter((a) => a.missing).map((a) => `- ${nameOf(entry)}: ${a.says} (${a.item}) – ${entry.file}:${entry.line}`));
  const rows = unread.map(({ file, line, why }) => `- ${file}:${line}: ${why}`);
  if (open.length > 0) lines.push('## What is missing', '', ...open, '');
  if (rows.length > 0) lines.push('## Rows that are not in this record', '', ...rows, '');
  if (!reveal && entries.some((e) => e.answers.some((a) => a.values.some((v) => v.text === null)))) lines.push('Free text and names are not shown without --reveal.', '');
  return lines.join('\n');
}

function describeEntry(entry: Entry, gap: (what: string) => string): string[] {
  const cell = ({ column, text }: Answer['values'][number]): string => (text === null ? `${column}: recorded, not shown` : `${column}: ${markdownText(text).replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')}`);
  const rows = entry.answers.map((a) => `| ${a.item} | ${a.says} | ${a.missing ? gap(a.says) : a.values.map(cell).join('; ')} |`);
  return [`### ${nameOf(entry)}`, '', '| provision | asks for | recorded |', '| --- | --- | --- |', ...rows, ''];
}

const nameOf = ({ key, name, line }: Entry): string => [key === null ? `line ${line}` : markdownText(key), ...(name === null ? [] : [markdownText(name)])].join(': ');
