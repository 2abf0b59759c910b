import { live, subjectIn } from '../../inventory/concepts.ts';
import { scopesOf } from '../../inventory/consenting.ts';
import { type Scope, scopeText } from '../../inventory/consent-scopes.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, type FileCheck, rule } from '../../inventory/rule.ts';
import about from './gipa-bundled.json' with { type: 'json' };

/** Consents of the Act that the row names. */
function consents(row: Row): Scope[] {
  return scopesOf(row).filter(({ code }) => code.startsWith('gipa_'));
}

function concerned(row: Row, ctx: Context): boolean {
  const californian = row.blank('subject_jurisdiction') || subjectIn(row, 'US-CA');
  return row.level === 'record' && californian && !row.no('gipa_covered') && live(row, ctx.today);
}

/** Scopes by act: one event with one piece of evidence of one person. */
function perFile(ctx: Context): FileCheck {
  const acts = new Map<string, Set<string>>();
  return {
    end: () => acts.clear(),
    row: (row) => {
      const scopes = consents(row);
      if (scopes.length === 0 || !concerned(row, ctx)) return;
      if (row.blank('consent_event_id')) {
        untold(row, ctx, scopes.length);
        return;
      }
      const person = row.has('subject_ref') ? row.text('subject_ref') : `line ${row.line}`;
      const key = JSON.stringify([person, row.text('consent_event_id'), row.text('consent_evidence_ref')]);
      const known = acts.get(key) ?? new Set<string>();
      const fresh = [...new Set(scopes.map(scopeText))].filter((scope) => !known.has(scope));
      for (const scope of fresh) known.add(scope);
      acts.set(key, known);
      if (fresh.length > 0 && known.size > 1) bundled(ctx, [...known]);
    },
  };
}

function bundled(ctx: Context, known: readonly string[]): void {
  const codes = [...new Set(known.map((scope) => scope.split(':')[0] as string))].toSorted();
  const named = codes.map((code) => `“${code}”`).join(', ');
  ctx.report({ at: 'consent_event_id', says: `${known.length} consents (${named}) were given in one act; each needs an act of its own`, what: codes.join(' ') });
}

function untold(row: Row, ctx: Context, n: number): void {
  const gap = { kind: 'gap', severity: 'note', what: 'event' } as const;
  if (row.absent('consent_event_id')) ctx.reportOnce({ ...gap, says: 'the file has no column for the events of consent: whether several consents were taken in one act cannot be told' });
  else if (n > 1) ctx.report({ ...gap, at: 'consent_event_id', says: 'whether the consents of the row were taken in one act cannot be told: their event is not recorded' });
}

export default rule('consent/gipa-bundled', about, ['consent_scope'], () => {}, perFile);
