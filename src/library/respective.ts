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
  /** Of this, what stands before the first name, and belongs to all: 省科技厅每年推荐. */
  readonly shared: string;
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

/** 国际、国家、行业标准制修订: words of two characters before one noun, which stands with the last; none in 金奖、银奖、优秀奖. */
const sharedNounOf = (names: readonly string[]): string => {
  const [last = '', ...others] = names.toReversed();
  const short = others.length > 1 && others.every((one) => one.length === 2 && one.at(-1) !== last.at(-1));
  return short && last.length > 4 ? last.slice(2) : '';
};

/** 优秀奖的企业: what the last of a list is said of is no part of its name. */
const withoutClose = (names: readonly string[]): readonly string[] =>
  names.map((name, at) =>
    at === names.length - 1 ? (/^(.{2,}?)的(?:\p{Script=Han}{2,6})$/u.exec(name)?.[1] ?? name) : name,
  );

/** 审核期、辅导期企业数量: where names end alike, what stands behind the last of them belongs to all. */
const withTail = (names: readonly string[]): readonly string[] => {
  const last = names.at(-1) ?? '';
  const adjectives = sharedNounOf(names);
  if (adjectives !== '') return names.map((name, at) => (at === names.length - 1 ? name : name + adjectives));
  return names.map((name, at) => {
    const noun = nounBefore(name);
    const tail = at === names.length - 1 ? '' : last.slice(noun.length);
    return noun !== '' && last[noun.length - 1] === noun.at(-1) ? name + tail : name;
  });
};

/**
 * 向专板孵化层、规范层、培育层: what the first of a list has before its name, where all behind it are of one length and end
 * as it does.
 */
const prefixOf = (first: string, rest: readonly string[]): string => {
  const length = rest[0]?.length ?? 0;
  const middle = rest.slice(0, -1);
  const alike = rest.length > 1 && rest.every((one) => one.length === length && one.at(-1) === first.at(-1));
  const short =
    middle.length > 0 && length === 2 && middle.every((one) => one.length === 2) && (rest.at(-1)?.length ?? 0) > 4;
  return (alike || short) && length < first.length ? first.slice(0, -length) : '';
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

/** 对获得一等奖、二等奖的企业，每项分别奖励: a piece that says to whom. */
const TO_WHOM = /^[对给向为]/u;

interface ListBefore {
  readonly lead: string;
  readonly names: readonly string[];
}

/** The names for so many figures: in the words before them, in the piece before those, else so many of one length. */
const listBefore = (text: string, before: string, count: number): ListBefore => {
  const [lead = '', last = ''] = before.split(DIVIDES).toReversed();
  const own = namesIn(lead, count);
  if (own.length === count) return { lead, names: TO_WHOM.test(lead) ? withoutClose(own) : own };
  const named = namesBefore(text, count);
  if (named.length > 0) return { lead, names: named };
  const earlier = !lead.includes(LISTED) && TO_WHOM.test(last) ? withoutClose(namesIn(last, count)) : [];
  return earlier.length === count ? { lead: last, names: earlier } : { lead, names: [] };
};

/** Returns, for each figure of a sentence, its own name in 甲、乙分别不低于100家、50家; undefined for all others. */
export const respectiveIn = (text: string, spans: readonly Span[]): readonly (Respective | undefined)[] => {
  const found: (Respective | undefined)[] = spans.map(() => undefined);
  spans.forEach(({ from }, at) => {
    const before = text.slice(spans[at - 1]?.to ?? 0, from);
    const each = lastAt(before, EACH) ?? DEALT.exec(before);
    if (!each) return;
    const count = runFrom(text, spans, at);
    const { lead, names } = listBefore(text.slice(0, from), before.slice(0, each.index), count);
    if (count < 2 || count !== names.length) return;
    const said = before.slice(each.index + each[0].length);
    const [head = '', ...rest] = names;
    const prefix = prefixOf(head, rest);
    const first = head.slice(prefix.length);
    const shared = lead.slice(0, Math.max(0, lead.indexOf(prefix === '' ? nounBefore(first) : first)));
    withTail([first, ...rest]).forEach((name, place) => {
      const noun = place === 0 && prefix === '' ? nounBefore(name) : nounOfName(name);
      found[at + place] = { name, of: noun || name, lead, shared, said };
    });
  });
  return found;
};
