/** How many requests were received, what became of them, and how long that took. Counted exactly; only the mean is rounded, once. */
import type { Deadline } from './deadline.ts';
import type { RequestType } from './law.ts';
import { type Timeline, findMark } from './timeline.ts';

export const FATES = ['complied', 'partlyComplied', 'denied', 'withdrawn', 'notApplicable', 'noOutcome', 'open'] as const;
export type Fate = (typeof FATES)[number];

export const CLOCKS = ['onTime', 'late', 'overdue', 'running', 'noClock'] as const;
export type ClockFate = (typeof CLOCKS)[number];

const BY_OUTCOME: Readonly<Record<string, Fate>> = { granted: 'complied', 'partly-granted': 'partlyComplied', refused: 'denied', withdrawn: 'withdrawn', 'not-applicable': 'notApplicable' };

/** What became of a request. After an appeal the last answer says how it ended, the first when it was answered. */
export function fateOf(timeline: Timeline): { fate: Fate; days?: number } {
  if (timeline.marks.some((m) => m.mark === 'withdrawn')) return { fate: 'withdrawn' };
  const answers = timeline.marks.filter((m) => m.mark === 'answered');
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last) return { fate: 'open' };
  const fate = last.outcome === undefined ? 'noOutcome' : (BY_OUTCOME[last.outcome] as Fate);
  const received = findMark(timeline, 'received');
  return fate === 'withdrawn' || !received ? { fate } : { fate, days: first.on - received.on };
}

/** How the clock for the answer stands, of the clocks of one law on one request. */
export function clockFateOf(items: readonly Deadline[]): ClockFate {
  const answer = items.find((i) => i.obligation === 'respond') ?? items.find((i) => i.obligation !== 'acknowledge' && i.due !== null);
  switch (answer?.state) {
    case 'met': return answer.due === null ? 'noClock' : 'onTime';
    case 'late': return 'late';
    case 'overdue': return 'overdue';
    case 'running': case 'paused': return 'running';
    default: return 'noClock';
  }
}

/** The counts of one line. `received` is the sum of the fates, and of the clocks. */
export type MetricsRow = {
  law: string | null;
  group: string;
  says: string;
  types: RequestType[];
  received: number;
  /** `complied` and `partlyComplied` together, as California counts. */
  compliedInWholeOrPart: number;
  daysCount: number;
  daysSum: number;
  daysMedian: number | null;
  daysMean: number | null;
} & Record<Fate | ClockFate, number>;

/** Adds requests up. Days are kept as a histogram, so a line takes the same room however many there are. */
export class Tally {
  private readonly fates = new Map<Fate, number>();
  private readonly clocks = new Map<ClockFate, number>();
  private readonly days = new Map<number, number>();
  private received = 0;

  add({ fate, days }: { fate: Fate; days?: number }, clock: ClockFate): void {
    this.received += 1;
    this.fates.set(fate, (this.fates.get(fate) ?? 0) + 1);
    this.clocks.set(clock, (this.clocks.get(clock) ?? 0) + 1);
    if (days !== undefined) this.days.set(days, (this.days.get(days) ?? 0) + 1);
  }

  row(head: Pick<MetricsRow, 'law' | 'group' | 'says' | 'types'>): MetricsRow {
    const fates = Object.fromEntries(FATES.map((fate) => [fate, this.fates.get(fate) ?? 0])) as Record<Fate, number>;
    const clocks = Object.fromEntries(CLOCKS.map((clock) => [clock, this.clocks.get(clock) ?? 0])) as Record<ClockFate, number>;
    const daysCount = [...this.days.values()].reduce((a, b) => a + b, 0);
    const daysSum = [...this.days].reduce((sum, [days, n]) => sum + days * n, 0);
    return { ...head, received: this.received, ...fates, compliedInWholeOrPart: fates.complied + fates.partlyComplied, daysCount, daysSum, daysMedian: median(this.days, daysCount), daysMean: mean(daysSum, daysCount), ...clocks };
  }
}

/** The middle value, or the middle of the two middle ones: a whole number or a half. */
function median(histogram: ReadonlyMap<number, number>, count: number): number | null {
  if (count === 0) return null;
  const sorted = [...histogram].toSorted(([a], [b]) => a - b);
  const at = (position: number): number => {
    let passed = 0;
    for (const [days, n] of sorted) {
      passed += n;
      if (position < passed) return days;
    }
    return 0;
  };
  return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
}

/** The mean with two decimals, halves up, by whole numbers: a float sum could fall on either side of a half. */
function mean(sum: number, count: number): number | null {
  return count === 0 ? null : Math.floor((sum * 200 + count) / (2 * count)) / 100;
}
