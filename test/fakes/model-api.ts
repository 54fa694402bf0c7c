import type { AddressInfo } from 'node:net';
import { fastify } from 'fastify';
import { z } from 'zod';

/** What the server does with one request; `hang` never answers. */
export type Turn =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'hang' };

export const reply = (value: unknown): Turn => ({ kind: 'text', text: JSON.stringify(value) });
export const said = (text: string): Turn => ({ kind: 'text', text });
export const status = (code: number, headers?: Readonly<Record<string, string>>): Turn => ({
  ...{ kind: 'status', status: code, ...(headers && { headers }) },
});
export const HANG: Turn = { kind: 'hang' };

const bodySchema = z.strictObject({
  model: z.literal('wenji-test'),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string().min(1) })).min(2),
  temperature: z.literal(0),
  max_tokens: z.int().min(1).max(4096),
  enable_thinking: z.literal(false).optional(),
  response_format: z
    .union([
      z.strictObject({ type: z.literal('json_object') }),
      z.strictObject({
        type: z.literal('json_schema'),
        json_schema: z.strictObject({
          name: z.string().regex(/^[\w-]{1,64}$/),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
    ])
    .optional(),
});
export type ModelRequest = z.output<typeof bodySchema>;

export interface FakeModel {
  /** The address of the settings, `/v1` included. */
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** What is done with the next requests, one each; the last stays. */
  readonly will: (...turns: readonly Turn[]) => void;
  /** Ways of asking for JSON that it takes; all by default. */
  readonly takes: (...formats: readonly string[]) => void;
  /** Resolves once so many requests were received. */
  readonly received: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const MODEL_KEY = 'sk-hush-model';
const USAGE = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

/** A strict OpenAI-compatible server: what its page does not say is refused with 400, a wrong key with 401. */
export const startModelApi = async (): Promise<FakeModel> => {
  const app = fastify({ forceCloseConnections: true });
  const requests: ModelRequest[] = [];
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  let turns: readonly Turn[] = [];
  let formats: readonly string[] | undefined;
  const next = (): Turn => {
    const [turn, ...rest] = turns;
    if (rest.length > 0) turns = rest;
    return turn ?? { kind: 'status', status: 500 };
  };
  app.post('/v1/chat/completions', async (request, response) => {
    if (request.headers.authorization !== `Bearer ${MODEL_KEY}`)
      return response.code(401).send({ error: { message: 'bad key' } });
    const body = bodySchema.safeParse(request.body);
    if (!body.success) return response.code(400).send({ error: { message: z.prettifyError(body.error) } });
    const format = body.data.response_format?.type ?? 'none';
    if (formats && !formats.includes(format))
      return response.code(400).send({ error: { message: `response_format ${format} is not supported` } });
    requests.push(body.data);
    for (const { count, done } of waiting) if (requests.length >= count) done();
    const turn = next();
    switch (turn.kind) {
      case 'hang':
        return new Promise(() => {});
      case 'status':
        return response
          .code(turn.status)
          .headers(turn.headers ?? {})
          .send({ error: { message: 'no' } });
      case 'body':
        return response.type('application/json').send(turn.body);
      case 'text': {
        const message = { role: 'assistant', content: turn.text };
        const choices = [{ index: 0, message, finish_reason: 'stop' }];
        return { id: 'c1', object: 'chat.completion', created: 1, model: body.data.model, choices, usage: USAGE };
      }
    }
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    will: (...given) => {
      turns = given;
    },
    takes: (...given) => {
      formats = given;
    },
    received: (count) =>
      requests.length >= count ? Promise.resolve() : new Promise((done) => waiting.push({ count, done })),
    close: () => app.close(),
  };
};
