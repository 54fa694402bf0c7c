import type { Operator } from '../values.ts';
import type { Borders } from './borders.ts';
import type { Candidate } from './candidate.ts';

const isHan = (char: string | undefined): boolean => char !== undefined && /\p{Script=Han}/u.test(char);

export interface Said {
  /** Does the plan's text hold it? */
  readonly bears: (word: string) => boolean;
  /** Does it hold the word only with this before it? */
  readonly onlyBehind: (word: string, head: string) => boolean;
}

const REACH = 2;
/** A name of an indicator of so many characters means nothing else. */
const SURE_NAME = 6;

/** Adverbs stand before content without being a part of it: 累计引进, 各类. */
const ADVERBS: ReadonlySet<Operator> = new Set([
  ...(['not', 'only', 'each', 'all', 'except', 'total', 'mean', 'also', 'together', 'other', 'most', 'least'] as const),
]);

/** 不低于 asks as much as it does in the plan: 注册资本不低于多少. */
const COMPARING = 'operators:reach/least';

/** Words of asking that the plan's wording may hold as a part. */
const mayBeInner = ({ meaning, grade, rule, from, to }: Candidate): boolean => {
  if (meaning.kind === 'indicator') return to - from < SURE_NAME;
  if (grade !== 'asking' || meaning.kind === 'wanted' || meaning.kind === 'year' || rule === COMPARING) return false;
  return !(meaning.kind === 'operator' && ADVERBS.has(meaning.operator));
};

const asWord = ({ from, to }: Candidate): Candidate => ({
  from,
  to,
  rule: 'words',
  grade: 'word',
  meaning: { kind: 'words' },
});

/** 哪个部门, 任务最多的单位: what follows is chosen from. */
const isChooser = ({ meaning }: Candidate): boolean =>
  meaning.kind === 'wanted' ||
  (meaning.kind === 'operator' && (meaning.operator === 'most' || meaning.operator === 'least'));

/**
 * Returns the candidates with those as plain words that the plan uses as a part of a longer wording together with their
 * neighbours: 支持 in 支持本地企业, 金融 … 工作推进会. Characters that other words of asking or names cover are no neighbours,
 * nor what is chosen from: 哪个部门支持.
 */
export const withoutInner = (text: string, candidates: readonly Candidate[], { bears }: Said): readonly Candidate[] => {
  const covered = new Uint8Array(text.length);
  const chosenFrom = new Set(candidates.filter(isChooser).map(({ to }) => to));
  const isChosen = ({ from, meaning }: Candidate): boolean => meaning.kind === 'type' && chosenFrom.has(from);
  for (const candidate of candidates) {
    const { from, to, grade, weak } = candidate;
    if (grade === 'thing' || (to - from > 1 && (!weak || isChosen(candidate)))) covered.fill(1, from, to);
  }
  const free = (from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) if (at < 0 || covered[at] === 1 || !isHan(text[at])) return false;
    return true;
  };
  /** 千亿市值: what is not said of plans in general is said of this one. */
  const isSaid = ({ from, to, meaning }: Candidate): boolean =>
    meaning.kind === 'unsaid' && from >= REACH && isHan(text[from - 1]) && bears(text.slice(from - REACH, to));
  const isInner = (candidate: Candidate): boolean => {
    const { from, to } = candidate;
    if (to - from < 2 || !mayBeInner(candidate) || isChosen(candidate)) return false;
    return (
      isSaid(candidate) ||
      (free(to, to + REACH) && bears(text.slice(from, to + REACH))) ||
      (free(from - REACH, from) && bears(text.slice(from - REACH, to)))
    );
  };
  return candidates.map((candidate) => (isInner(candidate) ? asWord(candidate) : candidate));
};

const STAYING: ReadonlySet<Candidate['meaning']['kind']> = new Set(['year', 'indicator']);

/**
 * Returns the things without those that lie wholly within a longer one: 实施保障 and 第三条 in 实施保障第三条. A year within
 * a year stays, and an indicator within an indicator, since 年 may begin a name or end a year: 三年保费, 2023年保费收入.
 */
export const outermost = (things: readonly Candidate[]): readonly Candidate[] => {
  const longest = [...things].sort((a, b) => b.to - b.from - (a.to - a.from));
  const kept: Candidate[] = [];
  for (const one of longest) {
    const within = kept.some(
      ({ from, to, meaning }) =>
        from <= one.from &&
        to >= one.to &&
        to - from > one.to - one.from &&
        !(STAYING.has(meaning.kind) && meaning.kind === one.meaning.kind),
    );
    if (!within) kept.push(one);
  }
  return kept;
};

/**
 * Returns the things without numbers that only point at what was said before (两项 in 这两项, two in which of the two), or
 * at the two parts of the plan: 两处 in 两处不一样.
 */
export const withoutPointing = (things: readonly Candidate[], asking: readonly Candidate[]): readonly Candidate[] => {
  const pointing = asking.filter(
    ({ meaning }) => meaning.kind === 'before' || (meaning.kind === 'operator' && meaning.operator === 'differ'),
  );
  return things.filter(
    ({ meaning, from, to }) =>
      meaning.kind !== 'quantity' ||
      !pointing.some((one) => one.from <= from && one.to >= to && to - from < one.to - one.from),
  );
};

const AMOUNT_NEXT = /^[\d一二三四五六七八九十百千万亿两几多半了于]/u;

/**
 * Returns, as words, what the plan prints as one with a verb of one character before it: 过会 of 过会企业, where no amount
 * is to be passed; 管护 of 管护点, where 护点 stands only behind 管.
 */
export const joinedVerbs = (text: string, asking: readonly Candidate[], said: Said): readonly Candidate[] =>
  asking.flatMap(({ from, to, meaning }) => {
    const longer = asking.some((one) => one.from <= from && one.to >= to && one.to - one.from > 1);
    if (to - from !== 1 || longer) return [];
    const reaches = meaning.kind === 'operator' && meaning.operator === 'reach';
    const does = meaning.kind === 'role' && meaning.form === 'verb';
    const size = reaches ? 1 : does ? REACH : 0;
    const next = text.slice(to, to + size);
    if (next.length < 1 || next.length < size || ![...next].every(isHan) || AMOUNT_NEXT.test(next)) return [];
    const joined = reaches || said.onlyBehind(next, text.slice(from, to));
    return joined && said.bears(text.slice(from, to + size))
      ? [{ from, to: to + size, rule: 'words', grade: 'thing', meaning: { kind: 'words' } }]
      : [];
  });

/** Returns jieba's words as candidates, but for those that are made of words of asking: 不是, 有哪些. */
export const wordsIn = (
  text: string,
  { words }: Borders,
  isAsking: (from: number, to: number) => boolean,
): readonly Candidate[] =>
  words
    .filter(([from, to]) => isHan(text[from]) && !isAsking(from, to))
    .map(([from, to]) => ({ from, to, rule: 'words', grade: 'word', meaning: { kind: 'words' } }));

const BY_SOUND = /:sound$/;

/** Returns the things with names read by sound kept clear of words of asking: 组织部 of 时组织部 in 同时组织部. */
export const withoutCutting = (things: readonly Candidate[], asking: readonly Candidate[]): readonly Candidate[] =>
  things.map((thing) => {
    const { rule, from, to } = thing;
    if (!BY_SOUND.test(rule)) return thing;
    const cut = asking.find((one) => one.from < from && one.to > from && one.to < to && one.weak === undefined);
    return cut ? { ...thing, from: cut.to } : thing;
  });
