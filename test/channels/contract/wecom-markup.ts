/** What would make a link, a mention or a picture of words, or change how they look, in a Markdown message of the AI bot. */
const MARKDOWN: readonly (readonly [string, RegExp])[] = [
  ['tag or mention', /[<>]/],
  ['emphasis', /[*_~]/],
  ['link or picture', /[[\]]/],
  ['code', /`/],
  ['table', /\|/],
  ['mention', /@/],
  ['address', /:\/\/|www\./i],
  ['heading', /^ {0,3}#/m],
];

/** A text message of an app knows links only: `<a href>`, and addresses. */
const TEXT: readonly (readonly [string, RegExp])[] = [
  ['link', /</],
  ['address', /:\/\/|www\./i],
];

/** The bot's own: a bold line, and quotes. */
const FRAME = /^\*\*(?=[^\n]+\*\*$)|(?<=[^\n*])\*\*$|^> /gm;

const found = (text: string, kinds: typeof TEXT): readonly string[] =>
  kinds.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);

/** The markup that takes effect in a Markdown message, the bot's own aside. */
export const liveInMarkdown = (markdown: string): readonly string[] => found(markdown.replace(FRAME, ''), MARKDOWN);

/** The markup that takes effect in a text message. */
export const liveInText = (text: string): readonly string[] => found(text, TEXT);
