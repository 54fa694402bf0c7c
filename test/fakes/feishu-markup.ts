/** What the bot itself writes around words in a card's Markdown: a bold line, and the tag before a note. */
const FRAME = /^\*\*(?=[^\n]+\*\*$)|(?<=[^\n*])\*\*$|^<text_tag color='orange'>(?:注意|Note)<\/text_tag> /gm;

const ENTITY = /&#(\d+);|&emsp;/g;

/** What would take effect in a card's Markdown, by the pages 富文本组件 and CommonMark. */
const LIVE: readonly (readonly [string, RegExp])[] = [
  ['tag', /</],
  ['emphasis', /[*_~]/],
  ['link or picture', /[[\]]/],
  ['code', /`/],
  ['table', /\|/],
  ['entity', /&/],
  ['backslash', /\\/],
  ['mention', /@/],
  ['emoji or address', /:/],
  ['bare address', /www\./i],
  ['formula', /\$/],
  ['heading', /^ {0,3}#/m],
  ['numbered list', /^\s*\d+[.)]/m],
  ['list or rule', /^\s*[-+]/m],
  ['underlined heading', /^ {0,3}=/m],
  ['quote', /^\s*>/m],
  ['indented code', /^(?: {4}|\t)/m],
  ['hard break', / {2,}$/m],
];

/** The kinds of markup that take effect in a Markdown element, those of the bot's own frame aside. */
export const markupIn = (content: string): readonly string[] => {
  const words = content.replace(FRAME, '').replace(ENTITY, '字');
  return LIVE.filter(([, pattern]) => pattern.test(words)).map(([name]) => name);
};

/** The words as a person reads them. */
export const shownBy = (content: string): string =>
  content
    .replace(FRAME, '')
    .replace(ENTITY, (_, code: string | undefined) => (code === undefined ? ' ' : String.fromCharCode(Number(code))));

/** The content of every Markdown element of a card, wherever it stands. */
export const markdownIn = (card: unknown): readonly string[] => {
  if (typeof card !== 'object' || card === null) return [];
  const own = 'tag' in card && card.tag === 'markdown' && 'content' in card ? [String(card.content)] : [];
  return [...own, ...Object.values(card).flatMap(markdownIn)];
};
