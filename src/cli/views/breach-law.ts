/** How a breach law reads: its duties, periods, contents and exceptions, with their provisions. */
import type { BreachLaw, BreachObligation, BreachTerm } from '../../core/breach-law.ts';
import { breachMarkWords } from '../../core/breach-timeline.ts';
import { sayCitation } from '../../core/law.ts';
import { periodWords } from '../../core/period.ts';

export function describeBreachLaw(law: BreachLaw): string {
  const scope = [law.scope.people ? `people in ${law.scope.people.join(', ')}` : '', law.scope.established ? `organisations established in ${law.scope.established.join(', ')}` : ''].filter((s) => s !== '').join('; ');
  const lines = [`# ${law.title} (breaches)`, '', `${law.id}; ${law.authority}. Compared with the text on ${law.checked.on}.`, '', `Concerns ${scope}.${law.scope.whenSays ? ` Not where ${law.scope.whenSays}.` : ''}`, ''];
  for (const obligation of law.obligations) lines.push(...describeDuty(law, obligation));
  if (law.notes?.length) lines.push('## Notes', '', ...law.notes.map((note) => `- ${note}`), '');
  return lines.join('\n');
}

function describeDuty(law: BreachLaw, obligation: BreachObligation): string[] {
  const name = obligation.variant === undefined ? obligation.id : `${obligation.id} (${obligation.variant})`;
  const depends = obligation.dependsOn === undefined ? '' : ` Only where ${obligation.dependsOn} is due.`;
  return [`## ${name}`, '', `${obligation.duty}. To: ${obligation.recipient}. Duty of: ${obligation.roles.join(', ')}.${depends}`, '', ...obligation.terms.flatMap((term) => describeTerm(law, term)), ''];
}

function describeTerm(law: BreachLaw, term: BreachTerm): string[] {
  const start = term.starts === 'contained' || term.starts === 'determined' || term.starts === 'discovered' || term.starts === 'occurred' ? `from when ${breachMarkWords(term.starts)}` : `from: ${breachMarkWords(term.starts)}`;
  const period = term.phases ? `in ${term.phases.length} parts` : term.within ? periodWords(term.within) : term.yearEnd ? `${periodWords(term.yearEnd.within)} after the end of the year` : `no number of days: ${term.standard ?? 'no time is set'}`;
  const status = term.status === 'in-force' ? '' : ` (${term.status})`;
  return [
    `- From ${term.from}${term.until ? ` until ${term.until}` : ''}${status}: **${period}**, ${start}. ${sayCitation(law, term.citation)}`,
    ...(term.counting ? [`  - Counting: ${law.counting[term.counting]?.says} (${law.counting[term.counting]?.citation.ref})`] : []),
    ...(term.phases ?? []).map((p) => `  - ${p.id}: ${p.says}${p.within ? `, ${periodWords(p.within)}` : ''}${p.standard ? `; ${p.standard}` : ''}${p.citation ? ` (${p.citation.ref})` : ''}`),
    ...(term.whenSays ? [`  - Not where ${term.whenSays}`] : []),
    ...(term.exceptions ?? []).map((e) => `  - Not required, \`${e.id}\`: ${e.says} (${e.citation.ref})`),
    ...(term.delay ?? []).map((d) => `  - Waits: ${d.says} (${d.citation.ref})`),
    ...(term.order ? [`  - Order: ${term.order.says}`] : []),
    ...(term.readings ?? []).map((r) => `  - Another reading: ${r.says} (${r.citation.ref})`),
    ...(term.counsel ? [`  - Ask counsel: ${term.counsel.says}`] : []),
    ...(term.contents ?? []).map((c) => `  - Says (${c.status}): ${c.says} (${c.citation.ref})`),
    ...(term.forbidden ?? []).map((f) => `  - May not say: ${f.says} (${f.citation.ref})`),
    ...(term.format ?? []).map((f) => `  - Form: ${f.says} (${f.citation.ref})`),
    ...(term.keep ? [`  - Kept for ${periodWords(term.keep)}`] : []),
  ];
}
