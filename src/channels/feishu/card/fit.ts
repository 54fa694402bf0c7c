import { OMISSION } from '../../../answer/citation.ts';

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(JSON.stringify(text)));

const EMPTY = bytesOf('');

/** Bytes of a text inside a request, where it stands in a string of JSON in a string of JSON. */
export const bytesSent = (text: string): number => bytesOf(text) - EMPTY;

/** What must not stand before ……: half a figure, a comma. */
const HALVES = [/(?<![\d.])[\d.]+$/, /(?<![，、；：\s])[，、；：\s]+$/];

/** The beginning of a text, without half a character at its end. */
const beginning = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** The longest length for which `fits` holds, where it holds for all shorter ones. */
const longest = (most: number, fits: (length: number) => boolean): number => {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * The text, or its beginning with …… behind, so that it takes at most so many bytes of the request.
 *
 * @param write how the text is written into the message, such as with its signs escaped
 */
export const clipTo = (text: string, most: number, write: (text: string) => string = (same) => same): string => {
  const fits = (part: string): boolean => bytesSent(write(part)) <= most;
  if (text.length <= most && fits(text)) return text;
  const end = longest(Math.min(text.length, most), (length) => fits(beginning(text, length) + OMISSION));
  return HALVES.reduce((part, half) => part.replace(half, ''), beginning(text, end)) + OMISSION;
};
