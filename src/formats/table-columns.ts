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
/** With less room than this beside the others the wide column goes below them, where it has the whole line. */
const WIDE_LEAST = 30;
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
  if (layout.wideBelow !== undefined) yield INDENT + pen.paint(titles[layout.wideBelow] ?? '', 'strong');
  for (let row = 0; row < items.length; row += 1) {
    const start = row * grid.count;
    const texts = grid.texts.slice(start, start + grid.count);
    const tones = texts.map((_, i) => grid.tones.get(start + i));
    yield* rowLines(layout, texts, tones, pen);
    yield* belowLines(layout, titles, texts, tones, pen);
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

function layoutOf<T>(columns: readonly Column<T>[], natural: readonly number[], width: number | undefined): Layout {
  const slots = columns.map((c, index): Slot => ({ index, width: natural[index] ?? 0, right: c.align === 'right' }));
  if (width === undefined || spread(slots) <= width) return { slots, below: [], wideBelow: undefined };
  const wide = columns.findIndex((c) => c.wide === true);
  const share = Math.max(SHARE_LEAST, Math.floor(width * SHARE));
  const least = slots.map((s) => ({ ...s, width: Math.min(s.width, s.index === wide ? WIDE_LEAST : share) }));
  if (spread(least) <= width) return { slots: grown(least, natural, wide, width), below: [], wideBelow: undefined };
  const others = least.filter((s) => s.index !== wide);
  const kept = firstLine(others, width);
  const below = others.slice(kept.length).map((s) => s.index);
  return { slots: kept, below, wideBelow: wide < 0 ? undefined : wide };
}

/** The room that is left goes to the wide column; without one, to the columns that were cut, from the left. */
function grown(slots: readonly Slot[], natural: readonly number[], wide: number, width: number): Slot[] {
  let room = width - spread(slots);
  return slots.map((slot) => {
    const more = wide < 0 || slot.index === wide ? Math.min(room, (natural[slot.index] ?? 0) - slot.width) : 0;
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

/** The columns that found no room, each with its title, as many on a line as fit; then the wide one. Empty ones are left out. */
function* belowLines({ below, wideBelow }: Layout, titles: readonly string[], texts: readonly string[], tones: readonly (Tone | undefined)[], pen: Pen): Generator<string> {
  const room = (pen.width ?? Infinity) - INDENT.length;
  const parts = below
    .filter((i) => texts[i] !== '')
    .flatMap((i) => labelled(titles[i] ?? '', texts[i] ?? '', tones[i], room, pen));
  yield* packed(parts, room, pen);
  const wide = wideBelow === undefined ? '' : (texts[wideBelow] ?? '');
  if (wide === '' || wideBelow === undefined) return;
  for (const line of wrap(wide, room)) yield INDENT + pen.paint(line, tones[wideBelow]);
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
