import { isIn } from '../../inventory/columns.ts';
import { live, subjectIn } from '../../inventory/concepts.ts';
import { placeless, PLACES, placesIn } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './us-bulk-omic-country-of-concern.json' with { type: 'json' };

const REACH = [...PLACES, 'recipient_owner_country'] as const;
const SAMPLE = 'biological_sample';

export default rule('transfer/us-bulk-omic-country-of-concern', about, [['data_category~BULK', 'data_elements~BULK'], [...REACH, 'covered_person=yes']], (row, ctx) => {
  if (!live(row, ctx.today) || !couldBeUs(row)) return;
  const concern = placesIn(row, REACH).filter(({ place }) => ctx.adequacy.isOfConcern(place));
  const at = concern[0]?.column ?? (row.yes('covered_person') ? 'covered_person' : undefined);
  const lowest = threshold(row, ctx);
  if (at === undefined || lowest === undefined) return;
  const from = concern.length > 0 ? concern.map(({ place }) => place).join(', ') : 'a covered person';
  const [persons, limit] = [row.number('us_person_count'), `the limit for ${lowest.category} is ${lowest.limit}`];
  if (persons !== undefined && persons > lowest.limit) {
    ctx.report({ at, what: from, says: `data of ${persons} US persons are within reach of ${from}, and ${limit}; encryption and de-identification do not help` });
  } else if (persons === undefined && row.level === 'record') {
    ctx.reportOnce({ what: from, kind: 'gap', says: `data of US persons may be within reach of ${from}, and how many they are is not recorded: ${limit}` });
  } else if (persons === undefined) {
    ctx.report({ at, what: from, kind: 'gap', says: `data of an unknown number of US persons may be within reach of ${from}, and ${limit}` });
  }
});

/** Some subjects are in the United States, or nothing says that they are not. */
function couldBeUs(row: Row): boolean {
  return subjectIn(row, 'US') || row.codes('subject_jurisdiction').length === 0 || (row.number('us_person_count') ?? 0) > 0 || placeless(row, ['subject_jurisdiction']) !== undefined;
}

/** The lowest threshold among the row's categories. */
function threshold(row: Row, ctx: Context): { category: string; limit: number } | undefined {
  const named = new Set([...row.codes('data_category'), ...row.codes('data_elements')].filter((code) => isIn(code, 'BULK')));
  // A sample is what it is taken for: only without other omic data does it count as genomic.
  const omics = [...named].filter((code) => isIn(code, 'OMIC'));
  const found = [...named].flatMap((category) => {
    const limit = ctx.adequacy.bulkThreshold(category === SAMPLE ? omics[0] ?? 'genetic_data' : category);
    return limit === undefined ? [] : [{ category, limit }];
  });
  return found.toSorted((a, b) => a.limit - b.limit)[0];
}
