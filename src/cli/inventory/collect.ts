/** Takes findings as they are made: waives, compares, counts all, and keeps some. */
import { compareText } from '../../core/order.ts';
import type { Finding } from '../../core/report.ts';
import type { Baseline, BaselineSummary } from '../../inventory/baseline.ts';
import type { Waivers } from '../../inventory/waivers.ts';
import { fails } from '../failing.ts';

const SEVERITIES = ['error', 'warning', 'note'] as const;

/** Keeps so many findings, the worst first. What the baseline knows is counted there and not listed again. */
export class Collector {
  private readonly kept: Record<Finding['severity'], Finding[]> = { error: [], warning: [], note: [] };
  private readonly rules = new Map<string, number>();
  private readonly most: number;
  private readonly failOn: string;
  private readonly waivers: Waivers | undefined;
  private readonly before: Baseline | undefined;
  readonly bySeverity = { error: 0, warning: 0, note: 0 };
  /** How many hang on something absent or unreadable, and nobody has accepted that. */
  gaps = 0;
  waived = 0;
  /** How many are reason to exit 1. */
  failing = 0;

  constructor(most: number, failOn: string, waivers: Waivers | undefined, baseline: Baseline | undefined) {
    this.most = most;
    this.failOn = failOn;
    this.waivers = waivers;
    this.before = baseline;
  }

  add(made: Finding): void {
    const finding = this.waivers?.apply(made) ?? made;
    if (finding.waived) this.waived += 1;
    if (this.before?.knows(finding)) return;
    if (finding.kind === 'gap' && !finding.waived) this.gaps += 1;
    this.bySeverity[finding.severity] += 1;
    this.rules.set(finding.rule, (this.rules.get(finding.rule) ?? 0) + 1);
    if (fails(finding, this.failOn)) this.failing += 1;
    const list = this.kept[finding.severity];
    if (list.length < this.most) list.push(finding);
  }

  /** After the last finding: what is wrong with the waivers themselves. */
  end(): void {
    for (const finding of this.waivers?.end() ?? []) this.add(finding);
  }

  get items(): Finding[] {
    return SEVERITIES.flatMap((severity) => this.kept[severity]).slice(0, this.most);
  }

  get total(): number {
    return this.bySeverity.error + this.bySeverity.warning + this.bySeverity.note;
  }

  get tally(): Record<string, number> {
    return Object.fromEntries([...this.rules].toSorted(([a], [b]) => compareText(a, b)));
  }

  get baseline(): BaselineSummary | undefined {
    return this.before?.summary;
  }
}
