import { z } from 'zod';
import { CodedError } from '../errors.ts';

/** Who may call, by the digest of a key that only the caller has. */
export interface ApiKey {
  /** Stands in the log. */
  readonly name: string;
  /** Of the key, in hexadecimal. */
  readonly sha256: string;
}

/** What may be put behind the keys. */
export type Keyed = 'mcp' | 'metrics';

/** How programs may use the service. */
export interface ApiConfig {
  readonly keys: readonly ApiKey[];
  /** What is answered to holders of a key only. */
  readonly keyed: readonly Keyed[];
  /** Requests of one address in a minute, without a key. */
  readonly perMinute: number;
}

const SHAPE = '每项应写作 名称:密钥的 SHA-256（64 位十六进制），逗号隔开；不是密钥本身。做法见 docs/operations.md';
const KEY = /^([\p{L}\p{N}_.-]{1,40}):([0-9a-f]{64})$/u;

const pieces = (text: string): readonly string[] => text.split(/[\s,，;；]+/).filter((piece) => piece !== '');

/** oa:9f86d0…, dashboard:2c26b4… */
export const apiKeys = z
  .string()
  .transform((text, context): readonly ApiKey[] =>
    pieces(text).flatMap((piece) => {
      const [, name, sha256] = KEY.exec(piece) ?? [];
      if (name !== undefined && sha256 !== undefined) return [{ name, sha256 }];
      context.addIssue({ code: 'custom', message: SHAPE });
      return [];
    }),
  )
  .refine((keys) => new Set(keys.map(({ name }) => name)).size === keys.length, '每个名称只写一次')
  .default([]);

const isKeyed = (piece: string): piece is Keyed => piece === 'mcp' || piece === 'metrics';

/** mcp,metrics */
export const keyed = z
  .string()
  .transform((text, context): readonly Keyed[] => {
    const named = pieces(text);
    if (!named.every(isKeyed)) context.addIssue({ code: 'custom', message: '只能填 mcp、metrics，逗号隔开' });
    return named.filter(isKeyed);
  })
  .default([]);

/**
 * The settings together.
 *
 * @throws CodedError `config_invalid` where a key is asked for and nobody has one
 */
export const apiConfig = (config: ApiConfig): ApiConfig => {
  if (config.keyed.length > 0 && config.keys.length === 0)
    throw new CodedError('config_invalid', 'API_KEYS_FOR 要求密钥，而 API_KEYS 为空，谁也用不了。');
  return config;
};
