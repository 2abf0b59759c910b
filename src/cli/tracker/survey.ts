/** A first look at a whole file: which words it uses, and in which order its dates are. Nothing is held but distinct words. */
import type { CsvFile } from '../../adapters/csv.ts';
import { CODED_FIELDS, type CodedField, DATED_FIELDS, type Field, type Mapping, fold } from '../../core/tracker.ts';
import { type DateOrder, OrderEvidence, type Written, readDate } from '../../core/written-date.ts';
import type { Columns } from './row.ts';
import { isBlank, type Meaning, months, wordsIn } from './words.ts';

export interface SeenWord {
  word: string;
  line: number;
  count: number;
  meaning: Meaning;
}

/** More distinct words than any column of codes has: what follows is counted and not kept. */
const WORDS_KEPT = 300;

export interface Survey {
  rows: number;
  /** `more`: there are words beyond those that were kept. */
  words: ReadonlyMap<CodedField, { seen: SeenWord[]; more: boolean }>;
  orders: ReadonlyMap<Field, DateOrder>;
  /** Date columns whose order or day count has to be said. */
  open: { field: Field; why: 'mixed' | 'unclear' | 'serials' }[];
}

export async function survey(csv: CsvFile, columns: Columns, mapping: Pick<Mapping, 'dateOrder' | 'excelDates'>): Promise<Survey> {
  const words = new Map(CODED_FIELDS.filter((field) => columns.at.has(field)).map((field) => [field, new Words(field, columns)]));
  const dates = new Map(DATED_FIELDS.filter((field) => columns.at.has(field)).map((field) => [field, new Dates()]));
  let rows = 0;
  for await (const batch of csv.rows()) {
    rows += batch.length;
    for (const { cells, line, fault } of batch) {
      if (fault !== undefined) continue;
      for (const [field, { index }] of columns.at) {
        words.get(field as CodedField)?.add(cells[index] ?? '', line);
        dates.get(field)?.add(cells[index] ?? '');
      }
    }
  }
  return { rows, words: new Map([...words].map(([field, { seen, more }]) => [field, { seen: [...seen.values()], more }])), ...ordersOf(dates, mapping) };
}

/** The distinct words of a column, by what two of them have in common. */
class Words {
  readonly seen = new Map<string, SeenWord>();
  more = false;
  private readonly field: CodedField;
  private readonly columns: Columns;

  constructor(field: CodedField, columns: Columns) {
    this.field = field;
    this.columns = columns;
  }

  add(cell: string, line: number): void {
    for (const word of wordsIn(this.field, cell)) {
      const key = fold(word);
      const known = this.seen.get(key);
      if (known) known.count += 1;
      else if (this.seen.size < WORDS_KEPT) this.keep(key, word, line);
      else this.more = true;
    }
  }

  private keep(key: string, word: string, line: number): void {
    this.seen.set(key, { word, line, count: 1, meaning: this.columns.words.get(this.field)?.(word) ?? [] });
  }
}

class Dates extends OrderEvidence {
  private readonly read = new Map<string, Written | undefined>();

  override add(cell: string | Written): void {
    if (typeof cell !== 'string') return super.add(cell);
    if (this.read.has(cell) || isBlank(cell)) return;
    const written = readDate(cell, months);
    if (this.read.size < 20_000) this.read.set(cell, written);
    if (written) super.add(written);
  }
}

/** Each column decides for itself; one that cannot is asked about and never follows another. */
function ordersOf(dates: ReadonlyMap<Field, OrderEvidence>, { dateOrder, excelDates }: Pick<Mapping, 'dateOrder' | 'excelDates'>): Pick<Survey, 'orders' | 'open'> {
  const orders = new Map<Field, DateOrder>();
  const open: Survey['open'] = [];
  for (const [field, evidence] of dates) {
    const verdict = dateOrder ?? evidence.verdict();
    if (verdict === 'mixed' || verdict === 'unclear') open.push({ field, why: verdict });
    else if (verdict !== 'any') orders.set(field, verdict);
    if (evidence.serials > 0 && excelDates === undefined) open.push({ field, why: 'serials' });
  }
  return { orders, open };
}
