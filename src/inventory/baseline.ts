/** A baseline: what was found before does not fail again, and what is gone is counted. */
import type { Finding } from '../core/report.ts';

export interface BaselineSummary {
  /** Found then and now. */
  known: number;
  /** Found now only. */
  new: number;
  /** Found then only. */
  fixed: number;
}

/**
 * Compares findings one by one, by their fingerprints, so that one finding fixed and another made is seen. What was waived
 * in the earlier run is not part of the baseline: when its waiver ends it must fail.
 */
export class Baseline {
  private readonly before: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private fresh = 0;

  constructor(earlier: readonly Pick<Finding, 'fingerprint' | 'waived'>[]) {
    this.before = new Set(earlier.filter((f) => f.waived === null).map((f) => f.fingerprint));
  }

  /** Whether it was found before. A finding that is waived now is not new. */
  knows(finding: Pick<Finding, 'fingerprint' | 'waived'>): boolean {
    const known = this.before.has(finding.fingerprint);
    if (known) this.seen.add(finding.fingerprint);
    else if (finding.waived === null) this.fresh += 1;
    return known;
  }

  /** After the last finding. */
  get summary(): BaselineSummary {
    return { known: this.seen.size, new: this.fresh, fixed: this.before.size - this.seen.size };
  }
}

/** The same for findings that are all there. `fresh`: those that may fail. */
export function against(earlier: readonly Pick<Finding, 'fingerprint' | 'waived'>[], findings: readonly Finding[]): { fresh: Finding[]; summary: BaselineSummary } {
  const baseline = new Baseline(earlier);
  const fresh = findings.filter((f) => !baseline.knows(f));
  return { fresh, summary: baseline.summary };
}
