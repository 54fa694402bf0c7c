import { z } from 'zod';

/** How one request ended. Nothing of the address is in it, which may hold a secret. */
export type Asked =
  | {
      readonly status: 'answered';
      readonly http: number;
      readonly text: string;
      /** From the request to the end of the answer. */
      readonly ms: number;
      /** The server's clock, in milliseconds since the epoch. */
      readonly date?: number;
    }
  | { readonly status: 'failed'; readonly reason: string };

export interface Wanted {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '没有程序在那里监听',
  ECONNRESET: '连接被断开',
  ENOTFOUND: '找不到该主机名',
  EAI_AGAIN: '域名解析失败',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  ETIMEDOUT: '连接超时',
  UND_ERR_CONNECT_TIMEOUT: '连接超时',
  UND_ERR_SOCKET: '连接被断开',
  CERT_HAS_EXPIRED: '证书过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书是自签名的',
  SELF_SIGNED_CERT_IN_CHAIN: '证书是自签名的',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书不是这个域名的',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '证书链不完整',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: '证书链不完整',
};

const causeSchema = z.object({ cause: z.object({ code: z.string() }) });

const reasonOf = (thrown: unknown): string => {
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return '超时没有应答';
  const code = causeSchema.safeParse(thrown).data?.cause.code ?? '';
  return REASONS[code] ?? `网络错误${code === '' ? '' : ` ${code}`}`;
};

const dateOf = (response: Response): number | undefined => {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date;
};

/** One request as a platform makes it: the address as given, no redirect followed. Never rejects. */
export const askHttp = async (url: string | URL, wanted: Wanted): Promise<Asked> => {
  const { method = 'GET', headers = {}, body, timeout } = wanted;
  const started = performance.now();
  try {
    const response = await fetch(url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(timeout) },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const date = dateOf(response);
    const ms = Math.round(performance.now() - started);
    return { status: 'answered', http: response.status, text, ms, ...(date !== undefined && { date }) };
  } catch (thrown) {
    return { status: 'failed', reason: reasonOf(thrown) };
  }
};
