import { z } from 'zod';
import { feishuApi } from '../../src/channels/feishu/client.ts';
import type { Credentials } from '../../src/channels/feishu/credentials.ts';
import type { Fault } from '../../src/channels/feishu/faults.ts';
import { FEISHU_PATH } from '../../src/channels/feishu/feishu.ts';
import { parseJson } from '../../src/channels/parse-json.ts';
import type { FeishuConfig } from '../../src/config.ts';
import { checkFeishu } from '../deliver/feishu.ts';
import { FEISHU_CHECKLIST } from './checklist.ts';
import { type Checkup, NO_LOG } from './checkup.ts';
import { endpointFinding } from './feishu-endpoint.ts';
import { bad, type Finding, good } from './finding.ts';
import { type Route, routeFindings } from './route.ts';

/** The platform's answer when the server's address is not on the app's list (page 通用错误码). */
const ADDRESS_NOT_ALLOWED = 99991401;

const codeOf = ({ code, http }: Fault): string => {
  if (code !== undefined) return `错误码 ${code}`;
  return http === undefined ? '没有应答' : `HTTP ${http}`;
};

const noToken = (fault: Fault): string =>
  fault.code === ADDRESS_NOT_ALLOWED
    ? `平台不接受这台服务器的地址（${codeOf(fault)}）；请在「开发者后台 - 安全设置 - IP 白名单」加入服务器的出口 IP`
    : `App ID 或 App Secret 不对（${codeOf(fault)}）；请在「开发者后台 - 凭证与基础信息」重新复制到 FEISHU_APP_ID、FEISHU_APP_SECRET`;

const unreachable = (fault: Fault): string =>
  fault.kind === 'quota'
    ? `本月的接口调用次数已用完（${codeOf(fault)}），发不出消息；请在「管理后台 - 费用中心」升级版本或等到下月`
    : `连不上平台或平台没有正常应答（${codeOf(fault)}）；请检查网络、代理和 FEISHU_BASE_URL`;

/** What the credentials turned out to be. */
export const credentialsFinding = (credentials: Credentials): Finding => {
  switch (credentials.status) {
    case 'ready':
      return good(`飞书：凭证有效，机器人“${credentials.bot.name}”已启用。`);
    case 'inactive':
      return bad(
        `飞书：凭证有效，但机器人“${credentials.bot.name}”没有启用（activate_status ${credentials.bot.activation}）；请在「开发者后台 - 版本管理与发布」创建版本并发布，管理员在「管理后台 - 工作台 - 应用管理」启用它。`,
      );
    case 'no_token':
      return bad(`飞书：${noToken(credentials.fault)}。`);
    case 'no_bot':
      return bad(
        `飞书：凭证有效，但读不到机器人（${codeOf(credentials.fault)}）；请在「开发者后台 - 添加应用能力」添加机器人，在「权限管理」开通权限后再发布一个版本。`,
      );
    case 'unreachable':
      return bad(`飞书：${unreachable(credentials.fault)}。`);
  }
};

const challengeSchema = z.object({ challenge: z.string() });

const routeOf = (keys: Extract<FeishuConfig, { mode: 'webhook' }>): Route => ({
  title: '飞书',
  path: FEISHU_PATH,
  check: (url, challenge, timeout) => checkFeishu(url, challenge, { keys, timeout }),
  read: (text) => challengeSchema.safeParse(parseJson(text)).data?.challenge,
});

/** Everything that can be found out about Feishu from here, and what cannot. */
export const feishuFindings = async function* (config: FeishuConfig, checkup: Checkup): AsyncGenerator<Finding> {
  const { service, publicUrl, timing } = checkup;
  yield credentialsFinding(await feishuApi(config, NO_LOG, timing).checkCredentials());
  if (config.mode === 'webhook') yield* routeFindings(routeOf(config), service, publicUrl);
  else yield await endpointFinding(config);
  yield* FEISHU_CHECKLIST[config.mode];
};
