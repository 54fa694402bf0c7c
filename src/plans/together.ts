import { createSay, type Say } from '../answer/phrases.ts';
import { figuresOf } from '../text.ts';
import type { Answer, Citation, Language } from '../types.ts';
import type { BriefTask } from './brief.ts';

/** What one plan answered. */
export interface Asked {
  readonly plan: string;
  readonly title: string;
  readonly answer: Answer;
}

/** So many answers are given in full, one below the other; of more plans it is asked which. */
export const MOST_IN_FULL = 2;
const MOST_CHOICES = 6;
const MOST_LISTED = 40;
const LONGEST = 4000;

const answerAlike = (answer: Answer, tasks: readonly BriefTask[]): Answer => {
  const [first] = tasks;
  if (!first || answer.status !== 'answered') throw new Error('no task answers');
  const from = tasks.map(({ source }) => source.clause);
  const computed = [{ value: String(tasks.length), formula: '符合条件的任务数', from }];
  const numbers = tasks.map(({ number }) => number);
  return { ...answer, tasks: numbers, computed, citations: [first.source], notices: [] };
};

/** The answer of a plan that was not asked, in which these tasks answer to what another one was asked. */
export const asAlike = (
  { id, title }: { readonly id: string; readonly title: string },
  answer: Answer,
  tasks: () => readonly BriefTask[],
): Asked => ({
  ...{ plan: id, title },
  /** Of hundreds a few are shown. */
  get answer() {
    return answerAlike(answer, tasks());
  },
});

/** The answer of one plan, headed by its title. */
export const headed = ({ plan, title, answer }: Asked): Answer => ({
  ...answer,
  plan,
  computed: [...answer.computed, ...figuresOf(title).map((value) => ({ value, formula: '计划名称', from: [] }))],
  text: `${createSay(answer.language)('planHead', { title })}\n${answer.text}`,
});

const frame = (first: Answer, kind: string, text: string) => ({
  kind,
  language: first.language,
  text: text.slice(0, LONGEST),
  tasks: [],
  computed: [],
  notices: [],
  suggestions: [],
  understood: first.understood,
});

const count = (value: number) => ({ value: String(value), formula: '计划数', from: [] });

/** Which plan is meant? */
export const whichPlan = (
  among: readonly [Asked, ...Asked[]],
  question: string,
  key: 'planWhich' | 'planWhichLeast' | 'planUnclear',
): Answer => {
  const say = createSay(among[0].answer.language);
  const choices = among.slice(0, MOST_CHOICES).map(({ title, answer: { tasks } }) => ({
    label: title,
    question: say('planAsk', { title, asked: question }),
    tasks,
  }));
  const lines = choices.map(({ label }, at) => say('choice', { mark: at + 1, label }));
  const text = [say(key, { count: among.length }), ...lines].join('\n');
  return {
    ...frame(among[0].answer, 'unclear-plan', text),
    ...{ computed: [count(among.length)], status: 'clarify', citations: [], choices, related: [] },
  };
};

/** The sources of several plans, each with the title of its own. */
const citationsOf = (found: readonly Asked[]): readonly Citation[] =>
  found.flatMap(({ title, answer: { citations } }) =>
    citations.map((citation) => ({ ...citation, label: `《${title}》${citation.label}` })),
  );

const headOf = (found: readonly Asked[], whole: boolean) => {
  if (!whole) return 'planListLeast';
  return found.length > MOST_LISTED ? 'planListFirst' : 'planList';
};

/** The plans that something is written in, one a line, so many of them as can be read; `whole` where no others are. */
export const plansListed = (found: readonly [Asked, ...Asked[]], whole: boolean): Answer => {
  const say = createSay(found[0].answer.language);
  const listed = found.slice(0, MOST_LISTED);
  const line = ({ title, answer: { tasks } }: Asked, at: number) =>
    tasks.length > 0
      ? say('planItemTasks', { mark: at + 1, title, tasks: tasks.length })
      : say('planItem', { mark: at + 1, title });
  const text = [say(headOf(found, whole), { count: found.length, listed: listed.length }), ...listed.map(line)].join(
    '\n',
  );
  const [first, ...rest] = citationsOf(listed);
  if (!first) throw new Error('a plan that bears something out cites nothing');
  return {
    ...frame(found[0].answer, 'plans', text),
    computed: [
      count(found.length),
      ...(listed.length < found.length ? [count(listed.length)] : []),
      ...listed.flatMap((one) => [count(one.answer.tasks.length), ...headed(one).computed]),
    ],
    ...{ status: 'answered', citations: [first, ...rest], choices: [], related: [] },
  };
};

/** Several plans bear it out: each in its own words, one below the other; which one, where they are many. */
export const several = (found: readonly [Asked, ...Asked[]], question: string): Answer => {
  if (found.length > MOST_IN_FULL) return whichPlan(found, question, 'planWhich');
  const say = createSay(found[0].answer.language);
  const text = [say('planSeveral', { count: found.length }), ...found.map((one) => headed(one).text)].join('\n\n');
  const [first, ...rest] = citationsOf(found);
  if (!first || text.length > LONGEST) return whichPlan(found, question, 'planWhich');
  return {
    ...frame(found[0].answer, found[0].answer.kind, text),
    computed: [count(found.length), ...found.flatMap((one) => headed(one).computed)],
    notices: found.flatMap(({ answer }) => answer.notices),
    ...{ status: 'answered', citations: [first, ...rest], choices: [], related: [] },
  };
};

/** No plan says it. */
export const nowhere = (language: Language, plans: number, first: Answer): Answer => {
  const say: Say = createSay(language);
  return {
    ...frame(first, first.kind, say('planNone', { count: plans })),
    computed: [count(plans)],
    ...{ status: 'not_found', citations: [], choices: [], related: [] },
  };
};

const OF_ITSELF = ['talk-hello', 'talk-help', 'talk-identity'];
const MOST_TITLES = 6;

/** What is said of the bot itself names the plans that it knows. */
export const talked = (answer: Answer, plans: readonly { readonly title: string }[]): Answer => {
  if (!OF_ITSELF.includes(answer.kind)) return answer;
  const say = createSay(answer.language);
  const titles = plans.slice(0, MOST_TITLES).map(({ title }, at) => say('planItem', { mark: at + 1, title }));
  const text = [say('planHelp', { count: plans.length }), ...titles].join('\n');
  return { ...answer, text, computed: [...answer.computed, count(plans.length)] };
};
