import { readNumeral } from '../numerals.ts';

/** What somebody wants to see of an answer in several pages. */
export type PageAsked =
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'page'; readonly page: number }
  /** A number and nothing else: a page, or one of several choices. */
  | { readonly kind: 'bare'; readonly number: number };

const NEXT = /^(?:下一?[页頁]|[继繼][续續]|往?后面呢?|往?後面呢?|还有呢|還有呢|next(?: page)?|more|go on)$/;
const PREVIOUS = /^(?:上一?[页頁]|前一[页頁]|prev(?:ious)?(?: page)?|back)$/;
const FIRST = /^(?:首[页頁]|第一[页頁]|first(?: page)?)$/;
const NUMBER = '\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const PAGE = new RegExp(`^(?:第? ?(${NUMBER}) ?[页頁]|page (\\d{1,3}))$`);
const BARE = new RegExp(`^(?:[选選]|第)? ?(${NUMBER}) ?[个個]?$`);
/** What people put around a word: 下一页。 「2」 */
const AROUND = /^[\s"'“”‘’「」()]+|[\s"'“”‘’「」().。!?、,，:~]+$/gu;

const numberOf = (numeral: string): number => (/\d/.test(numeral) ? Number(numeral) : readNumeral(numeral));

/** Reads 下一页, 继续, 上一页, 第2页, 2, next, more and the like; undefined for anything that is a question. */
export const pageAsked = (text: string): PageAsked | undefined => {
  const said = text.normalize('NFKC').replace(AROUND, '').replace(/\s+/g, ' ').toLowerCase();
  if (NEXT.test(said)) return { kind: 'next' };
  if (PREVIOUS.test(said)) return { kind: 'previous' };
  if (FIRST.test(said)) return { kind: 'page', page: 1 };
  const [, chinese, english] = PAGE.exec(said) ?? [];
  const page = chinese ?? english;
  if (page !== undefined) return { kind: 'page', page: numberOf(page) };
  const bare = BARE.exec(said)?.[1];
  return bare === undefined ? undefined : { kind: 'bare', number: numberOf(bare) };
};
