import { wecomApi } from '../../src/channels/wecom/app/api.ts';
import { WECOM_APP_PATH } from '../../src/channels/wecom/app/app.ts';
import type { Sent } from '../../src/channels/work.ts';
import type { WecomAppConfig } from '../../src/config.ts';
import { checkWecom } from '../deliver/wecom.ts';
import { WECOM_APP_CHECKLIST } from './checklist.ts';
import { type Checkup, NO_LOG } from './checkup.ts';
import { bad, type Finding, good, warn } from './finding.ts';
import { routeFindings } from './route.ts';
import { type AgentRead, readAgent } from './wecom-agent.ts';

const TITLE = '企业微信自建应用';

/** By the platform's code (page 全局错误码). */
const REMEDIES: Readonly<Record<number, string>> = {
  40001: 'WECOM_APP_SECRET 不对；请在「应用管理 - 自建 - 该应用」查看 Secret 并重新复制',
  40125: 'WECOM_APP_SECRET 不对；请在「应用管理 - 自建 - 该应用」查看 Secret 并重新复制',
  40013: 'WECOM_CORP_ID 不对；请在「我的企业 - 企业信息」最下方复制企业 ID',
  40056: 'WECOM_APP_AGENT_ID 不对；请在「应用管理 - 自建 - 该应用」复制 AgentId',
  301002: 'WECOM_APP_AGENT_ID 与 WECOM_APP_SECRET 不是同一个应用的；请在「应用管理 - 自建 - 该应用」重新复制这两项',
  60020: '平台不接受这台服务器的地址；请在「应用管理 - 自建 - 该应用 - 企业可信IP」加入服务器的出口 IP',
  50003: '应用被停用；请在「应用管理 - 自建 - 该应用」启用',
};

const UNREACHABLE = '连不上平台或平台没有正常应答；请检查网络、代理和 WECOM_BASE_URL';

const remedyOf = (code: number | undefined): string => {
  if (code === undefined) return UNREACHABLE;
  return REMEDIES[code] ?? '平台拒绝了请求；请按错误码在企业微信开发者中心的「全局错误码」查原因';
};

const codeIn = (reason: string): number | undefined => {
  const code = /^errcode (-?\d+)$/.exec(reason)?.[1];
  return code === undefined ? undefined : Number(code);
};

const withCode = (code: number | undefined): string => (code === undefined ? '' : `（错误码 ${code}）`);

const tokenFinding = (sent: Sent): Finding => {
  if (sent.status === 'sent') return good(`${TITLE}：企业 ID 与 Secret 有效。`);
  const code = codeIn(sent.reason);
  return bad(`${TITLE}：${remedyOf(code)}${withCode(code)}。`);
};

const agentFindings = (read: AgentRead): readonly Finding[] => {
  if (read.status === 'failed') return [bad(`${TITLE}：${remedyOf(read.fault.code)}${withCode(read.fault.code)}。`)];
  const { name, closed, reportsEntering } = read.agent;
  if (closed) return [bad(`${TITLE}：应用“${name}”被停用；请在「应用管理 - 自建 - 该应用」启用。`)];
  const there = good(`${TITLE}：AgentId 是应用“${name}”的，已启用。`);
  const silent = warn(
    `${TITLE}：没有上报“用户进入应用”，打开应用时不会说明用法；可在「接收消息 - 设置API接收」勾选“用户进入应用事件”。`,
  );
  return reportsEntering ? [there] : [there, silent];
};

const ipsFinding = (ips: readonly string[]): Finding =>
  ips.length > 0
    ? good(`${TITLE}：平台回调的来源地址可以读到（${ips.length} 段），有防火墙时请放行。`)
    : warn(`${TITLE}：读不到平台回调的来源地址；有防火墙时请按平台文档放行。`);

/** Everything that can be found out about the self-built app from here, and what cannot. */
export const wecomAppFindings = async function* (config: WecomAppConfig, checkup: Checkup): AsyncGenerator<Finding> {
  const { service, publicUrl, timing } = checkup;
  const api = wecomApi(config, NO_LOG, timing);
  const token = await api.checkCredentials();
  yield tokenFinding(token);
  if (token.status === 'sent') {
    yield* agentFindings(await readAgent(config));
    yield ipsFinding(await api.callbackIps());
  }
  const keys = { token: config.token, encodingAesKey: config.encodingAesKey, receiveId: config.corpId };
  const check = (url: string, challenge: string, timeout: number) => checkWecom(url, challenge, { keys, timeout });
  yield* routeFindings({ title: TITLE, path: WECOM_APP_PATH, check, read: (text) => text }, service, publicUrl);
  yield* WECOM_APP_CHECKLIST;
};
