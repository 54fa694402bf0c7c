import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { isSafeUrl } from './address.ts';

/** How a language model is reached, and when it is asked what a question means. */
export interface ModelConfig {
  /** Without a trailing slash; `/chat/completions` stands behind it. */
  readonly baseUrl: string;
  readonly name: string;
  readonly apiKey?: string;
  /** Milliseconds after which the rules answer. */
  readonly timeoutMs: number;
  readonly use: 'unsure' | 'always';
  /** What the service wants to be told besides: that it shall not think aloud. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

const PRIVATE = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/** An address of one's own network: a private one, or a name without a dot, as containers have. */
const isInside = (hostname: string): boolean =>
  /^[\d.]+$/.test(hostname) ? PRIVATE.test(hostname) : !/[.:]/.test(hostname);

const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return isSafeUrl(protocol === 'http:' && isInside(hostname) ? text.replace(/^http:/i, 'https:') : text, 'http');
};

/** The address of a model: encrypted, or inside one's own network. */
export const modelAddress = z
  .string()
  .refine(isAddress, '应为 https 地址，或内网的 http 地址（如 http://10.0.0.8:8000/v1），不带账号、参数和 #')
  .transform((url) => url.replace(/\/+$/, '').replace(/\/chat\/completions$/, ''));

const OWN = ['model', 'messages', 'stream', 'response_format'];

const objectIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

export const modelExtra = z
  .string()
  .refine(
    (text) => {
      const read = objectIn(text);
      return read !== undefined && OWN.every((name) => !(name in read));
    },
    `应为 JSON 对象，如 {"enable_thinking":false}，不含 ${OWN.join('、')}`,
  )
  .transform((text) => objectIn(text) ?? {});

export const modelUse = z
  .enum(['off', 'unsure', 'always'], { error: '应为 off（不用）、unsure（规则拿不准时）或 always（每次，只供测量）' })
  .default('off');

/** What is set of a model. */
export interface ModelVariables {
  readonly MODEL_USE: z.output<typeof modelUse>;
  readonly MODEL_BASE_URL?: string | undefined;
  readonly MODEL_NAME?: string | undefined;
  readonly MODEL_API_KEY?: string | undefined;
  readonly MODEL_TIMEOUT_MS: number;
  readonly MODEL_EXTRA?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Returns how a model is asked; undefined where none is.
 *
 * @throws CodedError `config_invalid` where it shall be asked and its address or name is missing
 */
export const modelConfig = (set: ModelVariables): ModelConfig | undefined => {
  const { MODEL_USE: use, MODEL_BASE_URL: baseUrl, MODEL_NAME: name, MODEL_API_KEY: apiKey } = set;
  if (use === 'off') return undefined;
  if (baseUrl === undefined || name === undefined)
    throw new CodedError(
      'config_invalid',
      `MODEL_USE=${use} 还要填 MODEL_BASE_URL 和 MODEL_NAME（或填 off，不用语言模型）。`,
    );
  return {
    ...{ baseUrl, name, timeoutMs: set.MODEL_TIMEOUT_MS, use },
    ...(apiKey !== undefined && { apiKey }),
    ...(set.MODEL_EXTRA && { extra: set.MODEL_EXTRA }),
  };
};
