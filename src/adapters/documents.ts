/** Word documents from Markdown. The same title and text always give the same bytes. */
import type { IPropertiesOptions } from 'docx';
import type { Paper } from '../core/report.ts';
import { documentText, markupLine, oneLine, quietMarkup, webAddress } from '../formats/escape.ts';

/** Loads with the first Word document: Markdown and HTML need none. */
const zlib = (): typeof import('node:zlib') => process.getBuiltinModule('node:zlib');

/** How a document looks beyond the usual. */
export interface DocumentLook {
  /** A line at the head of every page. */
  head?: string;
  /** No text is smaller, in points. */
  leastPoint?: number;
  /** A4 if not given. */
  paper?: Paper;
}

/** Width and height of the paper, and its margins, in twentieths of a point. */
const PAPERS: Readonly<Record<Paper, { width: number; height: number }>> = { A4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } };
const MARGIN = { top: 1247, bottom: 1247, left: 1361, right: 1361 };

/** With page numbers in the foot; neither the author nor the day is recorded in the file. */
export async function docx(title: string, markdown: string, look: DocumentLook = {}): Promise<Uint8Array> {
  const { Document, Packer, Header, Footer, Paragraph, TextRun, PageNumber, AlignmentType } = await import('docx');
  const { htmlToContent } = await import('docx/html');
  const size = PAPERS[look.paper ?? 'A4'];
  // Fifteen of them are a pixel of CSS.
  const width = Math.floor((size.width - MARGIN.left - MARGIN.right) / 15);
  const small = Math.max(16, Math.ceil((look.leastPoint ?? 0) * 2));
  const pages = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: small, color: '55555F' });
  const head = look.head === undefined ? undefined : new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: oneLine(look.head), size: small, bold: true, color: '8C1D18' })] })] });
  const foot = () => new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pages] })] });
  const document = new Document({
    title: oneLine(title), creator: 'custos', lastModifiedBy: 'custos', description: '', styles: STYLES,
    sections: [{
      properties: { titlePage: true, page: { size, margin: MARGIN } },
      // The first page of a draft says so itself.
      headers: { first: new Header({ children: [] }), ...(head ? { default: head } : {}) }, footers: { first: foot(), default: foot() },
      children: [...htmlToContent(forWord(await toHtml(markdown), width), { stylesheet: 'tr{break-inside:avoid}' })],
    }],
  });
  return stable(await Packer.toBuffer(document));
}

/** One HTML file of a letter, for the screen and for paper, that needs nothing else. `ground` stands large and faint behind the text of every page. */
export async function letterHtml(title: string, markdown: string, ground?: string, paper: Paper = 'A4'): Promise<string> {
  const behind = ground === undefined ? '' : `<div class="ground" aria-hidden="true">${markupLine(ground)}</div>`;
  return [
    '<!doctype html>', `<html lang="${/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(markdown) ? 'ja' : 'en'}">`, '<head>', '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`, '<meta name="viewport" content="width=device-width, initial-scale=1">', '<meta name="referrer" content="no-referrer">',
    `<title>${markupLine(title)}</title>`, `<style>${LETTER_STYLE}\n@page{size:${paper};margin:20mm}</style>`, '</head>', '<body>', behind, '<main>', quietMarkup((await toHtml(markdown)).trimEnd().replace(FACTS, (cell: string) => cell.replaceAll('.', '.<wbr>'))), '</main>', '</body>', '</html>', '',
  ].filter((line, i, all) => line !== '' || i === all.length - 1).join('\n');
}

/** No text of a letter is smaller than eleven points, on paper and on the screen. */
const LETTER_STYLE = `
body{margin:0;background:#fff;color:#1b1b1f;font:12pt/1.5 Arial,"Yu Gothic","Hiragino Sans",sans-serif}
main{position:relative;max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem;overflow-wrap:break-word}
h1{font-size:20pt;line-height:1.25;margin:1.2rem 0 .6rem}
h2{font-size:14pt;line-height:1.3;margin:1.5rem 0 .4rem;break-after:avoid}
table{border-collapse:collapse;width:100%;font-size:11pt;line-height:1.35}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border:1px solid #bbb}
th{background:#f2f2f2}
tr,li{break-inside:avoid}
a{color:#1a56b0}
span{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.ground{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;font-size:120pt;font-weight:700;color:#b3261e;opacity:.07;transform:rotate(-30deg);pointer-events:none}
@media print{main{max-width:none;padding:0}a{color:inherit}}
`.trim();

/** Latin letters in Arial, Japanese ones in a Japanese font: what a machine lacks, it replaces by its own. */
const FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Yu Gothic' };
const INK = '1B1B1F';

const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: { run: { font: FONT, size: 21, color: INK, language: { value: 'en-GB', eastAsia: 'ja-JP' } }, paragraph: { spacing: { after: 140, line: 276 } } },
    heading1: { run: { font: FONT, size: 28, bold: true, color: INK }, paragraph: { spacing: { before: 240, after: 160 }, keepNext: true } },
    heading2: { run: { font: FONT, size: 23, bold: true, color: INK }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
  },
};

/** HTML without pictures, raw HTML or links to anything but the web and mail. What is still to be filled in is marked. */
async function toHtml(markdown: string): Promise<string> {
  const { default: MarkdownIt } = await import('markdown-it');
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
  md.validateLink = (url) => webAddress(url) !== undefined || /^mailto:/i.test(url);
  return md.render(documentText(markdown)).replace(/⟦(?:MISSING|PERSONAL): [^⟦⟧<>]*⟧/g, '<span style="background-color:#ffe79a">$&</span>');
}

/** What a letter takes on the average, and a cell beside its text. */
const [LETTER, PADDING] = [7.4, 18];

/**
 * What the style sheet of the HTML says by selectors, Word is told element by element: what stays together, and how wide
 * columns are. `width` is that of the text, in pixels of CSS, as all widths here.
 */
function forWord(html: string, width: number): string {
  return html
    .replace(/<table>([^]*?)<\/table>/g, (_, inner: string) => `<table><colgroup>${widthsOf(inner, width).map((pixels) => `<col width="${pixels}">`).join('')}</colgroup>${inner.replace(FACTS, (cell: string) => cell.replaceAll('.', '.\u200b'))}</table>`)
    // A line that leads in what follows: a label, or the sentence before a list.
    .replace(/<p>(?=(?:<strong>[^<]*<\/strong>|[^<]*:)<\/p>\n<)/g, '<p style="break-after:avoid">')
    .replace(/<p>(?=[^\n]*<\/p>\n<[ou]l>)/g, '<p style="break-after:avoid">');
}

/** The fourth of five cells of a completeness sheet, which lists paths of facts: they break after their dots. */
const FACTS = /(?<=<tr>\n(?:<td>[^\n]*<\/td>\n){3})<td>[^\n]*<\/td>(?=\n<td>[^\n]*<\/td>\n<\/tr>)/g;

/** Every column takes its longest word; the rest of the line goes where there is most to say. */
function widthsOf(table: string, whole: number): number[] {
  const rows = [...table.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row = '']) => [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').replace(/&[a-z#\d]+;/g, '.')));
  const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ''));
  const least = columns.map((cells) => Math.min(whole / 3, PADDING + LETTER * Math.max(...cells.flatMap((cell) => cell.split(/[\s.\u200b-]+/).map((word) => word.length)))));
  const room = Math.max(0, whole - least.reduce((all, n) => all + n, 0));
  const said = columns.map((cells) => Math.sqrt(cells.reduce((all, cell) => all + cell.length, 1)));
  const most = said.reduce((all, n) => all + n, 0);
  const wanted = least.map((n, i) => n + (room * (said[i] as number)) / most);
  const scale = whole / wanted.reduce((all, n) => all + n, 0);
  return wanted.map((n) => Math.floor(n * scale));
}

interface Entry {
  name: string;
  data: Buffer;
}

/** The same package without what differs from run to run: times, and random ids of links. */
function stable(zip: Uint8Array): Uint8Array {
  const ids = new Map<string, string>();
  const renamed = (id: string) => {
    if (!ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
    return ids.get(id) as string;
  };
  const entries = unzip(Buffer.from(zip)).map(({ name, data }): Entry => {
    if (!/\.(?:xml|rels)$/.test(name)) return { name, data };
    const text = data.toString('utf8')
      .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace(/(?<=")rId[a-z0-9_-]{21}(?=")/g, renamed);
    return { name, data: Buffer.from(text, 'utf8') };
  });
  return writeZip(entries);
}

/** No part of a document is larger; an archive that unpacks to more is no letter. */
const LARGEST = 64 * 1024 * 1024;

/** The files of a zip archive in the order of its directory. */
export function unzip(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = zip.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  for (let i = 0, at = zip.readUInt32LE(end + 16); i < count; i += 1) {
    const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + size);
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), data: method === 0 ? Buffer.from(packed) : zlib().inflateRawSync(packed, { maxOutputLength: LARGEST }) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** 1 January 1980, the first day that the format knows. */
const FIRST_DAY = 0x0021;

function writeZip(entries: readonly Entry[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, data } of entries) {
    const [title, packed] = [Buffer.from(name, 'utf8'), zlib().deflateRawSync(data, { level: 9 })];
    const head = Buffer.alloc(26);
    [20, 0x0800, 8, 0, FIRST_DAY].forEach((value, i) => head.writeUInt16LE(value, i * 2));
    [zlib().crc32(data), packed.length, data.length].forEach((value, i) => head.writeUInt32LE(value, 10 + i * 4));
    head.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, title, packed);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), head, tail, title);
    offset += 30 + title.length + packed.length;
  }
  const size = directory.reduce((n, b) => n + b.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
