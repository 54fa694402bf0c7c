import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../src/channels/parse-json.ts';
import type { Asked } from '../deliver/http.ts';
import { bad, type Finding, good, note, warn } from './finding.ts';
import type { Service } from './service.ts';

/** The address of a channel, and how its platform checks it. */
export interface Route {
  /** 飞书 */
  readonly title: string;
  readonly path: string;
  /** Sends the platform's own check, sealed with the configured keys. */
  readonly check: (url: string, challenge: string, timeout: number) => Promise<Asked>;
  /** The challenge in an answer; undefined when there is none. */
  readonly read: (text: string) => string | undefined;
}

/** Milliseconds: the platforms wait a second for the answer to the check, the doctor waits longer to tell why. */
const PATIENCE = 1_000;
const TIMEOUT = 5_000;

const errorSchema = z.object({ error: z.object({ code: z.string() }) });

/** Our own answer's code, where it is ours. */
const codeOf = (text: string): string | undefined => errorSchema.safeParse(parseJson(text)).data?.error.code;

/** Where a route is looked at, and what may be wrong there. */
export interface Place {
  /** How people call it: 本机路由. */
  readonly name: string;
  /** What to do when nothing of ours is there. */
  readonly absent: string;
  /** What to do when the keys differ. */
  readonly keys: string;
}

export const LOCAL: Place = {
  name: '本机路由',
  absent: '改过设置以后请重启服务',
  keys: '运行中的服务用的不是现在的密钥，请重启服务',
};

export const PUBLIC: Place = {
  name: '公网地址（从本机访问）',
  absent: '请检查反向代理是否把这个路径原样转给问计',
  keys: '那里的服务用的不是这份设置里的密钥，或反向代理改动了请求',
};

const statusFault = (http: number, text: string, place: Place): string => {
  if (codeOf(text) === 'delivery_stale') return '推送被当作过期；请校准服务器的时钟';
  if (http === 404 || http === 405) return `没有这个地址（HTTP ${http}）；${place.absent}`;
  if (http === 400 || http === 401 || http === 403) return `拒绝了验证请求（HTTP ${http}）；${place.keys}`;
  if (http >= 300 && http < 400) return `应答是跳转（HTTP ${http}），平台不跟随；请填跳转之后的地址`;
  if (http >= 500) return `应答 HTTP ${http}；${place.absent}，并看服务的日志`;
  return `应答不是问计的（HTTP ${http}）；${place.absent}`;
};

/** A check that was made. */
export interface Checked {
  readonly asked: Asked;
  readonly challenge: string;
}

/** What an answer to the check means. */
export const routeFinding = (route: Route, place: Place, { asked, challenge }: Checked): Finding => {
  const where = `${route.title}：${place.name}`;
  if (asked.status === 'failed') return bad(`${where}连不上（${asked.reason}）；${place.absent}。`);
  if (asked.http !== 200 || route.read(asked.text) !== challenge)
    return bad(`${where}${statusFault(asked.http, asked.text, place)}。`);
  const proved = `${where}答对了用所配密钥加密的验证请求（${asked.ms} 毫秒）`;
  return asked.ms > PATIENCE ? warn(`${proved}，但平台只等 1 秒。`) : good(`${proved}。`);
};

const lookAt = async (route: Route, place: Place, base: string): Promise<Finding> => {
  const challenge = randomUUID();
  const asked = await route.check(`${base.replace(/\/+$/, '')}${route.path}`, challenge, TIMEOUT);
  return routeFinding(route, place, { asked, challenge });
};

/** Proves keys and route on this machine and, where `publicUrl` is given, through the public address. */
export const routeFindings = async function* (
  route: Route,
  service: Service,
  publicUrl: string | undefined,
): AsyncGenerator<Finding> {
  if (service.status === 'up') yield await lookAt(route, LOCAL, service.url);
  else yield note(`${route.title}：服务没有运行，本机路由未检查。`);
  if (publicUrl === undefined) {
    yield note(`${route.title}：公网地址未检查；加 -- --url https://你的域名 再检查一遍。`);
    return;
  }
  yield await lookAt(route, PUBLIC, publicUrl);
};
