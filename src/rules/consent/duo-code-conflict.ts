import { live } from '../../inventory/concepts.ts';
import { duo, duoAsks, duoConflicts, duoName } from '../../inventory/duo.ts';
import { rule } from '../../inventory/rule.ts';
import about from './duo-code-conflict.json' with { type: 'json' };

export default rule('consent/duo-code-conflict', about, ['duo_code'], (row, ctx) => {
  if (!live(row, ctx.today)) return;
  for (const { code, at, says, what, kind } of duoConflicts(row, ctx.today)) {
    const found = { at, says: `${duoName(code)} ${says}`, what: `${code} ${what}` };
    if (row.absent(at)) ctx.reportOnce({ ...found, kind: 'gap', severity: 'warning', says: `${duoName(code)} ${says}: the file has no column for it` });
    else ctx.report(kind === 'gap' ? { ...found, kind, severity: 'warning' } : found);
  }
  for (const { code } of duo(row)) {
    const asks = duoAsks(code);
    if (asks !== undefined) ctx.reportOnce({ severity: 'note', kind: 'gap', says: `${duoName(code)} asks ${asks}, which an inventory cannot show`, what: code });
  }
});
