import { z } from 'zod';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Encrypted, or this very machine: a token must not travel in the open. */
export const isSafeUrl = (text: string, scheme: 'http' | 'ws'): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && (url.protocol === `${scheme}s:` || (url.protocol === `${scheme}:` && LOOPBACK.has(url.hostname)));
};

/** An https address that may hold a key: never shown. */
export const secretAddress = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}, '应为 https 地址（本机测试可用 http://127.0.0.1）');

/** An https address, without a slash at its end. */
export const address = z
  .string()
  .refine((text) => isSafeUrl(text, 'http'), '应为 https 地址（本机测试可用 http://127.0.0.1），不带账号、参数和 #')
  .transform((url) => url.replace(/\/+$/, ''));
