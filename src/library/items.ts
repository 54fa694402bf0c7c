import { sentencesOf } from '../text.ts';

/** A sentence of a text, and the heading of the item that it stands in: 1.甲地示范基地。……; empty where it stands in none. */
export interface ItemSentence {
  readonly text: string;
  readonly under: string;
}

const NUMBER = /^\s*(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|专栏\s*\d{1,2}[:：]?)\s*/u;
/** A heading ends with a full stop, and has neither commas nor figures. */
const HEADING = /^[^，；：,;:\d%％]+。$/u;
/** Headings of a line's beginning, and of those that run on within it. */
const [LONGEST, LONGEST_INSIDE] = [30, 10];
/** 布设先进的设备。: what is done, and no name. */
const PHRASE = /的/u;
/** One or two short sentences are none yet. */
const FEWEST = 3;

const headingIn = (sentence: string, longest: number): string | undefined => {
  const own = sentence.replace(NUMBER, '');
  const named = HEADING.test(own) && (longest === LONGEST || !PHRASE.test(own));
  return own.length <= longest && named ? own.slice(0, -1) : undefined;
};

/** Where the headings of a line stand: 硅基材料。……陶瓷材料。…… */
const headingsIn = (sentences: readonly string[], isItem: boolean): ReadonlyMap<number, string> => {
  const found = sentences.flatMap((sentence, at): readonly (readonly [number, string])[] => {
    const heading = at < sentences.length - 1 ? headingIn(sentence, at === 0 ? LONGEST : LONGEST_INSIDE) : undefined;
    return heading === undefined ? [] : [[at, heading]];
  });
  const opens = found[0]?.[0] === 0;
  return new Map(opens && (isItem || found.length >= FEWEST) ? found : []);
};

/** Returns the sentences of a text in order, each with the heading of its item. */
export const itemSentences = (text: string): readonly ItemSentence[] => {
  const lines = text.split('\n');
  return lines.flatMap((line) => {
    const sentences = sentencesOf(line);
    const headings = headingsIn(sentences, lines.length > 1 && NUMBER.test(line));
    let under = '';
    return sentences.map((sentence, at): ItemSentence => {
      under = headings.get(at) ?? under;
      return { text: sentence, under: headings.has(at) ? '' : under };
    });
  });
};
