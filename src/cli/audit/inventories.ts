/** What an audit finds in the inventories that the configuration names. */
import path from 'node:path';
import type { Finding, Findings, Outcome } from '../../core/report.ts';
import type { App } from '../app.ts';

export interface InventoryAudit {
  items: readonly Finding[];
  rules: Findings['rules'];
  inputs: NonNullable<Outcome['inputs']>;
  notes: readonly string[];
  /** Rows that cannot be judged. */
  gaps: number;
}

const NOTHING: InventoryAudit = { items: [], rules: [], inputs: [], notes: [], gaps: 0 };

/** Nothing where the configuration names no inventory. What is waived stays out: an audit tells what needs somebody. */
export async function inventoryFindings(app: App, failOn: string): Promise<InventoryAudit> {
  const { config, file } = await app.config();
  const named = config.inventory?.files;
  if (!named) return NOTHING;
  const { rulesOf, runCheck } = await import('../inventory/run.ts');
  const files = named.map((name) => path.relative(app.io.cwd, path.resolve(path.dirname(file ?? app.io.cwd), name)));
  const run = await runCheck(app, files, { maxFindings: '0' }, ['error', 'warning', 'note', 'never'].includes(failOn) ? failOn : 'never');
  return { items: run.collector.items.filter((f) => f.waived === null), rules: rulesOf(run), inputs: run.inputs, notes: run.notes, gaps: run.gaps };
}
