/** `custos ledger`: the file that holds the requests. */
import type { Register } from '../command.ts';
import { registerErase } from './ledger/erase.ts';
import { registerFiles } from './ledger/files.ts';
import { registerVerify } from './ledger/verify.ts';

export const register: Register = (program, runner) => {
  const ledger = program.command('ledger').description('Look after the file that holds the requests.');
  for (const part of [registerVerify, registerFiles, registerErase]) part(ledger, runner);
};
