/** The options of the commands that read an inventory. Light: what reads it loads when one of them runs. */
import path from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../../core/errors.ts';
import type { App } from '../app.ts';

export interface InventoryOptions {
  mapping?: string;
  encoding?: string;
  delimiter?: string;
  policy?: string;
  waivers?: string;
  baseline?: string;
  consents?: string;
  horizon?: string;
  assumeTrigger?: string;
  reviewAfter?: string;
  maxFindings?: string;
  /** Columns that together tell one asset from another; the configuration's. */
  key?: readonly string[];
}

/** How a file is read. */
export function withReading(command: Command): Command {
  return command
    .option('--mapping <file>', 'which columns and words mean what (else FILE.mapping.yaml, else known headings)')
    .option('--encoding <name>', 'utf-8, utf-16, windows-1252, shift_jis, … (else found)')
    .option('--delimiter <sign>', 'one of , ; | tab (else found)');
}

/** What it is checked against. */
export function withChecking(command: Command): Command {
  return withReading(command)
    .option('--policy <file>', 'the promises of the organisation (else the configuration\'s; without one the rules of law still run)')
    .option('--waivers <file>', 'findings that somebody has accepted for a time')
    .option('--baseline <file>', 'an earlier answer as JSON: only what is new fails')
    .option('--consents <source>', 'where consents are looked up: ledger, or a file')
    .option('--horizon <period>', 'announce what falls due within so many days (30d)')
    .option('--assume-trigger <event>', 'the event from which a bare duration counts, such as collection')
    .option('--review-after <days>', 'days after which a row counts as not reviewed')
    .option('--max-findings <n>', 'list so many findings; all are counted (0: every one)');
}

/** The options with what the configuration says where the command line says nothing; its files stand beside it. */
export async function configured(app: App, options: InventoryOptions): Promise<InventoryOptions> {
  const { config, file } = await app.config();
  const { mapping, waivers, baseline, consents, horizon, assumeTrigger, reviewAfter, key } = config.inventory ?? {};
  const beside = (name: string): string => path.relative(app.io.cwd, path.resolve(path.dirname(file ?? app.io.cwd), name));
  return {
    ...(mapping === undefined ? {} : { mapping: beside(mapping) }), ...(waivers === undefined ? {} : { waivers: beside(waivers) }), ...(baseline === undefined ? {} : { baseline: beside(baseline) }),
    ...(consents === undefined ? {} : { consents: consents === 'ledger' ? consents : beside(consents) }), ...(horizon === undefined ? {} : { horizon: String(horizon) }),
    ...(assumeTrigger === undefined ? {} : { assumeTrigger }), ...(key === undefined ? {} : { key }), ...(reviewAfter === undefined ? {} : { reviewAfter: String(reviewAfter) }), ...options,
  };
}

export function numberOf(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UserError('bad-value', `--${name}: “${text}” is not a whole number from 0`, { hint: `write --${name} 100` });
  return Number(text);
}
