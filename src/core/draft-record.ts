/** What a draft said and what it left open, recorded while its template is written out. */
import type { ContentStatus } from './breach-contents.ts';
import type { BreachContent } from './breach-law.ts';
import { type CitationOut, citationOut } from './law.ts';
import type { Draft, Wanted } from './draft.ts';
import { type Said, touches } from './draft-values.ts';

/** An element of a notice, with how it stands in the draft. */
export interface DraftContent {
  id: string;
  says: string;
  need: BreachContent['status'];
  status: ContentStatus;
  /** Where its facts stand in the facts file, the first to record first. */
  facts: string[];
  citation: CitationOut;
}

/** Something that the draft would say and that is not recorded. */
export interface DraftGap {
  /** The content of the law that it belongs to, if any. */
  content: string | null;
  says: string;
  facts: string[];
  citation: CitationOut | null;
}

export interface DraftResult {
  complete: boolean;
  contents: DraftContent[];
  gaps: DraftGap[];
  /** Facts to record, each once. */
  missing: string[];
}

/** A part of the letter that its template does not write. */
export type RestPart = { says: string; value: Said } | { topic: string };

/** A text that is recorded and not shown, as the facts of a case have it, or a mark of a gap. */
const MARKS = /⟦PERSONAL: [\w.-]+ — add --reveal⟧|[⟦⟧]/g;

export class DraftRecord {
  readonly draft: Draft;
  private readonly printed = new Set<string>();
  private readonly declared = new Set<string>();
  /** Contents with a gap, and contents whose words are written. */
  private readonly lacking = new Set<Wanted>();
  private readonly worded = new Set<Wanted>();
  private readonly gaps = new Map<string, DraftGap>();
  /** The contents whose words are being written. */
  private current: readonly Wanted[] = [];

  constructor(draft: Draft) {
    this.draft = draft;
  }

  asksFor(topic: string): boolean {
    return this.of(topic).length > 0;
  }

  private of(topic: string): Wanted[] {
    return this.draft.wanted.filter((w) => w.topic === topic && w.status !== 'not-applicable');
  }

  /** Begins the words of a topic; what it returns ends them. */
  enter(topic: string): (printed: boolean) => void {
    const outer = this.current;
    const mine = this.of(topic);
    this.current = mine;
    return (printed) => {
      if (printed) for (const wanted of mine) this.worded.add(wanted);
      this.current = outer;
    };
  }

  /** The words of a topic that no template wrote; where there are none, its gap. */
  within(topic: string, words: () => string): string {
    const leave = this.enter(topic);
    const text = words();
    leave(text.trim() !== '');
    if (text.trim() !== '') return text.trim();
    return this.of(topic).filter((w) => w.content.status !== 'optional').map((w) => `- ${this.gap(w, [])}`).join('\n');
  }

  /** Whether a template should speak of it: it has words, or the law asks for them. */
  isWanted(said: Said): boolean {
    if (said.state === 'known') return true;
    if (said.state === 'none' || said.state === 'withheld') return false;
    return this.current.length > 0 || this.draft.wanted.some((w) => w.content.status !== 'optional' && (w.status === 'missing' || w.status === 'declared-unknown') && isAbout(w, said.ways));
  }

  /** Whether the law asks for it here, recorded or not. */
  isAsked(said: Said): boolean {
    return this.draft.wanted.some((w) => w.content.status !== 'optional' && w.status !== 'not-applicable' && isAbout(w, said.ways));
  }

  /** Whether the law names it at all, be it that nothing applies here. */
  isNamed(said: Said): boolean {
    return this.draft.wanted.some((w) => isAbout(w, said.ways));
  }

  /** A value as it is printed; `escape` makes its texts harmless. The marks of gaps are ours alone, but for that of a text that is not shown. */
  print(said: Said, escape: (text: string) => string): string {
    const { speech, wanted } = this.draft;
    if (said.state === 'known') {
      for (const path of said.from) this.printed.add(path);
      return escape(said.texts.join(', ').replace(MARKS, (mark) => (mark.length > 1 ? mark : `\\u${mark.charCodeAt(0).toString(16)}`)));
    }
    if (said.state === 'withheld') return escape(this.note(null, `may not be said here: ${said.why ?? ''}`, said.ways, null, 'WITHHELD'));
    if (said.state === 'none') return escape(speech.word('none'));
    const open = this.current.length > 0 ? this.current : wanted.filter((w) => w.status === 'missing' && isAbout(w, said.ways));
    if (open.length > 0) return open.map((w) => this.gap(w, said.ways, escape)).join(' ');
    if (said.state === 'unknown' || wanted.some((w) => w.status === 'declared-unknown' && isAbout(w, said.ways))) {
      for (const path of said.ways) this.declared.add(path);
      return escape(speech.word(this.draft.rule.phase === 'final' ? 'unknown.final' : 'unknown'));
    }
    const [first] = said.ways;
    return escape(this.note(null, said.why ?? (first === undefined ? 'a value' : speech.fact(first)), said.ways, this.draft.item.citation));
  }

  private gap(wanted: Wanted, ways: readonly string[], escape = (text: string) => text): string {
    this.lacking.add(wanted);
    const { id, says, facts, citation } = wanted.content;
    const mine = [...new Set(facts.flatMap((way) => way.split('+')))];
    return escape(this.note(id, says, mine.length > 0 ? mine : ways, citationOut(citation)));
  }

  private note(content: string | null, says: string, ways: readonly string[], citation: CitationOut | null, kind = 'MISSING'): string {
    const facts = this.draft.paths(ways);
    this.gaps.set([content, says, facts.join()].join('\n'), { content, says, facts, citation });
    return `⟦${kind}: ${says}${citation === null ? '' : ` — ${citation.ref}`}⟧`;
  }

  /** Contents that the law asks for and that the template has not written. */
  rest(): RestPart[] {
    const parts: RestPart[] = [];
    const topics = new Set<string>();
    for (const wanted of this.draft.wanted) {
      const { content, status, topic } = wanted;
      if (status === 'not-applicable' || content.status === 'optional' || this.isWritten(wanted)) continue;
      if (content.facts.length === 0 && topic !== undefined) {
        if (!topics.has(topic)) parts.push({ topic });
        topics.add(topic);
      } else parts.push({ says: capital(content.says), value: this.valueOf(wanted) });
    }
    return parts;
  }

  private isWritten(wanted: Wanted): boolean {
    if (this.lacking.has(wanted) || this.worded.has(wanted)) return true;
    const { facts } = wanted.content;
    if (facts.length === 0 || wanted.status === 'missing') return false;
    const of = wanted.status === 'present' ? this.printed : this.declared;
    const ways = facts.map((way) => way.split('+').every((path) => [...of].some((p) => touches(p, path))));
    return ways.some(Boolean);
  }

  /** The facts of a content together, or its gap. */
  private valueOf({ content, status }: Wanted): Said {
    const gap: Said = { kind: 'said', state: status === 'declared-unknown' ? 'unknown' : 'silent', ways: content.facts.flatMap((way) => way.split('+')), from: [], texts: [], why: content.says };
    if (status !== 'present') return gap;
    for (const way of content.facts) {
      const said = way.split('+').map((path) => this.draft.say(path));
      if (said.every((s) => s.state === 'known')) return { ...gap, state: 'known', from: said.flatMap((s) => s.from), texts: said.flatMap((s) => s.texts) };
    }
    return gap;
  }

  result(hasMarks: boolean): DraftResult {
    const contents = this.draft.wanted.map((wanted): DraftContent => {
      const { id, says, status: need, facts, citation } = wanted.content;
      return { id, says, need, status: this.statusOf(wanted), facts: this.draft.paths([...new Set(facts.flatMap((way) => way.split('+')))]), citation: citationOut(citation) };
    });
    const gaps = [...this.gaps.values()];
    const lacking = contents.filter((c) => c.status === 'missing' && c.need !== 'optional');
    const shown = new Set(gaps.map((g) => g.content));
    const missing = [...gaps.map((g) => g.facts[0] ?? g.says), ...lacking.filter((c) => !shown.has(c.id)).map((c) => c.facts[0] ?? c.says)];
    return { complete: !hasMarks && lacking.length === 0, contents, gaps, missing: [...new Set(missing)] };
  }

  private statusOf(wanted: Wanted): ContentStatus {
    if (wanted.status !== 'present' || wanted.content.facts.length > 0) return wanted.status;
    if (this.lacking.has(wanted)) return 'missing';
    return this.worded.has(wanted) ? 'present' : wanted.content.status === 'optional' ? 'not-applicable' : 'missing';
  }

  /** What the completeness sheet shows. */
  sheet(result: DraftResult, markdown: string): object {
    const { draft } = this;
    const { item, law, speech, rule } = draft;
    const word = (key: string): string => speech.english(key);
    return {
      title: rule.title, key: draft.key, law: law.title, recipient: item.recipient, duty: item.duty, decision: item.decision, why: item.why, dataSet: draft.dataSet ?? '', phase: draft.phase?.name ?? '',
      due: item.due ?? item.standard ?? '', dueAt: item.dueAt ?? '', zone: item.timeZone, state: item.state, standard: item.standard ?? '', target: item.practiceTarget ?? '',
      complete: result.complete, missing: result.missing, steps: item.steps.map((s) => s.says), portal: item.portal ?? '', method: item.method, order: item.order?.says ?? '',
      conflicts: item.conflictsWith, forbidden: draft.forbidden.map((f) => ({ says: f.says, provision: f.citation.ref })), format: draft.format.map((f) => ({ says: f.says, provision: f.citation.ref })),
      contents: result.contents.map((c, i) => ({ says: c.says, status: word(`status.${c.status}`), bad: c.status === 'missing' && c.need !== 'optional', need: word(`need.${c.need}`), facts: c.facts, provision: c.citation.ref, url: c.citation.url ?? '', verified: draft.wanted[i]?.content.citation.verified === true })),
      own: result.gaps.filter((g) => g.content === null).map((g) => ({ says: g.says, facts: g.facts })), parties: speech.unverified(markdown),
    };
  }
}

function isAbout({ content }: Wanted, ways: readonly string[]): boolean {
  return content.facts.some((way) => way.split('+').some((path) => ways.some((at) => touches(path, at))));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
