import { type Borders, createFinder } from './borders.ts';
import { type Candidate, thing } from './candidate.ts';

/** What the corpus says of verbs that a complement makes possible or impossible: 用得上, 办不下来. */
export interface Complements {
  /** 来, 到, 下来: what may stand behind 得 or 不. */
  readonly behind: readonly string[];
  /** 来不及: said so as a whole, though its verb is a word of asking too. */
  readonly whole: readonly string[];
}

const MIDDLE = /[得不]/gu;
const isHan = (char: string | undefined): boolean => char !== undefined && /\p{Script=Han}/u.test(char);
const words = (from: number, to: number): Candidate => thing([from, to], 'words:complement', { kind: 'words' });

/**
 * Builds the reader of potential complements, which deny nothing: 收不回来, 贷不到款, 用得上. `isAsking` tells words of
 * asking, whose 不 denies: 管不着.
 */
export const createComplements = ({ behind, whole }: Complements, isAsking: (word: string) => boolean) => {
  const wholeIn = createFinder(new Set(whole));
  const longest = [...behind].sort((a, b) => b.length - a.length);
  return (text: string, { startOf, endOf }: Borders): readonly Candidate[] => {
    const found = wholeIn(text).map(([from, to]) => words(from, to));
    for (const { index } of text.matchAll(MIDDLE)) {
      const [verb, next] = [index - 1, index + 1];
      if (!isHan(text[verb]) || startOf[verb] !== verb || isAsking(text[verb] ?? '')) continue;
      const said = longest.find(
        (say) => text.startsWith(say, next) && endOf[next + say.length - 1] === next + say.length,
      );
      if (said !== undefined) found.push(words(verb, next + said.length));
    }
    return found;
  };
};
