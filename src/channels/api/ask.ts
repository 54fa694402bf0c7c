import type { FastifyPluginAsync } from 'fastify';
import { CodedError } from '../../errors.ts';
import type { Converse } from '../../store/converse.ts';
import type { Answer, Ask } from '../../types.ts';
import type { AskedPlans } from '../asked-plans.ts';
import type { ReadFirst } from '../model/reader.ts';
import { askedFrom } from '../own-origin.ts';
import { createOwnTurn } from '../own-turn.ts';
import { questionFault } from '../question-fault.ts';
import type { AnsweredQuestion } from '../watch.ts';
import { type AskBody, askBodySchema } from './ask-body.ts';
import type { OneByOne } from './one-by-one.ts';
import { planGiven } from './plan-given.ts';
import { utf8Json } from './utf8-json.ts';

/** What the route needs: the bot, and the bot with a memory. */
export interface AskServices {
  readonly ask: Ask;
  readonly converse: Converse;
  readonly plans?: AskedPlans;
  /** The line in which answers are worked off. */
  readonly oneByOne: OneByOne;
  /** Called with every question that was answered. */
  readonly answered?: (event: AnsweredQuestion) => void;
  /** What must be known of a question before it is answered. */
  readonly read?: ReadFirst | undefined;
}

const readBody = (body: unknown): AskBody => {
  if (body === undefined) throw new CodedError('body_not_json');
  const read = askBodySchema.safeParse(body);
  if (read.success) return read.data;
  const named = ['conversation', 'plan'].find((name) => read.error.issues.some((issue) => issue.path[0] === name));
  throw new CodedError('body_wrong_shape', named && `${named} 应为 1–128 个字符。`);
};

/** The prefix keeps callers of the API out of the conversations of the chat platforms. */
const answerTo = async ({ ask, converse, oneByOne, plans, read }: AskServices, body: AskBody): Promise<Answer> => {
  const { question: text, conversation, plan } = body;
  const asked = { text, ...(plan !== undefined && { plans: [planGiven(plan, plans).id] }) };
  if (conversation !== undefined) return oneByOne(() => converse(`api:${conversation}`, asked));
  const alone = { ...asked, history: [] };
  await read?.(alone);
  return oneByOne(() => ask(alone));
};

/** `POST /api/ask` with `{"question": string, "conversation"?: string, "plan"?: string}` → the answer. */
export const askRoute =
  (services: AskServices): FastifyPluginAsync =>
  async (scope) => {
    utf8Json(scope);
    const ownTurn = createOwnTurn();
    // Before the body is read: of a flood of long questions, those that cannot wait cost next to nothing, and the others
    // are read one by one.
    scope.addHook('onRequest', async (_request, reply) => {
      await ownTurn();
      reply.raw.once('close', services.oneByOne.hold());
    });
    scope.post('/api/ask', async (request, reply) => {
      const body = readBody(request.body);
      const fault = questionFault(body.question);
      if (fault) throw new CodedError(fault);
      const started = performance.now();
      const answer = await answerTo(services, body);
      const took = performance.now() - started;
      services.answered?.({ ...askedFrom(request), question: body.question, answer, ms: took });
      const ms = Math.round(took);
      request.log.info({ length: body.question.length, status: answer.status, kind: answer.kind, ms }, 'answered');
      return reply.header('cache-control', 'no-store').send(answer);
    });
  };
