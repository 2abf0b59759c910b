import { live, personal, quoted } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { rule } from '../../inventory/rule.ts';
import { isPlaceholder } from '../../inventory/words.ts';
import about from './placeholder-value.json' with { type: 'json' };

export default rule('quality/placeholder-value', about, [], (row, ctx) => {
  if (!row.may('placeholder')) return;
  for (let i = 0; i < row.raw.length; i += 1) {
    const column = row.columns[i];
    if (column === undefined) {
      if (open((row.raw[i] as string).trim())) ctx.report({ what: row.headings[i] ?? '', heading: row.headings[i], says: `column “${row.headings[i]}” still holds a placeholder` });
    } else if (holds(row, column) && !(column === 'retention_period' && toldElsewhere(row, ctx.today))) {
      const shown = quoted(row, column);
      ctx.report({ at: column, says: `${column} still ${shown.startsWith('“') ? `says ${shown}` : 'holds a placeholder'}` });
    }
  }
});

/** What the policy itself writes where a period is still to be found: "UNDEFINED (LEGAL REVIEW REQUIRED)". */
const UNDEFINED = /^undefined\b/i;

function holds(row: Row, column: NonNullable<Row['columns'][number]>): boolean {
  const { kind, text, period } = row.cell(column);
  return kind === 'placeholder' || period?.kind === 'placeholder' || (kind === 'value' && UNDEFINED.test(text));
}

/** retention/period-missing tells it where nothing else says how long the data are kept. */
function toldElsewhere(row: Row, today: number): boolean {
  const { kind, period } = row.cell('retention_period');
  return (kind === 'placeholder' || period?.kind === 'placeholder') && personal(row) && live(row, today) && row.blank('retention_schedule_id') && row.blank('retention_end_date');
}

function open(text: string): boolean {
  return text !== '' && (isPlaceholder(text) || UNDEFINED.test(text));
}
