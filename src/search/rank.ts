import { oncePer } from '../once.ts';
import type { Field, FoundTerm, Hit, Passage, PassageHit, Topic } from '../types.ts';
import type { Evidence } from './weigh.ts';

/** How much the best single sentence counts beside the topic as a whole. */
const SENTENCE_SHARE = 0.3;

interface Standing {
  readonly topic: Topic;
  sum: number;
  sentence: number;
}

const totalOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { weight }) => sum + weight, 0);

interface Place {
  readonly topic: Topic;
  readonly weight: number;
  readonly field: Field;
}

/** The places of a word that is asked for again and again. */
const places = new WeakMap<Evidence['postings'], ReadonlyMap<string, Place>>();

/** Where one piece of evidence counts most in each topic. */
const bestPlaces = ({ postings }: Evidence, passages: readonly Passage[]): ReadonlyMap<string, Place> => {
  const known = places.get(postings);
  if (known) return known;
  const best = new Map<string, Place>();
  places.set(postings, best);
  for (const { passage: at, weight } of postings) {
    const passage = passages[at];
    const before = passage && best.get(passage.topic.id);
    if (passage && (!before || before.weight < weight))
      best.set(passage.topic.id, { topic: passage.topic, weight, field: passage.field });
  }
  return best;
};

/** The weight that each sentence bears out. */
const bySentence = (evidence: readonly Evidence[]): ReadonlyMap<number, number> => {
  const sums = new Map<number, number>();
  for (const { weight, postings } of evidence)
    for (const { passage, weight: share } of postings) sums.set(passage, (sums.get(passage) ?? 0) + weight * share);
  return sums;
};

/** The place of each topic in the plan. */
const orderOf = oncePer(
  (passages: readonly Passage[]): ReadonlyMap<string, number> =>
    new Map([...new Set(passages.map(({ topic }) => topic.id))].map((id, at) => [id, at])),
);

/** What of the evidence a topic bears out. */
const termsIn = (id: string, evidence: readonly Evidence[], passages: readonly Passage[]): readonly FoundTerm[] =>
  evidence.flatMap((one) => {
    const place = bestPlaces(one, passages).get(id);
    if (!place) return [];
    const { term, weight, via } = one;
    return [{ term, weight: weight * place.weight, field: place.field, ...(via && { via }) }];
  });

/** Topics by the share of the evidence that they bear out, best first; equal ones in the plan's order. */
export const rankTopics = (evidence: readonly Evidence[], passages: readonly Passage[]): readonly Hit[] => {
  const total = totalOf(evidence);
  const standings = new Map<string, Standing>();
  for (const one of evidence)
    for (const [id, { topic, weight }] of bestPlaces(one, passages)) {
      const standing = standings.get(id) ?? { topic, sum: 0, sentence: 0 };
      standing.sum += one.weight * weight;
      standings.set(id, standing);
    }
  for (const [at, sum] of bySentence(evidence)) {
    const standing = standings.get(passages[at]?.topic.id ?? '');
    if (standing) standing.sentence = Math.max(standing.sentence, sum);
  }
  const order = orderOf(passages);
  const place = ({ topic }: Hit) => order.get(topic.id) ?? 0;
  return [...standings.values()]
    .map(
      ({ topic, sum, sentence }): Hit => ({
        topic,
        /** Told when they are asked for: of sixty topics, a few are looked at. */
        get terms() {
          return termsIn(topic.id, evidence, passages);
        },
        score: ((1 - SENTENCE_SHARE) * sum + SENTENCE_SHARE * sentence) / total,
      }),
    )
    .sort((a, b) => b.score - a.score || place(a) - place(b));
};

const QUOTABLE: readonly Field[] = ['title', 'body', 'row'];

/** The plan's own sentences of one topic by the share of the evidence that they bear out, best first. */
export const rankPassages = (
  evidence: readonly Evidence[],
  passages: readonly Passage[],
  topic: string,
): readonly PassageHit[] => {
  const total = totalOf(evidence) || 1;
  const sums = new Map<Passage, number>();
  for (const { weight, postings } of evidence)
    for (const { passage: at } of postings) {
      const passage = passages[at];
      if (passage?.topic.id === topic && QUOTABLE.includes(passage.field))
        sums.set(passage, (sums.get(passage) ?? 0) + weight);
    }
  return [...sums].map(([passage, sum]) => ({ passage, score: sum / total })).sort((a, b) => b.score - a.score);
};
