/** What a format is: a function from a finished report to text. It neither prints nor reads anything. */
import type { Cell, Envelope, Format, Report, Tone } from '../core/report.ts';

export interface RenderOptions {
  /** Columns of the terminal; undefined where there is none: then nothing is wrapped or cut. */
  width: number | undefined;
  color: boolean;
  /** Whether our own signs may leave ASCII; values are always written in full. Default: yes. */
  unicode?: boolean;
  /** CSV: keep spreadsheets from running a cell. Off only for a machine that reads the file back. Default: on. */
  formulaSafe?: boolean;
}

/** Colours a text by its tone. */
export type Paint = (text: string, tone: Tone) => string;

/** Text, or its pieces in order. Pieces may be lazy: write each before asking for the next. */
export type Rendered = string | Iterable<string>;
export type Render = (report: Report, envelope: Envelope, options: RenderOptions) => Rendered;

/** Asking a format for a kind it does not fit is our mistake: the command line has refused it before. */
export function misfit(format: Format, report: Report): Error {
  return new Error(`the format ${format} does not fit a report of kind ${report.kind}`);
}

export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
