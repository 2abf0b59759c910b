/** Columns of text: their widths, what wraps and what moves to a second line. */
import type { Cell, Column, Tone } from '../core/report.ts';
import { terminal } from './escape.ts';
import { displayWidth, padTo, wrap } from './width.ts';

export interface Pen {
  width: number | undefined;
  paint(text: string, tone: Tone | undefined): string;
  /** Stands between things of one line. */
  dot: string;
}

const GAP = 2;
const INDENT = '    ';
/** The wide column never gets less than this. */
const WIDE_LEAST = 20;
/** A column that is not the wide one takes no more than this part of the line, so that one long path does not push the rest away. */
const SHARE = 0.4;

interface Slot {
  index: number;
  width: number;
  right: boolean;
}

/** What stands on the first line of a row, and what on an indented second one. */
interface Layout {
  slots: Slot[];
  below: number[];
}

/** All cells of a table, made safe, row after row. Only cells that have a tone stand in `tones`. */
interface Grid {
  count: number;
  texts: string[];
  tones: Map<number, Tone>;
  widths: number[];
}

export function* columnLines<T>(columns: readonly Column<T>[], items: readonly T[], pen: Pen): Generator<string> {
  const titles = columns.map((c) => terminal(c.title));
  const grid = gridOf(columns, titles, items);
  const layout = layoutOf(columns, grid.widths, pen.width);
  yield* rowLines(layout, titles, titles.map(() => 'strong' as const), pen);
  for (let row = 0; row < items.length; row += 1) {
    const start = row * grid.count;
    const texts = grid.texts.slice(start, start + grid.count);
    const tones = texts.map((_, i) => grid.tones.get(start + i));
    yield* rowLines(layout, texts, tones, pen);
    yield* belowLines(layout.below, titles, texts, tones, pen);
  }
}

function gridOf<T>(columns: readonly Column<T>[], titles: readonly string[], items: readonly T[]): Grid {
  const grid: Grid = { count: columns.length, texts: [], tones: new Map(), widths: titles.map(displayWidth) };
  for (const item of items) {
    for (const [i, column] of columns.entries()) {
      const cell = column.value(item);
      const text = terminal(textOf(cell));
      if (typeof cell !== 'string') grid.tones.set(grid.texts.length, cell.tone);
      grid.texts.push(text);
      grid.widths[i] = Math.max(grid.widths[i] ?? 0, displayWidth(text));
    }
  }
  return grid;
}

export const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

function layoutOf<T>(columns: readonly Column<T>[], natural: readonly number[], width: number | undefined): Layout {
  const slots = columns.map((c, index): Slot => ({ index, width: natural[index] ?? 0, right: c.align === 'right' }));
  if (width === undefined || spread(slots) <= width) return { slots, below: [] };
  const wide = columns.findIndex((c) => c.wide === true);
  const share = Math.max(WIDE_LEAST, Math.floor(width * SHARE));
  const narrow = slots.map((s) => (s.index === wide ? { ...s, width: Math.min(s.width, WIDE_LEAST) } : { ...s, width: Math.min(s.width, share) }));
  const kept = firstLine(narrow, wide, width);
  const room = width - spread(kept);
  return {
    slots: kept.map((s) => (s.index === wide ? { ...s, width: Math.min(natural[wide] ?? 0, s.width + room) } : s)),
    below: slots.map((s) => s.index).filter((i) => !kept.some((k) => k.index === i)),
  };
}

/** The wide column, and of the others as many from the left as fit beside it; the first one always. */
function firstLine(slots: readonly Slot[], wide: number, width: number): Slot[] {
  for (let last = slots.length - 1; last > 0; last -= 1) {
    const kept = slots.filter((s) => s.index <= last || s.index === wide);
    if (spread(kept) <= width) return kept;
  }
  return slots.slice(0, 1);
}

const spread = (slots: readonly Slot[]): number => slots.reduce((sum, s) => sum + s.width + GAP, -GAP);

/** One row: a line, or several where a cell wraps. */
function* rowLines({ slots }: Layout, texts: readonly string[], tones: readonly (Tone | undefined)[], pen: Pen): Generator<string> {
  const cells = slots.map((s) => {
    const text = texts[s.index] ?? '';
    return displayWidth(text) <= s.width ? [text] : wrap(text, s.width);
  });
  const height = Math.max(1, ...cells.map((c) => c.length));
  for (let line = 0; line < height; line += 1) {
    yield slots.map((slot, i) => cellText(cells[i]?.[line] ?? '', slot, tones[slot.index], pen)).join('  ').trimEnd();
  }
}

/** Padded first and painted inside the padding, so that a line never ends in painted blanks. */
function cellText(text: string, slot: Slot, tone: Tone | undefined, pen: Pen): string {
  const padded = padTo(text, slot.width, slot.right);
  if (tone === undefined || text === '') return padded;
  const at = slot.right ? padded.length - text.length : 0;
  return padded.slice(0, at) + pen.paint(text, tone) + padded.slice(at + text.length);
}

/** The columns that found no room, each with its title, as many on a line as fit. Empty ones are left out. */
function* belowLines(below: readonly number[], titles: readonly string[], texts: readonly string[], tones: readonly (Tone | undefined)[], pen: Pen): Generator<string> {
  const room = (pen.width ?? Infinity) - INDENT.length;
  const parts = below
    .filter((i) => texts[i] !== '')
    .flatMap((i) => labelled(titles[i] ?? '', texts[i] ?? '', tones[i], room, pen));
  yield* packed(parts, room, pen);
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
