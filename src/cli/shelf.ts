/** The laws of each jurisdiction, read once however many rows or cases ask for them. */
import type { LoadedBreachLaw } from '../adapters/breach-laws.ts';
import type { LoadedLaw } from '../adapters/data.ts';
import type { Law } from '../core/law.ts';
import { compareText } from '../core/order.ts';
import type { Outcome } from '../core/report.ts';
import type { Timeline } from '../core/timeline.ts';
import type { App } from './app.ts';

type Place = Pick<Timeline, 'jurisdiction' | 'laws'>;

/** Law files of an earlier version, put in place of the present ones. */
export interface EarlierLaws {
  requests(now: readonly LoadedLaw[]): Promise<readonly LoadedLaw[]>;
  breaches(now: readonly LoadedBreachLaw[]): Promise<readonly LoadedBreachLaw[]>;
}

export class Shelf {
  private readonly app: App;
  private readonly earlier: EarlierLaws | undefined;
  private readonly known = new Map<string, { laws: readonly Law[]; loaded: readonly LoadedLaw[] }>();

  /** `earlier`: law files that take the place of the present ones. */
  constructor(app: App, earlier?: EarlierLaws) {
    this.app = app;
    this.earlier = earlier;
  }

  /** The laws that may concern a jurisdiction, and those a case names. */
  async of(place: Place): Promise<readonly Law[]> {
    return (await this.look(place)).laws;
  }

  /** The same with their files. */
  async loaded(place: Place): Promise<readonly LoadedLaw[]> {
    return (await this.look(place)).loaded;
  }

  /** Every law that was looked at, for the head of a report. */
  used(): NonNullable<Outcome['laws']> {
    const all = [...this.known.values()].flatMap(({ loaded }) => loaded);
    const byId = new Map(all.map((l) => [l.law.id, l]));
    return [...byId.values()].toSorted((a, b) => compareText(a.law.id, b.law.id));
  }

  private async look(place: Place): Promise<{ laws: readonly Law[]; loaded: readonly LoadedLaw[] }> {
    const key = [place.jurisdiction, ...(place.laws ?? [])].join(' ');
    const known = this.known.get(key);
    if (known) return known;
    const now = await lawsOf(this.app, place);
    const loaded = this.earlier ? await this.earlier.requests(now) : now;
    const found = { loaded, laws: loaded.map((l) => l.law) };
    this.known.set(key, found);
    return found;
  }
}

/** The laws that may concern a case; laws named by `--law` are always among them. */
export async function lawsOf(app: App, place: Place): Promise<readonly LoadedLaw[]> {
  const loaded = await app.laws(place.jurisdiction);
  const absent = (place.laws ?? []).filter((id) => !loaded.some((l) => l.law.id === id));
  if (absent.length === 0) return loaded;
  return [...loaded, ...(await app.allLaws()).filter((l) => absent.includes(l.law.id))];
}
