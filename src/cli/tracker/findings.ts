/** What `tracker check` can find: the closed list of its rules. */
import { Times, fingerprintOf } from '../../core/fingerprint.ts';
import type { Citation, CitationOut } from '../../core/law.ts';
import { compareText } from '../../core/order.ts';
import type { Finding } from '../../core/report.ts';
import type { Field } from '../../core/tracker.ts';
import type { Tracker } from './open.ts';
import type { TrackerRow } from './row.ts';

const LIST = {
  'tracker/due-too-late': { kind: 'violation', severity: 'error', title: 'The due date is later than the law allows', fix: 'Correct the due date in the tracker, and answer by the legal one.' },
  'tracker/due-arguable': { kind: 'violation', severity: 'warning', title: 'The due date follows a reading that is not the one of the text', fix: 'Use the earlier date unless counsel has decided for the later one.' },
  'tracker/due-too-early': { kind: 'violation', severity: 'note', title: 'The due date is earlier than the law asks', fix: 'Nothing is wrong with answering early; correct the date if it is meant to be the legal one.' },
  'tracker/late-answer': { kind: 'violation', severity: 'error', title: 'The answer came after the legal deadline', fix: 'Record why, and look at what caused the delay.' },
  'tracker/late-acknowledgement': { kind: 'violation', severity: 'error', title: 'Receipt was confirmed after the legal deadline, or never', fix: 'Record why, and look at what caused the delay.' },
  'tracker/overdue': { kind: 'violation', severity: 'error', title: 'The request is open after its legal deadline', fix: 'Answer the request.' },
  'tracker/due-soon': { kind: 'expiring', severity: 'note', title: 'A legal deadline is near', fix: 'Answer the request, or announce an extension while it is possible.' },
  'tracker/unlawful-extension': { kind: 'violation', severity: 'error', title: 'The law does not allow this extension', fix: 'Answer by the date without the extension.' },
  'tracker/extension-undated': { kind: 'gap', severity: 'warning', title: 'Nothing says when the person was told of the extension', fix: 'Add the day of the notice.' },
  'tracker/before-receipt': { kind: 'violation', severity: 'error', title: 'Something happened before the request was received', fix: 'Correct the date that is wrong.' },
  'tracker/future-date': { kind: 'violation', severity: 'error', title: 'A date lies in the future', fix: 'Correct the date.' },
  'tracker/contradiction': { kind: 'gap', severity: 'warning', title: 'Status and dates contradict each other', fix: 'Correct the one that is wrong.' },
  'tracker/closed-without-date': { kind: 'gap', severity: 'warning', title: 'The request is closed, and no day of the answer is given', fix: 'Add the day of the answer.' },
  'tracker/no-receipt': { kind: 'gap', severity: 'warning', title: 'The day of receipt is missing', fix: 'Add the day on which the request arrived.' },
  'tracker/no-type': { kind: 'gap', severity: 'warning', title: 'The type of the request is missing', fix: 'Add what the person asks for.' },
  'tracker/no-jurisdiction': { kind: 'gap', severity: 'warning', title: 'The jurisdiction is missing', fix: 'Add where the person is: it decides which law applies.' },
  'tracker/unreadable': { kind: 'gap', severity: 'warning', title: 'A cell cannot be read', fix: 'Write dates as 2026-01-31 and words that the mapping knows.' },
  'tracker/malformed-row': { kind: 'gap', severity: 'warning', title: 'A row cannot be read', fix: 'Give the row as many cells as there are headings.' },
  'tracker/undetermined': { kind: 'gap', severity: 'warning', title: 'The law sets a deadline that cannot be counted', fix: 'Add what is missing.' },
  'tracker/no-law': { kind: 'gap', severity: 'note', title: 'No law that custos knows concerns the request', fix: 'Look up what applies there; custos law list shows what it knows.' },
} as const satisfies Record<string, Pick<Finding, 'kind' | 'severity' | 'fix'> & { title: string }>;

export type TrackerRule = keyof typeof LIST;

export const TRACKER_RULES = Object.entries(LIST).map(([id, rule]) => ({ id, title: rule.title, help: rule.fix }));

export interface Found {
  rule: TrackerRule;
  field?: Field;
  message: string;
  citation?: Citation | CitationOut;
  /** What tells this finding from others of the same rule and row. Codes and dates only. */
  what?: string;
}

/** Turns what was found into findings. The fingerprint hangs on the row's reference and facts, never on where it stands. */
export class Reporter {
  private readonly tracker: Tracker;
  private readonly times = new Times();

  constructor(tracker: Tracker) {
    this.tracker = tracker;
  }

  finding(row: TrackerRow, { rule, field, message, citation, what }: Found): Finding {
    const { kind, severity, fix } = LIST[rule];
    const key = row.reference && 'code' in row.reference ? row.reference.code : undefined;
    const told = [rule, key ?? signature(row), field ?? '', what ?? ''].join('\n');
    const heading = field === undefined ? undefined : this.tracker.columns.at.get(field)?.heading;
    return {
      rule, area: 'tracker', kind, severity, message,
      at: { file: this.tracker.csv.path, line: row.line, ...(heading === undefined ? {} : { column: heading }), ...(field === undefined ? {} : { field }), ...(key === undefined ? {} : { key }) },
      promise: null, citations: citation ? [{ ref: citation.ref, url: citation.url ?? null }] : [], fix, fingerprint: fingerprintOf(told, this.times.nth(told)), waived: null,
    };
  }
}

/** What a row without a reference is known by: its codes and dates. Personal data are no part of it. */
function signature({ type, jurisdiction, state, outcome, dates, due, days }: TrackerRow): string {
  return JSON.stringify([type, jurisdiction, state, outcome, Object.entries(dates).toSorted(([a], [b]) => compareText(a, b)), due, days]);
}
