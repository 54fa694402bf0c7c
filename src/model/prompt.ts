import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { replySchema } from '../compose/model/grammar.ts';
import { clip } from '../text.ts';
import type { Plan, Question } from '../types.ts';
import type { Ref } from '../values.ts';
import { RULES } from './rules.ts';
import { bytesOf, fitting, tasksNear, vocabularyOf } from './vocabulary.ts';

export interface ModelMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/** What is sent for one question: nothing but the plan's words, the question and what was asked before it. */
export type Prompt = readonly [ModelMessage, ModelMessage];

const LONGEST_QUESTION = 250;
const LONGEST_BEFORE = 60;
const LONGEST_EXCERPT = 50;
const MOST_NEAR = 5;
/** Of a long plan so many things are candidates. */
const MOST_CANDIDATES = 40;
const MOST_BEFORE = 2;
/** Bytes of a prompt: with more, what only helps is left out. */
const MOST_BYTES = 7_900;

/** Limits are ours to keep: not every server knows them. */
const LIMITS = ['minItems', 'maxItems', 'minLength', 'maxLength', 'minimum', 'maximum', '$schema'] as const;

const schemaOf = (): object => {
  const made = z.toJSONSchema(replySchema, {
    reused: 'ref',
    override: ({ jsonSchema }) => {
      for (const limit of LIMITS) delete jsonSchema[limit];
    },
  });
  delete made.$schema;
  return made;
};

const NEAR = '字面相近的任务（不一定是所问的）：';

/** The grammar of a reply as JSON schema. */
export const REPLY_SCHEMA: object = schemaOf();

/** Names of people that a platform writes into a text: @张三 and a space. */
const MENTION = /[@＠]\S+(?:\s|$)/gu;

const withoutMentions = (text: string): string => text.replace(MENTION, '').replace(/\s+/gu, ' ').trim();

const excerptOf = (ref: Ref, plan: Plan): readonly string[] =>
  tasksNear([ref], plan).map(({ number, body }) => {
    const text = body.text.replace(/\s+/gu, '').replace(body.title, '');
    return `${number}：${clip(text, LONGEST_EXCERPT)}`;
  });

/** What was asked before, in the program's words. */
const beforeOf = (bot: Bot, { history, year, readings }: Question): readonly string[] =>
  history.slice(-MOST_BEFORE).flatMap((text, at, asked) => {
    const length = history.length - asked.length + at;
    const said = bot.explain({
      ...{ text, history: history.slice(0, length), year },
      ...(readings && { readings: readings.slice(0, length + 1) }),
    }).said;
    return said === '' ? [] : [clip(said, LONGEST_BEFORE)];
  });

/** Returns what a model is told of a question: the rules, examples of replies, the plan's vocabulary, the question. */
export const promptOf = (bot: Bot, question: Question, examples: string): Prompt => {
  const { plan } = bot;
  const text = clip(withoutMentions(question.text), LONGEST_QUESTION);
  const near = bot.near(text);
  const before = beforeOf(bot, question);
  const system = [RULES, examples, vocabularyOf(plan, near.slice(0, MOST_CANDIDATES), text)].join('\n');
  const asked = [...(before.length > 0 ? ['前文问过：', ...before] : []), `问题：${JSON.stringify(text)}`];
  const room = MOST_BYTES - bytesOf([system, NEAR, ...asked].join('\n'));
  const excerpts = fitting(
    near.slice(0, MOST_NEAR).flatMap((ref) => excerptOf(ref, plan)),
    room,
  );
  const user = [...(excerpts.length > 0 ? [NEAR, ...excerpts] : []), ...asked].join('\n');
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
};
