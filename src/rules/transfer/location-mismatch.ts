import { live, personal, quoted } from '../../inventory/concepts.ts';
import { placeless, placesIn, type Seen } from '../../inventory/moving.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './location-mismatch.json' with { type: 'json' };

/** Where the data lie, by what is stated and by what was seen. */
const LIE = ['observed_region', 'processing_country'] as const;

export default rule('transfer/location-mismatch', about, [], (row, ctx) => {
  if (!personal(row) || !live(row, ctx.today)) return;
  unstated(row, ctx);
  const places = placesIn(row, LIE);
  const approved = row.codes('approved_regions');
  if (approved.length > 0) for (const seen of places) outside(ctx, seen, approved);
  promised(row, ctx, places);
});

function unstated(row: Row, ctx: Context): void {
  if (row.absent('processing_country')) return;
  if (row.blank('processing_country')) ctx.report({ at: 'processing_country', what: 'blank', kind: 'gap', says: 'the country of storage or processing is not stated' });
  else if (placeless(row, ['processing_country'])) ctx.report({ at: 'processing_country', what: 'vague', kind: 'gap', says: `${quoted(row, 'processing_country')} is no country` });
}

function outside(ctx: Context, { place, column }: Seen, approved: readonly string[]): void {
  const inside = approved.map((area) => ctx.adequacy.within(place, area));
  if (inside.includes('yes')) return;
  const open = inside.includes('unknown');
  const says = column === 'observed_region' ? `data were seen in ${place}` : `data are processed in ${place}`;
  ctx.report({
    at: column, what: `${place} ${approved.join(' ')}`, kind: open ? 'gap' : 'violation', severity: column === 'observed_region' && !open ? 'error' : 'warning',
    says: `${says}, which ${open ? 'may lie' : 'lies'} outside the approved regions (${approved.join(', ')})`,
  });
}

function promised(row: Row, ctx: Context, places: readonly Seen[]): void {
  const promise = row.codes('contract_primary_location');
  if (promise.length === 0 || places.length === 0) return;
  const kept = promise.some((area) => places.some(({ place }) => ctx.adequacy.within(place, area) !== 'no' || ctx.adequacy.within(area, place) !== 'no'));
  if (!kept) ctx.report({ at: 'contract_primary_location', what: promise.join(' '), says: `the contract names ${promise.join(', ')}, and the data are in ${places.map(({ place }) => place).join(', ')}` });
}
