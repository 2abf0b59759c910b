/** All drafts of a breach together: written out, checked against their laws and each other, and made into files. */
import { contradictions, type Contradiction } from '../core/draft-claims.ts';
import type { Draft } from '../core/draft.ts';
import { lintLetter } from '../core/draft-lint.ts';
import type { DraftTable } from '../core/draft-words.ts';
import type { LetterWords } from '../core/letter-words.ts';
import type { Finding, Paper } from '../core/report.ts';
import table from '../data/breach-drafts.json' with { type: 'json' };
import words from '../data/letter-words.json' with { type: 'json' };
import { type RenderedDraft, WATERMARK, renderDraft } from './breach-templates.ts';
import { docx, letterHtml } from './documents.ts';
import { fromMarkdown } from './letter-text.ts';
import type { Templates } from './templates.ts';

/** JSON says of a word only that it is a string. */
export const draftTable = table as unknown as DraftTable;
export const letterWords = words as unknown as LetterWords;

export interface CheckedDraft extends RenderedDraft {
  /** Where another draft of the breach says something else. */
  contradictions: Contradiction[];
  /** What is wrong with the letter under its own law, beside the gaps. */
  findings: Finding[];
}

export function renderDrafts(drafts: readonly Draft[], templates: Templates): CheckedDraft[] {
  const rendered = drafts.map((draft) => renderDraft(draft, templates));
  const texts = rendered.map(({ draft, markdown }) => ({ name: draft.key, about: draft.item.dataSets.join('\n'), letter: { path: `${draft.key}.md`, blocks: fromMarkdown(markdown) } }));
  const found = contradictions(texts, letterWords);
  return rendered.map((one, i) => {
    const { key, law, item, wanted, forbidden, format, facts } = one.draft;
    const rules = { law: law.id, audience: item.audience, contents: wanted.map((w) => w.content), forbidden, format };
    const findings = lintLetter((texts[i] as (typeof texts)[number]).letter, rules, letterWords, facts).filter((f) => SHOWN.has(f.rule));
    return { ...one, findings, contradictions: found.get(key) ?? [] };
  });
}

/** Gaps and the line of the draft are told otherwise. */
const SHOWN = new Set(['letter/forbidden', 'letter/too-little', 'letter/title', 'letter/heading', 'letter/heading-order', 'letter/language', 'letter/long-sentences']);

export const DRAFT_FORMATS = ['md', 'html', 'docx'] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];

/** The smallest text of a draft, in points. */
const LEAST_POINT = 10.5;

/** The letter and its sheet in each format, each with its name. */
export async function draftFiles({ draft, markdown, sheet }: RenderedDraft, formats: readonly DraftFormat[]): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [name, title, text] of [[draft.key, draft.rule.title, markdown], [`${draft.key}.sheet`, `Completeness sheet: ${draft.rule.title}`, sheet]] as const) {
    for (const format of formats) files.push({ name: `${name}.${format}`, bytes: await bytesOf(format, title, text, draft.rule.dates === 'us' ? 'letter' : 'A4') });
  }
  return files;
}

async function bytesOf(format: DraftFormat, title: string, text: string, paper: Paper): Promise<Uint8Array> {
  if (format === 'md') return Buffer.from(text, 'utf8');
  if (format === 'html') return Buffer.from(await letterHtml(title, text, 'DRAFT', paper), 'utf8');
  return docx(title, text, { head: WATERMARK, leastPoint: LEAST_POINT, paper });
}

/** What the list of drafts says of one (contract §6). `files` are the names under which it was written. */
export function draftItem(checked: CheckedDraft, files: readonly string[]): Record<string, unknown> {
  const { draft, complete, missing, gaps, contents, contradictions: others, findings } = checked;
  const { item } = draft;
  return {
    law: item.law, audience: item.audience, obligation: item.obligation, variant: item.variant, phase: draft.phase?.name ?? null, dataSet: draft.dataSet ?? null, recipient: item.recipient, decision: item.decision, due: item.due, dueAt: item.dueAt,
    template: draft.rule.id, files, complete, missing, contradictions: others.map(({ says, with: other }) => ({ says, with: other })), gaps, contents, findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
  };
}
