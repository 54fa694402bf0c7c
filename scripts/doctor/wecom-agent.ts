import { z } from 'zod';
import { type Fault, readAnswer } from '../../src/channels/wecom/api-faults.ts';
import { exchange } from '../../src/channels/wecom/http.ts';
import type { WecomAppConfig } from '../../src/config.ts';

/** The app as the platform knows it (page 获取指定的应用详情). */
export interface Agent {
  readonly name: string;
  /** Somebody has switched it off. */
  readonly closed: boolean;
  /** The platform tells when a member opens it. */
  readonly reportsEntering: boolean;
}

export type AgentRead =
  | { readonly status: 'read'; readonly agent: Agent }
  | { readonly status: 'failed'; readonly fault: Fault };

const tokenSchema = z.object({ access_token: z.string().min(1) });

const agentSchema = z
  .object({ name: z.string(), close: z.number().default(0), isreportenter: z.number().default(0) })
  .transform(({ name, close, isreportenter }) => ({ name, closed: close === 1, reportsEntering: isreportenter === 1 }));

const TIMEOUT = 10_000;

/** Reads what the platform says of the app that AgentId and secret name. The query holds the secret: no address is told. */
export const readAgent = async ({ corpId, secret, agentId, baseUrl }: WecomAppConfig): Promise<AgentRead> => {
  const call = async (path: string, query: Readonly<Record<string, string>>) => {
    const url = new URL(`${baseUrl}/cgi-bin/${path}`);
    url.search = new URLSearchParams(query).toString();
    return readAnswer(await exchange(url, TIMEOUT));
  };
  const issued = await call('gettoken', { corpid: corpId, corpsecret: secret });
  if (issued.status === 'failed') return issued;
  const { access_token = '' } = tokenSchema.safeParse(issued.body).data ?? {};
  const answer = await call('agent/get', { access_token, agentid: String(agentId) });
  if (answer.status === 'failed') return answer;
  const read = agentSchema.safeParse(answer.body);
  return read.success
    ? { status: 'read', agent: read.data }
    : { status: 'failed', fault: { kind: 'lost', cause: 'an answer of another shape' } };
};
