/** `custos request`: requests from intake to answer. */
import type { Register } from '../command.ts';
import { registerCorrect } from './request/correct.ts';
import { registerExport } from './request/export.ts';
import { registerImport } from './request/import.ts';
import { registerLetter } from './request/letter.ts';
import { registerList } from './request/list.ts';
import { registerLog } from './request/log.ts';
import { registerMark } from './request/mark.ts';
import { registerMetrics } from './request/metrics.ts';
import { registerShow } from './request/show.ts';

export const register: Register = (program, runner) => {
  const request = program.command('request').description('Log privacy requests and carry them to the answer.');
  for (const part of [registerLog, registerList, registerShow, registerMark, registerCorrect, registerLetter, registerImport, registerExport, registerMetrics]) part(request, runner);
};
