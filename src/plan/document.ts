import { foldWidth, squeeze } from '../text.ts';
import type { PlanDocument, SourceLine } from '../types.ts';

const NUMBER = /^\S+[〔［[]\d{4}[〕］\]]\d+号$/;
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/;
/** True for a date as documents print it: 2024年3月5日. */
export const isDate = (text: string): boolean => DATE.test(text);

const PRINTED = /^(\d{4}年\d{1,2}月\d{1,2}日)印发$/;
const NOTICE = /印发《(.+)》的通知/;
const PERIOD = /(\d{4})\s*[—–-]+\s*(\d{4})\s*年/;
/** 各区、县人民政府，市人民政府各工作部门： */
const ADDRESSED = /^[^《》]{4,}[:：]$/;
const COPIES = /^抄送\s*[:：]/;

/** What an official document says of itself: read from its title page and its footer. */
export const readDocument = (front: readonly SourceLine[], footer: readonly SourceLine[]): PlanDocument => {
  const head = front.map(({ text }) => text.trim());
  const foot = footer.map(({ text }) => text.trim());
  const dateAt = head.findIndex((text) => DATE.test(text));
  const title = head.map((text) => NOTICE.exec(text)?.[1]).find((found) => found !== undefined) ?? head[0] ?? '';
  const period = PERIOD.exec(foldWidth(title));
  const printed = foot.map((text) => PRINTED.exec(text)?.[1]).find((found) => found !== undefined) ?? '';
  const copiesAt = foot.findIndex((text) => COPIES.test(text));
  const issuer = dateAt > 0 ? (head[dateAt - 1] ?? '') : '';
  const copies = copiesAt < 0 ? [] : foot.slice(copiesAt).filter((text) => text !== issuer && !PRINTED.test(text));
  return {
    title: squeeze(title).replaceAll('(', '（').replaceAll(')', '）'),
    number: head.find((text) => NUMBER.test(text)) ?? '',
    issuer,
    addressees: head.find((text) => ADDRESSED.test(text) && !COPIES.test(text))?.replace(/[:：]$/, '') ?? '',
    dated: head[dateAt] ?? '',
    printed,
    copies: copies.map((text) => text.replace(COPIES, '').trim()),
    period: [Number(period?.[1] ?? 0), Number(period?.[2] ?? 0)],
  };
};
