import { CodedError } from '../errors.ts';
import { decodePage, decodeText } from './decode.ts';
import { detectFormat } from './detect.ts';
import { type Format, type ImportedDocument, noteOf, type ReadBlocks } from './document.ts';
import { readDocx } from './docx/docx.ts';
import { readHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { readMd } from './md.ts';
import type { Watch } from './pdf/pdf.ts';
import { restoreBreaks } from './repair/breaks.ts';
import { allText, repairCharacters } from './repair/characters.ts';
import { partGlued } from './repair/glued.ts';
import { gatherTables } from './repair/scattered.ts';
import { takeOnce } from './repair/twice.ts';
import { readTxt } from './txt.ts';
import { type Parts, unzip } from './zip.ts';

type Read = ReadBlocks & { readonly format: Format };

const checkLength = ({ length }: string): void => {
  if (length > LIMITS.characters) throw new CodedError('import_too_large', `文字有 ${length} 字。`);
};

const readPlain = (bytes: Uint8Array, format: 'txt' | 'md' | 'html'): Read => {
  const { text, encoding } = format === 'html' ? decodePage(bytes) : decodeText(bytes);
  if (format !== 'html') checkLength(text);
  const readers = { txt: readTxt, md: readMd, html: readHtml } as const;
  const { blocks, repairs, warnings } = readers[format](text);
  const decoded = noteOf('encoding', encoding === 'utf-8' ? 0 : 1, `编码 ${encoding.toUpperCase()} 已转为 UTF-8`);
  return { format, blocks, repairs: [...decoded, ...repairs], warnings };
};

const has = (parts: Parts, start: string): boolean => [...parts.keys()].some((name) => name.startsWith(start));

/** Readers of workbooks and pdfs are loaded when the first one comes. */
const readZip = async (bytes: Uint8Array): Promise<Read> => {
  const parts = await unzip(bytes);
  if (has(parts, 'word/')) return Object.assign({ format: 'docx' as const }, readDocx(parts));
  if (has(parts, 'xl/')) {
    const { readXlsx } = await import('./xlsx.ts');
    return Object.assign({ format: 'xlsx' as const }, await readXlsx(bytes, parts));
  }
  if (parts.has('OFD.xml')) throw new CodedError('import_format', '这是 OFD 版式文件，请先另存为 .docx 或 .pdf。');
  throw new CodedError('import_format', '这是压缩包，请先解开。');
};

const readFormat = async (bytes: Uint8Array, name: string, watch?: Watch): Promise<Read> => {
  const format = detectFormat(bytes, name);
  switch (format) {
    case 'zip':
      return readZip(bytes);
    case 'pdf': {
      const { readPdf } = await import('./pdf/pdf.ts');
      return Object.assign({ format }, await readPdf(bytes, watch));
    }
    case 'txt':
    case 'md':
    case 'html':
      return readPlain(bytes, format);
    case 'docx':
    case 'xlsx':
      throw new CodedError('import_broken');
  }
};

/**
 * Reads a document of any known format into paragraphs and tables, with what was repaired and what is in doubt. `name`
 * is the file's name; `watch` is told of pages that are being recognised, which takes seconds each. Rejects with a coded error that names the remedy; nothing is written anywhere.
 */
export const readDocument = async (bytes: Uint8Array, name: string, watch?: Watch): Promise<ImportedDocument> => {
  if (bytes.length > LIMITS.fileBytes) {
    throw new CodedError('import_too_large', `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB。`);
  }
  const read = await readFormat(bytes, name, watch).catch((error: unknown) => {
    // a tree nested without end
    throw error instanceof RangeError ? new CodedError('import_broken', '文件的层次过深。') : error;
  });
  const { format, blocks, repairs, warnings } = read;
  checkLength(allText(blocks));
  const whole = takeOnce(repairCharacters({ name, format, blocks, repairs, warnings }));
  const repaired = partGlued(restoreBreaks(gatherTables(whole)));
  if (allText(repaired.blocks).trim() === '') throw new CodedError('import_empty');
  return repaired;
};
