/** Columns of text: their widths, what wraps and what moves to a second line. */
import type { Column, Tone } from '../core/report.ts';
import { terminal } from './escape.ts';
import { textOf } from './format.ts';
import { displayWidth, padTo, wrap } from './width.ts';

export interface Pen {
  width: number | undefined;
  paint(text: string, tone: Tone | undefined): string;
  /** Stands between things of one line. */
  dot: string;
}

const GAP = 2;
const INDENT = '    ';
/** With less room than this beside the others, or if it would become taller, the wide column goes below them, where it has the whole line. */
const WIDE_LEAST = 30;
const WIDE_TALLEST = 4;
/** Any other column takes no more than this part of the line, so that one long path does not push the rest away. */
const SHARE = 0.4;
const SHARE_LEAST = 20;

interface Slot {
  index: number;
  width: number;
  right: boolean;
}

/** What stands on the first line of a row; below it, indented, what found no room there, and the wide column on lines of its own. */
interface Layout {
  slots: Slot[];
  below: number[];
  wideBelow: number | undefined;
  /** Whether every cell fits its place, so that no cell wraps. */
  whole: boolean;
}

/** The cells of a row, made safe. `tones` is absent where no cell has one. */
interface Row {
  texts: string[];
  tones: (Tone | undefined)[] | undefined;
}

export function* columnLines<T>(columns: readonly Column<T>[], items: readonly T[], pen: Pen): Generator<string> {
  const heading: Row = { texts: columns.map((c) => terminal(c.title)), tones: columns.map(() => 'strong') };
  const layout = layoutOf(columns, widthsOf(columns, heading, items), pen.width);
  yield* rowLines(layout, heading, pen);
  if (layout.wideBelow !== undefined) yield INDENT + pen.paint(heading.texts[layout.wideBelow] ?? '', 'strong');
  for (const item of items) {
    const row = rowOf(columns, item);
    if (layout.whole) {
      yield lineOf(layout.slots, row.texts, row.tones, pen);
      continue;
    }
    yield* rowLines(layout, row, pen);
    yield* belowLines(layout, heading.texts, row, pen);
  }
}

function rowOf<T>(columns: readonly Column<T>[], item: T): Row {
  const cells = columns.map((c) => c.value(item));
  const tones = cells.some((c) => typeof c !== 'string') ? cells.map((c) => (typeof c === 'string' ? undefined : c.tone)) : undefined;
  return { texts: cells.map((c) => terminal(textOf(c)).trimEnd()), tones };
}

/** A first pass, for the widths alone: asking for the cells twice is cheaper than keeping those of 100,000 rows. */
function widthsOf<T>(columns: readonly Column<T>[], heading: Row, items: readonly T[]): number[] {
  const widths = heading.texts.map(displayWidth);
  for (const item of items) {
    columns.forEach((column, i) => {
      const width = displayWidth(terminal(textOf(column.value(item))).trimEnd());
      if (width > (widths[i] ?? 0)) widths[i] = width;
    });
  }
  return widths;
}

function layoutOf<T>(columns: readonly Column<T>[], natural: readonly number[], width: number | undefined): Layout {
  const slots = columns.map((c, index): Slot => ({ index, width: natural[index] ?? 0, right: c.align === 'right' }));
  if (width === undefined || spread(slots) <= width) return { slots, below: [], wideBelow: undefined, whole: true };
  const wide = columns.findIndex((c) => c.wide === true);
  const share = Math.max(SHARE_LEAST, Math.floor(width * SHARE));
  const least = slots.map((s) => ({ ...s, width: Math.min(s.width, s.index === wide ? WIDE_LEAST : share) }));
  const beside = grown(least, natural, wide, width);
  const tall = wide >= 0 && (natural[wide] ?? 0) > (beside[wide]?.width ?? 0) * WIDE_TALLEST;
  if (spread(least) <= width && !tall) return { slots: beside, below: [], wideBelow: undefined, whole: false };
  const others = least.filter((s) => s.index !== wide);
  const kept = firstLine(others, width);
  const below = others.slice(kept.length).map((s) => s.index);
  return { slots: kept, below, wideBelow: wide < 0 ? undefined : wide, whole: false };
}

/** The room that is left goes to the wide column; without one, to the columns that were cut, from the left. */
function grown(slots: readonly Slot[], natural: readonly number[], wide: number, width: number): Slot[] {
  let room = width - spread(slots);
  return slots.map((slot) => {
    const more = wide < 0 || slot.index === wide ? Math.min(Math.max(0, room), (natural[slot.index] ?? 0) - slot.width) : 0;
    room -= more;
    return { ...slot, width: slot.width + more };
  });
}

/** As many columns from the left as fit; the first one always. */
function firstLine(slots: readonly Slot[], width: number): Slot[] {
  for (let count = slots.length; count > 1; count -= 1) {
    if (spread(slots.slice(0, count)) <= width) return slots.slice(0, count);
  }
  return slots.slice(0, 1);
}

const spread = (slots: readonly Slot[]): number => slots.reduce((sum, s) => sum + s.width + GAP, -GAP);

/** One row: a line, or several where a cell wraps. */
function* rowLines({ slots }: Layout, { texts, tones }: Row, pen: Pen): Generator<string> {
  const wrapped: string[][] = [];
  for (const { index, width } of slots) wrapped[index] = wrap(texts[index] ?? '', width);
  const height = Math.max(...slots.map((s) => wrapped[s.index]?.length ?? 0));
  for (let line = 0; line < height; line += 1) yield lineOf(slots, wrapped.map((lines) => lines[line] ?? ''), tones, pen);
}

function lineOf(slots: readonly Slot[], texts: readonly string[], tones: Row['tones'], pen: Pen): string {
  let line = '';
  for (const slot of slots) {
    if (line !== '') line += '  ';
    line += cellText(texts[slot.index] ?? '', slot, tones?.[slot.index], pen);
  }
  return line.trimEnd();
}

/** Padded first and painted inside the padding, so that a line never ends in painted blanks. */
function cellText(text: string, slot: Slot, tone: Tone | undefined, pen: Pen): string {
  const padded = padTo(text, slot.width, slot.right);
  if (tone === undefined || text === '') return padded;
  const at = slot.right ? padded.length - text.length : 0;
  return padded.slice(0, at) + pen.paint(text, tone) + padded.slice(at + text.length);
}

/** The columns that found no room, each with its title, as many on a line as fit; then the wide one. Empty ones are left out. */
function* belowLines({ below, wideBelow }: Layout, titles: readonly string[], { texts, tones }: Row, pen: Pen): Generator<string> {
  const room = (pen.width ?? Infinity) - INDENT.length;
  const parts = below
    .filter((i) => texts[i] !== '')
    .flatMap((i) => labelled(titles[i] ?? '', texts[i] ?? '', tones?.[i], room, pen));
  yield* packed(parts, room, pen);
  const wide = wideBelow === undefined ? '' : (texts[wideBelow] ?? '');
  if (wide === '' || wideBelow === undefined) return;
  for (const line of wrap(wide, room)) yield INDENT + pen.paint(line, tones?.[wideBelow]);
}

interface Part {
  painted: string;
  width: number;
}

function labelled(title: string, text: string, tone: Tone | undefined, room: number, pen: Pen): Part[] {
  const label = `${title}: `;
  return wrap(label + text, room).map((line) => {
    const value = line.startsWith(label) ? line.slice(label.length) : line;
    return { painted: pen.paint(line.slice(0, line.length - value.length), 'dim') + pen.paint(value, tone), width: displayWidth(line) };
  });
}

/** Parts side by side while there is room for them, indented. */
function* packed(parts: readonly Part[], room: number, pen: Pen): Generator<string> {
  let line: string[] = [];
  let used = 0;
  for (const part of parts) {
    if (line.length > 0 && used + 3 + part.width > room) {
      yield INDENT + line.join(` ${pen.dot} `);
      line = [];
      used = 0;
    }
    used += part.width + (line.length > 0 ? 3 : 0);
    line.push(part.painted);
  }
  if (line.length > 0) yield INDENT + line.join(` ${pen.dot} `);
}
