import { counted, type Desk, type Draft } from '../answer/draft.ts';
import { clip } from '../text.ts';
import type { Query, Related } from '../types.ts';

const MOST_NEAR = 3;
const LONGEST_ASKED = 40;

/** Questions that the plan does answer, in the asker's language. */
export const examplesOf = ({ plan, say, name }: Desk): readonly string[] => {
  const [task, indicator] = [plan.tasks.at(0), plan.indicators.at(0)];
  return [
    ...(task ? [say('askWho', { title: name.short(task) })] : []),
    ...(indicator ? [say('askTarget', { title: name.plain(indicator), year: plan.document.period[1] })] : []),
    ...(plan.actions[0] ? [say('askTasks', { title: plan.actions[0].title })] : []),
  ];
};

/** The nearest clauses: offered as near, never as the answer. Titles in the text, labels beside them for programs. */
const nearOf = (
  query: Query,
  { plan, name, clause: clauseOf }: Desk,
): readonly (Related & { readonly title: string })[] =>
  query.hits.slice(0, MOST_NEAR).flatMap(({ topic }) => {
    const task = plan.tasks.find(({ number }) => number === topic.task);
    const indicator = plan.indicators.find(({ clause }) => clause === topic.clause);
    const action = plan.actions.find(({ goal }) => goal === topic.clause);
    const clause = clauseOf(topic.clause);
    const title =
      (task && name.task(task)) ?? (indicator && name.indicator(indicator)) ?? (action && name.action(action));
    return clause && title ? [{ clause: clause.id, label: `${clause.label}${title}`, title }] : [];
  });

/** What the question asked for, short enough to repeat. Markup never comes back. */
export const askedOf = (query: Query, text = query.subject): string =>
  clip(
    (text || query.reading.text)
      .replace(/[<>[\]`*_#|]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_ASKED,
  );

const searchedCounts = ({ plan }: Desk) => [
  counted(plan.tasks.length, '任务分解表的行数', ['annex']),
  counted(plan.indicators.length, '指标表的行数', ['2.table']),
  counted(plan.actions.length, '重大行动的个数', ['3']),
];

const searched = ({ plan, say }: Desk): string =>
  say('searched', { tasks: plan.tasks.length, indicators: plan.indicators.length, actions: plan.actions.length });

/** An honest refusal: what was asked, what was searched, what is near. */
export const refusal = (head: string, query: Query, desk: Desk, more: Partial<Draft> = {}): Draft => {
  const related = nearOf(query, desk);
  const near = related.map(({ title }) => title).filter((title) => !/\d/.test(title));
  return {
    status: 'not_found',
    lines: [head, searched(desk), ...(near.length > 0 ? [desk.say('near', { labels: near.join('；') })] : [])],
    related: related.map(({ clause, label }) => ({ clause, label })),
    suggestions: examplesOf(desk),
    ...more,
    computed: [...searchedCounts(desk), ...(more.computed ?? [])],
  };
};
