import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { ERRORS } from '../../errors.ts';
import type { Ask } from '../../types.ts';
import { type AskedPlans, answeringPlan } from '../asked-plans.ts';
import type { ReadFirst } from '../model/reader.ts';
import { questionFault } from '../question-fault.ts';
import type { AnsweredQuestion } from '../watch.ts';
import { answerCardOf, type CardLinks } from './answer-card.ts';
import { type Html, html } from './html.ts';
import { HTML_TYPE, pageHeaders } from './serve.ts';
import { questionFor } from './words.js';

/** What answering with a page needs. */
export interface AnswerPageParts {
  readonly ask: Ask;
  readonly plans: AskedPlans;
  /** Gives milliseconds since the epoch. */
  readonly now: () => number;
  /** The chat page around a turn of its own. */
  readonly page: (turn: Turn) => string;
  /** Called with every question that was answered. */
  readonly answered?: ((event: AnsweredQuestion) => void) | undefined;
  /** What must be known of a question before it is answered. */
  readonly read?: ReadFirst | undefined;
}

/** A question with its card, and the questions that the next one is sent with. */
export interface Turn {
  readonly question: string;
  readonly card: Html;
  /** When it was asked, in milliseconds since the epoch. */
  readonly at: number;
  readonly before: readonly string[];
}

/** An address takes a few thousand letters; the earlier questions share what the question leaves. */
const [MOST_BEFORE, LONGEST_BEFORE] = [6, 600];

const valuesOf = ({ query }: FastifyRequest, name: string): readonly string[] =>
  [Reflect.get(Object(query), name) ?? []].flat().filter((value) => typeof value === 'string');

/** The last of the questions, as far as an address takes them. */
const lastOf = (questions: readonly string[]): readonly string[] =>
  questions
    .slice(-MOST_BEFORE)
    .filter((_, at, all) => all.slice(at).reduce((sum, { length }) => sum + length, 0) <= LONGEST_BEFORE);

const addressOf = (question: string, before: readonly string[]): string => {
  const query = new URLSearchParams({ q: question });
  for (const one of before) query.append('before', one);
  return `/answer?${query}`;
};

const failed = (message: string): Html =>
  html`<article class="card failed" aria-label="没有得到回答"><p class="text">${message}</p></article>`;

/** `GET /answer?q=&before=` → the answer as a page, for those whose browser runs no scripts, and to be printed. */
export const answerPage: FastifyPluginAsync<AnswerPageParts> = async (app, parts) => {
  const { ask, plans, page, answered, now, read } = parts;
  const linksFor = (answer: ReturnType<Ask>, before: readonly string[]): CardLinks => {
    const plan = answeringPlan(answer, plans)?.bot.plan;
    const units = plan ? [...plan.registry.units, ...plan.registry.groups].map(({ name }) => name) : [];
    return { plan: plan?.id, units, ask: (question) => addressOf(question, before) };
  };
  /** A number picks from what was asked back last. */
  const meant = (text: string, history: readonly string[]): string => {
    const last = history.at(-1);
    if (last === undefined) return text;
    return questionFor(text, ask({ text: last, history: history.slice(0, -1) }));
  };
  const turnOf = async (typed: string, history: readonly string[]): Promise<Turn> => {
    const started = performance.now();
    const question = meant(typed, history);
    await read?.({ text: question, history });
    const answer = ask({ text: question, history });
    answered?.({ channel: 'web', chat: 'page', question, answer, ms: performance.now() - started });
    const before = lastOf([...history, question]);
    return { question, card: answerCardOf(answer, linksFor(answer, before)), at: now(), before };
  };
  app.get('/answer', async (request, reply) => {
    const [typed = ''] = valuesOf(request, 'q').map((text) => text.trim());
    const history = lastOf(valuesOf(request, 'before'));
    reply.headers({ ...pageHeaders(), 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }).type(HTML_TYPE);
    const fault = questionFault(typed);
    if (fault === 'question_empty') return reply.redirect('/');
    if (fault === undefined) return reply.send(page(await turnOf(typed, history)));
    const { status, remedy } = ERRORS[fault];
    return reply
      .code(status)
      .send(page({ question: `${typed.slice(0, 80)}…`, card: failed(remedy), at: now(), before: history }));
  });
};
