import { initialsOf, lettersOf } from '../sound.ts';
import { isHan } from '../text.ts';
import type { Normalised } from './normalise.ts';

/** A word that may be typed in letters. */
export interface Spoken {
  readonly word: string;
  /** A name that may also be typed by its initials: 证监会 as zjh, 供应链金融 as gyljr. */
  readonly initials?: true;
}

/** Letters, and the single blanks and apostrophes between syllables. */
const RUN = /[a-z]+(?:[ '’]?[a-z]+)*/g;
const BETWEEN = /[ '’]/g;
const ALL_HAN = /^\p{Script=Han}+$/u;
/** Longer than a question that anybody types in pinyin. */
const LONGEST = 160;
const LONGEST_KEY = 40;
/** So much of a run must be words of the plan or of asking before it is taken for pinyin. */
const COVERED = 0.8;
const SHORTEST_RUN = 4;
/** A letter left over costs more than a long word is worth over two short ones. */
const UNREAD_LETTER = 50;
const [FEWEST_INITIALS, MOST_INITIALS] = [4, 8];
/** Among pinyin three initials are a name too, where the pinyin makes up so much of the run: kcb shui guan. */
const [FEWEST_AMONG_PINYIN, PINYIN_AMONG] = [3, 0.6];
/** 谁 is said and typed shei as often as shui. */
const spellings = (letters: string): readonly string[] =>
  letters.includes('shui') ? [letters, letters.replace('shui', 'shei')] : [letters];

interface Cover {
  readonly score: number;
  readonly covered: number;
  /** Letters that are initials of names. */
  readonly initials: number;
  readonly longest: number;
  readonly text: string;
}

const START: Cover = { score: 0, covered: 0, initials: 0, longest: 0, text: '' };

/** Words by their letters. The first to claim a spelling keeps it. */
const lettersMap = (words: readonly Spoken[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { word } of words)
    if (ALL_HAN.test(word)) for (const key of spellings(lettersOf(word))) if (!found.has(key)) found.set(key, word);
  return found;
};

/** Names by their initials; two names that share them have none. */
const initialsMap = (words: readonly Spoken[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { word, initials } of words) {
    if (!initials || !ALL_HAN.test(word)) continue;
    const key = initialsOf(word);
    if (key.length >= FEWEST_AMONG_PINYIN && key.length <= MOST_INITIALS && !found.has(key)) found.set(key, word);
  }
  return found;
};

/** So many letters tell which lengths a spelling may have. */
const HEAD = 2;

/** The lengths of spellings by how they begin, shortest first. One of a single letter begins everything with it. */
const sizesOf = (keys: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, Set<number>>();
  for (const key of keys) {
    const head = key.slice(0, HEAD);
    if (key.length <= LONGEST_KEY) found.set(head, (found.get(head) ?? new Set()).add(key.length));
  }
  for (const [head, sizes] of found) if (found.has(head.charAt(0))) sizes.add(1);
  return new Map([...found].map(([head, sizes]) => [head, [...sizes].sort((a, b) => a - b)]));
};

/** Words by their letters, and names by their initials. */
interface Spellings {
  readonly byLetters: ReadonlyMap<string, string>;
  readonly byInitials: ReadonlyMap<string, string>;
}

/** Covers so far, by how many letters they cover. */
type Covers = (Cover | undefined)[];

const isBetter = (before: Cover | undefined, score: number): boolean => !before || score > before.score;

/** Returns what covers letters with words, so that as little as can be is left over. */
const createCover = ({ byLetters, byInitials }: Spellings) => {
  const sizes = sizesOf([...byLetters.keys(), ...byInitials.keys()]);
  const sizesAt = (letters: string, at: number): readonly number[] =>
    sizes.get(letters.slice(at, at + HEAD)) ?? sizes.get(letters.charAt(at)) ?? [];

  const step = (best: Covers, here: Cover, { piece, end }: { readonly piece: string; readonly end: number }): void => {
    const { length: size } = piece;
    const [word, name] = [byLetters.get(piece), byInitials.get(piece)];
    if (name !== undefined && isBetter(best[end], here.score + size))
      best[end] = {
        ...here,
        score: here.score + size,
        initials: here.initials + size,
        text: here.text + name,
      };
    if (word !== undefined && isBetter(best[end], here.score + size * size))
      best[end] = {
        ...here,
        score: here.score + size * size,
        covered: here.covered + size,
        longest: Math.max(here.longest, word.length),
        text: here.text + word,
      };
  };

  return (letters: string): Cover => {
    const best: Covers = [START];
    for (let at = 0; at < letters.length; at += 1) {
      const here = best[at];
      if (!here) continue;
      const unread = here.score - UNREAD_LETTER;
      if (isBetter(best[at + 1], unread)) best[at + 1] = { ...here, score: unread, text: here.text + letters[at] };
      for (const size of sizesAt(letters, at)) {
        if (at + size > letters.length) break;
        step(best, here, { piece: letters.slice(at, at + size), end: at + size });
      }
    }
    return best[letters.length] ?? START;
  };
};

/** 高xin区: letters in the midst of a name whose other characters stand as they should. */
const within = (text: string, byLetters: Spellings['byLetters']): string =>
  text.replace(/(?<=\p{Script=Han})[a-z]{2,24}|[a-z]{2,24}(?=\p{Script=Han})/gu, (run, at: number) => {
    const before = /\p{Script=Han}{0,6}$/u.exec(text.slice(0, at))?.[0] ?? '';
    const after = /^\p{Script=Han}{0,6}/u.exec(text.slice(at + run.length))?.[0] ?? '';
    for (let left = before.length; left >= 0; left -= 1)
      for (let right = after.length; right >= 0; right -= 1) {
        const [head, tail] = [before.slice(before.length - left), after.slice(0, right)];
        const word = left + right > 0 ? byLetters.get(lettersOf(head) + run + lettersOf(tail)) : undefined;
        if (word?.startsWith(head) && word.endsWith(tail)) return word.slice(left, word.length - right);
      }
    return run;
  });

/**
 * Pinyin and initials among the letters of a question → the Chinese that they spell, where they spell words that are
 * given (the plan's own and those of asking) almost without a rest: gongyinglian jinrong shei guan → 供应链金融谁管.
 */
export const createRomanised = (words: readonly Spoken[]): ((normalised: Normalised) => Normalised) => {
  const byLetters = lettersMap(words);
  const byInitials = initialsMap(words);

  const cover = createCover({ byLetters, byInitials });

  const read = (run: string): string => {
    const letters = run.replace(BETWEEN, '');
    const whole = run.length >= FEWEST_INITIALS && run.length <= MOST_INITIALS;
    const initials = whole ? byInitials.get(run) : undefined;
    if (initials !== undefined) return initials;
    if (letters.length < SHORTEST_RUN || letters.length > LONGEST) return run;
    const found = cover(letters);
    const enough = found.covered >= letters.length * PINYIN_AMONG;
    if (found.longest > 1 && enough && found.covered + found.initials >= letters.length * COVERED) return found.text;
    const parts = run.split(' ');
    return parts.length > 1 ? parts.map(read).join(' ') : run;
  };

  return (typed) => {
    if (!/[a-z]/.test(typed.text)) return typed;
    const { language } = typed;
    const text = typed.text.length <= LONGEST ? within(typed.text, byLetters) : typed.text;
    if (!/[a-z]/.test(text)) return { text, language };
    const chinese = [...text].some(isHan);
    const spelt = text.replace(RUN, (run) => {
      const word = read(run);
      return chinese || [...word].some(isHan) ? word : run;
    });
    if (spelt === typed.text) return typed;
    const left = spelt.match(/[a-z]+/g)?.join('').length ?? 0;
    const han = [...spelt].filter(isHan).length;
    if (!chinese && left > han) return { text, language };
    return {
      text: spelt.replace(/(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])|(?<=\d)\s+(?=\p{Script=Han})/gu, ''),
      language: language === 'en' && han > 0 ? 'zh-Hans' : language,
    };
  };
};
