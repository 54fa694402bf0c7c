import { soundsOf } from '../sound.ts';
import { foldWidth, isHan } from '../text.ts';
import type { Cut } from './cut.ts';

const RUN = /\p{Script=Han}+|[a-z0-9][a-z0-9.+&-]*[a-z0-9]|[a-z0-9]+/gu;
const STOP_ENGLISH = new Set(
  (
    'a about all also an and any are as at least most city be been being by can could did do does each for from get give had has have how i if in into is it its ' +
    'just like made make many me more much my of on or our out please set should so some still such tell than that the their them ' +
    'then there these they this those through to two under up us was we were what when where which while who whose why will with ' +
    'would you your plan plans xi xian an s t re ve ll e g etc handle handles handling mention mentions unit units task tasks item items ' +
    'measure measures year years say says said anything something number between during need needs must lot go goes going gone ' +
    'one ones same other others no not every happen happens happened'
  ).split(' '),
);

/** Words of counting and asking, which name nothing wherever they stand. */
const STOP_CHINESE = new Set(
  (
    '一个 一家 一项 一条 一些 两个 几个 几家 几项 每个 各个 只有 没有 还有 就是 怎么 什么 哪些 哪个 多少 我们 你们 他们 这个 那个 这些 ' +
    '单位 部门 任务 工作 负责 那些 这样 那样 可以 需要 应该 时候 有关 关于 如何 为了 以及 或者 但是 不过 而且 如果 因为 所以 那边 这边 里面 的话 东西 事情'
  ).split(' '),
);

/** True for a word that names nothing: 单位, 一个. */
export const isStopWord = (word: string): boolean => STOP_CHINESE.has(word);

const ENDINGS = [/ies$/, /(?:sses|shes|ches|xes|s)$/, /(?:ing|ed)$/, /e$/] as const;
const SHORTEST_STEM = 3;

/** Two spellings of one word: centre and center, revitalisation and revitalization. */
const american = (word: string): string =>
  word
    .replace(/isation/, 'ization')
    .replace(/is(e[ds]?|ing)$/, 'iz$1')
    .replace(/our(?=s?$|ed$|ing$)/, 'or')
    .replace(/tre(s?)$/, 'ter$1');

/** Words whose stem is another word: training is not of trains. */
const WHOLE = new Set(['training', 'housing', 'building']);

/** Endings that the plural and the verb forms of English share, taken off one after the other; the same on both sides. */
const stem = (word: string): string =>
  WHOLE.has(word)
    ? word
    : ENDINGS.reduce((rest, ending) => {
        const cut = ending.source.startsWith('ies')
          ? rest.replace(ending, 'y')
          : rest.replace(ending, (end) => (/^(?:ss|sh|ch|x)/.test(end) ? end.slice(0, -2) : ''));
        return cut.length >= SHORTEST_STEM ? cut : rest;
      }, american(word));

/** The words of a text in letters by their stems, those that name nothing too: Belt and Roads → belt and road. */
export const stemsOf = (text: string): readonly string[] =>
  [...foldWidth(text).toLowerCase().matchAll(RUN)].flatMap(([run]) => (isHan(run[0] ?? '') ? [] : stem(run)));

/** The stem of a word in letters; undefined for one that names nothing. */
export const latinTerm = (run: string): string | undefined => {
  if (/\d/.test(run)) return run;
  return run.length < 2 || STOP_ENGLISH.has(run) ? undefined : stem(run);
};

/** Character pairs of a run of Chinese: 天然气 → 天然 然气. */
export const gramsOf = (run: string): readonly string[] => {
  const chars = [...run];
  return chars.slice(1).map((char, at) => `${chars[at]}${char}`);
};

export interface Term {
  readonly text: string;
  /** Words carry more than pairs: a pair may straddle two words. */
  readonly share: number;
  /** A word, not a mere pair of characters: one that nothing bears out counts against a topic. */
  readonly word: boolean;
}

const WORD_SHARE = 0.5;
const GRAM_SHARE = 0.5;
/** A bare figure stands in many places for many things. */
const FIGURE_SHARE = 0.3;

/**
 * The terms of a text, the same for plan and question: jieba's words and character pairs of its Chinese, words and
 * figures of its Latin. A term found both ways has both shares.
 */
export const termsOf = (text: string, cut: Cut): readonly Term[] => {
  const shares = new Map<string, number>();
  const whole = new Set<string>();
  const add = (term: string, share: number) => shares.set(term, Math.min(1, (shares.get(term) ?? 0) + share));
  for (const [run] of foldWidth(text).toLowerCase().matchAll(RUN)) {
    if (!isHan(run[0] ?? '')) {
      const term = latinTerm(run);
      if (term) shares.set(term, /^\d+$/.test(term) ? FIGURE_SHARE : 1);
      if (term) whole.add(term);
      continue;
    }
    const words = new Set(cut(run).filter((word) => word.length > 1 && !STOP_CHINESE.has(word)));
    for (const word of words) {
      add(word, WORD_SHARE);
      whole.add(word);
    }
    for (const gram of new Set(gramsOf(run))) if (!STOP_CHINESE.has(gram)) add(gram, GRAM_SHARE);
  }
  return [...shares].map(([term, share]) => ({ text: term, share, word: whole.has(term) }));
};

const SOUND = '~';

/** Character pairs by their sound: 仲材 and 仲裁 → ~zon-cai. A plan is indexed by them beside its words. */
export const soundGramsOf = (text: string): readonly string[] =>
  [...foldWidth(text).matchAll(RUN)].flatMap(([run]) =>
    isHan(run[0] ?? '') ? gramsOf(run).map((gram) => SOUND + soundsOf(gram).join('-')) : [],
  );

export const isSound = (term: string): boolean => term.startsWith(SOUND);

/** A text by its sounds, and how a pair of them stands in it. */
export const soundTextOf = (text: string): string => `-${soundsOf(foldWidth(text)).join('-')}-`;
export const soundTextOfTerm = (term: string): string => `-${term.slice(SOUND.length)}-`;

/** Whether a text has terms that are no Chinese. */
export const hasLetters = (text: string): boolean =>
  [...foldWidth(text).toLowerCase().matchAll(RUN)].some(([run]) => !isHan(run[0] ?? ''));

/** Pairs of a text that stand in none of jieba's words: what a wrong character leaves of a word. */
export const brokenGramsOf = (text: string, cut: Cut): readonly string[] =>
  [...foldWidth(text).matchAll(RUN)].flatMap(([run]) => {
    if (!isHan(run[0] ?? '')) return [];
    const words = cut(run).filter((word) => word.length > 1);
    return gramsOf(run).filter((gram) => !words.some((word) => word.includes(gram)));
  });
