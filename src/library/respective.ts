import { nounBefore, nounOfName } from './noun.ts';

/** Where a figure stands in a sentence. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a figure of a list is of, where names and figures stand in two lists of the same length. */
export interface Respective {
  readonly name: string;
  /** What it counts: the verb before the first of them belongs to all. */
  readonly of: string;
  /** All that stands before the figures since the last comma: 省科技厅每年推荐甲、乙. */
  readonly lead: string;
  /** What is said of all of them behind the names: 同比增长. */
  readonly said: string;
}

const EACH = /分别/gu;
/** 团长和成员每人给予2万元、1万元: dealt out without a word for it. */
const DEALT = /(?:各|每人)?(?:每年)?(?:给予|奖励|补助|补贴)(?:一次性)?$/u;
const DIVIDES = /[，；：。,;:]/gu;
const BETWEEN = /^[、和及与]$/u;
const LISTED = '、';
const LAST_JOINED = /^(.+)[和及与](.+?)$/u;

const lastAt = (text: string, pattern: RegExp): RegExpExecArray | undefined => [...text.matchAll(pattern)].at(-1);

/** The figures that follow one another with nothing but 、 between, from a place on. */
const runFrom = (text: string, spans: readonly Span[], at: number): number => {
  let end = at;
  for (let next = spans[end + 1]; next && BETWEEN.test(text.slice(spans[end]?.to, next.from).trim()); end += 1)
    next = spans[end + 2];
  return end - at + 1;
};

/** The names of a list, so many: 和 joins the last two, and may stand in a name: 工业和信息化厅推荐甲、乙. */
const namesIn = (lead: string, count: number): readonly string[] => {
  const names = lead.split(LISTED).filter((name) => name !== '');
  const [, before, last] = (names.length === count - 1 && LAST_JOINED.exec(names.at(-1) ?? '')) || [];
  return before === undefined || last === undefined ? names : [...names.slice(0, -1), before, last];
};

/** 审核期、辅导期企业数量: where names end alike, what stands behind the last of them belongs to all. */
const withTail = (names: readonly string[]): readonly string[] => {
  const last = names.at(-1) ?? '';
  return names.map((name, at) => {
    const noun = nounBefore(name);
    const tail = at === names.length - 1 ? '' : last.slice(noun.length);
    return noun !== '' && last[noun.length - 1] === noun.at(-1) ? name + tail : name;
  });
};

/** What stands right before such a list, and right behind it. */
const OPENS = /[照按对将把向为给据]$/u;
const CLOSES = /^[的等和及]/u;

/**
 * 按照新建、改建、租赁的方式，…: so many names of one length somewhere before; the first and the last of the list are as long
 * as those between them, which have no other borders.
 */
const namesBefore = (text: string, count: number): readonly string[] => {
  if (count < 3) return [];
  const list = text
    .split(DIVIDES)
    .map((piece) => piece.split(LISTED))
    .findLast((items) => items.length === count);
  const [first = '', ...rest] = list ?? [];
  const [last = '', middle] = [rest.at(-1), rest.slice(0, -1)];
  const length = middle[0]?.length ?? 0;
  if (length === 0 || middle.some((one) => one.length !== length)) return [];
  const whole = first.length === length || OPENS.test(first.slice(0, -length));
  const ends = last.length === length || CLOSES.test(last.slice(length));
  return whole && ends ? [first.slice(-length), ...middle, last.slice(0, length)] : [];
};

/** Returns, for each figure of a sentence, its own name in 甲、乙分别不低于100家、50家; undefined for all others. */
export const respectiveIn = (text: string, spans: readonly Span[]): readonly (Respective | undefined)[] => {
  const found: (Respective | undefined)[] = spans.map(() => undefined);
  spans.forEach(({ from }, at) => {
    const before = text.slice(spans[at - 1]?.to ?? 0, from);
    const each = lastAt(before, EACH) ?? DEALT.exec(before);
    if (!each) return;
    const comma = lastAt(before.slice(0, each.index), DIVIDES);
    const lead = before.slice((comma?.index ?? -1) + 1, each.index);
    const count = runFrom(text, spans, at);
    const own = namesIn(lead, count);
    const names = own.length === count ? own : namesBefore(text.slice(0, from - before.length + each.index), count);
    if (count < 2 || count !== names.length) return;
    const said = before.slice(each.index + each[0].length);
    withTail(names).forEach((name, place) => {
      found[at + place] = { name, of: place === 0 ? nounBefore(name) : nounOfName(name), lead, said };
    });
  });
  return found;
};
