/** Half a character, as a broken client may send it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const TAB = /\t/g;
/** Control characters other than the line break, and marks that turn the direction of reading around. */
const CONTROL = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Signs that a card's Markdown reads (page 富文本组件): `:OK:` is a picture, `:` and `@` also make addresses of words. */
const SIGN = /[&<>*_~[\](){}`#!|\\:@$+=^-]/g;
/** `21. ` would begin a list that is numbered anew. */
const LIST_NUMBER = /^(\s*\d+)\./;
const ADDRESS = /(www)\./gi;
/** Four blanks would be a block of code; fewer would be lost. */
const INDENT = /^ +/;

const entityOf = (sign: string): string => `&#${sign.charCodeAt(0)};`;

const escapeLine = (line: string): string =>
  line
    .replace(SIGN, entityOf)
    .replace(LIST_NUMBER, '$1&#46;')
    .replace(ADDRESS, '$1&#46;')
    .replace(INDENT, '&emsp;')
    .trimEnd();

/** Text without halves of characters. */
export const wholeCharacters = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd');

/** Text that any field takes: whole characters, `\n` between lines, nothing that steers. */
export const cleanText = (text: string): string =>
  wholeCharacters(text).replace(LINE_BREAK, '\n').replace(TAB, ' ').replace(CONTROL, '');

/** The same on one line, for fields that read no Markdown; what would open a tag where one does is made to look alike. */
export const oneLine = (text: string): string => cleanText(text).replaceAll('\n', ' ').replaceAll('<', '＜').trim();

/**
 * Text for a Markdown element of a card, where it reads as it stands: no mention, tag, link, picture, heading, list,
 * quote, table, code or emphasis in it takes effect, and every number stays.
 */
export const escapeMarkdown = (text: string): string => cleanText(text).split('\n').map(escapeLine).join('\n');
