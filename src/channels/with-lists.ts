import { createSay } from '../answer/phrases.ts';
import { bodyCitation } from '../answer/task-sources.ts';
import { normalisePlain } from '../read/normalise.ts';
import type { Answer, Ask, Citation, Language } from '../types.ts';
import { worklistOf } from '../worklists/worklist-of.ts';
import { citationsFrom, planDesk } from './api/plan-desk.ts';
import type { AskedPlans } from './asked-plans.ts';
import { type ListFound, listAsked } from './list-asked.ts';

/** What answering requests for files needs. `now` gives milliseconds since the epoch. */
export interface ListsParts {
  readonly plans: AskedPlans;
  readonly now: () => number;
  /** The address under which others reach the service, without a trailing slash; without one, links begin with /. */
  readonly base?: string | undefined;
}

type Offered = Extract<ListFound, { kind: 'list' }>;

const FRAME = { computed: [], notices: [], suggestions: [], understood: { said: '', unread: [] } } as const;

/** Numbers of the tasks that the list holds. */
const tasksOf = ({ of, list }: Offered): readonly number[] => {
  const worklist = worklistOf(of.bot.plan, list.request.filter, list.request.at);
  return worklist.kind === 'worklist' ? worklist.lists.flatMap(({ rows }) => rows.map(({ task }) => task)) : [];
};

/** What the shown answer cites; else how each listed task begins. */
const sourcesOf = ({ of, shown }: Offered, tasks: readonly number[]): readonly Citation[] => {
  if (shown) return shown.answer.citations;
  const desk = planDesk(of.bot.plan);
  const listed = of.bot.plan.tasks.filter(({ number }) => tasks.includes(number));
  return citationsFrom(
    desk,
    listed.map((task) => bodyCitation(desk, task)),
  );
};

const asked = (text: string, requests: readonly string[], language: Language): Answer => ({
  ...FRAME,
  ...{ status: 'clarify', kind: 'unclear-list', language, tasks: [], citations: [], related: [] },
  text: [text, ...requests.map((request, at) => `${at + 1}. ${request}`)].join('\n'),
  choices: requests.map((request) => ({ label: request, question: request, tasks: [] })),
});

const answerOf = (found: ListFound, language: Language, several: boolean): Answer | undefined => {
  const say = createSay(language);
  if (found.kind === 'line') return asked(found.text, [], language);
  if (found.kind === 'which') return asked(say('listWhich'), found.requests, language);
  const { title, contents, url = '' } = found.list;
  const tasks = tasksOf(found);
  const [first, ...rest] = sourcesOf(found, tasks);
  if (!first) return undefined;
  return {
    ...FRAME,
    ...{ status: 'answered', kind: 'list-file', language, tasks, choices: [], related: [] },
    text: `${say('listFile', { title, contents })}\n${url}`,
    citations: [first, ...rest],
    ...(several && { plan: found.of.id }),
  };
};

/** An ask that answers requests for a file with the address of it; any other question as before. */
export const withLists =
  (ask: Ask, { plans, now, base = '' }: ListsParts): Ask =>
  (question) => {
    const found = listAsked(question, { ask, plans }, { at: now(), base });
    return (found && answerOf(found, normalisePlain(question.text).language, plans.list().length > 1)) ?? ask(question);
  };
