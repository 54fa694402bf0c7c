import type { Bot, Explanation } from '../bot.ts';
import type { Plan, Question } from '../types.ts';
import type { Ref, Token } from '../values.ts';
import type { Means } from './overlay.ts';
import { isSameThing, labelOf, type Thing, thingsOf } from './things.ts';

/** So many other things are offered. */
const MOST_CANDIDATES = 4;
const MOST_NEAR = 6;
/** An answer about so many tasks is a list: each of them may still be meant. */
const FEW_TASKS = 2;
/** Characters: a single one is part of nearly every name. */
const SHORTEST = 2;

type Understood = Pick<Explanation, 'composed'>;

/** The words of a question that name its topic, as one name: what somebody may want to teach. */
export const topicWords = ({ composed }: Understood): string =>
  composed.tokens
    .filter(({ kind }) => kind === 'words' || kind === 'stranger')
    .map(({ text }) => text)
    .join('');

/** The word of a question that somebody may want to teach: its topic as it stands there, or the longest piece of it. */
export const wordToTeach = (explained: Understood, question: string): string => {
  const joined = topicWords(explained);
  if (question.includes(joined)) return joined;
  const pieces = explained.composed.tokens.filter(({ kind }) => kind === 'words' || kind === 'stranger');
  return pieces.reduce((longest, { text }) => (text.length > longest.length ? text : longest), '');
};

/** A thing of the search as one that a word may name; undefined for other clauses. */
const meansOf = ({ type, id }: Ref, { indicators, actions }: Plan): Means | undefined => {
  if (type === 'task') return { kind: 'task', target: Number(id) };
  const indicator = indicators.find(({ clause }) => clause === id);
  if (indicator) return { kind: 'indicator', target: indicator.number };
  const action = actions.find(({ goal }) => goal === id);
  return action && { kind: 'action', target: action.number };
};

const foundFor = (bot: Bot, words: string): readonly Means[] =>
  bot.near(words).flatMap((ref) => meansOf(ref, bot.plan) ?? []);

const distinct = (all: readonly Means[]): readonly Means[] =>
  all.filter((one, at) => all.findIndex((other) => isSameThing(one, other)) === at);

const labelled = (plan: Plan, all: readonly Means[]): readonly Thing[] =>
  distinct(all).flatMap((means) => {
    const label = labelOf(plan, means);
    return label === undefined ? [] : [{ means, label }];
  });

/** Things of the plan that a question may have meant instead of what was answered, the likeliest first. */
export const candidatesOf = (bot: Bot, question: Question): readonly Thing[] => {
  const explained = bot.explain(question);
  const { tasks } = explained.answer;
  const answered = tasks.length <= FEW_TASKS ? tasks : [];
  const others = foundFor(bot, topicWords(explained) || question.text).filter(
    ({ kind, target }) => kind !== 'task' || !answered.includes(target),
  );
  return labelled(bot.plan, others).slice(0, MOST_CANDIDATES);
};

const namedIn = (token: Token): readonly Means[] => {
  switch (token.kind) {
    case 'unit':
      return [{ kind: 'unit', target: token.unit }];
    case 'units':
      return token.units.map((target) => ({ kind: 'unit', target }));
    case 'task':
      return [{ kind: 'task', target: token.task }];
    case 'indicator':
      return [{ kind: 'indicator', target: token.indicator }];
    case 'action':
      return [{ kind: 'action', target: token.action }];
    default:
      return [];
  }
};

/** Things of the plan that somebody may have meant by what was typed: named so, called nearly so, or about it. */
export const nearThings = (bot: Bot, typed: string): readonly Thing[] => {
  const words = typed.trim();
  if ([...words].length < SHORTEST) return [];
  const named = bot.read(words).tokens.flatMap(namedIn);
  const within = thingsOf(bot.plan).filter(({ label }) => label.includes(words));
  const called = [...named, ...within.map(({ means }) => means)];
  return labelled(bot.plan, called.length > 0 ? called : foundFor(bot, words)).slice(0, MOST_NEAR);
};
