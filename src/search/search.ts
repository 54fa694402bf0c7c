import { Index } from 'flexsearch';
import { canonical, isHan } from '../text.ts';
import type { Field, FoundTerm, Hit, LexiconEntry, Passage, PassageHit, Search, Topic } from '../types.ts';
import type { Cut } from './cut.ts';
import { gramsOf, termsOf } from './terms.ts';

/** How much a term counts by where it stands: a title names its task, a body sentence only mentions it. */
const FIELD_WEIGHT: Readonly<Record<Field, number>> = { title: 1, words: 0.9, body: 0.72, row: 0.72, english: 0.85 };
/** How much the best single sentence counts beside the topic as a whole. */
const SENTENCE_SHARE = 0.3;
/** A question longer than this is weighed by its rarest terms only, so that time stays bounded. */
const MOST_TERMS = 80;

const MOST_RECENT = 16;

interface Posting {
  readonly passage: number;
  readonly weight: number;
}

/** A part of the question's evidence: the ways in which it may be borne out, and what it weighs. */
interface Evidence {
  readonly term: string;
  readonly weight: number;
  readonly postings: readonly Posting[];
  readonly via?: string;
}

export interface SearchContent {
  readonly passages: readonly Passage[];
  readonly lexicon: readonly LexiconEntry[];
  readonly cut: Cut;
  readonly nouns: Cut;
}

const inverse = (all: number, found: number): number => Math.log(1 + all / (found + 0.5)) ** 2;

/**
 * Plan → Search. FlexSearch holds tokens (never text) and says which sentences have a term; what a term weighs is
 * decided here, so that every hit can say why it is one.
 */
export const createSearch = ({ passages, lexicon, cut, nouns }: SearchContent): Search => {
  const index = new Index({
    tokenize: 'strict',
    encode: (text: string) => text.split(' '),
    cache: false,
    resolution: 1,
  });
  passages.forEach((passage, at) => {
    index.add(
      at,
      termsOf(passage.text, cut)
        .map(({ text }) => text)
        .join(' '),
    );
  });
  const topicIds = [...new Set(passages.map(({ topic }) => topic.id))];
  const folded = passages.map(({ text }) => canonical(text));
  const postings = new Map<string, readonly Posting[]>();

  const fieldWeight = (at: number): number => FIELD_WEIGHT[passages[at]?.field ?? 'body'];
  const find = (term: string): readonly Posting[] => {
    const known = postings.get(term);
    if (known) return known;
    const found = (index.search(term, { limit: passages.length }) as number[]).map((passage) => ({
      passage,
      weight: fieldWeight(passage),
    }));
    if (found.length > 0) postings.set(term, found);
    return found;
  };
  const topicsIn = (found: readonly Posting[]): number =>
    new Set(found.map(({ passage }) => passages[passage]?.topic.id)).size;

  /** Sentences that hold any of an entry's official wordings, once a start. */
  const entries = new Map<string, { entry: LexiconEntry; found: readonly Posting[] }>();
  for (const entry of lexicon) {
    const means = entry.mean.map(canonical);
    const found = folded.flatMap((text, passage) =>
      means.some((mean) => text.includes(mean)) ? [{ passage, weight: fieldWeight(passage) * entry.weight }] : [],
    );
    if (found.length > 0) entries.set(entry.say, { entry, found });
  }
  const longest = Math.max(0, ...[...entries.keys()].map((say) => say.length));

  /** Everyday words of the lexicon in a text, longest first from the left. */
  const spoken = (text: string): readonly string[] => {
    const found: string[] = [];
    for (let at = 0; at < text.length; at += 1) {
      for (let size = Math.min(longest, text.length - at); size > 0; size -= 1) {
        const say = text.slice(at, at + size);
        if (!entries.has(say)) continue;
        found.push(say);
        at += size - 1;
        break;
      }
    }
    return found;
  };

  /** One question asks for the evidence of the same words several times: topics, then the sentences of each. */
  const recent = new Map<string, readonly Evidence[]>();
  const evidenceOf = (text: string): readonly Evidence[] => {
    const known = recent.get(text) ?? weigh(text);
    if (recent.size >= MOST_RECENT) recent.clear();
    recent.set(text, known);
    return known;
  };

  const weigh = (text: string): readonly Evidence[] => {
    const says = [...new Set(spoken(text))];
    const evidence: Evidence[] = [];
    for (const { text: term, share, word } of termsOf(text, cut)) {
      const found = find(term);
      if (found.length === 0 && !word) continue;
      if (found.length === 0 && says.some((say) => say.includes(term) || term.includes(say))) continue;
      evidence.push({ term, weight: share * inverse(topicIds.length, topicsIn(found)), postings: found });
    }
    for (const say of says) {
      const known = entries.get(say);
      if (known)
        evidence.push({
          term: say,
          weight: inverse(topicIds.length, topicsIn(known.found)),
          postings: known.found,
          via: say,
        });
    }
    return evidence.sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
  };

  const topics = (text: string): readonly Hit[] => {
    const evidence = evidenceOf(text);
    const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return [];
    const byTopic = new Map<string, { topic: Topic; sum: number; terms: FoundTerm[] }>();
    const bySentence = new Map<number, number>();
    for (const { term, weight, postings: found, via } of evidence) {
      const best = new Map<string, { topic: Topic; weight: number; field: Field }>();
      for (const { passage: at, weight: share } of found) {
        const passage = passages[at];
        if (!passage) continue;
        bySentence.set(at, (bySentence.get(at) ?? 0) + weight * share);
        const before = best.get(passage.topic.id);
        if (!before || before.weight < share)
          best.set(passage.topic.id, { topic: passage.topic, weight: share, field: passage.field });
      }
      for (const [id, { topic, weight: share, field }] of best) {
        const entry = byTopic.get(id) ?? { topic, sum: 0, terms: [] };
        entry.sum += weight * share;
        entry.terms.push({ term, weight: weight * share, field, ...(via && { via }) });
        byTopic.set(id, entry);
      }
    }
    const sentence = new Map<string, number>();
    for (const [at, sum] of bySentence) {
      const id = passages[at]?.topic.id ?? '';
      sentence.set(id, Math.max(sentence.get(id) ?? 0, sum));
    }
    return [...byTopic.entries()]
      .map(([id, { topic, sum, terms }]) => ({
        topic,
        score: ((1 - SENTENCE_SHARE) * sum + SENTENCE_SHARE * (sentence.get(id) ?? 0)) / total,
        terms,
      }))
      .sort((a, b) => b.score - a.score || topicIds.indexOf(a.topic.id) - topicIds.indexOf(b.topic.id));
  };

  const passagesFor = (text: string, topic: string): readonly PassageHit[] => {
    const evidence = evidenceOf(text);
    const total = evidence.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const sums = new Map<number, number>();
    for (const { weight, postings: found } of evidence)
      for (const { passage } of found)
        if (passages[passage]?.topic.id === topic) sums.set(passage, (sums.get(passage) ?? 0) + weight);
    return [...sums]
      .map(([at, sum]) => ({ passage: passages[at] as Passage, score: sum / total }))
      .filter(({ passage }) => passage.field === 'body' || passage.field === 'row' || passage.field === 'title')
      .sort((a, b) => b.score - a.score);
  };

  /** Whether a word is found where `holds` looks: itself, an everyday word for it, or all of its pairs. */
  const bears = (word: string, holds: (found: readonly Posting[]) => boolean): boolean =>
    spoken(word).some((say) => holds(entries.get(say)?.found ?? [])) ||
    holds(find(word)) ||
    (gramsOf(word).length > 0 && gramsOf(word).every((gram) => holds(find(gram))));

  const nounsIn = (text: string): readonly string[] =>
    text
      .split(/\s+/)
      .flatMap((run) => nouns(run))
      .filter((word) => isHan(word[0] ?? '') && [...word].length > 1);

  const missing = (text: string, topic: string): readonly string[] =>
    nounsIn(text).filter(
      (word) => !bears(word, (found) => found.some(({ passage }) => passages[passage]?.topic.id === topic)),
    );

  const strangers = (text: string): readonly string[] =>
    nounsIn(text).filter((word) => !bears(word, (found) => found.length > 0));

  return { topics, passages: passagesFor, missing, strangers };
};
