import { CodedError } from '../errors.ts';

/** A text and the encoding that it was in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const BOMS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** Without a mark in front: tried in this order after UTF-8, the likeliest text wins. */
const GUESSES = ['gb18030', 'utf-16le', 'utf-16be'];
const REFUSED = [
  { encoding: 'big5', name: 'Big5' },
  { encoding: 'shift_jis', name: 'Shift_JIS' },
];
/** Every document of a Chinese authority is full of these. */
const USUAL = /[的和在，。、；：（）一二三四年月市省县各有为部门工作政府单位任务]/g;
const TRADITIONAL = /[的和在，。、；：（）一二三四年月市省縣各有為部門工作政府單位任務]/g;
/** In plans every sixth character; in a text decoded wrongly one in hundreds. */
const LEAST_USUAL = 0.05;
const SAMPLE = 20_000;
const HAN = /\p{Script=Han}/u;
const CONTROLS = new Set(['\t', '\n', '\r', '\f']);

const tryDecode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const shareOf = (text: string, usual: RegExp): number => {
  const sample = text.slice(0, SAMPLE);
  return sample.length === 0 ? 0 : (sample.match(usual) ?? []).length / sample.length;
};

const binary = (text: string): boolean => [...text.slice(0, SAMPLE)].some((char) => char < ' ' && !CONTROLS.has(char));

/**
 * Returns the text of a file in UTF-8, UTF-16 or GBK/GB18030. Each is tried strictly; a file without a mark in front is
 * taken for the encoding in which it reads like an official document. Anything else is refused by name.
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const marked = BOMS.find((bom) => bom.bytes.every((byte, at) => bytes[at] === byte));
  if (marked) {
    const text = tryDecode(bytes, marked.encoding);
    if (text === undefined) throw new CodedError('import_encoding', `文件以 ${marked.encoding} 开头，但其中有坏字节。`);
    return { text, encoding: marked.encoding };
  }
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined && !binary(utf8)) return { text: utf8, encoding: 'utf-8' };
  const [best] = GUESSES.flatMap((encoding) => {
    const text = tryDecode(bytes, encoding);
    return text === undefined || binary(text) || !HAN.test(text)
      ? []
      : [{ text, encoding, share: shareOf(text, USUAL) }];
  }).sort((a, b) => b.share - a.share);
  const refused = REFUSED.map(({ encoding, name }) => ({
    name,
    share: shareOf(tryDecode(bytes, encoding) ?? '', TRADITIONAL),
  })).sort((a, b) => b.share - a.share)[0];
  if (best && best.share >= LEAST_USUAL && best.share >= (refused?.share ?? 0) * 0.8) return best;
  const loose = new TextDecoder('utf-8').decode(bytes);
  const bad = loose.match(/\ufffd+/g)?.length ?? 0;
  if (shareOf(loose, USUAL) >= LEAST_USUAL) {
    throw new CodedError('import_encoding', `文件像是 UTF-8 编码，但有 ${bad} 处坏字节。`);
  }
  const name = refused && refused.share >= LEAST_USUAL ? `文件像是 ${refused.name} 编码。` : '认不出文件的编码。';
  throw new CodedError('import_encoding', name);
};

const META = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;
const HEAD_BYTES = 4096;

/** Returns the text of a web page: in the encoding that the page names, where that reads without a fault. */
export const decodePage = (bytes: Uint8Array): Decoded => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const named = META.exec(head)?.[1]
    ?.toLowerCase()
    .replace(/^gb(?:k|2312)$/, 'gb18030');
  const known = named === 'gb18030' || named === 'utf-8' ? tryDecode(bytes, named) : undefined;
  return known !== undefined && named !== undefined ? { text: known, encoding: named } : decodeText(bytes);
};
