/** The laws of each jurisdiction, read once however many rows or cases ask for them. */
import type { LoadedLaw } from '../../adapters/data.ts';
import type { Law } from '../../core/law.ts';
import type { Outcome } from '../../core/report.ts';
import type { Timeline } from '../../core/timeline.ts';
import type { App } from '../app.ts';
import { lawsOf } from '../casework.ts';

export class Shelf {
  private readonly app: App;
  private readonly loaded = new Map<string, { laws: readonly Law[]; from: readonly LoadedLaw[] }>();

  constructor(app: App) {
    this.app = app;
  }

  /** The laws that may concern a jurisdiction, and those a case names. */
  async of(place: Pick<Timeline, 'jurisdiction' | 'laws'>): Promise<readonly Law[]> {
    const key = [place.jurisdiction, ...(place.laws ?? [])].join(' ');
    const known = this.loaded.get(key);
    if (known) return known.laws;
    const from = await lawsOf(this.app, place);
    const laws = from.map((l) => l.law);
    this.loaded.set(key, { laws, from });
    return laws;
  }

  /** Every law that was looked at, for the head of a report. */
  used(): NonNullable<Outcome['laws']> {
    const all = [...this.loaded.values()].flatMap(({ from }) => from);
    const byId = new Map(all.map((l) => [l.law.id, l]));
    return [...byId.values()].toSorted((a, b) => (a.law.id < b.law.id ? -1 : 1));
  }
}
