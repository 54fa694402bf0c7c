import { sentencesOf } from '../text.ts';
import type { ClauseKind, Passage, Plan, Topic } from '../types.ts';

/** Other names that the corpus gives to a plan's things, by topic id. */
export interface OtherWords {
  /** Names and everyday descriptions in Chinese. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** English titles and other names. */
  readonly gloss: ReadonlyMap<string, readonly string[]>;
  /** What it says, in English. */
  readonly english: ReadonlyMap<string, readonly string[]>;
}

const OWN_TOPICS: Readonly<Partial<Record<ClauseKind, Topic['kind']>>> = {
  'action-goal': 'action-goal',
  safeguard: 'safeguard',
  goal: 'goal',
  opening: 'opening',
  guiding: 'guiding',
  indicator: 'indicator',
  paragraph: 'clause',
};

/** Clauses that are subjects by themselves; measures and rows are those of their tasks. */
const ownTopics = (plan: Plan): readonly Topic[] =>
  plan.clauses.flatMap(({ id, kind }) => {
    const topic = OWN_TOPICS[kind];
    return topic ? [{ id, kind: topic, clause: id }] : [];
  });

const taskPassages = (plan: Plan): readonly Passage[] =>
  plan.tasks.flatMap(({ number, body, row }) => {
    const topic: Topic = { id: `task.${number}`, kind: 'task', task: number, clause: body.clause };
    return [
      { topic, field: 'title' as const, clause: body.clause, text: body.title },
      { topic, field: 'title' as const, clause: row.clause, text: row.title },
      ...sentencesOf(body.text).map((text) => ({ topic, field: 'body' as const, clause: body.clause, text })),
      ...row.targets.flatMap(({ year, text }) =>
        sentencesOf(text).map((sentence) => ({
          topic,
          field: 'row' as const,
          clause: row.clause,
          year,
          text: sentence,
        })),
      ),
    ];
  });

const clausePassages = (plan: Plan): readonly Passage[] =>
  ownTopics(plan).flatMap((topic): readonly Passage[] => {
    const text = plan.clauses.find(({ id }) => id === topic.clause)?.text ?? '';
    const indicator = plan.indicators.find(({ clause }) => clause === topic.clause);
    if (indicator) return [{ topic, field: 'title' as const, clause: topic.clause, text: indicator.name }];
    const headed = topic.kind === 'safeguard' || topic.kind === 'goal';
    return sentencesOf(text).map((sentence, at) => ({
      topic,
      field: headed && at === 0 ? ('title' as const) : ('body' as const),
      clause: topic.clause,
      text: sentence,
    }));
  });

/** All that search may look into: the plan sentence by sentence, and the corpus' other words beside it. */
export const passagesOf = (plan: Plan, others: OtherWords): readonly Passage[] => {
  const own = [...taskPassages(plan), ...clausePassages(plan)];
  const topics = new Map(own.map(({ topic }) => [topic.id, topic]));
  const extra = (field: 'words' | 'gloss' | 'english') =>
    [...others[field]].flatMap(([id, texts]) => {
      const topic = topics.get(id);
      return topic ? texts.map((text) => ({ topic, field, clause: topic.clause, text })) : [];
    });
  return [...own, ...extra('words'), ...extra('gloss'), ...extra('english')];
};
