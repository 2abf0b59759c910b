/** The options of the commands that read a tracker. Light: what reads it loads when one of them runs. */
import type { Command } from 'commander';

export interface TrackerOptions {
  mapping?: string;
  saveMapping?: string;
  source?: string;
  encoding?: string;
  delimiter?: string;
}

/** The options of every command that reads a tracker. */
export function withTrackerOptions(command: Command): Command {
  return command.argument('<file>', 'the tracker: a CSV file, or - for standard input')
    .option('--mapping <file>', 'which columns and words mean what (else FILE.mapping.yaml, else guessed and shown)')
    .option('--save-mapping <file>', 'keep the mapping that was guessed and answered')
    .option('--source <name>', 'name of the tracker, within which a reference is known again')
    .option('--encoding <name>', 'utf-8, utf-16, windows-1252, shift_jis, … (else found)')
    .option('--delimiter <sign>', 'one of , ; | tab (else found)');
}
