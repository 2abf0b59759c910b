/** `custos request export`: the log of requests with the fields that 11 CCR 7101 asks for. */
import { type CaseRecord, replay, timelineOf } from '../../../core/case.ts';
import { civil, formatDay } from '../../../core/date.ts';
import { type Deadline, deadlines } from '../../../core/deadline.ts';
import type { CaseEvent } from '../../../core/event.ts';
import type { Law } from '../../../core/law.ts';
import type { Ledger } from '../../../core/ledger.ts';
import { compareText } from '../../../core/order.ts';
import type { Outcome, Records } from '../../../core/report.ts';
import { type Timeline, findMark } from '../../../core/timeline.ts';
import type { App } from '../../app.ts';
import { withLedger } from '../../casework.ts';
import { type Register, action } from '../../command.ts';
import { oneOf } from '../../facts.ts';
import { Shelf } from '../../shelf.ts';
import { type RequestState, requestState } from '../../views/request.ts';
import { underLaw, yearOption } from './metrics.ts';

/** One request of the log (kind `requests-export`). `person` is null without --reveal. */
export interface LoggedRequest {
  case: string;
  reference: string | null;
  source: string | null;
  jurisdiction: string;
  /** Date of the request. */
  received: string;
  /** Nature of the request. */
  requestType: string;
  /** Manner in which it was made, as far as events know it: through an agent, to the designated address. */
  manner: string | null;
  /** Date of the response. */
  answered: string | null;
  /** Nature of the response. */
  outcome: string | null;
  /** Basis for the denial: a code of the law, or `other` where the text is kept apart. */
  ground: string | null;
  state: RequestState;
  due: string | null;
  dueLaw: string | null;
  daysTaken: number | null;
  person: Readonly<Record<string, string>> | null;
}

const FIELDS = ['case', 'reference', 'source', 'jurisdiction', 'received', 'requestType', 'manner', 'answered', 'outcome', 'ground', 'state', 'due', 'dueLaw', 'daysTaken', 'person'] as const;

export const register: Register = (request, runner) => {
  const command = request.command('export').description('List every request as a log: date, nature and manner of the request, date and nature of the response, basis for a denial.')
    .option('--year <year>', 'only requests received in this calendar year')
    .option('--law <id>', 'only requests under this law');
  action(command, runner, (app, _, options) => exportRequests(app, options));
};

export async function exportRequests(app: App, options: { year?: string; law?: string }): Promise<Outcome> {
  const year = options.year === undefined ? undefined : yearOption(options.year);
  const all = await app.allLaws();
  const id = options.law === undefined ? undefined : oneOf(options.law, all.map((l) => l.law.id), 'law', 'unknown-law');
  const law = all.find((l) => l.law.id === id)?.law;
  const { items, undetermined } = await withLedger(app, 'read', (ledger) => collect(app, ledger, year, law));
  const used = new Set([...items.map((i) => i.dueLaw), id]);
  const report: Records<LoggedRequest> = {
    kind: 'records', schema: 'requests-export', title: '', items, rows: items, lines: items, columns: COLUMNS, fields: app.globals.reveal ? FIELDS : FIELDS.filter((f) => f !== 'person'),
    summary: { count: items.length, year: year ?? null, law: id ?? null, undetermined, revealed: app.globals.reveal === true },
    ...(undetermined > 0 ? { outro: [`${undetermined} more may be under this law, which hangs on facts that are not recorded.`] } : {}),
    empty: 'No requests.',
  };
  return {
    report: report as Records, laws: all.filter((l) => used.has(l.law.id)),
    incomplete: undetermined > 0 || (items.length === 0 && !app.globals.allowEmpty),
  };
}

async function collect(app: App, ledger: Ledger, year: number | undefined, law: Law | undefined): Promise<{ items: LoggedRequest[]; undetermined: number }> {
  const items: LoggedRequest[] = [];
  const shelf = new Shelf(app);
  let undetermined = 0;
  for await (const batch of ledger.cases()) {
    const chosen: { item: LoggedRequest; record: CaseRecord }[] = [];
    for (const events of batch) {
      const found = await logged(app, events, year, law, shelf);
      if (found === 'undetermined') undetermined += 1;
      else if (found) chosen.push(found);
    }
    if (app.globals.reveal) await reveal(ledger, chosen);
    items.push(...chosen.map(({ item }) => item));
  }
  return { items, undetermined };
}

/** One case as a line of the log; `undetermined` where it is not known whether the law concerns it. */
async function logged(app: App, events: readonly CaseEvent[], year: number | undefined, law: Law | undefined, shelf: Shelf): Promise<{ item: LoggedRequest; record: CaseRecord } | 'undetermined' | undefined> {
  const record = replay(events);
  if (!record) return undefined;
  const world = await app.world();
  const timeline = timelineOf(record, (await app.config()).config.organisation?.timeZone, world, app.now);
  const received = findMark(timeline, 'received');
  if (!received || (year !== undefined && civil(received.on).year !== year)) return undefined;
  if (law) {
    const { concerned } = underLaw(law, timeline, world.places);
    if (!concerned) return concerned === undefined ? 'undetermined' : undefined;
  }
  const clock = answerClock(deadlines(law ? [law] : await shelf.of(timeline), timeline, app.now, world, false).items);
  return { item: lineOf(record, timeline, clock), record };
}

/** The strictest clock for the answer, whether it still runs or not. */
function answerClock(items: readonly Deadline[]): Deadline | undefined {
  const dated = items.filter((i) => i.due !== null && i.obligation !== 'acknowledge' && i.obligation !== 'extension-notice').toSorted((a, b) => compareText(a.due as string, b.due as string));
  return dated.find((i) => i.obligation === 'respond') ?? dated[0];
}

function lineOf(record: CaseRecord, timeline: Timeline, clock: Deadline | undefined): LoggedRequest {
  const received = findMark(timeline, 'received')?.on ?? 0;
  const answers = timeline.marks.filter((m) => m.mark === 'answered');
  const [first, last] = [answers[0], answers.at(-1)];
  const withdrawn = findMark(timeline, 'withdrawn');
  return {
    case: record.id, reference: record.opened.reference ?? null, source: record.opened.source ?? null, jurisdiction: timeline.jurisdiction,
    received: formatDay(received), requestType: timeline.requestType, manner: mannerOf(record),
    answered: last ? formatDay(last.on) : null, outcome: last?.outcome ?? (withdrawn ? 'withdrawn' : null), ground: last?.ground ?? null,
    state: requestState(timeline, clock ? [clock] : []), due: clock?.due ?? null, dueLaw: clock?.law ?? null, daysTaken: first ? first.on - received : null, person: null,
  };
}

function mannerOf({ opened, facts }: CaseRecord): string | null {
  const parts = [opened.manner, opened.agent ? 'through an agent' : undefined, facts.channel === undefined ? undefined : facts.channel === 'designated' ? 'to the designated address' : 'to another address'].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : null;
}

/** The personal data of a batch, read at once. */
async function reveal(ledger: Ledger, chosen: readonly { item: LoggedRequest; record: CaseRecord }[]): Promise<void> {
  const found = await ledger.recall(chosen.flatMap(({ record }) => record.privates.map((p) => p.id)));
  for (const { item, record } of chosen) {
    const values = record.privates.flatMap((p) => Object.entries(found.get(p.id) ?? {}));
    if (values.length > 0) item.person = Object.fromEntries(values);
  }
}

const COLUMNS: Records<LoggedRequest>['columns'] = [
  { title: 'CASE', value: (r) => ({ text: r.case, tone: 'strong' }) },
  { title: 'RECEIVED', value: (r) => r.received },
  { title: 'TYPE', value: (r) => r.requestType },
  { title: 'IN', value: (r) => r.jurisdiction },
  { title: 'DUE', value: (r) => r.due ?? '–' },
  { title: 'ANSWERED', value: (r) => r.answered ?? (r.state === 'withdrawn' ? 'withdrawn' : '–') },
  { title: 'DAYS', align: 'right', value: (r) => (r.daysTaken === null ? '' : String(r.daysTaken)) },
  { title: 'OUTCOME', value: (r) => [r.outcome, r.ground].filter((text) => text !== null).join(', ') },
  { title: 'MANNER', value: (r) => r.person?.['manner'] ?? r.manner ?? '' },
  { title: 'REFERENCE', wide: true, value: (r) => [r.reference, ...Object.entries(r.person ?? {}).filter(([key]) => key !== 'manner').map(([key, value]) => `${key}: ${value}`)].filter((text) => text !== null).join(' · ') },
];
