import { z } from 'zod';
import type { ModelConfig } from '../config/model.ts';
import { type ModelMessage, REPLY_SCHEMA } from './prompt.ts';

/** How a server is told that the reply shall be JSON, the strictest first. */
export const FORMATS = ['json_schema', 'json_object', 'none'] as const;
export type Format = (typeof FORMATS)[number];

const FORMAT_OF: Readonly<Record<Format, object>> = {
  json_schema: {
    response_format: { type: 'json_schema', json_schema: { name: 'reading', schema: REPLY_SCHEMA } },
  },
  json_object: { response_format: { type: 'json_object' } },
  none: {},
};

const MOST_TOKENS = 700;
/** Longer responses are no query. */
const LONGEST_RESPONSE = 64_000;

/** How one request ended; `format`: the server does not know this way of asking for JSON. */
export type Answered =
  | { readonly status: 'text'; readonly text: string }
  | { readonly status: 'format' }
  | { readonly status: 'failed'; readonly why: string; readonly pause?: number };

const responseSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const failed = (why: string, pause?: number): Answered => ({ status: 'failed', why, ...(pause && { pause }) });

/** The body as text; undefined for one that is longer than any query. */
const bodyOf = async ({ body }: Response): Promise<string | undefined> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LONGEST_RESPONSE) return undefined;
  }
  return text + decoder.decode();
};

const contentOf = (body: string): string | undefined => {
  try {
    return responseSchema.safeParse(JSON.parse(body)).data?.choices[0]?.message.content;
  } catch {
    return undefined;
  }
};

const SECONDS = /^\d{1,4}$/;

const refusal = (response: Response, format: Format): Answered => {
  const { status, headers } = response;
  const after = headers.get('retry-after') ?? '';
  if (status === 429) return failed('调用太频繁（429）', SECONDS.test(after) ? Number(after) * 1000 : 0);
  if (status === 401 || status === 403) return failed(`不接受密钥（${status}），请检查 MODEL_API_KEY`);
  if (status === 404) return failed('没有这个地址或模型（404），请检查 MODEL_BASE_URL 和 MODEL_NAME');
  if ((status === 400 || status === 422) && format !== 'none') return { status: 'format' };
  return failed(`返回 HTTP ${status}`);
};

const reasonOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'AbortError' ? '没有按时应答' : '连接不上';
};

/** Sends messages once. Neither key nor content is in what is returned of a failure. */
export const request = async (
  { baseUrl, name, apiKey, extra }: ModelConfig,
  messages: readonly ModelMessage[],
  { format, signal }: { readonly format: Format; readonly signal: AbortSignal },
): Promise<Answered> => {
  try {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({
        ...{ temperature: 0, max_tokens: MOST_TOKENS, ...extra },
        ...{ model: name, messages, ...FORMAT_OF[format] },
      }),
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return refusal(response, format);
    }
    const content = contentOf((await bodyOf(response)) ?? '');
    return content === undefined ? failed('应答读不懂') : { status: 'text', text: content };
  } catch (error) {
    return failed(reasonOf(error));
  }
};
