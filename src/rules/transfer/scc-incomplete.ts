import { formatDay } from '../../core/date.ts';
import { gdpr, live, ukGdpr } from '../../inventory/concepts.ts';
import type { Row } from '../../inventory/row.ts';
import { type Context, rule } from '../../inventory/rule.ts';
import about from './scc-incomplete.json' with { type: 'json' };

const SUPPORT = [
  { column: 'transfer_mechanism_ref', lacks: 'no signed contract is referred to' },
  { column: 'tia_ref', lacks: 'no transfer impact assessment is referred to' },
] as const;

/** The exporter that a module of the clauses is written for. */
const MODULES: Readonly<Record<string, 'controller' | 'processor'>> = { 1: 'controller', 2: 'controller', 3: 'processor', 4: 'processor' };
const ROLES: Readonly<Record<string, 'controller' | 'processor'>> = {
  controller: 'controller', joint_controller: 'controller', sponsor: 'controller',
  processor: 'processor', service_provider: 'processor', business_associate: 'processor',
};

export default rule('transfer/scc-incomplete', about, ['transfer_mechanism~CLAUSES'], (row, ctx) => {
  if (!live(row, ctx.today)) return;
  if (outdated(row, ctx)) return;
  if (row.says('transfer_mechanism', 'scc')) ctx.report({ at: 'transfer_mechanism', what: 'undated', says: 'standard clauses are named without saying which: those of 2021 or older ones' });
  for (const { column, lacks } of SUPPORT) {
    if (row.absent(column)) ctx.reportOnce({ what: column, kind: 'gap', says: `standard clauses are named, and the file has no column ${column}` });
    else if (row.blank(column)) ctx.report({ at: column, says: `standard clauses are named, but ${lacks}` });
  }
  module(row, ctx);
});

/** Old clauses make every other lack beside the point. */
function outdated(row: Row, ctx: Context): boolean {
  const regime = ukGdpr(row) && !gdpr(row, ctx.adequacy) ? 'uk' : 'eu';
  for (const code of row.codes('transfer_mechanism')) {
    const gone = code.startsWith('scc') ? ctx.adequacy.ended(code, regime, ctx.today) : undefined;
    if (!gone) continue;
    ctx.report({ at: 'transfer_mechanism', what: code, severity: 'error', says: `${gone.name} have not served since ${formatDay(gone.ended)}` });
    return true;
  }
  return false;
}

function module(row: Row, ctx: Context): void {
  const [number, role] = [row.code('scc_module'), row.code('controller_role')];
  if (!row.says('transfer_mechanism', 'scc_2021') || number === undefined || role === undefined) return;
  const [meant, is] = [MODULES[number], ROLES[role]];
  if (meant && is && meant !== is) ctx.report({ at: 'scc_module', what: `${number} ${role}`, says: `module ${number} is for an exporter that is a ${meant}, and controller_role says ${role}` });
}
