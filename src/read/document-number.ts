const NUMBERED = /(\d+号)文件?/gu;

/** Returns a text with documents called as they are printed: 82号文 → 82号, where `prints` says so. */
export const asNumbered = (text: string, prints: (number: string) => boolean): string =>
  text.replaceAll(NUMBERED, (said, number: string) => (prints(number) ? number : said));
