import { createHash } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { CodedError } from '../../errors.ts';
import type { Records } from '../../store/records.ts';
import type { Ask } from '../../types.ts';
import { type AskedPlans, planFrom } from '../asked-plans.ts';
import type { ReadFirst } from '../model/reader.ts';
import { askedFrom } from '../own-origin.ts';
import { createPerMinute } from '../per-minute.ts';
import { questionFault } from '../question-fault.ts';
import { othersFor, reasonLine } from '../wrong.ts';
import { type FeedbackBody, feedbackBodySchema } from './feedback-body.ts';
import { createOneByOne, type OneByOne } from './one-by-one.ts';
import { planGiven } from './plan-given.ts';
import { utf8Json } from './utf8-json.ts';

/** What the route needs. `now` gives milliseconds since the epoch. */
export interface FeedbackServices {
  readonly ask: Ask;
  /** The line in which answers are worked off. */
  readonly oneByOne?: OneByOne;
  readonly plans: AskedPlans;
  readonly records: Pick<Records, 'judged'>;
  readonly now: () => number;
  /** What must be known of a question before it is answered. */
  readonly read?: ReadFirst | undefined;
}

/** Bytes: a question of full length and a conversation of common ones. */
const BODY_LIMIT = 64 * 1024;
/** Verdicts of one reader in a minute. */
const PER_MINUTE = 30;

const readBody = (body: unknown): FeedbackBody => {
  if (body === undefined) throw new CodedError('body_not_json');
  const read = feedbackBodySchema.safeParse(body);
  if (read.success) return read.data;
  const fields = new Set(read.error.issues.map(({ path }) => path[0]).filter((name) => name !== undefined));
  const named = fields.size > 0 ? `${[...fields].map(String).join('、')} 不合要求。` : '';
  throw new CodedError('feedback_wrong_shape', named);
};

/** The answer's name: who asks the same in the same place is shown the same. */
const replyOf = (question: string, history: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...history, question]))
    .digest('base64url');

/** `POST /api/feedback`: a reader of the page judges an answer. What the answer is, is asked of the bot again. */
export const feedbackRoute =
  ({ ask, oneByOne = createOneByOne(), plans, records, now, read }: FeedbackServices): FastifyPluginAsync =>
  async (scope) => {
    utf8Json(scope);
    const count = createPerMinute(now, PER_MINUTE);
    scope.post('/api/feedback', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const { question, history = [], plan, verdict, reason, about, meant, reader } = readBody(request.body);
      const fault = [question, ...history].map(questionFault).find((found) => found !== undefined);
      if (fault) throw new CodedError(fault);
      if (count(reader) > PER_MINUTE) throw new CodedError('feedback_busy', `每分钟最多评价 ${PER_MINUTE} 次。`);
      const only = plan === undefined ? {} : { plans: [planGiven(plan, plans).id] };
      const asked = { text: question, history, ...only };
      await read?.(asked);
      const answer = await oneByOne(() => ask(asked));
      const others = about === 'topic' ? othersFor(asked, answer, plans) : [];
      if (meant !== undefined && !others.some(({ id }) => id === meant))
        throw new CodedError('feedback_wrong_shape', 'meant 不合要求。');
      const { kind } = answer;
      const said = reasonLine(about, reason);
      await records.judged({
        ...{ ...askedFrom(request), reply: replyOf(question, history), reader, verdict, question, kind },
        ...(said && { reason: said }),
        ...(meant !== undefined && { meant }),
        ...planFrom(answer, plans),
      });
      request.log.info({ length: question.length, verdict, kind }, 'judged');
      reply.header('cache-control', 'no-store');
      return others.length > 0 && meant === undefined ? reply.send({ others }) : reply.code(204).send();
    });
  };
