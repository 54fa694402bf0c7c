/** Half a character, as a broken client may send it. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Tabs, and signs that some clients take for a line break. */
const SPACE = /[\t\v\f\r\u0085\u2028\u2029]+/g;
/** Control characters, and marks that turn the direction of writing. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What makes an address a link without any markup. */
const ADDRESS = /:(?=\/\/)|(?<=\bwww)\./gi;

const WIDE: Readonly<Record<string, string>> = { ':': '：', '.': '．' };

const plain = (line: string): string =>
  line
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(SPACE, ' ')
    .replace(CONTROL, '')
    .replace(ADDRESS, (sign) => WIDE[sign] ?? sign);

/** One line of a text message: `<a href>` would be a link. The replaced signs look the same. */
export const cleanText = (line: string): string => plain(line).replaceAll('<', '＜');

/** Signs of Markdown, of tags, of mentions, of entities and of formulas; the full-width ones look the same. */
const MARKUP = /[*_`[\]<>#|~\\@$&]/g;

const fullWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/**
 * One line of a Markdown message in which nothing is markup, wherever it is cut. No page says which escapes the clients
 * know, so that signs are replaced, not escaped.
 */
export const cleanMarkdown = (line: string): string => plain(line).replace(MARKUP, fullWidth);

/** What makes a list, a rule or a heading of a line, but only at its beginning: `- `, `4. `, `===`. */
const MARKER = /^(\s*)(?:([-+=])|(\d+)([.)])(?:\s+|$))/;
const INDENT = /^\s+/;

/**
 * A clean line as it may stand at the beginning of a line: `4. 整合…` keeps its number and is no list that the client
 * would number again.
 */
export const asParagraph = (line: string): string =>
  line
    .replace(MARKER, (_, indent: string, ...[sign, number, dot]: readonly (string | undefined)[]) =>
      sign === undefined ? `${indent}${number ?? ''}${fullWidth(dot ?? '.')}` : indent + fullWidth(sign),
    )
    .replace(INDENT, '　'); // four blanks would make code
