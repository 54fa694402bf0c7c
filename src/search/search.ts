import { createRecent } from '../recent.ts';
import { canonical, isHan } from '../text.ts';
import type { Hit, LexiconEntry, Passage, Search } from '../types.ts';
import type { Cut, Cutter } from './cut.ts';
import { createEveryday, type Everyday } from './everyday.ts';
import { createDescribes, createNamed } from './named.ts';
import { createFind, type Find, type Posting } from './postings.ts';
import { rankPassages, rankTopics } from './rank.ts';
import { createReporting } from './reporting.ts';
import { createSaying, sentencesOf } from './saying.ts';
import { gramsOf, isStopWord, latinTerm, soundGramsOf } from './terms.ts';
import { createWeigh } from './weigh.ts';

/** p2p, nft: names in letters. */
const LATIN = /[a-z][a-z0-9]+/g;

/** A topic that bears out so much of a name is meant by it. */
const SURE = 0.5;
/** A name of more characters is a description. */
const LONGEST_NAME = 10;

const MOST_RECENT = 8;

export interface SearchContent extends Cutter {
  readonly passages: readonly Passage[];
  readonly lexicon: readonly LexiconEntry[];
}

/** Returns what tells whether words are borne out, by themselves or by an everyday word. */
const createBearing = (find: Find, everyday: Everyday) => {
  /** Whether a word is found where `holds` looks: an everyday word in it, itself, or all of its pairs. */
  const bears = (word: string, holds: (found: readonly Posting[]) => boolean): boolean => {
    if (isStopWord(word)) return true;
    const grams = gramsOf(word);
    if (everyday.spoken(word).some((say) => holds(everyday.found(say))) || holds(find(word))) return true;
    const heard = (gram: string) => holds(find(soundGramsOf(gram)[0] ?? ''));
    return grams.length > 0 && grams.every((gram) => holds(find(gram)) || (grams.length > 1 && heard(gram)));
  };
  /** A word in letters that no text has, nor any everyday word. */
  const isStrange = (word: string): boolean => {
    const term = latinTerm(word);
    return term !== undefined && find(term).length === 0 && !bears(word, (found) => found.length > 0);
  };

  /** 太高 in 利息太高: the longer expression says what it means. */
  const spokenOver = (text: string, word: string) =>
    everyday.spoken(text).some((say) => say.length > word.length && say.includes(word));

  return { bears, isStrange, spokenOver };
};

/** Plan → Search. What a term weighs is decided here and not in the index, so that every hit can say why it is one. */
export const createSearch = ({
  passages,
  lexicon,
  cut,
  nouns,
  things,
  contents,
  isCompound,
}: SearchContent): Search => {
  const find = createFind(passages, cut);
  const everyday = createEveryday(lexicon, passages);
  const weigh = createWeigh(passages, { cut, find, everyday });

  const { bears, isStrange, spokenOver } = createBearing(find, everyday);

  const sentences = sentencesOf(passages);
  const printed = passages.map(({ text }) => text).join('\n');

  /** A question asks for the topics of the same words several times. */
  const recent = createRecent<readonly Hit[]>(MOST_RECENT);
  const topics = (text: string): readonly Hit[] => recent(text, () => rankTopics(weigh(text), passages));

  const among = (words: Cut, text: string): readonly string[] =>
    text
      .split(/\s+/)
      .flatMap(words)
      .filter((word) => isHan(word[0] ?? '') && [...word].length > 1);
  const inTopic = (topic: string) => (found: readonly Posting[]) =>
    found.some(({ passage }) => passages[passage]?.topic.id === topic);

  return {
    topics,
    passages: (text, topic) => rankPassages(weigh(text), passages, topic),
    missing: (text, topic) =>
      among(nouns, text).filter((word) => !bears(word, inTopic(topic)) && !spokenOver(text, word)),
    named: createNamed(passages),
    saying: createSaying(sentences, { contents, everyday }),
    reporting: createReporting(sentences, contents),
    describes: createDescribes(passages),
    lacking: (text, topic) => {
      if ((topics(text).find((hit) => hit.topic.id === topic)?.score ?? 0) >= SURE) return [];
      const explained = everyday.spoken(text).some((say) => inTopic(topic)(everyday.found(say)));
      if (explained || [...text].length > LONGEST_NAME || /[\s、]/u.test(text) || !isCompound(text)) return [];
      const misspelt = (word: string) => soundGramsOf(word).some((gram) => inTopic(topic)(find(gram)));
      return among(things, text).filter((word) => !bears(word, inTopic(topic)) && !misspelt(word));
    },
    unprinted: (text) => {
      const spoken = everyday.spoken(text);
      const meant = (word: string) => spoken.some((say) => say.includes(word) || word.includes(say));
      return among(contents, text).filter((word) => !isStopWord(word) && !printed.includes(word) && !meant(word));
    },
    unheld: (text, evidence) => {
      const held = canonical(evidence);
      const spoken = everyday.spoken(canonical(text));
      const meant = (word: string) =>
        spoken.some(
          (say) => (say.includes(word) || word.includes(say)) && everyday.means(say).some((one) => held.includes(one)),
        );
      const isHeld = (word: string) => held.includes(word) || gramsOf(word).every((gram) => held.includes(gram));
      return among(nouns, canonical(text)).filter((word) => !isStopWord(word) && !isHeld(word) && !meant(word));
    },
    asPrinted: (text, evidence) => {
      const held = canonical(evidence);
      return everyday.spoken(text).reduce((read, say) => {
        const official = held.includes(say) ? undefined : everyday.means(say).find((one) => held.includes(one));
        return official === undefined ? read : read.replace(say, official);
      }, text);
    },
    strangers: (text) =>
      [
        ...among(things, text).filter((word) => !bears(word, (found) => found.length > 0) && !spokenOver(text, word)),
        ...(text.match(LATIN) ?? []).filter(isStrange),
      ].toSorted((a, b) => text.indexOf(a) - text.indexOf(b)),
  };
};
