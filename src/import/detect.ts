import { CodedError } from '../errors.ts';
import type { Format } from './document.ts';

const EXTENSIONS: Readonly<Record<string, Format>> = {
  txt: 'txt',
  tsv: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  xlsx: 'xlsx',
  pdf: 'pdf',
};

/** Formats that are known and not read, with what to do instead. */
const REFUSED: readonly { readonly starts: string; readonly says: string }[] = [
  { starts: '{\\rtf', says: '这是 RTF 文件，请用 Word 或 WPS 另存为 .docx。' },
  { starts: '\x89PNG', says: '这是图片，请先转成文字。' },
  { starts: '\xff\xd8\xff', says: '这是图片，请先转成文字。' },
  { starts: 'GIF8', says: '这是图片，请先转成文字。' },
  { starts: 'II*\0', says: '这是图片，请先转成文字。' },
  { starts: 'Rar!', says: '这是压缩包，请先解开。' },
  { starts: '7z\xbc\xaf', says: '这是压缩包，请先解开。' },
];
const OLE = '\xd0\xcf\x11\xe0';
const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|tbody|div|meta|p)\b/i;

const latin = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('latin1');

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** The compound files of old Office: an encrypted docx, a .doc or an .xls. */
const refuseCompound = (bytes: Uint8Array): never => {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (held.includes(utf16('EncryptedPackage'))) throw new CodedError('import_encrypted');
  const what = held.includes(utf16('Workbook'))
    ? '这是旧式表格（.xls），请另存为 .xlsx。'
    : '这是旧式文档（.doc、.wps），请另存为 .docx。';
  throw new CodedError('import_format', what);
};

/** Returns the format of a file: what its first bytes say goes before its name. Zips are told apart when unpacked. */
export const detectFormat = (bytes: Uint8Array, name: string): Format | 'zip' => {
  if (bytes.length === 0) throw new CodedError('import_empty');
  const start = latin(bytes, 1024);
  if (start.startsWith('PK')) return 'zip';
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith(OLE)) return refuseCompound(bytes);
  const refused = REFUSED.find(({ starts }) => start.startsWith(starts));
  if (refused) throw new CodedError('import_format', refused.says);
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = EXTENSIONS[extension];
  if (format === 'docx' || format === 'xlsx' || format === 'pdf') {
    throw new CodedError('import_broken', `文件名是 .${extension}，内容却不是。`);
  }
  if (format !== 'md' && HTML.test(start)) return 'html';
  if (format) return format;
  throw new CodedError('import_format', extension === '' ? '文件名没有后缀。' : `.${extension} 文件读不了。`);
};
