import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';
import { CodedError, type ErrorCode } from '../../src/errors.ts';
import type { ImportedDocument, Table } from '../../src/import/document.ts';
import { asPrinted } from '../../src/import/grid.ts';
import { readDocument } from '../../src/import/read.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/import/', import.meta.url));

export const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, name));

export const readFixture = (name: string): Promise<ImportedDocument> => readDocument(fixture(name), name);

export const readString = (text: string, name: string): Promise<ImportedDocument> =>
  readDocument(Buffer.from(text), name);

export const paragraphs = ({ blocks }: Pick<ImportedDocument, 'blocks'>): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

export const tables = ({ blocks }: Pick<ImportedDocument, 'blocks'>): readonly Table[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

export const codes = ({ repairs, warnings }: ImportedDocument): readonly string[] =>
  [...repairs, ...warnings].map(({ code }) => code);

/** The code that an import is refused with; the error itself must say the remedy. */
export const refusal = async (work: Promise<unknown>): Promise<ErrorCode | string> =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof CodedError ? error.code : String(error)),
  );

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** A table as the .tsv beside it has it: merged cells once, empty columns at the end left out. */
export const printedRows = (table: Table): readonly string[] =>
  asPrinted(table).map((cells) => cells.map(squeeze).join('\t').trimEnd());

export const tsvRows = (name: string): readonly string[] =>
  fixture(name)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map(squeeze).join('\t').trimEnd());

/** A zip of some files; `declare` lies about an entry's size. */
export const zipOf = (
  files: Readonly<Record<string, string | Buffer>>,
  { declare, flags = 0 }: { readonly declare?: number; readonly flags?: number } = {},
): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, contents] of Object.entries(files)) {
    const raw = Buffer.from(contents);
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declare ?? raw.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, label]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

const part = (root: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:${root}>`;

/** A docx of a body and, where given, numbering, styles and footnotes. */
export const docxOf = (
  body: string,
  parts: { readonly numbering?: string; readonly styles?: string; readonly footnotes?: string } = {},
): Buffer =>
  zipOf({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(parts.numbering !== undefined && { 'word/numbering.xml': part('numbering', parts.numbering) }),
    ...(parts.styles !== undefined && { 'word/styles.xml': part('styles', parts.styles) }),
    ...(parts.footnotes !== undefined && { 'word/footnotes.xml': part('footnotes', parts.footnotes) }),
  });

/** `<w:p>` with a text and, in front of it, properties. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

export const numPr = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
