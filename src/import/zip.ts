import { promisify } from 'node:util';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { CodedError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** The files inside a docx or xlsx, unpacked. */
export type Parts = ReadonlyMap<string, Buffer>;

const open = (bytes: Buffer): Promise<ZipFile> =>
  promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });

const tooMuch = (what: string): CodedError => new CodedError('import_zip_bomb', what);

const checkEntry = (entry: Entry, unpacked: number): void => {
  if (entry.isEncrypted()) throw new CodedError('import_encrypted');
  const { compressedSize, uncompressedSize, fileName } = entry;
  if (unpacked + uncompressedSize > LIMITS.unpackedBytes) throw tooMuch(`展开后超过 ${LIMITS.unpackedBytes} 字节。`);
  if (uncompressedSize > LIMITS.ratioFrom && uncompressedSize > compressedSize * LIMITS.unpackedRatio) {
    throw tooMuch(`其中的 ${fileName} 压缩得过于厉害。`);
  }
};

/** yauzl ends the stream with an error when more comes out than the entry declares. */
const readEntry = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

const readAll = (zip: ZipFile): Promise<Parts> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>();
    let unpacked = 0;
    const take = async (entry: Entry): Promise<void> => {
      checkEntry(entry, unpacked);
      unpacked += entry.uncompressedSize;
      if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, await readEntry(zip, entry));
      zip.readEntry();
    };
    zip.on('entry', (entry: Entry) => void take(entry).catch(reject));
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.readEntry();
  });

/**
 * Returns what a zip holds, within limits on the number of entries, their size and how far they expand. Names that lead
 * out of the archive and sizes that are not true are refused.
 */
export const unzip = async (bytes: Uint8Array): Promise<Parts> => {
  try {
    const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (zip.entryCount > LIMITS.zipEntries) throw tooMuch(`压缩包里有 ${zip.entryCount} 个文件。`);
    return await readAll(zip);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('import_broken', '压缩结构已损坏。');
  }
};
