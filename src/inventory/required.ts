/** What a row must say: the fields of data/required-fields.json, and the lists of Art. 30 GDPR that some of them come from. */
import data from '../data/required-fields.json' with { type: 'json' };
import type { Column } from './columns.ts';
import { gdpr, personal, ukGdpr } from './concepts.ts';
import { type Concern, type Fact, factOf } from './facts.ts';
import { crossesBorder, PLACES, placesIn } from './moving.ts';
import type { Row } from './row.ts';
import type { Context } from './rule.ts';

export type Role = 'controller' | 'processor';

/** One item of the record of processing activities, and the columns that answer it. */
export interface Item {
  item: string;
  says: string;
  columns: readonly Column[];
}

export const ART30 = data.art30 as Readonly<Record<Role, readonly Item[]>>;

interface Field {
  /** One of them is enough. */
  columns: readonly Column[];
  levels: readonly Row['level'][];
  says: string;
  /** The provision that asks for it, of rows that the law covers. */
  by?: string;
  role?: Role;
  when?: Concern;
  situation?: keyof typeof SITUATIONS;
  /** A word for nobody or nothing ("none", "N/A") is an answer. */
  none?: boolean;
  /** Also of rows that are about nobody, and of rows whose data are gone. */
  always?: boolean;
  gone?: boolean;
}

/** A field that a row leaves empty. */
export interface Missing {
  /** The column to fill; `absent` where the file has none of `columns`. */
  column: Column;
  columns: readonly Column[];
  absent: boolean;
  says: string;
  by: string | undefined;
}

const AGE = ['subject_birth_date', 'subject_age', 'age_band'] as const;

/** What a row must be in for a field, where that is more than a fact of one cell. */
const SITUATIONS = {
  eu: (row: Row, ctx: Context) => covered(row, ctx),
  abroad: (row: Row, ctx: Context) => crossesBorder(row, ctx.adequacy) === 'yes',
  ageless: (row: Row) => AGE.every((column) => row.blank(column)),
  /** Somebody outside the United States can reach data that may be of people there. */
  foreign: (row: Row, ctx: Context) => placesIn(row, PLACES).some(({ place }) => ctx.adequacy.within(place, 'US') === 'no')
    && (row.blank('subject_jurisdiction') || row.codes('subject_jurisdiction').some((place) => ctx.adequacy.within(place, 'US') !== 'no')),
};

const covered = (row: Row, ctx: Context): boolean => gdpr(row, ctx.adequacy) || ukGdpr(row);

const FIELDS = (data.fields as readonly Field[]).map((field) => ({ ...field, tests: (field.when ?? []).map((one) => (typeof one === 'string' ? [one] : one).map((fact: Fact) => factOf(fact))) }));

export function roleOf(row: Row): Role {
  return row.any('controller_role', 'PROCESSORS') ? 'processor' : 'controller';
}

/** The fields that a row must have and leaves empty. A placeholder is no gap here: it is told as one. */
export function missing(row: Row, ctx: Context): Missing[] {
  const found: Missing[] = [];
  const gone = row.any('status', 'GONE');
  for (const field of FIELDS) {
    if (!field.levels.includes(row.level) || (gone && field.gone !== true) || field.columns.some((column) => answered(row, column, field.none === true))) continue;
    if (field.role !== undefined && field.role !== roleOf(row)) continue;
    if (!field.tests.every((anyOf) => anyOf.some(({ column, holds }) => holds(row.cell(column), ctx.today)))) continue;
    if ((field.always !== true && !personal(row)) || (field.situation !== undefined && !SITUATIONS[field.situation](row, ctx))) continue;
    const column = field.columns.find((one) => !row.absent(one));
    found.push({ column: column ?? (field.columns[0] as Column), columns: field.columns, absent: column === undefined, says: field.says, by: covered(row, ctx) ? field.by : undefined });
  }
  return found;
}

function answered(row: Row, column: Column, none: boolean): boolean {
  const { kind } = row.look(column, false);
  return kind === 'value' || kind === 'placeholder' || (none && kind === 'blank' && /\p{L}/u.test(row.text(column)));
}

/** Columns that every row of a level must fill, whatever it says: a record that ends before one of them is more than short. */
export function alwaysRequired(level: Row['level']): readonly Column[] {
  return FIELDS.filter((field) => field.levels.includes(level) && field.when === undefined && field.situation === undefined && field.role !== 'processor' && field.columns.length === 1).map(({ columns }) => columns[0] as Column);
}
