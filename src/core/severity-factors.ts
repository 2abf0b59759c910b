/** The factors of severity as far as the facts of a breach give them; the scores are those of data/severity.json. */
import type { Facts } from './condition.ts';
import { kindOf, wordOf, wordsOf } from './breach-derived.ts';
import type { Circumstance, Factor, Span } from './severity.ts';
import type { Pair, SeverityTable } from './severity-table.ts';

const PROPOSAL = ' (a proposal of the organisation)';

/** What one kind of data or of people adds. */
interface Part {
  span: Pair;
  says: string;
}

/** A score that is at least that of each part, and at most `most` where there may be other parts. */
function highest(parts: readonly Part[], least: number, most: number, open: readonly string[]): Span & { missing: string[] } {
  const known = Math.max(least, ...parts.map(({ span }) => span[1]));
  return { min: Math.max(least, ...parts.map(({ span }) => span[0])), max: open.length > 0 ? most : known, missing: known < most ? [...open] : [] };
}

/** DPC: of several kinds of data the highest counts; of whom they tell counts as well. */
export function dataContextOf(facts: Facts, table: SeverityTable): Factor {
  const { least, most } = table.dataContext;
  const elements = wordsOf(facts, 'data.elements');
  const people = wordsOf(facts, 'people.categories');
  const open: string[] = [];
  const parts = elements.words.map((word): Part => {
    const element = table.dataContext.elements[word];
    if (element?.opens !== true) return partOf(word, table);
    const behind = wordsOf(facts, 'data.opens');
    if (behind.open) open.push('data.opens');
    const { min, max } = highest(behind.words.map((opened) => partOf(opened, table)), least, most, behind.open ? ['data.opens'] : []);
    return { span: [min, max], says: `${element.says}: as the data that they open, ${scores([min, max])}` };
  });
  for (const word of people.words) {
    const kind = kindOf(word, table);
    if (!kind) parts.push({ span: [least, most], says: 'people.categories has a word that custos does not know: what it tells of them is open' });
    else if (kind.span[1] > least) parts.push({ span: kind.span, says: `${kind.words[0] as string}: ${kind.says}, ${scores(kind.span)}${kind.by ? PROPOSAL : ''}` });
  }
  if (elements.open) open.push('data.elements');
  if (people.open) open.push('people.categories');
  const { min, max, missing } = highest(parts, least, most, open);
  const reasons = [...new Set(parts.filter(({ span }) => span[1] === max || span[0] === min || span[1] > min).map(({ says }) => says))];
  return { min, max, missing, by: 'facts', reasons: [...reasons, ...missing.map((fact) => `${fact} is not known: up to ${most}`)] };
}

function partOf(word: string, table: SeverityTable): Part {
  const { categories, elements, least, most } = table.dataContext;
  const element = elements[word];
  const category = categories[element?.category ?? ''];
  const span = element?.span ?? (category ? [category.base, category.base] as const : [least, most] as const);
  const by = element?.by ? PROPOSAL : '';
  return { span, says: `${element?.says ?? 'data of a kind that custos does not know'}: ${category && !element?.span ? `${element?.by ? 'as ' : ''}${category.says}, base score ${category.base}` : scores(span)}${by}` };
}

const scores = ([min, max]: Pair): string => (min === max ? `score ${min}` : `score ${min} to ${max}`);

/** EI: a set of data leads to a person at least as easily as each of its parts. */
export function easeOf(facts: Facts, table: SeverityTable): Factor {
  const { alone, coded, otherwise, together, levels } = table.easeOfIdentification;
  const [least, most] = [levels[0]?.value as number, levels.at(-1)?.value as number];
  const elements = wordsOf(facts, 'data.elements');
  const key = wordOf(facts, 'protection.codeKeyAcquired');
  const parts = elements.words.map((word): Part => {
    const span = alone[word] ?? otherwise;
    if (!coded.includes(word) || key === 'no' || key === '') return { span, says: '' };
    return key === 'yes' ? { span: [most, most], says: 'the key of the codes is in the same hands' } : { span: [span[0], most], says: '' };
  });
  for (const { all, oneOf, span, says, by } of together) if (all.every((word) => elements.words.includes(word)) && oneOf.some((word) => elements.words.includes(word))) parts.push({ span, says: `${says}${by ? PROPOSAL : ''}` });
  const missing = elements.open ? ['data.elements'] : [];
  const narrow = highest(parts, least, most, missing);
  const codes = key === undefined && narrow.min < most && elements.words.some((word) => coded.includes(word)) ? ['protection.codeKeyAcquired'] : [];
  const named = (value: number): string => levels.filter((l) => l.value === value).map(({ name, says }) => `${name} (${value}): ${says}`).join();
  const level = narrow.min === narrow.max ? named(narrow.min) : `between ${named(narrow.min)}, and ${named(narrow.max)}`;
  const why = parts.filter(({ span, says }) => says !== '' && span[0] === narrow.min).map(({ says }) => says);
  return { min: narrow.min, max: narrow.max, missing: [...narrow.missing, ...codes], by: 'facts', reasons: [level, ...new Set(why), ...[...narrow.missing, ...codes].map((fact) => `${fact} is not known`)] };
}

/** CB: what happened to the data, and whether somebody meant it. */
export function circumstancesOf(facts: Facts, table: SeverityTable): Record<Circumstance, Factor> {
  const cia = wordsOf(facts, 'incident.cia');
  const part = (name: 'confidentiality' | 'integrity' | 'availability', read: () => Factor): Factor => {
    if (cia.words.includes(name)) return read();
    if (!cia.open) return { min: 0, max: 0, reasons: [`${name} is not affected`], missing: [], by: 'facts' };
    const inner = read();
    return { ...inner, min: 0, reasons: [`whether ${name} is affected is not known`], missing: ['incident.cia', ...inner.missing] };
  };
  return {
    confidentiality: part('confidentiality', () => confidentiality(facts, table)), integrity: part('integrity', () => integrity(facts, table)),
    availability: part('availability', () => availability(facts, table)), malicious: malicious(facts, table),
  };
}

interface Step {
  value: number;
  says: string;
}

/** Between two steps of a table. `missing`: the facts that would tell which. */
function between(low: Step, high: Step, missing: readonly string[], facts: Facts): Factor {
  if (low.value === high.value) return { min: low.value, max: low.value, reasons: [low.says], missing: [], by: 'facts' };
  const open = missing.filter((path) => facts[path] === undefined);
  return { min: low.value, max: high.value, reasons: [`between: ${low.says}, and: ${high.says}`], missing: open, by: 'facts' };
}

function confidentiality(facts: Facts, table: SeverityTable): Factor {
  const { limited, unlimited, 'no-evidence': none } = table.circumstances.confidentiality;
  const [taken, published, cause] = ['circumstances.exfiltrated', 'circumstances.published', 'incident.cause'].map((path) => wordOf(facts, path));
  const recipientKnown = ['yes', 'no'].includes(wordOf(facts, 'circumstances.recipientTrusted') ?? '');
  const missing = ['circumstances.exfiltrated', 'circumstances.published', 'incident.cause', 'circumstances.recipientTrusted'];
  // What was stolen can be passed on to anybody.
  if (published === 'yes' || (taken === 'yes' && cause === 'malicious')) return between(unlimited, unlimited, missing, facts);
  const low = taken === 'yes' || recipientKnown ? limited : none;
  const confined = published !== undefined && taken !== undefined && (taken !== 'yes' || (cause !== undefined && recipientKnown));
  return between(low, confined ? limited : unlimited, missing, facts);
}

function integrity(facts: Facts, table: SeverityTable): Factor {
  const { unused, recoverable, lost } = table.circumstances.integrity;
  return between(unused, wordOf(facts, 'circumstances.backup') === 'complete' ? recoverable : lost, ['circumstances.backup'], facts);
}

function availability(facts: Facts, table: SeverityTable): Factor {
  const { 'in-time': inTime, temporary, lost } = table.circumstances.availability;
  const backup = wordOf(facts, 'circumstances.backup');
  const restored = wordOf(facts, 'circumstances.restoredInTime');
  const missing = ['circumstances.backup', 'circumstances.restoredWithin'];
  if (restored === 'no') return between(temporary, temporary, missing, facts);
  const low = backup === undefined || backup === 'complete' ? inTime : temporary;
  const high = restored === 'yes' ? (backup === 'complete' ? inTime : temporary) : backup === 'complete' ? temporary : lost;
  return between(low, high, missing, facts);
}

function malicious(facts: Facts, table: SeverityTable): Factor {
  const { no, yes } = table.circumstances.malicious;
  const cause = wordOf(facts, 'incident.cause');
  return between(cause === 'malicious' ? yes : no, cause === undefined || cause === 'malicious' ? yes : no, ['incident.cause'], facts);
}
