import type { Reply } from '../../work.ts';
import type { CardElement, PlainText } from './elements.ts';
import { clipTo } from './fit.ts';
import { oneLine } from './markdown.ts';
import { type Leaf, type Limits, sectionsOf, splitSubject } from './sections.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** A card of JSON 2.0 (page 卡片 JSON 2.0 结构). */
export interface Card {
  readonly schema: '2.0';
  readonly config: {
    readonly update_multi: true;
    readonly enable_forward: true;
    /** The line in the list of chats. */
    readonly summary: { readonly content: string };
  };
  readonly header: { readonly title: PlainText; readonly template: Sheet['template'] };
  readonly body: { readonly elements: readonly CardElement[] };
}

/** Bytes of a card inside the request; the platform allows 30 KB (page 发送消息). */
const CARD_BYTES = 28_000;
/** Bytes of a title: two lines of a phone. */
const TITLE_BYTES = 120;

const ROOMY: Limits = { quote: 10_000, label: 400, notes: 3_000, suggestions: 6, charts: true };
/** Fits whatever the reply is: a page has at most 50 sources or 10 choices. */
const TIGHT: Limits = { quote: 120, label: 80, notes: 1_500, suggestions: 0, charts: false };

/** What gives way when a card is too long: quotes first, then suggestions, then pictures, which the lines say too. */
const STEPS: readonly Limits[] = [
  ROOMY,
  { ...ROOMY, quote: 3_000, label: 200 },
  { ...ROOMY, quote: 1_000, label: 200 },
  { ...ROOMY, quote: 400, label: 150 },
  { ...ROOMY, quote: 200, label: 150, suggestions: 3 },
  { ...ROOMY, quote: 200, label: 150, suggestions: 2, notes: 1_500 },
  { ...TIGHT, suggestions: 2, charts: true },
];

/** The conclusion as a title; of one that is too long, what it is about, where it says so first. */
const titleOf = (head: string): string => {
  const title = clipTo(head, TITLE_BYTES);
  const [subject, said] = splitSubject(head);
  return title === head || said === undefined || subject !== clipTo(subject, TITLE_BYTES) ? title : subject;
};

const layOut = (leaf: Leaf): Card => {
  const title = titleOf(oneLine(leaf.sheet.head));
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: true,
      summary: { content: clipTo(oneLine(leaf.sheet.head), TITLE_BYTES) },
    },
    header: { title: { tag: 'plain_text', content: title }, template: leaf.sheet.template },
    body: { elements: sectionsOf(leaf, title) },
  };
};

/** Bytes of a card as it stands in the request: the content is a string of JSON in JSON. */
const bytesOf = (card: Card): number => Buffer.byteLength(JSON.stringify(JSON.stringify(card)));

/** How many pages a reply has on cards; from 1. */
export const pagesOf = (reply: Reply): number => sheetOf(reply).pages.length;

/**
 * A page of a reply as a card; pages count from 1, and a page that is not there is the nearest one. Whatever the reply
 * says, the card keeps the platform's limits. `others` are things that may have been meant: it asks which. (A hint goes out as a plain message; as a card it can only take the place
 * of another one.)
 */
export const cardOf = (reply: Reply, page = 1, others: readonly string[] = []): Card => {
  const sheet = { ...sheetOf(reply), others };
  const number = Math.min(Math.max(1, Math.trunc(page) || 1), sheet.pages.length);
  const shown = sheet.pages[number - 1] ?? { blocks: [], citations: [] };
  const drawn = (limits: Limits): Card => layOut({ sheet, number, page: shown, limits });
  for (const limits of STEPS) {
    const card = drawn(limits);
    if (bytesOf(card) <= CARD_BYTES) return card;
  }
  return drawn(TIGHT);
};
