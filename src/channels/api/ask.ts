import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { CodedError } from '../../errors.ts';
import type { Converse } from '../../store/converse.ts';
import type { Answer, Ask } from '../../types.ts';
import { questionFault } from '../question-fault.ts';

const bodySchema = z.strictObject({
  question: z.string(),
  conversation: z.string().min(1).max(128).optional(),
});

type Body = z.output<typeof bodySchema>;

/** What the route needs: the bot, and the bot with a memory. */
export interface AskServices {
  readonly ask: Ask;
  readonly converse: Converse;
}

const readBody = (body: unknown): Body => {
  if (body === undefined) throw new CodedError('body_not_json');
  const read = bodySchema.safeParse(body);
  if (read.success) return read.data;
  const conversation = read.error.issues.some((issue) => issue.path[0] === 'conversation');
  throw new CodedError('body_wrong_shape', conversation ? 'conversation 应为 1–128 个字符。' : undefined);
};

/** The prefix keeps callers of the API out of the conversations of the chat platforms. */
const answerTo = ({ ask, converse }: AskServices, { question, conversation }: Body): Answer =>
  conversation === undefined ? ask({ text: question, history: [] }) : converse(`api:${conversation}`, question);

/** `POST /api/ask` with `{"question": string, "conversation"?: string}` → the answer. */
export const askRoute =
  (services: AskServices): FastifyPluginAsync =>
  async (scope) => {
    scope.post('/api/ask', async (request, reply) => {
      const body = readBody(request.body);
      const fault = questionFault(body.question);
      if (fault) throw new CodedError(fault);
      const started = performance.now();
      const answer = answerTo(services, body);
      const ms = Math.round(performance.now() - started);
      request.log.info({ length: body.question.length, status: answer.status, kind: answer.kind, ms }, 'answered');
      return reply.header('cache-control', 'no-store').send(answer);
    });
  };
