import { OMISSION } from '../../../answer/citation.ts';
import { largeOf } from '../../../answer/parts.ts';
import type { Language } from '../../../types.ts';
import type { Reply } from '../../work.ts';
import { choiceCard } from './card.ts';
import { asParagraph, cleanMarkdown, cleanText } from './clean.ts';
import { type Cite, citeAsBlock, citeInline, type Line, linesOf } from './lines.ts';
import { paginate, type Room } from './pages.ts';
import { type Rest, WORDS } from './words.ts';

/** A message as it is kept and sent. */
export type WecomMessage =
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'markdown'; readonly content: string }
  | { readonly kind: 'card'; readonly card: object };

/** How one kind of bot writes. */
interface Layout {
  readonly kind: 'text' | 'markdown';
  /** Bytes of one message. */
  readonly bytes: number;
  /** Entries of a list in one message. */
  readonly items: number;
  readonly cite: Cite;
  readonly clean: (line: string) => string;
  readonly format: (line: Line) => string;
}

type Page = readonly Line[];

/** Bytes of the line that says which page it is. */
const FOOTER = 100;
/** Bytes of an empty line between paragraphs. */
const BREAKS = 2;

/** The number of an entry, as a paragraph begins with it. */
const NUMBER = /^(\d+)．/;

const format = ({ text, style, link }: Line): string => {
  switch (style) {
    case 'head': {
      const [large, rest] = largeOf(text.trim());
      return `**${large.trim()}**${rest && `\n${asParagraph(rest)}`}`;
    }
    case 'quote':
      return `> ${asParagraph(text)}`;
    case 'plain':
      return link === undefined ? asParagraph(text) : asParagraph(text).replace(NUMBER, `[$1](${link})．`);
  }
};

/** Page 发送应用消息: a text of 2,048 bytes, less the line that tells a repeated answer apart. */
const APP: Layout = {
  kind: 'text',
  bytes: 2048 - 32,
  items: Number.POSITIVE_INFINITY,
  cite: citeInline,
  clean: cleanText,
  format: ({ text }) => text,
};

/** Page 被动回复消息: Markdown of 20,480 bytes; a list of more than twenty is long on a phone. */
const BOT: Layout = { kind: 'markdown', bytes: 20_480, items: 20, cite: citeAsBlock, clean: cleanMarkdown, format };

const cleaned = (line: Line, { clean }: Layout): readonly Line[] =>
  line.text
    .split('\n')
    .map((text, at) => ({
      ...line,
      text: line.raw ? text : clean(text).trimEnd(),
      ...(at > 0 && { apart: false, newPage: false }),
    }))
    .filter(({ text }) => text.trim() !== '');

const pagesFor = (reply: Reply, layout: Layout): readonly Page[] => {
  const lines = linesOf(reply, layout.cite).flatMap((line) => cleaned(line, layout));
  const room = (bytes: number): Room => ({
    bytes,
    items: layout.items,
    sizeOf: (line) => Buffer.byteLength(layout.format(line)) + BREAKS,
  });
  const pages = paginate(lines, room(layout.bytes));
  return pages.length > 1 ? paginate(lines, room(layout.bytes - FOOTER)) : pages;
};

const languageOf = (reply: Reply): Language => (reply.kind === 'answer' ? reply.answer.language : 'zh-Hans');

const restOf = (next: Page | undefined): Rest => {
  if (next === undefined) return 'none';
  return next[0]?.newPage ? 'quotes' : 'more';
};

/** Lines one below the other; an empty line sets paragraphs apart. */
const join = (page: Page, layout: Layout): string =>
  page.reduce((text, line, at) => {
    const gap = at === 0 ? '' : line.apart ? '\n\n' : '\n';
    return text + gap + layout.format(line);
  }, '');

/** The page that was asked for, or the nearest that there is. */
const indexOf = (page: number, pages: readonly Page[]): number =>
  Math.max(0, Math.min(pages.length, Math.trunc(page) || 1) - 1);

/** Which page it is; nothing where there is only one. */
const footerOf = (reply: Reply, pages: readonly Page[], at: number): string =>
  pages.length < 2 ? '' : `\n\n${WORDS[languageOf(reply)].page(at + 1, pages.length, restOf(pages[at + 1]))}`;

/** The card stands behind the page on which the choices end. */
const cardFor = (reply: Reply, pages: readonly Page[], at: number): readonly WecomMessage[] => {
  if (reply.kind !== 'answer' || pages.findLastIndex((page) => page.some(({ choice }) => choice)) !== at) return [];
  const card = choiceCard(reply.id, reply.answer);
  return card ? [{ kind: 'card', card }] : [];
};

const render = (reply: Reply, page: number, layout: Layout): readonly WecomMessage[] => {
  const pages = pagesFor(reply, layout);
  const at = indexOf(page, pages);
  // A greeting of the AI bot takes no Markdown; a hint has none.
  const kind = reply.kind === 'answer' ? layout.kind : 'text';
  const content = (join(pages[at] ?? [], layout) || OMISSION) + footerOf(reply, pages, at);
  return [{ kind, content }, ...cardFor(reply, pages, at)];
};

const withoutCards = (messages: readonly WecomMessage[]): readonly WecomMessage[] =>
  messages.filter(({ kind }) => kind !== 'card');

/** A reply of the self-built app: one text of at most 2,048 bytes for each page, and a card for choices. */
export const renderApp = (reply: Reply, page = 1): readonly WecomMessage[] => render(reply, page, APP);

/** A reply of the AI bot: one Markdown of at most 20,480 bytes for each page, and a card for choices. */
export const renderBot = (reply: Reply, page = 1): readonly WecomMessage[] => render(reply, page, BOT);

/** The same without the card: when it was refused, and where there are none. */
export const plainApp = (reply: Reply, page = 1): readonly WecomMessage[] => withoutCards(renderApp(reply, page));

/** The same without the card: when it was refused, and by webhook, where there are none. */
export const plainBot = (reply: Reply, page = 1): readonly WecomMessage[] => withoutCards(renderBot(reply, page));

/** How many pages a reply of the self-built app has. */
export const pagesOfApp = (reply: Reply): number => Math.max(1, pagesFor(reply, APP).length);

/** How many pages a reply of the AI bot has. */
export const pagesOfBot = (reply: Reply): number => Math.max(1, pagesFor(reply, BOT).length);
