/** The formats. Adding one is a file and a line here; each is loaded when it is asked for. */
import type { Envelope, Format, Report } from '../core/report.ts';
import type { RenderOptions, Rendered } from './format.ts';

type Kind = Report['kind'];

export interface FormatEntry {
  name: Format;
  kinds: readonly Kind[];
  render(report: Report, envelope: Envelope, options: RenderOptions): Promise<Rendered>;
}

export const formats: readonly FormatEntry[] = [
  { name: 'table', kinds: ['records', 'findings', 'document', 'text'], render: async (r, e, o) => (await import('./table.ts')).table(r, e, o, o.color ? (await import('./tones.ts')).paint : undefined) },
  { name: 'json', kinds: ['records', 'findings', 'document'], render: async (r, e) => (await import('./json.ts')).json(r, e) },
  { name: 'ndjson', kinds: ['records', 'findings', 'document'], render: async (r) => (await import('./ndjson.ts')).ndjson(r) },
  { name: 'csv', kinds: ['records', 'findings'], render: async (r, e, o) => (await import('./csv.ts')).csv(r, e, o) },
  { name: 'markdown', kinds: ['records', 'findings', 'document'], render: async (r, e) => (await import('./markdown.ts')).markdown(r, e) },
  { name: 'html', kinds: ['records', 'findings', 'document'], render: async (r, e) => (await import('./html.ts')).html(r, e) },
  { name: 'sarif', kinds: ['findings'], render: async (r, e) => (await import('./sarif.ts')).sarif(r, e) },
  { name: 'junit', kinds: ['findings'], render: async (r, e) => (await import('./junit.ts')).junit(r, e) },
];

/** The formats that fit a kind of report, the usual one first. */
export function formatsFor(kind: Kind): Format[] {
  return formats.filter((f) => f.kinds.includes(kind)).map((f) => f.name);
}
