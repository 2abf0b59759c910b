/** The one place that prints: the result to stdout or to the file of `-o`, everything else to stderr. */
import path from 'node:path';
import { formatMoment } from '../core/date.ts';
import { UserError } from '../core/errors.ts';
import type { Envelope, Format, Outcome, Report } from '../core/report.ts';
import { terminal } from '../formats/escape.ts';
import { formats, formatsFor } from '../formats/index.ts';
import type { App } from './app.ts';
import { VERSION } from './program.ts';

export function formatOf(app: Pick<App, 'globals'>): Format {
  return app.globals.json ? 'json' : (app.globals.format ?? 'table');
}

/** Refuses a format that does not fit, before anything is done. */
export function checkFormat(app: Pick<App, 'globals'>, kind: Report['kind']): void {
  const fits = formatsFor(kind);
  const format = formatOf(app);
  if (!fits.includes(format)) throw new UserError('usage', `the format ${format} does not fit this command`, { hint: `one of: ${fits.join(', ')}` });
}

export async function print(outcome: Outcome, app: App): Promise<void> {
  if (outcome.report) await printReport(outcome.report, outcome, app);
  if (!app.globals.quiet) for (const note of outcome.notes ?? []) app.io.err(`${terminal(note)}\n`);
}

async function printReport(report: Report, outcome: Outcome, app: App): Promise<void> {
  const file = app.globals.output;
  if (file !== undefined && report.kind === 'document' && path.extname(file).toLowerCase() === '.docx') {
    const { docx } = await import('../adapters/documents.ts');
    return save(app, file, [await docx(report.title, report.markdown, report.paper ? { paper: report.paper } : {})]);
  }
  const format = formats.find((f) => f.name === formatOf(app)) as (typeof formats)[number];
  const screen = file === undefined && app.io.stdoutIsTerminal;
  const rendered = await format.render(report, await envelope(report, outcome, app), {
    width: screen ? (app.io.columns ?? 80) : undefined, color: file === undefined && useColor(app),
  });
  const pieces = typeof rendered === 'string' ? [rendered] : rendered;
  if (file !== undefined) return save(app, file, pieces);
  for (const piece of pieces) app.io.out(piece);
}

async function save(app: App, file: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const { writeWhole } = await import('../adapters/files.ts');
  writeWhole(path.resolve(app.io.cwd, file), pieces, app.globals.reveal ? 0o600 : 0o644);
}

/** NO_COLOR and FORCE_COLOR as usual; else colour on a terminal only. */
function useColor({ io }: App): boolean {
  if (io.env['NO_COLOR']) return false;
  if (io.env['FORCE_COLOR'] !== undefined) return io.env['FORCE_COLOR'] !== '0';
  return io.stdoutIsTerminal && io.env['TERM'] !== 'dumb';
}

/** The head of a JSON answer. Hashes are made by the formats that show them. */
async function envelope(report: Report, outcome: Outcome, app: App): Promise<Envelope> {
  const loaded = await app.config();
  const summary = report.kind === 'text' ? {} : report.summary;
  return {
    schema: `custos/${report.schema}@1`, tool: { name: 'custos', version: VERSION }, asOf: formatMoment(app.now), timeZone: outcome.timeZone ?? loaded.config.organisation?.timeZone ?? 'UTC',
    get laws() {
      return (outcome.laws ?? []).map(({ law, sha256 }) => ({ id: law.id, checkedOn: law.checked.on, sha256 }));
    },
    get inputs() {
      const config = loaded.file === undefined ? [] : [{ path: path.relative(app.io.cwd, loaded.file), sha256: loaded.sha256 as string }];
      return [...(outcome.inputs ?? []), ...config];
    },
    summary: { ...summary, ...(outcome.attention ? { attention: true } : {}), ...(outcome.incomplete ? { incomplete: true } : {}) },
  };
}
