/** The reasons that the laws of a case know, as codes. */
import { standings } from '../core/case.ts';
import type { Citation } from '../core/law.ts';
import type { Casework } from './casework.ts';

export interface KnownGround {
  id: string;
  says: string;
  law: string;
  citation: Citation;
}

/** Grounds of extension or of refusal, by the mark that would carry them; each code once. */
export function groundsFor(work: Casework, mark: string): KnownGround[] {
  const day = work.timeline.marks[0]?.on ?? 0;
  const standing = standings(work.timeline, work.laws, day, work.world);
  const grounds = mark === 'extension-noticed'
    ? standing.flatMap(({ law, clock }) => (clock.term.extension?.grounds ?? []).map((g) => ({ ...g, law: law.id, citation: clock.term.extension?.citation as Citation })))
    : [...new Set(standing.map((s) => s.law))].flatMap((law) => (law.refusalGrounds ?? []).filter((g) => !g.types || g.types.includes(work.timeline.requestType)).map((g) => ({ id: g.id, says: g.says, law: law.id, citation: g.citation })));
  return grounds.filter((g, i) => grounds.findIndex((o) => o.id === g.id) === i);
}
