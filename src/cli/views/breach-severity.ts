/** How severe a breach is, and which risk is suggested, in words. */
import type { Risk } from '../../core/breach-risk.ts';
import { CIRCUMSTANCES, type Factor, type Severity, type Span } from '../../core/severity.ts';

const round = (n: number): string => String(Math.round(n * 100) / 100);
const span = ({ min, max }: Span): string => (min === max ? round(min) : `${round(min)} to ${round(max)}`);

/** Two lines above the duties. */
export function severityLines({ score, levels, dataContext, easeOfIdentification, circumstancesTotal, flags, warnings }: Severity, { suggested, decided, differs }: Risk): string[] {
  const level = levels.length === 1 ? levels[0] : `${levels[0]} to ${levels.at(-1)}`;
  const notes = [...(flags.manyPeople ? ['many people'] : []), ...(flags.unintelligible ? ['data unintelligible'] : [])];
  const range = suggested.level === 'undetermined' ? `${suggested.range.from} to ${suggested.range.to}` : suggested.level;
  return [
    `Severity: ${level}, ${span(score)} (data context ${span(dataContext)} × ease of identification ${span(easeOfIdentification)} + circumstances ${span(circumstancesTotal)})${notes.length > 0 ? `; ${notes.join(', ')}` : ''}`,
    `Risk for the people: ${range} is suggested${suggested.certain || suggested.level === 'undetermined' ? '' : ', as far as the facts go'}; ${decided === undefined ? 'the organisation has not decided yet' : `the organisation decided: ${decided}${differs === undefined ? '' : `, which is ${differs}`}`}`,
    ...warnings.map((warning) => `Look again: ${warning}`),
  ];
}

/** Where the score and the suggestion come from. */
export function explainSeverity(severity: Severity, { suggested }: Risk): string[] {
  const factor = (name: string, { reasons, ...f }: Factor): string[] => [`  ${name} ${span(f)}${f.by === 'analyst' ? ' (given by the analyst)' : ''}`, ...reasons.map((reason) => `    ${reason}`)];
  return [
    '', `Severity [${severity.method.ref}]`, ...factor('data context', severity.dataContext), ...factor('ease of identification', severity.easeOfIdentification),
    ...CIRCUMSTANCES.flatMap((name) => factor(name, severity.circumstances[name])),
    ...(severity.missing.length > 0 ? [`  would be narrower with: ${severity.missing.join(', ')}`] : []),
    '', `Risk: ${suggested.level} is suggested; custos suggests, people decide (risk.level and risk.reasons)`,
    ...suggested.reasons.map(({ says, citation, proposed }) => `  ${says} [${citation.ref}${proposed ? ', a proposal of the organisation' : ''}]`),
    ...suggested.mayChange.map(({ to, says, missing }) => `  could become ${to}: ${says}${missing.length > 0 ? ` (${missing.join(', ')})` : ''}`),
  ];
}
