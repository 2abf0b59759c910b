import { isIn } from '../../inventory/columns.ts';
import { live, personal, quoted } from '../../inventory/concepts.ts';
import { appi } from '../../inventory/moving.ts';
import { unsorted, words } from '../../inventory/recipients.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './appi-onward-opt-out.json' with { type: 'json' };

const APPLIES = ['subject_jurisdiction', 'controller_establishment', 'regimes=appi'] as const;
const PARTIES = ['recipients', 'recipient_type', 'received_via_opt_out=yes', 'collection_source=third_party', 'collection_source=data_broker'] as const;
/** Grounds on which the recipient is no third party. */
const NO_PROVISION = ['entrustment', 'joint_use', 'succession'];

export default rule('sharing/appi-onward-opt-out', about, [APPLIES, PARTIES], (row, ctx) => {
  if (!appi(row) || !personal(row) || !live(row, ctx.today) || row.any('sharing_ground', 'APPI_EXEMPT')) return;
  const parties = thirdParties(row);
  if (row.yes('received_via_opt_out')) onward(row, ctx, parties);
  record(row, ctx, parties.length > 0);
});

/** Kinds of the recipients that are third parties under the act. */
function thirdParties(row: Row): string[] {
  return NO_PROVISION.some((ground) => row.says('sharing_ground', ground)) ? [] : row.codes('recipient_type').filter((type) => !isIn(type, 'ENTRUSTED'));
}

function onward(row: Row, ctx: Context, parties: readonly string[]): void {
  if (row.says('sharing_ground', 'appi_consent') || NO_PROVISION.some((ground) => row.says('sharing_ground', ground))) return;
  if (parties.length > 0) {
    const groundless = row.codes('sharing_ground').length === 0;
    const on = groundless ? 'and no ground for it is recorded' : `on the ground ${quoted(row, 'sharing_ground')}, which does not carry it`;
    ctx.report({ at: 'recipient_type', what: parties.join(' '), kind: groundless ? 'gap' : 'violation', says: `data received by opt-out are passed on (${parties.map(words).join(', ')}) ${on}` });
  } else if (unsorted(row)) {
    if (row.absent('recipient_type')) ctx.reportOnce({ what: 'recipient_type', kind: 'gap', says: 'data received by opt-out have recipients, and the file has no column for their kind (recipient_type)' });
    else ctx.report({ at: 'recipient_type', what: 'kind', kind: 'gap', says: 'data received by opt-out have recipients, and whether they are third parties is not recorded' });
  }
}

function record(row: Row, ctx: Context, provided: boolean): void {
  const received = row.yes('received_via_opt_out') || row.says('collection_source', 'third_party') || row.says('collection_source', 'data_broker');
  if (!provided && !received) return;
  if (row.absent('third_party_provision_record_ref')) {
    ctx.reportOnce({ what: 'third_party_provision_record_ref', kind: 'gap', severity: 'warning', says: 'data from Japan are provided to or received from third parties, and the file has no column for the records of it (third_party_provision_record_ref)' });
  } else if (row.blank('third_party_provision_record_ref')) {
    ctx.report({ at: 'third_party_provision_record_ref', severity: 'warning', says: `data from Japan are ${provided ? 'provided to' : 'received from'} a third party, and no record of it is referred to` });
  }
}
